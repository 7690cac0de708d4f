import { stopWords } from "../words.ts";
import { distance } from "./distance.ts";
import { isEnglish } from "./english.ts";

/** Shorter ones are one letter from half of each other. */
const SHORTEST = 3;

/** Whether a query is all stop words: these are in every quote, and only their order says which one is meant. */
export function isAllStopWords(words: readonly string[]): boolean {
  return words.every((word) => stopWords.has(word));
}

/** Whether a word may grow into a stop word. */
export function beginsStopWord(word: string): boolean {
  for (const other of stopWords) if (other.startsWith(word)) return true;
  return false;
}

/** Whether a word that is nothing else is a stop word with a letter left out, added, changed or swapped: "taht", "ovr". */
export function isMisspeltStopWord(word: string): boolean {
  if (word.length < SHORTEST || isEnglish(word)) return false;
  for (const other of stopWords) if (other.length >= SHORTEST && distance(word, other, 1) === 1) return true;
  return false;
}
