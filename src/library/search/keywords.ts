import { stopWords, wordsOf } from "../words.ts";

/** Longer queries are cut: nobody remembers more of a line. */
const LONGEST_QUERY = 24;
/** In characters; no word of any language that people search in is longer. */
const LONGEST_TEXT = 1000;

/**
 * The words of a query that say what it asks for, each once, in their order: no stop words, unless there are no others.
 * Search looks at nothing else, so that these words, joined by spaces, find the same as the query.
 */
export function keywords(query: string): string[] {
  const words = wordsOf(query.slice(0, LONGEST_TEXT));
  const telling = words.filter((word) => !stopWords.has(word));
  return [...new Set(telling.length > 0 ? telling : words)].slice(0, LONGEST_QUERY);
}
