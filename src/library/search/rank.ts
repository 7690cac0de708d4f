import { Best } from "./best.ts";
import { isEnglish } from "./english.ts";
import { gateOf, type Gate } from "./gate.ts";
import type { QueryWords } from "./keywords.ts";
import { isAllStopWords } from "./littleWords.ts";
import { meaningsOf, OTHER_FORM, RELATED, type Meanings } from "./meanings.ts";
import { indexOfTerm, place, readPostings } from "./postings.ts";
import { isWeakWord } from "./weakWords.ts";
import { Scratch } from "./scratch.ts";
import { lookAgain, type Ranked } from "./secondLook.ts";
import type { SearchableQuote, Segment } from "./segment.ts";

/** BM25's constants, as Robertson and Zaragoza recommend ("The Probabilistic Relevance Framework", 2009). */
const SATURATION = 1.2;
const LENGTH_WEIGHT = 0.75;
/** How much a term counts by its Place: around, named, said, said again. */
const PLACE_WEIGHTS = [0.5, 1, 1, 2] as const;
/** How much of a word's share of the query a quote covers by its Place. */
const PLACE_COVER = [0.7, 1, 1, 1] as const;
/** Where a query has a name, so much counts what has nothing to do with it, what is said of its bearer, and what they say. */
const VOICES = [0.5, 0.8, 1] as const;
/**
 * Where a query has a word that is in no quote, a quote must tell that it answers all the same: by a word, or if what is in none
 * is not English and may be a name gone wrong, by a name of others than its speaker.
 */
const TOLD_BY_WORD = 2;
const TOLD_BY_NAME = 1;
/** How sure it must be that a word means a name. */
const SURELY_NAMED = 0.6;
/** So many words, the first of a query, are compared by their sound: a long one of nonsense would take too long. */
const MOST_BY_SOUND = 4;
/** Guesses at an unfinished word are looked up until so many postings are read: past that, none would be seen. */
const MOST_POSTINGS = 30_000;
/** As many as anyone pages through. */
const LONGEST_LIST = 100;
/** A weak word that a quote lacks is missed only so much, and where a quote has it, it counts so much. */
const WEAK_MISSED = 0.35;
const WEAK_SAID = 0.7;
/** What stands around quotes tells them apart if it is so rare, in nats: of a speaker's names all quotes of his are full. */
const TELLING_AROUND = 2;

/** What a search asks for. */
export interface Asked extends QueryWords {
  /** The marks that a quote must have, all of them. */
  marks: readonly string[];
  /** Whether a quote that has only little of the query is welcome, when there is no better one. */
  near: boolean;
  /** Whether wilder guesses at words are welcome. */
  loose: boolean;
  /** Whether only quotes that say all that was typed in a row will do. */
  inARow: boolean;
}

/** Of several segments, their quotes numbered through; and what BM25 must know of them all. */
export class Ranking {
  readonly #segments: readonly Segment[];
  readonly #offsets: number[] = [];
  readonly #size: number;
  readonly #gate: Gate;
  /** For each Place and length, how much BM25 makes of a term. */
  readonly #weights = new Float32Array(4 * 256);
  #scratch: Scratch | undefined;

  constructor(segments: readonly Segment[]) {
    this.#segments = segments;
    let [size, total] = [0, 0];
    for (const { quotes, lengths } of segments) {
      this.#offsets.push(size);
      size += quotes.length;
      for (const length of lengths) total += length;
    }
    this.#size = size;
    this.#gate = gateOf(size);
    for (const [where, weight] of PLACE_WEIGHTS.entries()) {
      for (let length = 0; length < 256; length += 1) {
        const norm = 1 - LENGTH_WEIGHT + (LENGTH_WEIGHT * length * size) / Math.max(1, total);
        this.#weights[where * 256 + length] = (weight * (SATURATION + 1)) / (weight + SATURATION * norm);
      }
    }
  }

