/** The best few of many, best first; among equals, those that were said first. */
export class Best {
  readonly quotes: number[] = [];
  readonly scores: number[] = [];
  readonly #limit: number;

  constructor(limit: number) {
    this.#limit = limit;
  }

  offer(quote: number, score: number): void {
    if (this.scores.length === this.#limit && !this.#goesBefore(this.#limit - 1, quote, score)) return;
    let [low, high] = [0, this.scores.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#goesBefore(middle, quote, score)) high = middle;
      else low = middle + 1;
    }
    this.quotes.splice(low, 0, quote);
    this.scores.splice(low, 0, score);
    if (this.scores.length > this.#limit) {
      this.quotes.pop();
      this.scores.pop();
    }
  }

  #goesBefore(index: number, quote: number, score: number): boolean {
    return score > this.scores[index]! || (score === this.scores[index] && quote < this.quotes[index]!);
  }
}
