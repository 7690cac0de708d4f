/** Reads one text in a thread of its own; see readApart.ts. */
import { parentPort, workerData } from "node:worker_threads";
import { NotAnInterview } from "../interview/notAnInterview.ts";
import { understand, type Understood } from "./understand.ts";

/** What the thread has to say: what it understood, or why it is no interview. */
export type Said = { understood: Understood } | { problem: string };

// A thread has no origin, as a window has.
// oxlint-disable-next-line require-post-message-target-origin
parentPort!.postMessage(read((workerData as { text: string }).text));

function read(text: string): Said {
  try {
    return { understood: understand(text) };
  } catch (error) {
    if (!(error instanceof NotAnInterview)) throw error;
    return { problem: error.message };
  }
}
