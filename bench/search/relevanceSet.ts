import { readFileSync } from "node:fs";
import type { Document } from "./documents.ts";

/**
 * The half that search was tuned on; the half put aside, which was looked at once, when tuning was done; and the fresh
 * queries, written after that look, of the kinds that did worst.
 */
export type Part = "tuning" | "put aside" | "fresh";

/** A query of the hand-made set. */
export interface Query {
  kind: string;
  query: string;
  /** The ids of the quotes that answer it; none when nothing should be found. */
  acceptable: ReadonlySet<string>;
  part: Part;
}

/**
 * The hand-made queries, their answers looked up by fragments of their words.
 *
 * @throws Error when a fragment is in no quote, or in several
 */
export function relevanceSet(documents: Document[]): Query[] {
  return [
    ...readQueries("relevance.json", documents, (query) => (isPutAside(query) ? "put aside" : "tuning")),
    ...readQueries("fresh.json", documents, (query) => (isPutAside(query) ? "fresh" : "tuning")),
  ];
}

function readQueries(file: string, documents: Document[], partOf: (query: string) => Part): Query[] {
  const kinds = JSON.parse(readFileSync(new URL(file, import.meta.url), "utf8")) as Record<string, string[][]>;
  return Object.entries(kinds).flatMap(([kind, queries]) =>
    queries.map(([query = "", ...fragments]) => ({
      kind,
      query,
      acceptable: new Set(fragments.map((fragment) => quoteWith(fragment, documents))),
      part: partOf(query),
    })),
  );
}

function quoteWith(fragment: string, documents: Document[]): string {
  const found = documents.filter(({ quote }) => quote.words.includes(fragment));
  if (found.length !== 1) throw new Error(`“${fragment}” is in ${found.length} quotes; the relevance set needs it in one.`);
  return found[0]!.quote.id;
}

/** Half of all queries, by a hash of their words (FNV-1a, its bits mixed once more), so that the halves never change. */
function isPutAside(query: string): boolean {
  let hash = 0x811c9dc5;
  for (const character of query) hash = Math.imul(hash ^ character.codePointAt(0)!, 0x01000193);
  return ((Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 16) & 1) === 1;
}
