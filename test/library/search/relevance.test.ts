import { describe, expect, it } from "vitest";
import { bundledDocuments } from "../../../bench/search/documents.ts";
import { measure, rankOf, type Judged } from "../../../bench/search/quality.ts";
import { relevanceSet } from "../../../bench/search/relevanceSet.ts";
import { createQuoteSearch } from "../../../src/library/search/search.ts";

const documents = await bundledDocuments();
const search = createQuoteSearch(documents);
const judged = relevanceSet("tuning", documents).map((query): Judged => ({ ...query, found: search.find(query.query) }));

describe("what people half remember of the bundled interview", () => {
  // A little under what it measures: see docs/search.md.
  it("is found, and nearly always first", () => {
    const { mrr, recall5 } = measure(judged);
    expect(mrr).toBeGreaterThan(0.965);
    expect(recall5).toBeGreaterThan(0.975);
  });

  it("is not confused with what was never said", () => {
    expect(measure(judged).falseHits).toBeLessThan(0.015);
  });

  it("is found in its very words, misspelt once, and from its beginning, but for what is known", () => {
    const missed = judged.filter((one) => ["exact words", "one typo", "prefixes"].includes(one.kind) && rankOf(one) === 0);
    expect(missed.map(({ query }) => query)).toEqual(["butterfly jsm"]);
  });
});
