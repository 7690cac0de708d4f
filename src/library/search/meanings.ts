import { stopWords } from "../words.ts";
import { isEnglish, relatedTo } from "./english.ts";
import { irregularFormsOf } from "./irregular.ts";
import { indexOfTerm } from "./postings.ts";
import type { Segment } from "./segment.ts";
import { visitSpellings } from "./spellings.ts";
import { LONGEST_ENDING, SHORTEST_STEM, stem } from "./stem.ts";
import { inLatin, isLatin, soundOf, syllablesOf } from "./sounds.ts";
import { synonymsOf } from "./synonyms.ts";
import { hasSameStart, isLikelyTypo } from "./typos.ts";
import { isNumber, isWeakWord } from "./weakWords.ts";

/** The terms that a typed word may mean, each with how surely: 1 for the word itself, less for a guess. */
export type Meanings = ReadonlyMap<string, number>;

/** How far guesses at a word may go. */
export interface Guesses {
  /** Whether wilder ones are welcome. */
  loose: boolean;
  /** Whether all words may be compared by their sound, syllable by syllable, which takes its time. */
  bySound: boolean;
}

/** How sure a word in another form is, and a better guess than any other. These are tuned on the relevance set. */
export const OTHER_FORM = 0.85;
const SYNONYM = 0.75;
/** A word with a meaning in common, by a list that knows nothing of films: on its own it is never enough to answer. */
export const RELATED = 0.4;
/** By the number of typos. */
const TYPOS = [1, 0.78, 0.6, 0.5] as const;
/** Only a name from another alphabet may be written so differently, if it sounds the same. */
const MOST_TYPOS = 3;
/** So many consonants must sound the same; from another alphabet, any. */
const SURE_SOUND = 3;
/** A word that is no term counts as the beginning of one if so much of it is there. */
const MOSTLY_TYPED = 0.6;
/** An English word that the library lacks is hardly one of its words misspelt, and perhaps one of them unfinished. */
const MISSPELT_INTO_ENGLISH = 0.4;
const UNFINISHED_ENGLISH = 0.6;
/** An unfinished word is taken for at most so many others. */
const MOST_GUESSES = 100;
/** Hardly anybody mistypes the first letter. */
const OTHER_FIRST_LETTER = 0.15;
/** How much less sure a typo is in a word that is not finished. */
const UNFINISHED = 0.85;

/**
 * What a word may mean in these segments' vocabulary: itself and its other forms; its synonyms; if unfinished, what it
 * may grow into; only if it is none of these, what it may be a misspelling of; and last, what has a meaning in common.
 */
export function meaningsOf(word: string, unfinished: boolean, segments: readonly Segment[], guesses: Guesses): Meanings {
  const found = new Map<string, number>();
  const offer = (term: string, likeness: number) => {
    if (likeness > (found.get(term) ?? 0)) found.set(term, likeness);
  };
  offerForms(word, 1, segments, offer);
  for (const form of irregularFormsOf(word)) offerForms(form, OTHER_FORM, segments, offer);
  const known = found.size > 0;
  const english = !known && isEnglish(word);
  for (const synonym of synonymsOf(word)) offerForms(synonym, SYNONYM, segments, offer);
  if (!isNumber(word) && (unfinished || (!known && !english && word.length >= 4))) {
    for (const term of commonestBeginningWith(word, segments)) {
      const share = word.length / term.length;
      if (unfinished) offer(term, (0.6 + 0.35 * share) * (english ? UNFINISHED_ENGLISH : 1));
      else if (share >= MOSTLY_TYPED) offer(term, 0.5 + 0.35 * share);
    }
  }
  if (isWeakWord(word)) return found;
  if (found.size === 0) {
    const chance = english ? MISSPELT_INTO_ENGLISH : 1;
    const offerCorrected: Offer = (term, likeness) => offer(term, likeness * chance);
    offerCorrections(word, false, unfinished, segments, guesses, offerCorrected);
    // "Бергман" is Bergman spelt as he sounds.
    const latin = inLatin(word);
    if (found.size === 0 && latin !== word) offerForms(latin, OTHER_FORM, segments, offer);
    if (found.size === 0 && latin !== word) offerCorrections(latin, true, unfinished, segments, guesses, offerCorrected);
  }
  for (const related of relatedTo(word)) offerForms(related, RELATED, segments, offer);
  return found;
}

