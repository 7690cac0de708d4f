/** An interview as its moderator sees it before it is added: what was understood, and what is in doubt. */
import type { APIEmbed, APIEmbedField } from "discord.js";
import { limits, listed, shorten } from "../discord/limits.ts";
import type { Interview } from "../interview/interview.ts";
import { showWarning, type Warning } from "../interview/warnings.ts";
import type { Film } from "../library/film.ts";
import type { LibraryInterview, LibraryQuote } from "../library/library.ts";
import type { Person } from "../library/person.ts";
import type { Import } from "../store/shelves.ts";
import { ivory } from "./colour.ts";
import { counted } from "./counted.ts";
import { readableDate } from "./dates.ts";
import { filmName } from "./film.ts";
import { escapeMarkdown, link } from "./markdown.ts";

/** What there is to know of an import before it is added. */
export interface PreviewFacts {
  imported: Import;
  interview: Interview;
  /** How many quotes members will find of it, and how many not: those that another interview of the library has, or that are hidden. */
  quotes: number;
  others: number;
  /** `isNew` where the library knows nobody of that name. */
  speakers: { name: string; answers: number; isNew: boolean }[];
  samples: Pick<LibraryQuote, "words" | "speaker">[];
  /** The films and people of the library that are talked about. */
  films: Film[];
  people: Person[];
  /** An interview of the library that seems to be the same. */
  twin?: LibraryInterview | undefined;
}

/** In characters of Markdown: all parts at their longest fit into the 6,000 of a message. */
const longest = { line: 160, address: 400, speakers: 700, quote: 300, names: 400, warning: 200, warnings: 900 };

/** The preview of an import. */
export function previewEmbed(facts: PreviewFacts): APIEmbed {
  const { imported, interview, speakers, samples, films, people, twin } = facts;
  return {
    color: ivory,
    title: shorten(escapeMarkdown(interview.title), limits.embedTitle),
    description: sourceLines(interview).join("\n"),
    fields: [
      field("Already there?", twin ? `⚠️ This seems to be in the library already: ${shown(twin.title, longest.line)}` : ""),
      field(speakers.length === 1 ? "Speaker" : "Speakers", listed(speakers.map(speakerLine), "\n", longest.speakers)),
      field("What I read", readWords(facts)),
      field(samples.length === 1 ? "A quote" : "Some quotes", samples.map(({ words, speaker }) => `“${shown(words, longest.quote)}” — ${shown(surname(speaker), longest.line)}`).join("\n\n")),
      field("Films I know", listed(films.map((film) => escapeMarkdown(filmName(film))), ", ", longest.names)),
      field("People I know", listed(people.map(({ name }) => escapeMarkdown(name)), ", ", longest.names)),
      field("In doubt", warningsThatFit(imported.warnings)),
    ].filter((one) => one !== undefined),
    footer: { text: "Add it only if you have the right to use it. The words stay those of who said and published them." },
  };
}

/** How many quotes: "5 quotes", "0 quotes, and 5 that are in the library already or hidden". Plain text. */
export function quotesWords({ quotes, others }: Pick<PreviewFacts, "quotes" | "others">): string {
  const words = counted(quotes, "quote");
  if (others === 0) return words;
  return `${words}, and ${others.toLocaleString("en-GB")} that ${others === 1 ? "is" : "are"} in the library already or hidden`;
}

/** All warnings as a text file, where the preview has no room for them; else nothing. */
export function warningsFile(warnings: readonly Warning[]): string | undefined {
  const lines = warnings.map(warningLine);
  return warningsThatFit(warnings) === lines.join("\n") ? undefined : `${warnings.map(showWarning).join("\n")}\n`;
}

function sourceLines({ interviewer, publication, date, url }: Interview): string[] {
  const unknown = "*not yet known*";
  return [
    `Interviewer: ${interviewer ? shown(interviewer, longest.line) : unknown}`,
    `Publication: ${publication ? shown(publication, longest.line) : unknown}`,
    `Date: ${date ? readableDate(date) : unknown}`,
    `Link: ${url ? address(url) : unknown}`,
  ];
}

/** The address as a link that reads as itself; a very long one as mere text. */
function address(url: string): string {
  const whole = link(shorten(url.replace(/^https?:\/\/(?:www\.)?/, ""), longest.line / 2), url);
  return whole.length <= longest.address ? whole : shown(url, longest.line);
}

function speakerLine({ name, answers, isNew }: PreviewFacts["speakers"][number]): string {
  return `**${shown(name, longest.line)}** · ${counted(answers, "answer")}${isNew ? " · new to the library" : ""}`;
}

function readWords({ imported: { convention, confidence }, interview: { exchanges }, quotes, others }: PreviewFacts): string {
  const none = quotes + others === 0 ? "\nIts answers are too short to make quotes of; `/interview` will show it." : "";
  return `${counted(exchanges.length, "exchange")}, ${quotesWords({ quotes, others })}${none}\nI took it for *${convention}*, and ${sureWords(confidence)}`;
}

/** How sure the parser is, from 0 to 1, as the end of "I took it for …, and"; see `confidenceIn` for what the number stands on. */
export function sureWords(confidence: number): string {
  if (confidence >= 0.9) return "am sure of it.";
  if (confidence >= 0.7) return "am fairly sure of it.";
  if (confidence >= 0.5) return "am not quite sure of it: have a look at names and quotes.";
  return "am far from sure of it: please look closely at names and quotes.";
}

/** The warnings a line each, or the first of them with how many more there are. */
function warningsThatFit(warnings: readonly Warning[]): string {
  const lines: string[] = [];
  let room = longest.warnings - 60;
  for (const warning of warnings) {
    const line = warningLine(warning);
    room -= line.length + 1;
    if (room < 0) return [...lines, `-# and ${counted(warnings.length - lines.length, "more doubt")}, all of them in warnings.txt`].join("\n");
    lines.push(line);
  }
  return lines.join("\n");
}

function warningLine(warning: Warning): string {
  return `⚠️ ${shown(showWarning(warning), longest.warning)}`;
}

/** Text from the file, escaped, in so many characters. */
function shown(text: string, limit: number): string {
  return shorten(escapeMarkdown(text), limit);
}

function surname(speaker: string): string {
  return speaker.split(" ").at(-1)!;
}

function field(name: string, value: string): APIEmbedField | undefined {
  return value === "" ? undefined : { name, value };
}
