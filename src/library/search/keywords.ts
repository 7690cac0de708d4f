import { stopWords, wordsOf } from "../words.ts";
import { beginsStopWord, isMisspeltStopWord } from "./littleWords.ts";

/** Longer queries are cut: nobody remembers more of a line. */
const LONGEST_QUERY = 24;
/** In characters; no word of any language that people search in is longer. */
const LONGEST_TEXT = 1000;

/** One letter says too little to look twice for it. */
const SHORTEST_BEGINNING = 2;

/** The words of a query as search takes them, and those of them that say what it asks for. */
export interface QueryWords {
  /** All of them, in their order. */
  typed: readonly string[];
  /** Each once, in their order, without stop words, unless there are no others. */
  words: readonly string[];
}

/** The words of a library, by which a slip is told from a word that is meant. */
export interface Vocabulary {
  has(word: string): boolean;
  /** Whether it has a word that begins so. */
  hasBeginning(beginning: string): boolean;
}

/**
 * What a query asks for if its last word is one of the little ones, not finished yet: "it was ju". Undefined when it
 * can't be, or nothing comes before it.
 */
export function withoutLittleLast({ typed }: QueryWords, vocabulary: Vocabulary): QueryWords | undefined {
  const last = typed.at(-1);
  if (typed.length < 2 || last === undefined || last.length < SHORTEST_BEGINNING || stopWords.has(last) || !beginsStopWord(last)) return undefined;
  return { typed, words: telling(typed.slice(0, -1), vocabulary) };
}

/**
 * The words of a query, those joined that were parted in two: "you tube", where the library says YouTube. Search looks at
 * nothing else: joined by spaces, what was typed finds the same as the query.
 */
export function wordsIn(query: string, vocabulary: Vocabulary): QueryWords {
  const parts = wordsOf(query.slice(0, LONGEST_TEXT));
  const typed: string[] = [];
  for (let at = 0; at < parts.length; at += 1) {
    let word = parts[at]!;
    while (isParted(word, parts[at + 1], vocabulary)) word += parts[++at]!;
    typed.push(word);
  }
  return { typed, words: telling(typed, vocabulary) };
}

/** Of less, a beginning that is still typed would be joined to the word before. */
const SHORTEST_PART = 3;
const SHORTEST_WHOLE = 6;

function isParted(word: string, next: string | undefined, vocabulary: Vocabulary): boolean {
  if (next === undefined || next.length < SHORTEST_PART || word.length + next.length < SHORTEST_WHOLE) return false;
  return vocabulary.has(word + next) && !stopWords.has(word + next) && !(vocabulary.has(word) && vocabulary.has(next));
}

function telling(typed: readonly string[], vocabulary: Vocabulary): string[] {
  const isMeant = (word: string, index: number) => vocabulary.has(word) || (index === typed.length - 1 && vocabulary.hasBeginning(word));
  const words = typed.filter((word, index) => !stopWords.has(word) && (isMeant(word, index) || !isMisspeltStopWord(word)));
  return [...new Set(words.length > 0 ? words : typed)].slice(0, LONGEST_QUERY);
}
