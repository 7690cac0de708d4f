/**
 * Lists of quotes by term, packed: for each quote that has the term, one number in base 128, which is the way from the
 * quote before times four, plus a Place. A term of every tenth quote costs about a byte for each.
 */
export interface Postings {
  /** Sorted by code units, without duplicates. */
  terms: string[];
  /** Where each term's list begins in `bytes`; one more than there are terms. */
  starts: Uint32Array;
  /** In how many quotes each term stands. */
  counts: Uint32Array;
  bytes: Uint8Array;
}

/** Where a term stands in a quote, the weightiest place if it is several. */
export const place = { around: 0, named: 1, said: 2, saidAgain: 3 } as const;

/** The place of a term in the sorted list, or, negative and less one, where it would stand. */
export function indexOfTerm(terms: string[], term: string): number {
  let [low, high] = [0, terms.length - 1];
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const found = terms[middle]!;
    if (found === term) return middle;
    if (found < term) low = middle + 1;
    else high = middle - 1;
  }
  return -low - 1;
}

/** Visits the quotes of one term in order, each with the Place where it stands. */
export function visitPostings({ starts, bytes }: Postings, term: number, visit: (quote: number, place: number) => void): void {
  const end = starts[term + 1]!;
  let quote = -1;
  for (let at = starts[term]!; at < end; ) {
    let byte = bytes[at++]!;
    let value = byte & 127;
    for (let shift = 7; byte > 127; shift += 7) {
      byte = bytes[at++]!;
      value |= (byte & 127) << shift;
    }
    quote += value >>> 2;
    visit(quote, value & 3);
  }
}

/** Packs lists term by term; terms must come in order, and the quotes of each too. */
export class PostingsWriter {
  readonly #terms: string[] = [];
  readonly #starts: number[] = [];
  readonly #counts: number[] = [];
  #bytes = new Uint8Array(1024);
  #length = 0;
  #last = -1;

  startTerm(term: string): void {
    this.#terms.push(term);
    this.#starts.push(this.#length);
    this.#counts.push(0);
    this.#last = -1;
  }

  add(quote: number, place: number): void {
    if (this.#length + 5 > this.#bytes.length) this.#grow(5);
    let value = ((quote - this.#last) << 2) | place;
    this.#last = quote;
    for (; value > 127; value >>>= 7) this.#bytes[this.#length++] = (value & 127) | 128;
    this.#bytes[this.#length++] = value;
    this.#counts[this.#counts.length - 1]! += 1;
  }

  /** Forgets the term begun last if it has no quotes. */
  endTerm(): void {
    if (this.#counts.at(-1) !== 0) return;
    this.#terms.pop();
    this.#starts.pop();
    this.#counts.pop();
  }

  finish(): Postings {
    return {
      // Cut out of one string, or else the longer ones would each keep alive the text they were met in.
      terms: this.#terms.length === 0 ? [] : this.#terms.join("\n").split("\n"),
      starts: Uint32Array.from([...this.#starts, this.#length]),
      counts: Uint32Array.from(this.#counts),
      bytes: this.#bytes.slice(0, this.#length),
    };
  }

  #grow(by: number): void {
    const larger = new Uint8Array(Math.max(this.#bytes.length * 2, this.#length + by));
    larger.set(this.#bytes);
    this.#bytes = larger;
  }
}

/** The lists of both, the second one's quotes numbered on from `offset`. */
export function mergePostings(first: Postings, second: Postings, offset: number): Postings {
  const writer = new PostingsWriter();
  let [one, other] = [0, 0];
  while (one < first.terms.length || other < second.terms.length) {
    const [left, right] = [first.terms[one], second.terms[other]];
    const term = right === undefined || (left !== undefined && left <= right) ? left! : right;
    writer.startTerm(term);
    if (term === left) visitPostings(first, one++, (quote, place) => writer.add(quote, place));
    if (term === right) visitPostings(second, other++, (quote, place) => writer.add(quote + offset, place));
  }
  return writer.finish();
}

/**
 * The lists of the quotes that stay; terms that are left without any go.
 *
 * @param places For each quote, which it becomes, or -1.
 */
export function keepPostings(postings: Postings, places: Int32Array): Postings {
  const writer = new PostingsWriter();
  for (const [index, term] of postings.terms.entries()) {
    writer.startTerm(term);
    visitPostings(postings, index, (quote, place) => {
      if (places[quote] !== -1) writer.add(places[quote]!, place);
    });
    writer.endTerm();
  }
  return writer.finish();
}
