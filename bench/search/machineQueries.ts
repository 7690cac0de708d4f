import { stopWords, wordsOf } from "../../src/library/words.ts";
import { randomNumbers, type Document } from "./documents.ts";

/** A query made by machine from a quote's own words. */
export interface MachineQuery {
  kind: "words" | "one typo" | "two typos" | "prefix";
  query: string;
  /** The words it was made of, before they were spoilt. */
  meant: string[];
}

const letters = "abcdefghijklmnopqrstuvwxyz";

/**
 * So many queries of each kind: three telling words of a quote, in their order; the same with a typo in one word of five
 * letters or more, or in two; the same with the last word cut short to three letters or more.
 */
export function machineQueries(documents: Document[], count: number, seed: number): MachineQuery[] {
  const next = randomNumbers(seed);
  const pick = (limit: number) => Math.floor(next() * limit);
  const queries: MachineQuery[] = [];
  while (queries.length < count * 4) {
    const words = wordsOf(documents[pick(documents.length)]!.quote.words);
    const telling = words.filter((word) => word.length >= 5 && !stopWords.has(word) && /^[a-z]+$/.test(word));
    if (new Set(telling).size < 4) continue;
    const start = pick(telling.length - 2);
    const meant = telling.slice(start, start + 3);
    if (new Set(meant).size < 3) continue;
    const spoilt = pick(3);
    const cut = 3 + pick(meant[2]!.length - 3);
    queries.push(
      { kind: "words", query: meant.join(" "), meant },
      { kind: "one typo", query: meant.map((word, place) => (place === spoilt ? mistype(word, pick) : word)).join(" "), meant },
      { kind: "two typos", query: meant.map((word, place) => (place === spoilt ? word : mistype(word, pick))).join(" "), meant },
      { kind: "prefix", query: [meant[0]!, meant[1]!, meant[2]!.slice(0, cut)].join(" "), meant },
    );
  }
  return queries;
}

/** The word with a letter left out, added, changed or swapped with the next, anywhere. */
function mistype(word: string, pick: (limit: number) => number): string {
  const at = pick(word.length);
  const other = letters[pick(letters.length)]!;
  const [before, after] = [word.slice(0, at), word.slice(at + 1)];
  switch (pick(4)) {
    case 0:
      return before + after;
    case 1:
      return before + other + word.slice(at);
    case 2:
      return before + other + after;
    default:
      return at + 1 < word.length ? before + word[at + 1]! + word[at]! + word.slice(at + 2) : before + after;
  }
}