type Offer = (term: string, likeness: number) => void;

/** The word, and the words with its stem, which stand together in the alphabet. */
function offerForms(word: string, likeness: number, segments: readonly Segment[], offer: Offer): void {
  if (segments.some(({ words }) => indexOfTerm(words.terms, word) >= 0)) offer(word, likeness);
  const root = stem(word);
  if (root.length < SHORTEST_STEM) return;
  visitBeginningWith(root, segments, (term) => {
    if (term !== word && !stopWords.has(term) && term.length <= root.length + LONGEST_ENDING && stem(term) === root) offer(term, likeness * OTHER_FORM);
  });
}

/**
 * What a word that the library lacks may be a misspelling of; and if nothing is likely, whose sound it may have. What only stands around
 * quotes, as topics do, is no more than a hint: with so many words about, one is always near.
 */
function offerCorrections(word: string, foreign: boolean, unfinished: boolean, segments: readonly Segment[], guesses: Guesses, offer: Offer): void {
  if (word.length < 3) return;
  const heard = isEnglish(word) ? "" : soundOf(word);
  const sound = foreign || heard.length >= SURE_SOUND ? heard : undefined;
  const most = word.length === 3 ? 1 : foreign ? MOST_TYPOS : 2;
  const corrections = new Map<string, number>();
  const correct = (term: string, likeness: number) => {
    if (likeness > (corrections.get(term) ?? 0)) corrections.set(term, likeness);
  };
  for (const { spellings, words } of segments) {
    const hedged = (likeness: number, index: number) => (words.said[index] === 1 ? likeness : Math.min(likeness, RELATED));
    visitSpellings(spellings, words.terms, word, most, false, (term, typos, index) => {
      if (stopWords.has(term)) return;
      const isWild = guesses.loose && (typos < 2 || (typos === 2 && word.length > 4));
      const sameStart = hasSameStart(word, term);
      const isTypo = isWild || isLikelyTypo(word, term, typos);
      const soundsAlike = !(isTypo && sameStart) && sound !== undefined && soundOf(term) === sound;
      if (!isTypo && !soundsAlike) return;
      correct(term, hedged(TYPOS[typos]! - (sameStart || soundsAlike ? 0 : OTHER_FIRST_LETTER), index));
    });
    // What is spelt in another alphabet and not finished could be too much.
    if (unfinished && !foreign && word.length >= 5) {
      visitSpellings(spellings, words.terms, word, 1, true, (term, _, index) => {
        if (word[0] === term[0]) offer(term, hedged(TYPOS[1] * UNFINISHED, index));
      });
    }
  }
  if (corrections.size === 0 && guesses.bySound && heard.length >= SURE_SOUND - 1 && word.length > 4) {
    for (const { spellings, words } of segments) {
      const syllables = syllablesOf(word);
      visitSpellings(spellings, words.terms, word, MOST_TYPOS, false, (term, typos, index) => {
        if (words.said[index] === 1 && isLatin(term) && !isEnglish(term) && syllablesOf(term) === syllables) correct(term, TYPOS[typos]!);
      });
    }
  }
  for (const [term, likeness] of corrections) offerForms(term, likeness, segments, offer);
}

/** The telling words that begin so, or the commonest of them when they are very many. */
function commonestBeginningWith(beginning: string, segments: readonly Segment[]): Iterable<string> {
  const counts = new Map<string, number>();
  visitBeginningWith(beginning, segments, (term, count) => {
    if (!stopWords.has(term)) counts.set(term, (counts.get(term) ?? 0) + count);
  });
  if (counts.size <= MOST_GUESSES) return counts.keys();
  const commonest = [...counts].sort(([one, count], [other, less]) => less - count || (one < other ? -1 : 1));
  return commonest.slice(0, MOST_GUESSES).map(([term]) => term);
}

/** Visits each segment's terms that begin so, with the number of its quotes that have them. */
function visitBeginningWith(beginning: string, segments: readonly Segment[], visit: (term: string, count: number) => void): void {
  for (const { words } of segments) {
    const { terms, counts } = words;
    const at = indexOfTerm(terms, beginning);
    for (let index = at < 0 ? -at - 1 : at; index < terms.length && terms[index]!.startsWith(beginning); index += 1) {
      visit(terms[index]!, counts[index]!);
    }
  }
}
