import { stopWords, wordsOf } from "../words.ts";
import type { Meanings } from "./meanings.ts";

/** Words that stand so close, stop words left out, are taken for neighbours, or for near each other. */
const NEXT = 2;
const NEAR = 5;

/**
 * How well the words of a query stand together in a quote, from 0 to 1: each pair of neighbours in the query counts whole
 * where it stands in the same order side by side, and half where it is only near.
 */
export function nearness(query: readonly Meanings[], words: string): number {
  if (query.length < 2) return 0;
  const said = wordsOf(words).filter((word) => !stopWords.has(word));
  let together = 0;
  let before = placesOf(query[0]!, said);
  for (let index = 1; index < query.length; index += 1) {
    const places = placesOf(query[index]!, said);
    together += closeness(before, places);
    before = places;
  }
  return together / (query.length - 1);
}

function placesOf(meanings: Meanings, said: string[]): number[] {
  const places: number[] = [];
  for (const [place, word] of said.entries()) if (meanings.has(word)) places.push(place);
  return places;
}

function closeness(before: number[], after: number[]): number {
  let best = 0;
  for (const one of before) {
    for (const other of after) {
      const way = other - one;
      if (way > 0 && way <= NEXT) return 1;
      if (way !== 0 && Math.abs(way) <= NEAR) best = 0.5;
    }
  }
  return best;
}
