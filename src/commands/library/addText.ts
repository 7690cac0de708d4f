import type { Warning } from "../../interview/warnings.ts";
import { slugOf } from "../../library/slug.ts";
import type { Import } from "../../store/shelves.ts";
import { idFrom } from "../idFrom.ts";
import type { Desk } from "./desk.ts";

/** Of an id, in characters: a slug of the title, a hyphen, and letters that no other has. */
const longestSlug = 24;
const distinguishing = 6;

/** What is kept of the parser's doubts: more, and longer ones, nobody reads. */
const mostWarnings = 500;
const longestWarning = 300;

/**
 * A draft of the interview that a text holds.
 *
 * @throws NotAnInterview when it holds none
 * @throws ReaderBusy when too many texts wait to be read
 */
export async function draftOf(text: string, { server, user, asking, services }: Desk): Promise<Import> {
  const { interview, convention, confidence, warnings, transcript, quotes } = await services.reader.read(text);
  return {
    id: `${slugOf(interview.title, longestSlug)}-${idFrom(asking, distinguishing)}`,
    server,
    state: "draft",
    transcript,
    title: interview.title,
    quotes,
    convention,
    confidence,
    warnings: fewWarnings(warnings),
    by: user,
    at: services.now(),
  };
}

function fewWarnings(warnings: readonly Warning[]): Warning[] {
  const some = warnings.slice(0, mostWarnings).map((warning) => ({ ...warning, message: warning.message.slice(0, longestWarning) }));
  const more = warnings.length - some.length;
  return more > 0 ? [...some, { message: `${more.toLocaleString("en-GB")} more of the kind` }] : some;
}
