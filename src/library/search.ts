import { closeness } from "./spelling.ts";
import { stopWords, wordsOf } from "./words.ts";

/** What search reads of a quote. */
export interface Searchable {
  id: string;
  words: string;
  /** Words around it that also lead to it, but weigh less: the question, the speaker, the films by all their titles. */
  around: string;
}

/** Finds quotes by the words that someone half remembers. */
export interface QuoteSearch {
  /** The ids of the quotes that fit, best first; none when too little of the query is in any quote. */
  find(query: string, accepts?: (id: string) => boolean): string[];
  /** The ids that come nearest to a query that fits none, best first; perhaps none at all. */
  nearest(query: string, accepts?: (id: string) => boolean): string[];
}

interface Posting {
  quote: number;
  /** How often the word stands there, the words around counted lightly. */
  weight: number;
}

/** Longer queries are cut: nobody remembers more of a line. */
const longestQuery = 24;
const aroundWeight = 0.35;
/** BM25's constants, as Robertson and Zaragoza recommend ("The Probabilistic Relevance Framework", 2009). */
const saturation = 1.2;
const lengthWeight = 0.75;
/** At least this share of what the query says, each word by its rarity, must be in a quote. */
const coverage = 0.55;

/** The words of a query that say what it asks for: no stop words, unless there are no others. */
export function keywords(query: string): string[] {
  const words = wordsOf(query);
  const telling = words.filter((word) => !stopWords.has(word));
  return [...new Set(telling.length > 0 ? telling : words)].slice(0, longestQuery);
}

const anything = () => true;

/** Indexes the quotes once: an inverted index, ranked by BM25. */
export function createQuoteSearch(quotes: Searchable[]): QuoteSearch {
  const postings = new Map<string, Posting[]>();
  const lengths = quotes.map((quote, index) => {
    const weights = new Map<string, number>();
    const said = wordsOf(quote.words);
    for (const word of said) weights.set(word, (weights.get(word) ?? 0) + 1);
    for (const word of new Set(wordsOf(quote.around))) weights.set(word, (weights.get(word) ?? 0) + aroundWeight);
    for (const [word, weight] of weights) {
      const list = postings.get(word) ?? [];
      postings.set(word, list);
      list.push({ quote: index, weight });
    }
    return said.length;
  });
  const averageLength = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, quotes.length);
  const vocabulary = [...postings.keys()];

  function rarity(count: number): number {
    return Math.log(1 + (quotes.length - count + 0.5) / (count + 0.5));
  }

  /** Each quote's score and how much of the query it covers, from 0 to 1. */
  function rank(query: string, accepts: (id: string) => boolean, leastCloseness: number) {
    const words = keywords(query);
    const scores = new Map<number, { score: number; covered: number }>();
    let asked = 0;
    for (const [place, word] of words.entries()) {
      const best = new Map<number, { score: number; covered: number }>();
      let wordRarity = rarity(0);
      const isLast = place === words.length - 1;
      for (const term of vocabulary) {
        const likeness = closeness(word, term, isLast);
        if (likeness < leastCloseness) continue;
        const list = postings.get(term)!;
        if (likeness === 1) wordRarity = rarity(list.length);
        for (const { quote, weight } of list) {
          const length = 1 - lengthWeight + (lengthWeight * lengths[quote]!) / averageLength;
          const score = (likeness * rarity(list.length) * weight * (saturation + 1)) / (weight + saturation * length);
          if (score > (best.get(quote)?.score ?? 0)) best.set(quote, { score, covered: likeness });
        }
      }
      asked += wordRarity;
      for (const [quote, { score, covered }] of best) {
        const sum = scores.get(quote) ?? { score: 0, covered: 0 };
        scores.set(quote, { score: sum.score + score, covered: sum.covered + covered * wordRarity });
      }
    }
    return [...scores]
      .filter(([quote]) => accepts(quotes[quote]!.id))
      .map(([quote, { score, covered }]) => ({ id: quotes[quote]!.id, score: (score * covered) / asked, covered: covered / asked }))
      .sort((one, other) => other.score - one.score);
  }

  return {
    find: (query, accepts = anything) =>
      rank(query, accepts, 0.6)
        .filter(({ covered }) => covered >= coverage)
        .map(({ id }) => id),
    nearest: (query, accepts = anything) => rank(query, accepts, 0.4).map(({ id }) => id),
  };
}
