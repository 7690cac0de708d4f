/** What the message box does with what is typed. */
import type { OptionValue } from "../protocol.ts";
import type { Candidate } from "./candidates.ts";
import type { CommandEntry } from "./commandEntries.ts";
import type { ChipValue } from "./draft.ts";

/** Say and run never reject: what goes wrong comes back as the box's notice. */
export interface BoxActions {
  /** Gives whether it was sent. */
  say(content: string, files: File[]): Promise<boolean>;
  run(entry: CommandEntry, options: Record<string, ChipValue>): Promise<void>;
  complete(entry: CommandEntry, options: Record<string, OptionValue>, focused: string): Promise<Candidate[]>;
}
