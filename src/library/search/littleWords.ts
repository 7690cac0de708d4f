import { stopWords } from "../words.ts";
import { distance, sortedLetters } from "./distance.ts";
import { isEnglish } from "./english.ts";
import { isLikelyTypo } from "./typos.ts";

/** In letters. */
const LONG = 5;

/** Whether a query is all stop words: these are in every quote, and only their order says which one is meant. */
export function isAllStopWords(words: readonly string[]): boolean {
  return words.every((word) => stopWords.has(word));
}

/** Whether a word may grow into a stop word. */
export function beginsStopWord(word: string): boolean {
  for (const other of stopWords) if (other.startsWith(word)) return true;
  return false;
}

/** Whether a word may be a stop word misspelt: with two letters swapped, though not the first, as "taht", without a vowel, or, if long, with any letter wrong. */
export function isMisspeltStopWord(word: string): boolean {
  for (const other of stopWords) {
    if (other[0] !== word[0] || distance(word, other, 1) !== 1) continue;
    const lacksVowel = word.length < other.length && isLikelyTypo(word, other, 1);
    const isLikely = other.length >= LONG || sortedLetters(word) === sortedLetters(other) || lacksVowel;
    if (isLikely) return !isEnglish(word);
  }
  return false;
}
