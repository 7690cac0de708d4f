import type { Quote } from "../interview/quote.ts";

/** What a passage of an interview is about, in words that it does not use itself. Nobody ever sees these; search finds quotes by them. */
export interface Passage {
  /** The first words of a quote, by which it is told. */
  beginning: string;
  /** Key words, and questions that the passage answers. */
  topics: string;
  /** Where it stands in its file, from 1. */
  line: number;
}

/** What the passages of an interview are about, under the interview's id. */
export interface Topics {
  id: string;
  passages: Passage[];
  /** The lines that look like a heading and are none. */
  strays: number[];
}

/** In characters, of one passage: some two hundred words. */
export const longestTopics = 1200;

const HEADING = /^## +(.*\S)/;

/** Reads a file of data/topics: the first words of each passage as a heading, and its topics below. What stands above them all is a remark. */
export function readTopics(text: string): Omit<Topics, "id"> {
  const passages: Passage[] = [];
  const strays: number[] = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    const beginning = HEADING.exec(line)?.[1];
    const last = passages.at(-1);
    if (beginning !== undefined) passages.push({ beginning, topics: "", line: index + 1 });
    else if (line.startsWith("#")) strays.push(index + 1);
    else if (last !== undefined) last.topics = `${last.topics} ${line}`.trim();
  }
  return { passages, strays };
}

const GOES_ON = /^[\p{L}\p{N}]/u;

/** The ids of the quotes that begin with these words, the last of them whole; a passage is told by one. */
export function quotesBeginning(beginning: string, quotes: readonly Quote[]): string[] {
  return quotes.filter(({ words }) => words.startsWith(beginning) && !GOES_ON.test(words.slice(beginning.length))).map(({ id }) => id);
}

/** The topics of each quote, by its id. */
export function topicsByQuote(passages: readonly Passage[], quotes: readonly Quote[]): Map<string, string> {
  return new Map(passages.flatMap(({ beginning, topics }) => quotesBeginning(beginning, quotes).map((id): [string, string] => [id, topics])));
}
