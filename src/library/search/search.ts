import { withoutLittleLast, wordsIn, type QueryWords, type Vocabulary } from "./keywords.ts";
import { beginsTerm, indexOfTerm } from "./postings.ts";
import { Ranking } from "./rank.ts";
import { indexQuotes, keepQuotes, mergeSegments, type Searchable, type Segment } from "./segment.ts";

/** Finds quotes by the words that someone half remembers. Nothing in it changes: adding and removing give another one. */
export interface QuoteSearch {
  /**
   * The ids of the at most 100 quotes that fit best, best first; none when too little of the query is in any quote.
   *
   * @param marks Marks that the quotes must have, all of them.
   */
  find(query: string, marks?: readonly string[]): string[];
  /** The ids that come nearest to a query that fits none, best first; perhaps none at all. */
  nearest(query: string, marks?: readonly string[]): string[];
  /** The words of a query, as it takes them. */
  wordsIn(query: string): QueryWords;
  /** The same search with these quotes as well, behind the others. */
  with(searchables: Iterable<Searchable>): QuoteSearch;
  /** The same search without the quotes of an interview. */
  without(interview: string): QuoteSearch;
  readonly segments: readonly Segment[];
}

/** A segment is merged with the one before it unless that is so many times as large: there are never many. */
const MUCH_LARGER = 4;

/** Indexes quotes. */
export function createQuoteSearch(searchables: Iterable<Searchable>): QuoteSearch {
  return searchSegments([indexQuotes(searchables)]);
}

/** A search over these segments, the smaller ones merged. */
export function searchSegments(segments: readonly Segment[]): QuoteSearch {
  const merged: Segment[] = [];
  for (let segment of segments) {
    if (segment.quotes.length === 0) continue;
    for (let last = merged.at(-1); last && last.quotes.length < MUCH_LARGER * segment.quotes.length; last = merged.at(-1)) {
      segment = mergeSegments(last, segment);
      merged.pop();
    }
    merged.push(segment);
  }
  const ranking = new Ranking(merged);
  const vocabulary: Vocabulary = {
    has: (word) => merged.some(({ words }) => indexOfTerm(words.terms, word) >= 0),
    hasBeginning: (beginning) => merged.some(({ words }) => beginsTerm(words.terms, beginning)),
  };
  return {
    find(query, marks = []) {
      const asked = { ...wordsIn(query, vocabulary), marks, near: false, loose: false, inARow: false };
      const found = ranking.rank(asked);
      const little = found.inARow ? undefined : withoutLittleLast(asked, vocabulary);
      return little === undefined ? found.ids : [...new Set([...ranking.rank({ ...asked, ...little, inARow: true }).ids, ...found.ids])];
    },
    nearest(query, marks = []) {
      const asked = { ...wordsIn(query, vocabulary), marks, near: true, inARow: false };
      const { ids } = ranking.rank({ ...asked, loose: false });
      return ids.length > 0 ? ids : ranking.rank({ ...asked, loose: true }).ids;
    },
    wordsIn: (query) => wordsIn(query, vocabulary),
    with: (searchables) => searchSegments([...merged, indexQuotes(searchables)]),
    without: (interview) => searchSegments(merged.map((segment) => keepQuotes(segment, (quote) => quote.interview !== interview))),
    segments: merged,
  };
}
