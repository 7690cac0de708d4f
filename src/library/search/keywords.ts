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

/**
 * What a query asks for if its last word is one of the little ones, not finished yet: "it was ju". Undefined when it
 * can't be, or nothing comes before it.
 */
export function withoutLittleLast({ typed }: QueryWords): QueryWords | undefined {
  const last = typed.at(-1);
  if (typed.length < 2 || last === undefined || last.length < SHORTEST_BEGINNING || stopWords.has(last) || !beginsStopWord(last)) return undefined;
  return { typed, words: telling(typed.slice(0, -1)) };
}

/** The words of a query. Search looks at nothing else: joined by spaces, what was typed finds the same as the query. */
export function wordsIn(query: string): QueryWords {
  const typed = wordsOf(query.slice(0, LONGEST_TEXT));
  return { typed, words: telling(typed) };
}

/**
 * The same words with those joined that were parted in two: "you tube", where the library says YouTube.
 *
 * @param isTerm whether a word is one of the library's
 */
export function joinParted({ typed }: QueryWords, isTerm: (word: string) => boolean): QueryWords {
  const joined: string[] = [];
  for (let at = 0; at < typed.length; at += 1) {
    const [word, next] = [typed[at]!, typed[at + 1] ?? ""];
    const isParted = next !== "" && !(isTerm(word) && isTerm(next)) && isTerm(word + next);
    joined.push(isParted ? word + next : word);
    if (isParted) at += 1;
  }
  return { typed: joined, words: telling(joined) };
}

function telling(typed: readonly string[]): string[] {
  const words = typed.filter((word) => !stopWords.has(word) && !isMisspeltStopWord(word));
  return [...new Set(words.length > 0 ? words : typed)].slice(0, LONGEST_QUERY);
}
