import type { Answer, Reply } from "../../discord/answer.ts";
import type { Press, Submission } from "../../discord/command.ts";
import type { Here } from "../../services.ts";
import type { Deed } from "../../store/shelves.ts";
import { lay, pressAt, submissionAt, type Desk, type ModeratorsCommand } from "../desk.ts";

export { lay, type Desk };

export const libraryCommand: ModeratorsCommand = { name: "library", belongs: "Imported interviews belong" };

/** Makes a press of what is done at the desk of /library; `choice` is what was chosen from a menu. */
export function press(act: (desk: Desk, values: string[], choice: string | undefined) => Reply | Promise<Reply>): Press {
  return pressAt(libraryCommand, act);
}

/** Makes a submission of what is done at the desk of /library with the fields of a modal. */
export function submission(act: (desk: Desk, values: string[], fields: Record<string, string>) => Answer | Promise<Answer>): Submission {
  return submissionAt(libraryCommand, act);
}

/** Whether an interview or a film is this server's own, and not in the library of every one. */
export function isOwn(kind: "interview" | "film", { id }: { id: string }, { libraries }: Here): boolean {
  return !libraries.shared[kind](id);
}

/** Who does something at the desk, where and when, as the store writes it down. */
export function deedOf({ server, user, services }: Desk): Deed {
  return { server, by: user, at: services.now() };
}

/** The desk with the library as it is now, after something was changed. */
export async function renewed(desk: Desk): Promise<Desk> {
  return { ...desk, services: { ...desk.services, library: await desk.services.libraries.of(desk.server) } };
}
