import type { Answer, Reply } from "../../discord/answer.ts";
import type { Interview } from "../../interview/interview.ts";
import { NotAnInterview } from "../../interview/notAnInterview.ts";
import { parseInterview } from "../../interview/parse.ts";
import { writeTranscript } from "../../interview/transcriptFile.ts";
import type { Import } from "../../store/shelves.ts";
import { tooLate, tooOld, type Written } from "./addTooLate.ts";
import { boundWords } from "./boundWords.ts";
import { deedOf, type Desk } from "./desk.ts";
import { cardOf } from "./preview.ts";
import { cardNow } from "./show.ts";

/**
 * Does something with an import that can be corrected, or says why none of it can be.
 *
 * @param written what a form held that was sent
 */
export async function withImport<Given extends Reply>(id: string, desk: Desk, act: (found: Import, interview: Interview) => Given | Promise<Given>, written?: Written): Promise<Given | Answer> {
  const found = await desk.services.shelves.findImport(desk.server, id);
  if (!found || found.state === "removed") return tooLate(found, written);
  if (found.state === "added" && !desk.services.library.interview(id)) return cardNow(id, desk);
  const interview = readable(found, desk);
  return interview ? act(found, interview) : tooOld(written);
}

/** The interview of an import, or nothing where a parser that has changed since can't read its transcript any more, which the log is told. */
export function readable({ id, transcript }: Import, { server, services }: Desk): Interview | undefined {
  try {
    return parseInterview(transcript);
  } catch (error) {
    if (!(error instanceof NotAnInterview)) throw error;
    services.log.error({ server, interview: id, problem: error.message }, "a transcript cannot be read any more");
    return undefined;
  }
}

/** A correction of an import. */
interface Correction {
  /** Gives the interview as it shall be, of what it is at that moment; its words stay, so its quotes do. */
  edit: (interview: Interview) => Interview;
  /** The names that are changed by it, by the old ones. */
  names?: ReadonlyMap<string, string>;
  /** What to say above it then. */
  said: string;
  /** What the form held, to be given back if the import is gone. */
  written: Written;
}

/** Corrects an import, drafts and what is added alike, and shows it as it is then. */
export async function editImport(id: string, desk: Desk, { edit, names, said, written }: Correction): Promise<Answer> {
  const change = (found: Import) => {
    const interview = edit(parseInterview(found.transcript));
    return { transcript: writeTranscript(interview), title: interview.title, quotes: found.quotes };
  };
  const after = await desk.services.shelves.changeImport(deedOf(desk), id, change, names);
  if (after !== undefined && typeof after !== "string") return cardOf(after, desk, said);
  const found = await desk.services.shelves.findImport(desk.server, id);
  return found && after !== undefined ? cardOf(found, desk, boundWords(after)) : tooLate(found, written);
}
