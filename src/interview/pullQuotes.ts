/** Where in a list of paragraphs a passage stands. */
export interface Passage {
  paragraph: number;
  /** The first and the last of its words, counted from 0. */
  first: number;
  last: number;
}

/** Finds the passage that a pull quote was lifted from. Words are as wordsOf gives them (words.ts). */
export type PassageFinder = (pullQuote: string[], accept?: (paragraph: number) => boolean, same?: number) => Passage | undefined;

const FEWEST_WORDS = 3;
const MOST_WORDS = 120;
/** Editors change a word here and there ("in all our films" for "in all of our films"): so much must be the same, in the same order. */
const SAME = 0.8;
/** Words on either side of the place where the alignment begins. */
const SLACK = 6;
/** So many of its pairs must agree on where it begins to make the measuring worth while. */
const FEWEST_VOTES = 0.25;
/** More words than a paragraph has: keeps the places of different paragraphs apart. */
const FAR = 2 ** 30;
/** Places remembered for each pair of words: a bound on the work that a text of one repeated word makes. */
const MOST_PLACES = 16;

/**
 * Builds a finder over paragraphs. It looks for pairs of neighbouring words that the pull quote shares with a
 * paragraph, lets them vote for where it begins, and there measures the longest common subsequence of words. So much of the
 * pull quote as `same` says (0.8 unless told) must be in it.
 * @param paragraphs The words of each, in order.
 */
export function passageFinder(paragraphs: string[][]): PassageFinder {
  const numbers = new Map<string, number>();
  // Where each pair stands: a paragraph and the place in it, one after the other.
  const places = new Map<number, number[]>();
  for (const [paragraph, words] of paragraphs.entries()) {
    for (const word of words) if (!numbers.has(word)) numbers.set(word, numbers.size);
    for (const [index, pair] of pairs(words, numbers).entries()) {
      const known = places.get(pair);
      if (known === undefined) places.set(pair, [paragraph, index]);
      else if (known.length < 2 * MOST_PLACES) known.push(paragraph, index);
    }
  }
  return (wanted, accept = () => true, same = SAME) => {
    if (wanted.length < FEWEST_WORDS || wanted.length > MOST_WORDS) return undefined;
    const wantedPairs = pairs(wanted, numbers);
    const votes = new Map<number, number>();
    let best: { paragraph: number; begin: number; count: number } | undefined;
    for (const [index, pair] of wantedPairs.entries()) {
      const known = places.get(pair) ?? [];
      for (let next = 0; next < known.length; next += 2) {
        const paragraph = known[next] as number;
        if (!accept(paragraph)) continue;
        const begin = (known[next + 1] as number) - index;
        const key = paragraph * FAR + begin;
        const count = (votes.get(key) ?? 0) + 1;
        votes.set(key, count);
        if (best === undefined || count > best.count) best = { paragraph, begin, count };
      }
    }
    if (best === undefined || best.count < FEWEST_VOTES * wantedPairs.length) return undefined;
    const from = Math.max(0, best.begin - SLACK);
    const window = paragraphs[best.paragraph]?.slice(from, Math.max(0, best.begin) + wanted.length + SLACK) ?? [];
    const found = align(wanted, window, same);
    return found && { paragraph: best.paragraph, first: from + found.first, last: from + found.last };
  };
}

/** Each word with the one behind it, as one number; NaN where no paragraph has one of them. */
function pairs(words: string[], numbers: ReadonlyMap<string, number>): number[] {
  const each = words.map((word) => numbers.get(word) ?? NaN);
  return each.slice(1).map((number, index) => (each[index] ?? NaN) * FAR + number);
}

/** Where the common words begin and end, when enough of the wanted words are common. */
function align(wanted: string[], window: string[], same: number): { first: number; last: number } | undefined {
  const width = window.length + 1;
  // common[i * width + j]: how many words wanted[i..] and window[j..] have in common, in order.
  const common = new Uint16Array((wanted.length + 1) * width);
  const at = (i: number, j: number): number => common[i * width + j] ?? 0;
  for (let i = wanted.length - 1; i >= 0; i--) {
    for (let j = window.length - 1; j >= 0; j--) {
      common[i * width + j] = wanted[i] === window[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  if (at(0, 0) < FEWEST_WORDS || at(0, 0) < same * wanted.length) return undefined;
  const matched: number[] = [];
  for (let i = 0, j = 0; i < wanted.length && j < window.length; ) {
    if (wanted[i] === window[j]) {
      matched.push(j);
      i++;
      j++;
    } else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  }
  const [first, last] = [matched[0], matched.at(-1)];
  return first === undefined || last === undefined ? undefined : { first, last };
}
