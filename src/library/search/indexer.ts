import { fold, isPlain, joinInitials, wordsOf } from "../words.ts";
import { place, PostingsWriter, type Postings } from "./postings.ts";

/** FNV-1a (Fowler, Noll and Vo, public domain), letter by letter. */
const HASH_START = 0x811c9dc5;
const HASH_FACTOR = 0x01000193;

/**
 * Collects which terms stand in which quotes, then turns that round. Words of plain text are looked up in a table of
 * our own without being cut out of it first, which makes indexing twice as fast.
 */
export class Indexer {
  /** The terms by number, in the order they were met; their hashes; and an open-addressed table of numbers plus one. */
  readonly #terms: string[] = [];
  readonly #hashes: number[] = [];
  #table = new Uint32Array(1024);
  /** For each term, its last quote, and where in `#entries` that was noted. */
  readonly #lastQuotes: number[] = [];
  readonly #lastEntries: number[] = [];
  /** For each term of each quote in turn, the term's number times four, plus its Place. */
  #entries = new Uint32Array(1024);
  #length = 0;
  /** For each quote, where its entries end. */
  readonly #ends: number[] = [];

  /** Notes the words of a text, and gives how many they are. Quotes must come in order. */
  addText(text: string, quote: number, place: number): number {
    const folded = joinInitials(fold(text));
    if (!isPlain(folded)) {
      const words = wordsOf(text);
      for (const word of words) this.addTerm(word, quote, place);
      return words.length;
    }
    let count = 0;
    let start = -1;
    let hash = HASH_START;
    for (let at = 0; at <= folded.length; at += 1) {
      const code = at < folded.length ? folded.charCodeAt(at) : 0;
      if ((code >= 97 && code <= 122) || (code >= 48 && code <= 57)) {
        if (start === -1) {
          start = at;
          hash = HASH_START;
        }
        hash = Math.imul(hash ^ code, HASH_FACTOR);
      } else if (start !== -1) {
        this.#note(this.#numberOf(folded, start, at, hash), quote, place);
        start = -1;
        count += 1;
      }
    }
    return count;
  }

  /** Notes one term, whatever it is made of. */
  addTerm(term: string, quote: number, place: number): void {
    let hash = HASH_START;
    for (let at = 0; at < term.length; at += 1) hash = Math.imul(hash ^ term.charCodeAt(at), HASH_FACTOR);
    this.#note(this.#numberOf(term, 0, term.length, hash), quote, place);
  }

  /** The lists of all that was noted. */
  finish(): Postings {
    const starts = new Uint32Array(this.#terms.length + 1);
    const entries = this.#entries;
    for (let at = 0; at < this.#length; at += 1) starts[(entries[at]! >>> 2) + 1]! += 1;
    for (let number = 0; number < this.#terms.length; number += 1) starts[number + 1]! += starts[number]!;
    const filled = starts.slice();
    const lists = new Uint32Array(this.#length);
    let at = 0;
    for (const [quote, end] of this.#ends.entries()) {
      for (; at < end; at += 1) lists[filled[entries[at]! >>> 2]!++] = (quote << 2) | (entries[at]! & 3);
    }
    const writer = new PostingsWriter();
    const numbers = Uint32Array.from(this.#terms.keys());
    for (const number of numbers.sort((one, other) => (this.#terms[one]! < this.#terms[other]! ? -1 : 1))) {
      writer.add(this.#terms[number]!, lists.subarray(starts[number], starts[number + 1]));
    }
    return writer.finish();
  }

  /** The number of the term that stands from `start` to `end` in a text. */
  #numberOf(text: string, start: number, end: number, hash: number): number {
    let slot = (hash ^ (hash >>> 15)) & (this.#table.length - 1);
    for (let number = this.#table[slot]!; number !== 0; number = this.#table[slot]!) {
      if (this.#hashes[number - 1] === hash && standsAt(this.#terms[number - 1]!, text, start, end)) return number - 1;
      slot = (slot + 1) & (this.#table.length - 1);
    }
    this.#terms.push(text.slice(start, end));
    this.#hashes.push(hash);
    this.#lastQuotes.push(-1);
    this.#lastEntries.push(0);
    this.#table[slot] = this.#terms.length;
    if (this.#terms.length * 2 > this.#table.length) this.#growTable();
    return this.#terms.length - 1;
  }

  #growTable(): void {
    const table = new Uint32Array(this.#table.length * 4);
    for (const [index, hash] of this.#hashes.entries()) {
      let slot = (hash ^ (hash >>> 15)) & (table.length - 1);
      while (table[slot] !== 0) slot = (slot + 1) & (table.length - 1);
      table[slot] = index + 1;
    }
    this.#table = table;
  }

  #note(number: number, quote: number, where: number): void {
    if (this.#lastQuotes[number] === quote) {
      const at = this.#lastEntries[number]!;
      const before = this.#entries[at]! & 3;
      if (before >= place.said && where >= place.said) this.#entries[at]! |= place.saidAgain;
      else if (where > before) this.#entries[at] = (number << 2) | where;
      return;
    }
    if (this.#length === this.#entries.length) {
      const larger = new Uint32Array(this.#length * 2);
      larger.set(this.#entries);
      this.#entries = larger;
    }
    while (this.#ends.length <= quote) this.#ends.push(this.#length);
    this.#lastQuotes[number] = quote;
    this.#lastEntries[number] = this.#length;
    this.#entries[this.#length++] = (number << 2) | where;
    this.#ends[quote] = this.#length;
  }
}

function standsAt(term: string, text: string, start: number, end: number): boolean {
  if (term.length !== end - start) return false;
  for (let at = 0; at < term.length; at += 1) if (term.charCodeAt(at) !== text.charCodeAt(start + at)) return false;
  return true;
}
