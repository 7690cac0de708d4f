import { distance } from "./distance.ts";

/**
 * A vocabulary by length, each word with its letters as bits, so that a misspelt word is compared with few others: two
 * words within two typos differ in at most two letters each way, which two machine instructions tell.
 */
export interface Spellings {
  /** The places of the terms in the vocabulary, the shortest term first. */
  order: Uint32Array;
  /** The letters of each, in the same order. */
  letters: Uint32Array;
  /** Where in `order` the terms of each length begin. */
  starts: Uint32Array;
}

/** Longer words, which no language has many of, are kept as if they were this long. */
const LONGEST = 40;

/** Sorts a vocabulary by length. */
export function spellingsOf(terms: string[]): Spellings {
  const starts = new Uint32Array(LONGEST + 2);
  for (const term of terms) starts[Math.min(term.length, LONGEST) + 1]! += 1;
  for (let length = 0; length <= LONGEST; length += 1) starts[length + 1]! += starts[length]!;
  const filled = starts.slice();
  const order = new Uint32Array(terms.length);
  const letters = new Uint32Array(terms.length);
  for (const [index, term] of terms.entries()) {
    const at = filled[Math.min(term.length, LONGEST)]!++;
    order[at] = index;
    letters[at] = lettersOf(term);
  }
  return { order, letters, starts };
}

/**
 * Visits every term within so many typos of a word.
 *
 * @param unfinished Whether terms count that only begin like the word.
 * @param visit Is given the term, its typos, and its place in the vocabulary.
 */
export function visitSpellings(
  { order, letters, starts }: Spellings,
  terms: string[],
  word: string,
  limit: number,
  unfinished: boolean,
  visit: (term: string, typos: number, index: number) => void,
): void {
  const own = lettersOf(word);
  const shortest = Math.max(0, Math.min(word.length, LONGEST) - limit);
  const longest = unfinished ? LONGEST : Math.min(LONGEST, word.length + limit);
  const end = starts[longest + 1]!;
  for (let at = starts[shortest]!; at < end; at += 1) {
    const other = letters[at]!;
    if (ones(own & ~other) > limit || (!unfinished && ones(other & ~own) > limit)) continue;
    const term = terms[order[at]!]!;
    const typos = distance(word, term, limit, unfinished);
    if (typos <= limit) visit(term, typos, order[at]!);
  }
}

/** One bit for each letter, the letters of any alphabet shared out over 32. */
function lettersOf(word: string): number {
  let bits = 0;
  for (let at = 0; at < word.length; at += 1) bits |= 1 << (word.charCodeAt(at) & 31);
  return bits;
}

/** How many bits are set: they are added in pairs, fours, eights and so on, in parallel. */
function ones(bits: number): number {
  bits -= (bits >>> 1) & 0x55555555;
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
