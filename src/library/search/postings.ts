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
  /** For each term, 1 if some quote says or names it, 0 if it only stands around quotes. */
  said: Uint8Array;
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

/** Whether one of the sorted terms begins so. */
export function beginsTerm(terms: string[], beginning: string): boolean {
  const at = indexOfTerm(terms, beginning);
  return at >= 0 || terms[-at - 1]?.startsWith(beginning) === true;
}

/**
 * Reads the list of one term into `list`, which must be long enough: for each quote, in order, its number times four,
 * plus its Place. Gives how many they are.
 */
export function readPostings({ starts, bytes }: Postings, term: number, list: Uint32Array): number {
  const end = starts[term + 1]!;
  let count = 0;
  let quote = -1;
  for (let at = starts[term]!; at < end; count += 1) {
    let byte = bytes[at++]!;
    let value = byte & 127;
    for (let shift = 7; byte > 127; shift += 7) {
      byte = bytes[at++]!;
      value |= (byte & 127) << shift;
    }
    quote += value >>> 2;
    list[count] = (quote << 2) | (value & 3);
  }
  return count;
}

/** Packs lists term by term; terms must come in order. */
export class PostingsWriter {
  readonly #terms: string[] = [];
  readonly #starts: number[] = [0];
  readonly #counts: number[] = [];
  readonly #said: number[] = [];
  #bytes = new Uint8Array(1024);

  /** Adds a term's list, made as readPostings makes it; nothing when the list is empty. */
  add(term: string, list: Uint32Array): void {
    if (list.length === 0) return;
    let at = this.#starts.at(-1)!;
    // A number of 32 bits takes at most five bytes of seven.
    const bytes = this.#roomFor(at + list.length * 5);
    let [last, said] = [-1, 0];
    for (const entry of list) {
      if ((entry & 3) !== place.around) said = 1;
      let value = (((entry >>> 2) - last) << 2) | (entry & 3);
      last = entry >>> 2;
      for (; value > 127; value >>>= 7) bytes[at++] = (value & 127) | 128;
      bytes[at++] = value;
    }
    this.#terms.push(term);
    this.#starts.push(at);
    this.#counts.push(list.length);
    this.#said.push(said);
  }

  finish(): Postings {
    return {
      // Cut out of one string, or else the longer ones would each keep alive the text they were met in.
      terms: this.#terms.length === 0 ? [] : this.#terms.join("\n").split("\n"),
      starts: Uint32Array.from(this.#starts),
      counts: Uint32Array.from(this.#counts),
      said: Uint8Array.from(this.#said),
      bytes: this.#bytes.slice(0, this.#starts.at(-1)),
    };
  }

  #roomFor(length: number): Uint8Array {
    if (length > this.#bytes.length) {
      const larger = new Uint8Array(Math.max(this.#bytes.length * 2, length));
      larger.set(this.#bytes);
      this.#bytes = larger;
    }
    return this.#bytes;
  }
}

/** The lists of both, the second one's quotes numbered on from `offset`. */
export function mergePostings(first: Postings, second: Postings, offset: number): Postings {
  const writer = new PostingsWriter();
  const list = new Uint32Array(mostOf(first) + mostOf(second));
  let [one, other] = [0, 0];
  while (one < first.terms.length || other < second.terms.length) {
    const [left, right] = [first.terms[one], second.terms[other]];
    const term = right === undefined || (left !== undefined && left <= right) ? left! : right;
    let count = 0;
    if (term === left) count = readPostings(first, one++, list);
    if (term === right) {
      const end = count + readPostings(second, other++, list.subarray(count));
      for (; count < end; count += 1) list[count]! += offset << 2;
    }
    writer.add(term, list.subarray(0, count));
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
  const list = new Uint32Array(mostOf(postings));
  for (const [index, term] of postings.terms.entries()) {
    const count = readPostings(postings, index, list);
    let kept = 0;
    for (let entry = 0; entry < count; entry += 1) {
      const place = places[list[entry]! >>> 2]!;
      if (place !== -1) list[kept++] = (place << 2) | (list[entry]! & 3);
    }
    writer.add(term, list.subarray(0, kept));
  }
  return writer.finish();
}

/** The length of the longest list. */
function mostOf({ counts }: Postings): number {
  let most = 0;
  for (const count of counts) if (count > most) most = count;
  return most;
}
