import { createHash } from "node:crypto";
import { cutParagraph, type Span } from "./cutParagraph.ts";
import type { Interview } from "./interview.ts";
import { passageFinder, type Passage } from "./pullQuotes.ts";
import type { Quote } from "./quote.ts";
import { bareWords, placedWords, wordsOf, type PlacedWord } from "./words.ts";

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
    const cuts = cutParagraph(paragraph, passages);
    const whole = holdingAny(passages, cuts);
    for (const cut of cuts) {
      const words = paragraph.slice(cut.start, cut.end);
      const id = quoteId(words);
      if (id === undefined || quotes.has(id)) continue;
      quotes.set(id, { id, words, ...place, lifted: whole.has(cut) });
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

/** The passages that were lifted from each paragraph, by its place; in order of their beginnings. */
function liftedPassages(pullQuotes: string[], paragraphs: string[]): Map<number, Span[]> {
  const find = passageFinder(pullQuotes.length === 0 ? [] : paragraphs.map((paragraph) => wordsOf(paragraph)));
  const byParagraph = new Map<number, Passage[]>();
  for (const pullQuote of new Set(pullQuotes)) {
    const passage = find(wordsOf(pullQuote));
    if (passage === undefined) continue;
    const others = byParagraph.get(passage.paragraph);
    if (others === undefined) byParagraph.set(passage.paragraph, [passage]);
    else others.push(passage);
  }
  return new Map([...byParagraph].map(([paragraph, passages]) => [paragraph, spansOf(passages, placedWords(paragraphs[paragraph] ?? ""))]));
}

function spansOf(passages: Passage[], words: PlacedWord[]): Span[] {
  const spans = passages.map(({ first, last }) => ({ start: words[first]?.start ?? 0, end: words[last]?.end ?? 0 }));
  return spans.toSorted((one, other) => one.start - other.start);
}

/** Those of the cuts in which a passage stands whole. Both are in order, and the cuts apart: one walk along them will do. */
function holdingAny(passages: Span[], cuts: Span[]): Set<Span> {
  const holding = new Set<Span>();
  let next = 0;
  for (const cut of cuts) {
    for (let passage = passages[next]; passage !== undefined && passage.start < cut.end; passage = passages[++next]) {
      if (passage.start >= cut.start && passage.end <= cut.end) holding.add(cut);
    }
  }
  return holding;
}
