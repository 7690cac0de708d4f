import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createQuoteSearch } from "../../../src/library/search/search.ts";
import type { Searchable } from "../../../src/library/search/segment.ts";
import { interviews, queries } from "./quotes.ts";

const isOf = (interview: string) => (searchable: Searchable) => searchable.quote.interview === interview;

describe("a search that quotes are added to and removed from", () => {
  it("is as if an interview had never been there, once that is removed", () => {
    fc.assert(
      fc.property(interviews, queries, (all, query) => {
        const rest = all.filter((one) => !isOf("two")(one));
        const removed = createQuoteSearch(all).without("two");
        const never = createQuoteSearch(rest);
        expect(removed.find(query)).toEqual(never.find(query));
        expect(removed.nearest(query)).toEqual(never.nearest(query));
      }),
    );
  });

  it("is as if all had been there from the beginning, however they came", () => {
    fc.assert(
      fc.property(fc.array(interviews, { maxLength: 5 }), queries, (several, query) => {
        const unlike = several.flat().filter((one, index, all) => all.findIndex(({ quote }) => quote.id === one.quote.id) === index);
        const atOnce = createQuoteSearch(unlike);
        const oneByOne = unlike.reduce((search, one) => search.with([one]), createQuoteSearch([]));
        const halves = createQuoteSearch(unlike.slice(0, unlike.length >> 1)).with(unlike.slice(unlike.length >> 1));
        expect(oneByOne.find(query)).toEqual(atOnce.find(query));
        expect(halves.find(query)).toEqual(atOnce.find(query));
      }),
    );
  });

  it("leaves the search it came from as it was", () => {
    fc.assert(
      fc.property(interviews, interviews, queries, (some, more, query) => {
        const search = createQuoteSearch(some);
        const before = search.find(query);
        search.with(more).find(query);
        search.without("one").find(query);
        expect(search.find(query)).toEqual(before);
      }),
    );
  });
});

describe("a search that is kept to some marks", () => {
  it("finds what is left of all it finds when the others are struck out", () => {
    fc.assert(
      fc.property(interviews, queries, (all, query) => {
        const search = createQuoteSearch(all);
        const marked = new Set(all.filter(isOf("one")).filter(({ marks }) => marks.includes("by/ada")).map(({ quote }) => quote.id));
        expect(search.find(query, ["by/ada", "in/one"])).toEqual(search.find(query).filter((id) => marked.has(id)));
      }),
    );
  });
});

describe("a search that was asked before", () => {
  it("answers as if it had not been", () => {
    fc.assert(
      fc.property(interviews, queries, queries, (all, query, other) => {
        const search = createQuoteSearch(all);
        const found = search.find(query);
        search.find(other, ["by/ada", "in/one"]);
        search.nearest(other, ["in/two"]);
        expect(search.find(query)).toEqual(found);
        expect(createQuoteSearch(all).find(query, ["by/emil"])).toEqual(search.find(query, ["by/emil"]));
      }),
    );
  });
});

describe("any query", () => {
  it("finds quotes, each once, and the same ones by its telling words alone", () => {
    fc.assert(
      fc.property(interviews, fc.oneof(queries, fc.string({ unit: "binary", maxLength: 3000 })), (all, query) => {
        const search = createQuoteSearch(all);
        const found = search.find(query);
        expect(new Set(found).size).toBe(found.length);
        expect(search.find(search.wordsIn(query).typed.join(" "))).toEqual(found);
      }),
    );
  });
});
