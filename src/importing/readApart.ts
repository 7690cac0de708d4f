import { existsSync } from "node:fs";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { createPace } from "../discord/pace.ts";
import { NotAnInterview } from "../interview/notAnInterview.ts";
import { projectFolder } from "../project.ts";
import type { Said } from "./reader.ts";
import { understand, type Understood } from "./understand.ts";

const thread = join(projectFolder, "dist", "importing", "reader.js");

/** In milliseconds, and in MB: what a text of the size that we take needs at most, many times over. */
const patience = 30_000;
const memory = 300;

/** For each server: so many texts at once, and one more every so many milliseconds. */
const pace = { burst: 5, interval: 12_000 };

/** With these in front of it, a text has its turn within ten minutes; after fifteen, Discord takes no answer any more. */
const mostWaiting = 20;

const tooMuch = "I could not read that in half a minute, and gave up. Bring it as plain text, without what stands around the interview.";

/** Thrown when too many texts wait to be read; its message is a sentence for whoever brought one more. */
export class ReaderBusy extends Error {
  override readonly name = "ReaderBusy";
}

/** Reads what people bring, one text at a time: several at once would take the memory and the processor from everybody else. */
export interface Reader {
  /** Whether another text may be read for a server now; if so, it counts. */
  mayRead: (server: string) => boolean;
  /**
   * Reads a text in a thread of its own when its turn comes, so that whatever somebody brings, everybody else is answered meanwhile.
   * Where nothing is built, as under `npm run dev`, it is read here.
   *
   * @throws NotAnInterview when it holds none, or is more than can be read
   * @throws ReaderBusy when too many wait
   */
  read: (text: string) => Promise<Understood>;
}

/** @param now the clock, in epoch milliseconds */
export function createReader(now: () => number): Reader {
  const servers = createPace(pace.burst, pace.interval, now);
  /** Settles when the newest text has been read. */
  let newest = Promise.resolve();
  /** The text that is being read among them. */
  let brought = 0;
  return {
    mayRead: (server) => servers.allows(server),
    read: async (text) => {
      if (brought > mostWaiting) throw new ReaderBusy("Many texts are waiting to be read just now. Please bring yours again in a minute.");
      brought += 1;
      const reading = newest.then(() => readApart(text));
      // What became of it is told to those who brought it, not to the next.
      newest = reading.then(nothing, nothing);
      try {
        return await reading;
      } finally {
        brought -= 1;
      }
    },
  };
}

function nothing(): void {}

/** Patience begins here, with the thread. */
async function readApart(text: string): Promise<Understood> {
  if (!existsSync(thread)) return understand(text);
  const worker = new Worker(thread, { workerData: { text }, resourceLimits: { maxOldGenerationSizeMb: memory } });
  let timer: NodeJS.Timeout | undefined;
  try {
    const said = await new Promise<Said>((resolve, reject) => {
      timer = setTimeout(() => reject(new NotAnInterview(tooMuch)), patience);
      worker.once("message", resolve);
      worker.once("error", (cause: Error & { code?: string }) => reject(cause.code === "ERR_WORKER_OUT_OF_MEMORY" ? new NotAnInterview(tooMuch, { cause }) : cause));
      worker.once("exit", () => reject(new Error("The reader left without a word.")));
    });
    if ("problem" in said) throw new NotAnInterview(said.problem);
    return said.understood;
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}
