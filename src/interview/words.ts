const WORD = /[\p{L}\p{M}\p{N}]+/gu;
const PLAIN = /^[A-Za-z0-9]*$/;

/** A word and where it stands in its text, as offsets in UTF-16 units. */
export interface PlacedWord {
  word: string;
  start: number;
  end: number;
}

/**
 * The bare words of a text: NFKC, lower case, letters and digits only, one space between them.
 * Punctuation, quotation marks and capitals make no difference to it. May be empty.
 */
export function bareWords(text: string): string {
  return (fold(text).match(WORD) ?? []).join(" ");
}

/** The words of a text in order, each bare. */
export function wordsOf(text: string): string[] {
  return (text.match(WORD) ?? []).map((word) => fold(word));
}

/** The same words, each with its place. */
export function placedWords(text: string): PlacedWord[] {
  return [...text.matchAll(WORD)].map((match) => ({
    word: fold(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** Plain English, the bulk of it, has nothing to normalise. */
function fold(text: string): string {
  return (PLAIN.test(text) ? text : text.normalize("NFKC")).toLowerCase();
}
