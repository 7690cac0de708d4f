/** The memory that ranking needs for each quote, kept from one query to the next. */
export class Scratch {
  readonly scores: Float32Array;
  readonly covered: Float32Array;
  /** What of the query is not asked of a quote: where a weak word is there it counts whole, where not only in part. */
  readonly excused: Float32Array;
  /** How surely a quote must tell that it answers, which is 0 unless a telling word of the query is in none; and how surely each does. */
  toTell = 0;
  readonly told: Uint8Array;
  /** Whether the query has a name; and for each quote 2 if its bearer says it, 1 if it has to do with them. */
  hasName = false;
  readonly voiced: Uint8Array;
  readonly wordScores: Float32Array;
  readonly wordCovered: Float32Array;
  /** The quotes that have any word of the query. */
  readonly touched: Uint32Array;
  touchedCount = 0;
  /** The quotes that have a word, and the one list that is being read. */
  readonly hits: Uint32Array;
  readonly list: Uint32Array;

  constructor(quotes: number) {
    this.scores = new Float32Array(quotes);
    this.covered = new Float32Array(quotes);
    this.excused = new Float32Array(quotes);
    this.told = new Uint8Array(quotes);
    this.voiced = new Uint8Array(quotes);
    this.wordScores = new Float32Array(quotes);
    this.wordCovered = new Float32Array(quotes);
    this.touched = new Uint32Array(quotes);
    this.hits = new Uint32Array(quotes);
    this.list = new Uint32Array(quotes);
  }

  /**
   * Adds what one word came to in a quote.
   *
   * @param rarity Of the word, in nats
   * @param excuse How much of the word is not asked where it is missing
   */
  add(quote: number, rarity: number, excuse: number): void {
    const { scores, covered, excused, wordScores, wordCovered } = this;
    if (scores[quote] === 0) this.touched[this.touchedCount++] = quote;
    const cover = wordCovered[quote]! * rarity;
    scores[quote]! += wordScores[quote]!;
    covered[quote]! += cover;
    excused[quote]! += cover * excuse;
    wordScores[quote] = 0;
    wordCovered[quote] = 0;
  }

  /** Makes ready for the next query. */
  forget(quote: number): void {
    this.scores[quote] = 0;
    this.covered[quote] = 0;
    this.excused[quote] = 0;
    this.told[quote] = 0;
    this.voiced[quote] = 0;
  }
}
