import { createHash } from "node:crypto";
import type { Interview } from "./interview.ts";
import { asks } from "./lines.ts";
import { passageFinder } from "./pullQuotes.ts";
import type { Quote } from "./quote.ts";
import { sentencesOf } from "./sentences.ts";
import { isBareReply, leaning } from "./thoughts.ts";
import { bareWords } from "./words.ts";

/** In characters. */
const SHORTEST = 60;
/** A piece that leans on what came before must say so much. */
const SHORTEST_LEANING = 100;
const BEST = 180;
const LONGEST = 1000;
/** So many characters too few, or too many, cost as much as 1, and twice as many 4. */
const TOO_SHORT = 60;
const TOO_LONG = 120;
/** A quote that begins in the middle of a thought, or ends on a question whose answer follows. */
const BROKEN_THOUGHT = 7;
/** A quote that begins with a bare reply, and a bare reply that is left out. */
const REPLY_KEPT = 1;
const REPLY_LEFT_OUT = 0.5;
const LONGEST_REPLIES = 40;
/** Other words that no quote holds, for each SHORTEST characters of them. */
const LEFT_OUT = 12;

/**
 * Cuts an interview into quotes, in order. A quote is made of whole consecutive sentences of one paragraph, word for
 * word, mostly 60 to 350 characters long and never more than 1,000. Quotes don't overlap. What is too short to stand
 * alone, and belongs to nothing beside it, is in no quote. A passage that the editors lifted is never cut. Where an
 * interview says the same words twice, the first place stands.
 */
export function cutQuotes(interview: Interview): Quote[] {
  const places = interview.exchanges.flatMap(({ answers }, exchange) =>
    answers.flatMap(({ speaker, paragraphs }, answer) => paragraphs.map((paragraph) => ({ exchange, answer, speaker, paragraph }))),
  );
  const lifted = liftedPassages(interview.pullQuotes, places.map(({ paragraph }) => paragraph));
  const quotes = new Map<string, Quote>();
  for (const [index, { paragraph, ...place }] of places.entries()) {
    const passages = lifted.get(index) ?? [];
    for (const { start, end } of cutParagraph(paragraph, passages)) {
      const words = paragraph.slice(start, end);
      const id = quoteId(words);
      if (id === undefined || quotes.has(id)) continue;
      const isLifted = passages.some((passage) => passage.start >= start && passage.end <= end);
      quotes.set(id, { id, words, ...place, lifted: isLifted });
    }
  }
  return [...quotes.values()];
}

/**
 * The id of a quote: the first 12 hexadecimal digits of SHA-256 over its bare words, so that neither punctuation nor
 * an edit elsewhere changes it. Undefined when there are no words.
 */
export function quoteId(words: string): string | undefined {
  const bare = bareWords(words);
  return bare === "" ? undefined : createHash("sha256").update(bare).digest("hex").slice(0, 12);
}

interface Span {
  start: number;
  end: number;
}

/** A sentence without the white space around it, and what its words say of where to cut. */
interface Sentence extends Span {
  lean: number;
  asks: boolean;
  isReply: boolean;
}

/** The passages that were lifted from each paragraph, by its place. */
function liftedPassages(pullQuotes: string[], paragraphs: string[]): Map<number, Span[]> {
  const find = passageFinder(pullQuotes.length === 0 ? [] : paragraphs);
  const byParagraph = new Map<number, Span[]>();
  for (const pullQuote of pullQuotes) {
    const passage = find(pullQuote);
    if (passage !== undefined) byParagraph.set(passage.paragraph, [...(byParagraph.get(passage.paragraph) ?? []), passage]);
  }
  return byParagraph;
}

/**
 * The best partition of a paragraph's sentences into quotes and left-out pieces: of all ways to cut, the one that costs
 * least (dynamic programming over the sentence ends).
 */
function cutParagraph(paragraph: string, passages: Span[]): Span[] {
  const sentences = placeSentences(paragraph);
  const mayBegin = sentences.map(({ start }) => passages.every((passage) => start <= passage.start || start >= passage.end));
  const replies = sentences.findIndex(({ isReply }) => !isReply);
  // best[n]: the cheapest way to cut the first n sentences; its last piece begins with sentence `from`.
  const best: { cost: number; from: number }[] = [{ cost: 0, from: 0 }];
  for (let count = 1; count <= sentences.length; count++) {
    const last = sentences[count - 1] as Sentence;
    const brokenBehind = count < sentences.length && last.asks ? BROKEN_THOUGHT : 0;
    let winner = { cost: Infinity, from: count - 1 };
    for (let from = count - 1; from >= 0; from--) {
      const first = sentences[from] as Sentence;
      const length = last.end - first.start;
      if (length > LONGEST && from < count - 1) break;
      if (!mayBegin[from]) continue;
      const onlyReplies = from === 0 && count <= replies && length <= LONGEST_REPLIES;
      const pieceCost = isQuote(first, length) ? quoteCost(first, length, from === 0) + brokenBehind : leftOutCost(length, onlyReplies);
      const cost = (best[from]?.cost ?? Infinity) + pieceCost;
      if (cost < winner.cost) winner = { cost, from };
    }
    best.push(winner);
  }
  const quotes: Span[] = [];
  for (let count = sentences.length, from: number; count > 0; count = from) {
    from = best[count]?.from ?? 0;
    const [first, last] = [sentences[from] as Sentence, sentences[count - 1] as Sentence];
    if (isQuote(first, last.end - first.start)) quotes.push({ start: first.start, end: last.end });
  }
  return quotes.toReversed();
}

function isQuote(first: Sentence, length: number): boolean {
  return length <= LONGEST && length >= (first.lean === 1 ? SHORTEST_LEANING : SHORTEST);
}

function quoteCost(first: Sentence, length: number, opensAnswer: boolean): number {
  const off = length < BEST ? (BEST - length) / TOO_SHORT : (length - BEST) / TOO_LONG;
  // What opens an answer may lean on its question.
  const broken = opensAnswer ? (first.isReply ? REPLY_KEPT : 0) : first.lean * BROKEN_THOUGHT;
  return off * off + broken;
}

function leftOutCost(length: number, onlyReplies: boolean): number {
  return onlyReplies ? REPLY_LEFT_OUT : (LEFT_OUT * length) / SHORTEST;
}

function placeSentences(paragraph: string): Sentence[] {
  let place = 0;
  return sentencesOf(paragraph).map((text) => {
    const start = place + text.length - text.trimStart().length;
    const end = place + text.trimEnd().length;
    place += text.length;
    return { start, end, lean: leaning(text), asks: asks(text.trimEnd()), isReply: isBareReply(text) };
  });
}