  /** Ranks the quotes that fit. */
  rank({ typed, words, marks, near, loose, inARow }: Asked): Ranked {
    if (words.length === 0) return { ids: [], inARow: false };
    const scratch = (this.#scratch ??= new Scratch(this.#size));
    const { scores, covered, excused, told, voiced } = scratch;
    const allowed = this.#marked(marks, scratch);
    scratch.touchedCount = 0;
    scratch.toTell = 0;
    scratch.hasName = false;
    let asked = 0;
    const query = words.map((word, index) => {
      const unfinished = !inARow && index === words.length - 1;
      const meanings = this.#withinBudget(meaningsOf(word, unfinished, this.#segments, { loose, bySound: index < MOST_BY_SOUND }));
      const isWeak = isWeakWord(word);
      const rarity = this.#addWord(word, meanings, isWeak, allowed, scratch);
      asked += (isWeak ? WEAK_MISSED : 1) * (this.#isGuess(word, unfinished, meanings) ? this.#rarityOf(0) : rarity);
      return meanings;
    });
    const best = new Best(LONGEST_LIST);
    for (let index = 0; index < scratch.touchedCount; index += 1) {
      const quote = scratch.touched[index]!;
      const voice = scratch.hasName ? VOICES[voiced[quote]!]! : 1;
      const [has, wanted] = [covered[quote]!, asked + excused[quote]!];
      const isAnswer = told[quote]! >= scratch.toTell && this.#gate.opensFor(has, wanted);
      if (near || isAnswer) best.offer(quote, (scores[quote]! * voice * has) / wanted);
      scratch.forget(quote);
    }
    const found = best.quotes.map((quote, index) => ({ quote: this.#quote(quote), score: best.scores[index]! }));
    return lookAgain(found, query, typed, inARow || (!near && isAllStopWords(words)));
  }

  /** Adds what one word of the query is worth to each quote that has it, and gives how rare the word is. */
  #addWord(word: string, meanings: Meanings, isWeak: boolean, allowed: Uint8Array | undefined, scratch: Scratch): number {
    const { told, wordScores, wordCovered, list, hits } = scratch;
    const weights = this.#weights;
    const rarity = this.#rarity(meanings);
    const tellsAround = rarity >= Math.min(TELLING_AROUND, this.#rarityOf(1));
    let hit = 0;
    let isSure = false;
    for (const [term, likeness] of meanings) {
      // The very word that was typed counts by itself, its other forms by what they are together.
      const worth = (isWeak ? WEAK_SAID : 1) * likeness * (term === word ? this.#rarityOf(this.#count(term)) : rarity);
      const isName = likeness > SURELY_NAMED && this.#hearVoices(term, allowed, scratch);
      const isTelling = !isWeak && !isName && likeness > RELATED;
      isSure ||= likeness > RELATED;
      for (const [index, { words, lengths }] of this.#segments.entries()) {
        const at = indexOfTerm(words.terms, term);
        if (at < 0) continue;
        const offset = this.#offsets[index]!;
        const count = readPostings(words, at, list);
        for (let entry = 0; entry < count; entry += 1) {
          const local = list[entry]! >>> 2;
          const where = list[entry]! & 3;
          const quote = local + offset;
          if (allowed !== undefined && allowed[quote] === 0) continue;
          const score = worth * weights[where * 256 + lengths[local]!]!;
          const cover = likeness * PLACE_COVER[where]!;
          if (isTelling && (where > place.around || tellsAround)) told[quote] = TOLD_BY_WORD;
          if (wordScores[quote] === 0) hits[hit++] = quote;
          if (score > wordScores[quote]!) wordScores[quote] = score;
          if (cover > wordCovered[quote]!) wordCovered[quote] = cover;
        }
      }
    }
    for (let index = 0; index < hit; index += 1) {
      scratch.add(hits[index]!, rarity, isWeak ? 1 - WEAK_MISSED : 0);
    }
    if (!isWeak && !isSure) scratch.toTell = Math.max(scratch.toTell, isEnglish(word) ? TOLD_BY_WORD : TOLD_BY_NAME);
    return rarity;
  }

  /** Whether a term is a word of a name; if so, the quotes that have to do with its bearer are noted. */
  #hearVoices(term: string, allowed: Uint8Array | undefined, scratch: Scratch): boolean {
    const { voiced, told, list } = scratch;
    let isName = false;
    for (const [index, { names }] of this.#segments.entries()) {
      const at = indexOfTerm(names.terms, term);
      if (at < 0) continue;
      isName = true;
      const offset = this.#offsets[index]!;
      const count = readPostings(names, at, list);
      for (let entry = 0; entry < count; entry += 1) {
        const quote = (list[entry]! >>> 2) + offset;
        if (allowed !== undefined && allowed[quote] === 0) continue;
        const isSpeaker = (list[entry]! & 3) >= place.said;
        voiced[quote] = Math.max(voiced[quote]!, isSpeaker ? 2 : 1);
        if (!isSpeaker) told[quote] = Math.max(told[quote]!, TOLD_BY_NAME);
      }
    }
    scratch.hasName ||= isName;
    return isName;
  }

  /** BM25's measure of how much a word tells: by the quotes that have it in any form, or else those that have a guess at it. */
  #rarity(meanings: Meanings): number {
    let [sure, likely] = [0, 0];
    for (const [term, likeness] of meanings) {
      const count = this.#count(term);
      likely += likeness * count;
      if (likeness >= OTHER_FORM) sure += count;
    }
    return this.#rarityOf(Math.min(this.#size, sure > 0 ? sure : likely));
  }

  /**
   * Whether all that the library has of an English word are guesses at it. They may answer, but as the word itself is not
   * there, a quote without them lacks as much of the query as it does of any word that nobody ever said. What may yet
   * grow into a word that is there is no such guess: "con" on the way to "confinement".
   */
  #isGuess(word: string, unfinished: boolean, meanings: Meanings): boolean {
    const isKnown = (term: string, likeness: number) => likeness >= OTHER_FORM || (unfinished && term.startsWith(word));
    return ![...meanings].some(([term, likeness]) => isKnown(term, likeness)) && isEnglish(word);
  }

  /** How rare a term is that so many quotes have: less the logarithm of their share, nearly, in nats. */
  #rarityOf(count: number): number {
    return Math.log(1 + (this.#size - count + 0.5) / (count + 0.5));
  }

  /** The likeliest meanings, sorted, as many as can be looked up in good time. */
  #withinBudget(meanings: Meanings): Meanings {
    const sorted = [...meanings].sort(([one, likeness], [other, less]) => less - likeness || (one < other ? -1 : 1));
    let read = 0;
    const kept = sorted.findIndex(([term]) => (read += this.#count(term)) > MOST_POSTINGS);
    return new Map(kept === -1 ? sorted : sorted.slice(0, Math.max(1, kept)));
  }

  /** In how many quotes a term stands. */
  #count(term: string): number {
    let count = 0;
    for (const { words } of this.#segments) count += words.counts[indexOfTerm(words.terms, term)] ?? 0;
    return count;
  }

  /** For each quote, 1 if it has all these marks; nothing when there are none. */
  #marked(marks: readonly string[], { list }: Scratch): Uint8Array | undefined {
    if (marks.length === 0) return undefined;
    const seen = new Uint8Array(this.#size);
    for (const [index, mark] of marks.entries()) {
      for (const [segment, { marks: lists }] of this.#segments.entries()) {
        const at = indexOfTerm(lists.terms, mark);
        const offset = this.#offsets[segment]!;
        const count = at < 0 ? 0 : readPostings(lists, at, list);
        for (let entry = 0; entry < count; entry += 1) {
          const quote = (list[entry]! >>> 2) + offset;
          if (seen[quote] === index) seen[quote] = index + 1;
        }
      }
    }
    return seen.map((count) => (count === marks.length ? 1 : 0));
  }

  #quote(quote: number): SearchableQuote {
    const index = this.#offsets.findLastIndex((offset) => offset <= quote);
    return this.#segments[index]!.quotes[quote - this.#offsets[index]!]!;
  }
}
