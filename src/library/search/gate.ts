/** A quote must cover this share of a query, each word by its rarity, were it the only quote. */
const LEAST_SHARE = 0.345;
/** And so much more for every ten times as many quotes: the more there are, the more of any query one has by chance. */
const MORE_FOR_TENFOLD = 0.027;
/** What a quote has by accident is less rare than one in all quotes, in nats, plus so much to be on the safe side. */
const SAFE_SIDE = 0.3;
/** Of that share, so much will do where a quote has what it has by no accident. */
const NO_ACCIDENT = 0.8;

/** Tells quotes that answer a query from those that only share a word or two with it. */
export interface Gate {
  /**
   * Whether a quote covers enough of a query.
   *
   * @param covered The rarities of the query's words, in nats, each as far as the quote has the word, added up
   * @param asked The rarities of all its words, added up
   */
  opensFor(covered: number, asked: number): boolean;
}

/** The gate of a library of so many quotes. */
export function gateOf(quotes: number): Gate {
  const share = LEAST_SHARE + MORE_FOR_TENFOLD * Math.log10(Math.max(1, quotes));
  const accident = Math.log(Math.max(1, quotes)) + SAFE_SIDE;
  return { opensFor: (covered, asked) => covered / asked >= (covered < accident ? share : share * NO_ACCIDENT) };
}
