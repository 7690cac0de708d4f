import { stringify } from "yaml";
import { shorten } from "../discord/limits.ts";
import { counted } from "../embeds/counted.ts";
import { readableDate } from "../embeds/dates.ts";
import { quotesWords, sureWords } from "../embeds/preview.ts";
import type { Interview } from "../interview/interview.ts";
import { cutQuotes } from "../interview/quotes.ts";
import { writeTranscript } from "../interview/transcriptFile.ts";
import type { Reading } from "../interview/parse.ts";
import { showWarning } from "../interview/warnings.ts";
import { link } from "../library/fields.ts";
import type { Library } from "../library/library.ts";
import { peopleWhoSpeak } from "../library/person.ts";
import type { Import } from "../store/shelves.ts";
import { previewFacts } from "./previewFacts.ts";
import { oneLine } from "./written.ts";

const longestLine = 200;
const longestQuote = 400;
const unknown = "not yet known";

/** An interview as it is to be written, and how the parser read it. */
export type Understood = Pick<Reading, "interview" | "convention" | "confidence" | "warnings">;

/**
 * What the parser understood, for somebody at a terminal: the same facts that a moderator sees before an import.
 *
 * @param id the interview's id to be
 */
export function previewText({ interview, convention, confidence, warnings }: Understood, id: string, library: Library): string {
  const understood = { title: interview.title, quotes: cutQuotes(interview).length, convention, confidence, warnings };
  // As if a moderator had brought it, who is nobody, to a server that is none.
  const draft: Import = { ...understood, id, transcript: writeTranscript(interview), state: "draft", server: "", by: "", at: 0 };
  const { speakers, samples, films, people, quotes, others, twin } = previewFacts(draft, library);
  return [
    shown(interview.title),
    "",
    ...sourceLines(interview),
    "",
    ...speakers.map(({ name, answers, isNew }) => `  ${shown(name)}: ${counted(answers, "answer")}${isNew ? ", new to the library" : ""}`),
    `  ${counted(interview.exchanges.length, "exchange")}, ${quotesWords({ quotes, others })}`,
    ...(films.length > 0 ? [`  Films I know: ${films.map(({ title }) => title).join(", ")}`] : []),
    ...(people.length > 0 ? [`  People I know: ${people.map(({ name }) => name).join(", ")}`] : []),
    ...(twin ? ["", `  This seems to be in the library already: ${shown(twin.title)}`] : []),
    ...(samples.length > 0 ? [""] : []),
    ...samples.map(({ words, speaker }) => `  “${shown(words, longestQuote)}” (${shown(speaker)})`),
    "",
    `  I took it for ${convention}, and ${sureWords(confidence)}`,
    ...warnings.map((warning) => `  ${shown(showWarning(warning))}`),
    "",
  ].join("\n");
}

/** Who speaks and has no entry in the library, and how one is written; empty when all have theirs. An address too long for an entry is left out. */
export function newcomersText({ speakers, url }: Interview, { people }: Pick<Library, "people">): string {
  const newcomers = peopleWhoSpeak(speakers, people);
  const [first] = newcomers;
  if (first === undefined) return "";
  const source = link.safeParse(url).data ?? "https://example.org";
  const who = newcomers.map(({ id, name }) => `${shown(name)} (people/${id}.md)`).join(", ");
  return [
    `Found by name alone until somebody writes an entry: ${who}. docs/contributing.md says what else such a file may hold:`,
    "",
    ...`---\n${stringify({ name: first.name, sources: [source] }, { lineWidth: 0 })}---`.split("\n").map((line) => `    ${line}`),
    "    Three to six sentences of your own.",
    "",
  ].join("\n");
}

function sourceLines({ interviewer, publication, date, url }: Interview): string[] {
  return [
    `  Interviewer: ${shown(interviewer ?? unknown)}`,
    `  Publication: ${shown(publication ?? unknown)}`,
    `  Date: ${date === undefined ? unknown : readableDate(date)}`,
    `  Link: ${shown(url ?? unknown, 2 * longestLine)}`,
  ];
}

/** Text from a file, in one line without what a terminal would obey. */
function shown(text: string, longest = longestLine): string {
  return shorten(oneLine(text), longest);
}
