import { stopWords } from "../words.ts";
import { distance, sortedLetters } from "./distance.ts";
import { isEnglish } from "./english.ts";

/** Whether a query is all stop words: these are in every quote, and only their order says which one is meant. */
export function isAllStopWords(words: readonly string[]): boolean {
  return words.every((word) => stopWords.has(word));
}

/** Whether a word may grow into a stop word. */
export function beginsStopWord(word: string): boolean {
  for (const other of stopWords) if (other.startsWith(word)) return true;
  return false;
}

/** Whether a word is a stop word with two of its letters swapped, though not the first: "taht". */
export function isSwappedStopWord(word: string): boolean {
  for (const other of stopWords) {
    if (other[0] === word[0] && other.length === word.length && distance(word, other, 1) === 1 && sortedLetters(word) === sortedLetters(other)) return !isEnglish(word);
  }
  return false;
}
