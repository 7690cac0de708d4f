import { stopWords } from "../words.ts";
import type { Meanings } from "./meanings.ts";

/** Words that stand so close, stop words left out, are taken for neighbours, or for near each other. */
const NEXT = 2;
const NEAR = 5;

/** How well a quote answers a query on a second look, each from 0 to 1. */
export interface Nearness {
  /**
   * How many of the query's words stand together: each pair of neighbours in the query counts whole where it stands in
   * the same order side by side, and half where it is only near.
   */
  together: number;
  /** How many of the query's words stand in the form they are likeliest to mean. */
  exact: number;
}

/** Looks for the words of a query among those of a quote. */
export function nearness(query: readonly Meanings[], words: readonly string[]): Nearness {
  const said = words.filter((word) => !stopWords.has(word));
  let [together, exact] = [0, 0];
  let before: number[] = [];
  for (const [index, meanings] of query.entries()) {
    const places: number[] = [];
    let likeliest = 0;
    for (const [place, word] of said.entries()) {
      const likeness = meanings.get(word);
      if (likeness === undefined) continue;
      places.push(place);
      if (likeness > likeliest) likeliest = likeness;
    }
    // Meanings come likeliest first.
    const [best = 1] = meanings.values();
    if (likeliest === best) exact += 1;
    if (index > 0) together += closeness(before, places);
    before = places;
  }
  return { together: query.length < 2 ? 0 : together / (query.length - 1), exact: exact / query.length };
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
