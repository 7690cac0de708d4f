/** Of a line that is remembered by so many words, a few may be missing. */
const LONG = 5;
const MOST_MISSING = 2;

/**
 * Whether a quote says these words in a row, in this order, or five and more of them with at most two others in between. Of
 * the last one, the beginning is enough.
 */
export function saysInARow(quote: readonly string[], words: readonly string[]): boolean {
  const missing = words.length < LONG ? 0 : MOST_MISSING;
  return quote.some((_, start) => saysFrom(start, quote, words, missing));
}

function saysFrom(start: number, quote: readonly string[], words: readonly string[], missing: number): boolean {
  let at = start;
  for (const [index, word] of words.entries()) {
    const isSaid = (said: string): boolean => (index === words.length - 1 ? said.startsWith(word) : said === word);
    const latest = index === 0 ? start : start + index + missing;
    while (at < quote.length && at <= latest && !isSaid(quote[at]!)) at += 1;
    if (at >= quote.length || at > latest) return false;
    at += 1;
  }
  return true;
}
