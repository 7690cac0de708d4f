import { wordsOf } from "../words.ts";
import type { Meanings } from "./meanings.ts";
import { nearness } from "./nearness.ts";
import { rowOf } from "./row.ts";
import type { SearchableQuote } from "./segment.ts";

/** The best so many are looked at again, word by word. */
const LOOKED_AT_AGAIN = 30;
const NEARNESS_WEIGHT = 0.7;
const EXACTNESS_WEIGHT = 0.3;
/** A question of so many words that stands among a quote's topics makes it count so many times as much. */
const LONG_QUESTION = 4;
const ASKED = 2;

/** What parts one topic from the next. */
const PART = /[,;?!.]/;

/** A quote that fits, and how well, by the words that it has. */
export interface Hit {
  quote: SearchableQuote;
  score: number;
}

/** The ids of the quotes that fit best, best first, and whether the first of them says all that was typed in a row. */
export interface Ranked {
  ids: string[];
  inARow: boolean;
}

/**
 * Puts quotes in order by how their words stand, and those of their topics.
 *
 * @param hits best first
 * @param onlyInARow whether quotes are left out that do not say all that was typed in a row
 */
export function lookAgain(hits: readonly Hit[], query: readonly Meanings[], typed: readonly string[], onlyInARow: boolean): Ranked {
  const isRow = rowOf(typed);
  const mayBeRow = typed.length > 1 || onlyInARow;
  const seen = hits.map(({ quote, score }, index) => {
    if (index >= LOOKED_AT_AGAIN && !onlyInARow) return { quote, score, inARow: false };
    const said = wordsOf(quote.words);
    const topics = (quote.topics ?? "").split(PART).map((part) => wordsOf(part));
    const [own, about] = [nearness(query, said), nearness(query, topics.flat())];
    const together = Math.max(own.together, about.together);
    const exact = Math.max(own.exact, about.exact);
    const asked = typed.length >= LONG_QUESTION && topics.some((part) => isRow(part)) ? ASKED : 1;
    return { quote, score: score * (1 + NEARNESS_WEIGHT * together + EXACTNESS_WEIGHT * exact) * asked, inARow: mayBeRow && isRow(said) };
  });
  // Whoever types the very words, little ones and all, means the quote that has them so.
  seen.sort((one, other) => Number(other.inARow) - Number(one.inARow) || other.score - one.score);
  return { ids: seen.flatMap(({ quote, inARow }) => (onlyInARow && !inARow ? [] : quote.id)), inARow: seen[0]?.inARow === true };
}
