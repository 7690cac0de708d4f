import { readFileSync } from "node:fs";
import type { Document } from "./documents.ts";

/** What search was tuned on, and what was put aside before that, and run once when it was done. */
export type Part = "tuning" | "put aside";

const files: Record<Part, string> = { tuning: "tuning.json", "put aside": "putAside.json" };

/** A query of the hand-made set. */
export interface Query {
  kind: string;
  query: string;
  /** The ids of the quotes that answer it; none when nothing should be found. */
  acceptable: ReadonlySet<string>;
}

/**
 * The hand-made queries of one part, their answers looked up by fragments of their words.
 *
 * @throws Error when a fragment is in no quote, or in several
 */
export function relevanceSet(part: Part, documents: Document[]): Query[] {
  const kinds = JSON.parse(readFileSync(new URL(files[part], import.meta.url), "utf8")) as Record<string, string[][]>;
  return Object.entries(kinds).flatMap(([kind, queries]) =>
    queries.map(([query = "", ...fragments]) => ({
      kind,
      query,
      acceptable: new Set(fragments.map((fragment) => quoteWith(fragment, documents))),
    })),
  );
}

function quoteWith(fragment: string, documents: Document[]): string {
  const found = documents.filter(({ quote }) => quote.words.includes(fragment));
  if (found.length !== 1) throw new Error(`“${fragment}” is in ${found.length} quotes; the relevance set needs it in one.`);
  return found[0]!.quote.id;
}
