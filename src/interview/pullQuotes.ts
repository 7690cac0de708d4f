import { placedWords, type PlacedWord } from "./words.ts";

/** Where in a list of paragraphs a passage stands, as offsets in UTF-16 units. */
export interface Passage {
  paragraph: number;
  start: number;
  end: number;
}

/** Finds the passage that a pull quote was lifted from. */
export type PassageFinder = (pullQuote: string, accept?: (paragraph: number) => boolean, same?: number) => Passage | undefined;

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
 */
export function passageFinder(paragraphs: string[]): PassageFinder {
  const words = paragraphs.map((paragraph) => placedWords(paragraph));
  const places = new Map<string, { paragraph: number; index: number }[]>();
  for (const [paragraph, list] of words.entries()) {
    for (const [index, pair] of pairs(list).entries()) {
      const known = places.get(pair);
      if (known === undefined) places.set(pair, [{ paragraph, index }]);
      else if (known.length < MOST_PLACES) known.push({ paragraph, index });
    }
  }
  return (pullQuote, accept = () => true, same = SAME) => {
    const wanted = placedWords(pullQuote);
    if (wanted.length < FEWEST_WORDS || wanted.length > MOST_WORDS) return undefined;
    const wantedPairs = pairs(wanted);
    const votes = new Map<number, number>();
    let best: { paragraph: number; begin: number; count: number } | undefined;
    for (const [index, pair] of wantedPairs.entries()) {
      for (const place of places.get(pair) ?? []) {
        if (!accept(place.paragraph)) continue;
        const begin = place.index - index;
        const key = place.paragraph * FAR + begin;
        const count = (votes.get(key) ?? 0) + 1;
        votes.set(key, count);
        if (best === undefined || count > best.count) best = { paragraph: place.paragraph, begin, count };
      }
    }
    if (best === undefined || best.count < FEWEST_VOTES * wantedPairs.length) return undefined;
    const from = Math.max(0, best.begin - SLACK);
    const window = words[best.paragraph]?.slice(from, Math.max(0, best.begin) + wanted.length + SLACK) ?? [];
    const place = align(wanted, window, same);
    return place && { paragraph: best.paragraph, ...place };
  };
}

function pairs(words: PlacedWord[]): string[] {
  return words.slice(1).map(({ word }, index) => `${words[index]?.word} ${word}`);
}

/** Where the common words begin and end, when enough of the wanted words are common. */
function align(wanted: PlacedWord[], window: PlacedWord[], same: number): { start: number; end: number } | undefined {
  const width = window.length + 1;
  // common[i * width + j]: how many words wanted[i..] and window[j..] have in common, in order.
  const common = new Uint16Array((wanted.length + 1) * width);
  const at = (i: number, j: number): number => common[i * width + j] ?? 0;
  for (let i = wanted.length - 1; i >= 0; i--) {
    for (let j = window.length - 1; j >= 0; j--) {
      common[i * width + j] = wanted[i]?.word === window[j]?.word ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  if (at(0, 0) < FEWEST_WORDS || at(0, 0) < same * wanted.length) return undefined;
  const matched: PlacedWord[] = [];
  for (let i = 0, j = 0; i < wanted.length && j < window.length; ) {
    const word = window[j];
    if (word !== undefined && wanted[i]?.word === word.word) {
      matched.push(word);
      i++;
      j++;
    } else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  }
  const [first, last] = [matched[0], matched.at(-1)];
  return first && last && { start: first.start, end: last.end };
}
