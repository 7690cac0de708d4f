import { wordsOf } from "../words.ts";
import { place, PostingsWriter, visitPostings, type Postings } from "./postings.ts";
import { spellingsOf, type Spellings } from "./spellings.ts";

/** A quote as search knows it. Held by reference, so that its words are in memory only once. */
export interface SearchableQuote {
  id: string;
  words: string;
  /** The id of its interview. */
  interview: string;
}

/** A quote, and what else leads to it. */
export interface Searchable {
  quote: SearchableQuote;
  /** Whom and what its own words name, by all their names. */
  named: string;
  /** What stands around it and weighs less: the question, the speaker. */
  around: string;
  /** What a search can be kept to, such as "by/kira-kovalenko". */
  marks: readonly string[];
}

/** The index of some interviews' quotes, in their order. Nothing in it changes. */
export interface Segment {
  quotes: readonly SearchableQuote[];
  /** In words, at most 255. */
  lengths: Uint8Array;
  words: Postings;
  marks: Postings;
  spellings: Spellings;
}

/** The parts of a segment that cannot be worked out from the others. */
export type SegmentParts = Omit<Segment, "spellings">;

const LONGEST_LENGTH = 255;

/** A segment of these parts. */
export function createSegment(parts: SegmentParts): Segment {
  return { ...parts, spellings: spellingsOf(parts.words.terms) };
}

/** Indexes quotes. */
export function indexQuotes(searchables: Iterable<Searchable>): Segment {
  const words = new Indexer();
  const marks = new Indexer();
  const quotes: SearchableQuote[] = [];
  const lengths: number[] = [];
  for (const { quote, named, around, marks: own } of searchables) {
    const said = wordsOf(quote.words);
    lengths.push(Math.min(LONGEST_LENGTH, said.length));
    for (const word of said) words.add(word, quotes.length, place.said);
    for (const word of wordsOf(named)) words.add(word, quotes.length, place.named);
    for (const word of wordsOf(around)) words.add(word, quotes.length, place.around);
    for (const mark of own) marks.add(mark, quotes.length, place.said);
    quotes.push(quote);
  }
  return createSegment({ quotes, lengths: Uint8Array.from(lengths), words: words.finish(), marks: marks.finish() });
}

/** One segment of two, the second one's quotes behind the first one's: no text is read again. */
export function mergeSegments(first: Segment, second: Segment): Segment {
  const lengths = new Uint8Array(first.lengths.length + second.lengths.length);
  lengths.set(first.lengths);
  lengths.set(second.lengths, first.lengths.length);
  return createSegment({
    quotes: [...first.quotes, ...second.quotes],
    lengths,
    words: mergePostings(first.words, second.words, first.quotes.length),
    marks: mergePostings(first.marks, second.marks, first.quotes.length),
  });
}

/** A segment with only the quotes that are to be kept, or the same one if that is all of them. */
export function keepQuotes(segment: Segment, keep: (quote: SearchableQuote) => boolean): Segment {
  const quotes = segment.quotes.filter(keep);
  if (quotes.length === segment.quotes.length) return segment;
  let kept = 0;
  const places = Int32Array.from(segment.quotes, (quote) => (keep(quote) ? kept++ : -1));
  return createSegment({
    quotes,
    lengths: segment.lengths.filter((_, index) => places[index] !== -1),
    words: keepPostings(segment.words, places),
    marks: keepPostings(segment.marks, places),
  });
}

/** Collects which terms stand in which quotes, then turns that round. */
class Indexer {
  readonly #numbers = new Map<string, number>();
  /** For each term, its last quote, and where in `#entries` that was noted. */
  readonly #lastQuotes: number[] = [];
  readonly #lastEntries: number[] = [];
  /** For each term of each quote in turn, the term's number times four, plus the Place. */
  #entries = new Uint32Array(1024);
  #length = 0;
  /** For each quote, where its entries end. */
  readonly #ends: number[] = [];

  add(term: string, quote: number, place: number): void {
    let number = this.#numbers.get(term);
    if (number === undefined) {
      number = this.#lastQuotes.length;
      this.#numbers.set(term, number);
      this.#lastQuotes.push(-1);
      this.#lastEntries.push(0);
    }
    while (this.#ends.length <= quote) this.#ends.push(this.#length);
    if (this.#lastQuotes[number] === quote) {
      const at = this.#lastEntries[number]!;
      const before = this.#entries[at]! & 3;
      if (before >= 2 && place >= 2) this.#entries[at]! |= 3;
      else if (place > before) this.#entries[at] = (number << 2) | place;
      return;
    }
    if (this.#length === this.#entries.length) {
      const larger = new Uint32Array(this.#length * 2);
      larger.set(this.#entries);
      this.#entries = larger;
    }
    this.#lastQuotes[number] = quote;
    this.#lastEntries[number] = this.#length;
    this.#entries[this.#length++] = (number << 2) | place;
    this.#ends[quote] = this.#length;
  }

  finish(): Postings {
    const starts = new Uint32Array(this.#numbers.size + 1);
    for (let at = 0; at < this.#length; at += 1) starts[(this.#entries[at]! >>> 2) + 1]! += 1;
    for (let number = 0; number < this.#numbers.size; number += 1) starts[number + 1]! += starts[number]!;
    const filled = starts.slice();
    const lists = new Uint32Array(this.#length);
    let at = 0;
    for (const [quote, end] of this.#ends.entries()) {
      for (; at < end; at += 1) lists[filled[this.#entries[at]! >>> 2]!++] = (quote << 2) | (this.#entries[at]! & 3);
    }
    const writer = new PostingsWriter();
    for (const term of [...this.#numbers.keys()].sort()) {
      const number = this.#numbers.get(term)!;
      writer.startTerm(term);
      for (let entry = starts[number]!; entry < starts[number + 1]!; entry += 1) writer.add(lists[entry]! >>> 2, lists[entry]! & 3);
    }
    return writer.finish();
  }
}

function mergePostings(first: Postings, second: Postings, offset: number): Postings {
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

/** @param places For each quote, which it becomes, or -1. */
function keepPostings(postings: Postings, places: Int32Array): Postings {
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
