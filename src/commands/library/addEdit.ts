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

/**
 * Corrects an import, drafts and what is added alike, and shows it as it is then.
 *
 * @param edit gives the interview as it shall be, of what it is at that moment; its words stay, so its quotes do
 * @param written what the form held, to be given back if the import is gone
 */
export async function editImport(id: string, desk: Desk, edit: (interview: Interview) => Interview, said: string, written: Written): Promise<Answer> {
  const after = await desk.services.shelves.changeImport(deedOf(desk), id, (found) => {
    const interview = edit(parseInterview(found.transcript));
    return { transcript: writeTranscript(interview), title: interview.title, quotes: found.quotes };
  });
  if (after !== undefined && typeof after !== "string") return cardOf(after, desk, said);
  const found = await desk.services.shelves.findImport(desk.server, id);
  return found && after !== undefined ? cardOf(found, desk, boundWords(after)) : tooLate(found, written);
}
