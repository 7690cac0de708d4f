import type { Log } from "../log.ts";

/** Something that is done again and again, never twice at once. */
export interface Loop {
  start(): void;
  /** Does it no more, and resolves when what was begun is done. */
  stop(): Promise<void>;
}

/**
 * A round that rejects is logged, and the next one comes all the same. The same trouble in every round is one line in the log.
 *
 * @param name what the log calls it
 * @param interval milliseconds of rest between two rounds
 */
export function createLoop(name: string, interval: number, round: () => Promise<void>, log: Log): Loop {
  let timer: NodeJS.Timeout | undefined;
  let current = Promise.resolve();
  let stopped = false;
  let failing = false;

  async function run(): Promise<void> {
    try {
      await round();
      if (failing) log.info(`${name} works again`);
      failing = false;
    } catch (error) {
      if (!failing) log.error({ error }, `${name} fails, and is tried again and again`);
      failing = true;
    }
    if (!stopped) timer = setTimeout(begin, interval);
  }

  function begin(): void {
    current = run();
  }

  return {
    start: begin,
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await current;
    },
  };
}
