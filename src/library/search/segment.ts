import { Indexer } from "./indexer.ts";
import { keepPostings, mergePostings, place, type Postings } from "./postings.ts";
import { spellingsOf, type Spellings } from "./spellings.ts";

/** A quote as search knows it. Held by reference, so that its words are in memory only once. */
export interface SearchableQuote {
  id: string;
  words: string;
  /** The id of its interview. */
  interview: string;
  /** What it is about, in other words than its own. */
  topics?: string | undefined;
}

/** A quote, and what else leads to it. */
export interface Searchable {
  quote: SearchableQuote;
  /** Whom and what its own words name, by all their names. */
  named: string;
  /** Who says it, by all names. */
  speaker: string;
  /** The names, of those in `named` and `around`, that would be no words otherwise. */
  names: string;
  /** What stands around it and weighs less: the question, and whom and what it may be about without naming them. */
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
  /** The words of all names, with the quotes that are said by whoever is called so, and those that name or may mean them. */
  names: Postings;
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
  const names = new Indexer();
  const marks = new Indexer();
  const quotes: SearchableQuote[] = [];
  const lengths: number[] = [];
  for (const { quote, named, speaker, names: about, around, marks: own } of searchables) {
    const number = quotes.push(quote) - 1;
    lengths.push(Math.min(LONGEST_LENGTH, words.addText(quote.words, number, place.said)));
    words.addText(named, number, place.named);
    for (const text of [speaker, around]) words.addText(text, number, place.around);
    names.addText(speaker, number, place.said);
    names.addText(about, number, place.named);
    for (const mark of own) marks.addTerm(mark, number, place.said);
  }
  return createSegment({ quotes, lengths: Uint8Array.from(lengths), words: words.finish(), names: names.finish(), marks: marks.finish() });
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
    names: mergePostings(first.names, second.names, first.quotes.length),
    marks: mergePostings(first.marks, second.marks, first.quotes.length),
  });
}

/** A segment with only the quotes that are to be kept, or the same one if that is all of them. */
export function keepQuotes(segment: Segment, keep: (quote: SearchableQuote) => boolean): Segment {
  const quotes = segment.quotes.filter(keep);
  if (quotes.length === segment.quotes.length) return segment;
  const places = new Int32Array(segment.quotes.length).fill(-1);
  const lengths = new Uint8Array(quotes.length);
  let kept = 0;
  for (const [index, quote] of segment.quotes.entries()) {
    if (quote !== quotes[kept]) continue;
    lengths[kept] = segment.lengths[index]!;
    places[index] = kept++;
  }
  return createSegment({
    quotes,
    lengths,
    words: keepPostings(segment.words, places),
    names: keepPostings(segment.names, places),
    marks: keepPostings(segment.marks, places),
  });
}
