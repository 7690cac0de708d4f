import { distance } from "./distance.ts";
import { isEnglish } from "./english.ts";
import { isLikelyTypo } from "./typos.ts";

/** Of a line that is remembered by so many words, a few may be missing, and one in so many may be another than was said. */
const LONG = 5;
const MOST_MISSING = 2;

/**
 * Tells whether a quote says these words in a row, in this order; or of five and more, all but one in five, with at most two others
 * in between. Of the last one, the beginning is enough; what is no English word may be misspelt.
 */
export function rowOf(words: readonly string[]): (quote: readonly string[]) => boolean {
  const isLong = words.length >= LONG;
  const [mostMissing, mostWrong] = isLong ? [MOST_MISSING, Math.floor(words.length / LONG)] : [0, 0];
  const isSaid = words.map((word, index) => sayingOf(word, index === words.length - 1));

  return (quote) => {
    for (let first = 0; first <= mostWrong; first += 1) {
      for (let start = 0; start < quote.length; start += 1) if (isSaid[first]?.(quote[start]!) && goesOn(quote, start, first)) return true;
    }
    return false;
  };

  /** Whether the words go on behind one of them that stands at a place in the quote. */
  function goesOn(quote: readonly string[], start: number, first: number): boolean {
    let [at, missing, wrong] = [start + 1, 0, first];
    for (let index = first + 1; index < words.length; index += 1) {
      let found = at;
      const latest = Math.min(quote.length - 1, at + mostMissing - missing);
      while (found <= latest && !isSaid[index]!(quote[found]!)) found += 1;
      if (found <= latest) [missing, at] = [missing + found - at, found + 1];
      else if (++wrong > mostWrong) return false;
    }
    return true;
  }
}

/** Tells whether a word that was said is this one. */
function sayingOf(word: string, isLast: boolean): (said: string) => boolean {
  const mayBeMisspelt = !isEnglish(word);
  return (said) => said === word || (isLast && said.startsWith(word)) || (mayBeMisspelt && distance(word, said, 1) === 1 && isLikelyTypo(word, said, 1));
}
