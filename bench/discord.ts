import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { Jobs } from "./discordProcess.ts";

/** What makes node read TypeScript, and none of the flags that this process was started with besides. */
export const typescript = ["--import", "tsx"];

/** The playground in its own process. */
export interface Discord {
  apiUrl: string;
  token: string;
  /** Has something done there, one thing at a time. @throws Error when it could not be done */
  ask: <Job extends keyof Jobs>(job: Job, ...given: Parameters<Jobs[Job]>) => Promise<Awaited<ReturnType<Jobs[Job]>>>;
  close: () => Promise<void>;
}

/** Opens a playground in a process of its own. */
export async function openDiscord(): Promise<Discord> {
  const child = fork(fileURLToPath(new URL("discordProcess.ts", import.meta.url)), { execArgv: typescript });
  const ended = once(child, "exit").then(([code, signal]) => {
    throw new Error(`The playground's process ended (${code ?? signal}).`);
  });
  // Whoever waits for an answer hears of it; when nobody does, it was closed.
  ended.catch(() => undefined);

  async function answer(): Promise<unknown> {
    const [{ result, error }] = (await Promise.race([once(child, "message"), ended])) as [{ result?: unknown; error?: string }];
    if (error !== undefined) throw new Error(error);
    return result;
  }
  const ask: Discord["ask"] = async (job, ...given) => {
    child.send({ job, given });
    return (await answer()) as never;
  };

  await answer();
  const address = await ask("address");
  return {
    ...address,
    ask,
    close: async () => {
      const exit = once(child, "exit");
      child.kill();
      await exit;
    },
  };
}
