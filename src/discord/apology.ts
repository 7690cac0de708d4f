import { randomBytes } from "node:crypto";
import type { Log } from "../log.ts";
import { whisper, type Answer } from "./answer.ts";

/** Notes in the log what failed, under a new id, and gives the apology that tells a member this id. */
export function apologyFor(error: unknown, what: string, log: Log): Answer {
  const id = randomBytes(4).toString("hex");
  log.error({ what, id, error }, "failed");
  return whisper(`Something went wrong on my side, and I've made a note of it as \`${id}\`. Please try once more.`);
}
