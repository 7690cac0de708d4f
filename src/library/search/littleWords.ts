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

/** Whether a word may be a stop word misspelt: with two letters swapped, though not the first, as "taht"; without a vowel; or a long one with a letter missing or doubled. */
export function isMisspeltStopWord(word: string): boolean {
  for (const other of stopWords) {
    if (other[0] !== word[0] || distance(word, other, 1) !== 1) continue;
    const lacksLetter = word.length < other.length && (other.length >= LONG || isLikelyTypo(word, other, 1));
    const doublesLetter = other.length >= LONG && undoubled(word) === undoubled(other);
    const isLikely = lacksLetter || doublesLetter || sortedLetters(word) === sortedLetters(other);
    if (isLikely) return !isEnglish(word);
  }
  return false;
}

function undoubled(word: string): string {
  return word.replaceAll(/(.)\1/g, "$1");
}
