/** Of a line that is remembered by so many words, a few may be missing. */
const LONG = 5;
const MOST_MISSING = 2;

/**
 * Whether a quote says these words in a row, in this order, or five and more of them with at most two others in between. Of
 * the last one, the beginning is enough.
 */
export function saysInARow(quote: readonly string[], words: readonly string[]): boolean {
  const missing = words.length < LONG ? 0 : MOST_MISSING;
  for (let start = 0; start + words.length <= quote.length; start += 1) if (saysFrom(start, quote, words, missing)) return true;
  return false;
}

function saysFrom(start: number, quote: readonly string[], words: readonly string[], missing: number): boolean {
  let at = start;
  for (let index = 0; index < words.length; index += 1) {
    const latest = index === 0 ? start : start + index + missing;
    while (at < quote.length && at <= latest && !isSaid(words, index, quote[at]!)) at += 1;
    if (at >= quote.length || at > latest) return false;
    at += 1;
  }
  return true;
}

function isSaid(words: readonly string[], index: number, said: string): boolean {
  const word = words[index]!;
  return said === word || (index === words.length - 1 && said.startsWith(word));
}
