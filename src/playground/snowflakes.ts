/** Discord's ids: milliseconds since the first second of 2015, shifted left by 22 bits, then a counter. */
const DISCORD_EPOCH = 1_420_070_400_000;

/** Where the time comes from: epoch milliseconds. */
export type Clock = () => number;

/** Gives ids that are unique and always greater than the one before, even when the clock is set back. */
export class Snowflakes {
  readonly #now: Clock;
  #last = 0n;

  constructor(now: Clock) {
    this.#now = now;
  }

  /** The next id, for something that happens now. */
  next(): string {
    return this.at(this.#now());
  }

  /** An id for something that happened at `time` (epoch milliseconds), yet after every id given so far. */
  at(time: number): string {
    const wanted = BigInt(Math.max(0, Math.trunc(time) - DISCORD_EPOCH)) << 22n;
    this.#last = wanted > this.#last ? wanted : this.#last + 1n;
    return this.#last.toString();
  }
}
