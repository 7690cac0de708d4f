import type { Interview } from "../../interview/interview.ts";
import { readTranscript } from "../../interview/parse.ts";
import { cutQuotes } from "../../interview/quotes.ts";
import { writeTranscript } from "../../interview/transcriptFile.ts";
import type { Warning } from "../../interview/warnings.ts";
import { slugOf } from "../../library/slug.ts";
import type { Import } from "../../store/shelves.ts";
import { idFrom } from "../idFrom.ts";
import { webAddress } from "./detailsRead.ts";
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
 */
export function draftOf(text: string, { server, user, asking, services }: Desk): Import {
  const { interview: published, convention, confidence, warnings } = readTranscript(text);
  // An address that Discord takes for none would break every card with it.
  const interview: Interview = { ...published, url: published.url === undefined ? undefined : webAddress(published.url) };
  return {
    id: `${slugOf(interview.title, longestSlug)}-${idFrom(asking, distinguishing)}`,
    server,
    state: "draft",
    transcript: writeTranscript(interview),
    title: interview.title,
    quotes: cutQuotes(interview).length,
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
