import { existsSync } from "node:fs";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { NotAnInterview } from "../interview/notAnInterview.ts";
import { projectFolder } from "../project.ts";
import type { Said } from "./reader.ts";
import { understand, type Understood } from "./understand.ts";

const reader = join(projectFolder, "dist", "importing", "reader.js");

/** In milliseconds, and in MB: a hundred times what an honest text needs. */
const patience = 30_000;
const memory = 300;

const tooMuch = "I could not read that in half a minute, and gave up. Bring it as plain text, without what stands around the interview.";

/**
 * Reads a text in a thread of its own, so that whatever somebody brings, everybody else is answered meanwhile. Where nothing is built,
 * as under `npm run dev`, it is read here.
 *
 * @throws NotAnInterview when it holds none, or is more than can be read
 */
export async function readApart(text: string): Promise<Understood> {
  if (!existsSync(reader)) return understand(text);
  const worker = new Worker(reader, { workerData: { text }, resourceLimits: { maxOldGenerationSizeMb: memory } });
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
