import type { Answer } from "../../discord/answer.ts";
import type { Interview } from "../../interview/interview.ts";
import { parseInterview } from "../../interview/parse.ts";
import { writeTranscript } from "../../interview/transcriptFile.ts";
import { boundWords } from "./boundWords.ts";
import { deedOf, type Desk } from "./desk.ts";
import { cardOf, forgotten } from "./preview.ts";

/**
 * Corrects an import, drafts and what is added alike, and shows it as it is then.
 *
 * @param edit gives the interview as it shall be, of what it is at that moment; its words stay, so its quotes do
 */
export async function editImport(id: string, desk: Desk, edit: (interview: Interview) => Interview, said: string): Promise<Answer> {
  const after = await desk.services.shelves.changeImport(deedOf(desk), id, (found) => {
    const interview = edit(parseInterview(found.transcript));
    return { transcript: writeTranscript(interview), title: interview.title, quotes: found.quotes };
  });
  if (after === undefined) return forgotten();
  if (typeof after !== "string") return cardOf(after, desk, said);
  const found = await desk.services.shelves.findImport(desk.server, id);
  return found ? cardOf(found, desk, boundWords(after)) : forgotten();
}
