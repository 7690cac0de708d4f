import { asks } from "./lines.ts";
import { sentencesOf } from "./sentences.ts";
import { isBareReply, leaning } from "./thoughts.ts";

/** In characters. */
const SHORTEST = 60;
/** A piece that leans on what came before must say so much. */
const SHORTEST_LEANING = 100;
const BEST = 180;
const LONGEST = 1000;
/** More than any passage that editors lift, and more than anybody says in 1,000 characters: bounds the work on "A! A! A! …". */
const MOST_SENTENCES = 150;
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

/** A piece of a paragraph, as offsets in UTF-16 units. */
export interface Span {
  start: number;
  end: number;
}

/** A sentence without the white space around it, and what its words say of where to cut. */
interface Sentence extends Span {
  /** Whether a piece may begin with it: not when a lifted passage would be cut. */
  mayBegin: boolean;
  lean: number;
  asks: boolean;
  isReply: boolean;
}

/**
 * The best partition of a paragraph's sentences into quotes and left-out pieces: of all ways to cut, the one that costs
 * least (dynamic programming over the sentence ends). Time grows with the length of the paragraph and no faster.
 * @param passages What the editors lifted, in order of their beginnings.
 * @returns The quotes, in order and apart.
 */
export function cutParagraph(paragraph: string, passages: Span[]): Span[] {
  const sentences = placeSentences(paragraph, passages);
  const replies = sentences.findIndex(({ isReply }) => !isReply);
  // The cheapest way to cut the first n sentences costs costs[n]; its last piece begins with sentence froms[n].
  const costs = new Float64Array(sentences.length + 1);
  const froms = new Int32Array(sentences.length + 1);
  for (const [index, last] of sentences.entries()) {
    const count = index + 1;
    const brokenBehind = count < sentences.length && last.asks ? BROKEN_THOUGHT : 0;
    let cheapest = Infinity;
    let best = index;
    for (let from = index; from >= 0 && from > index - MOST_SENTENCES; from--) {
      const first = sentences[from] as Sentence;
      const length = last.end - first.start;
      if (length > LONGEST && from < index) break;
      if (!first.mayBegin) continue;
      const onlyReplies = from === 0 && count <= replies && length <= LONGEST_REPLIES;
      const pieceCost = isQuote(first, length) ? quoteCost(first, length, from === 0) + brokenBehind : leftOutCost(length, onlyReplies);
      const cost = (costs[from] as number) + pieceCost;
      if (cost >= cheapest) continue;
      cheapest = cost;
      best = from;
    }
    costs[count] = cheapest;
    froms[count] = best;
  }
  const quotes: Span[] = [];
  for (let count = sentences.length, from: number; count > 0; count = from) {
    from = froms[count] as number;
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

function placeSentences(paragraph: string, passages: Span[]): Sentence[] {
  let place = 0;
  let passed = 0;
  let liftedUpTo = 0;
  return sentencesOf(paragraph).map((text) => {
    const start = place + text.length - text.trimStart().length;
    const end = place + text.trimEnd().length;
    place += text.length;
    for (let passage = passages[passed]; passage !== undefined && passage.start < start; passage = passages[++passed]) liftedUpTo = Math.max(liftedUpTo, passage.end);
    return { start, end, mayBegin: start >= liftedUpTo, lean: leaning(text), asks: asks(text.trimEnd()), isReply: isBareReply(text) };
  });
}
