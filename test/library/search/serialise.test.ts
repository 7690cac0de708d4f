import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createQuoteSearch } from "../../../src/library/search/search.ts";
import { deserialise, serialise, UnusableIndex } from "../../../src/library/search/serialise.ts";
import { interviews, queries, searchable } from "./quotes.ts";

const two = [
  searchable("night", "The night train to the sea was late.", { around: "Ярмарка", marks: ["by/ada"] }),
  searchable("sea", "I had never filmed the sea before, nor Carné’s fog.", { named: "Port of Shadows" }),
];
const quotes = two.map(({ quote }) => quote);

describe("an index that was saved", () => {
  it("finds the same when it is loaded", () => {
    fc.assert(
      fc.property(interviews, interviews, queries, (kept, added, query) => {
        const search = createQuoteSearch(kept).with(added);
        const saved = serialise(search);
        const loaded = deserialise(saved, [...kept, ...added].map(({ quote }) => quote));
        expect(loaded.find(query)).toEqual(search.find(query));
        expect(loaded.nearest(query, ["by/ada"])).toEqual(search.nearest(query, ["by/ada"]));
        expect(serialise(loaded)).toEqual(saved);
      }),
    );
  });

  it("can stand anywhere in memory", () => {
    const saved = serialise(createQuoteSearch(two));
    const elsewhere = new Uint8Array(saved.length + 1);
    elsewhere.set(saved, 1);
    expect(deserialise(elsewhere.subarray(1), quotes).find("sea fog")[0]).toBe("sea");
  });

  it("is refused when it is of other quotes, or of these in another order", () => {
    const saved = serialise(createQuoteSearch(two));
    expect(() => deserialise(saved, quotes.slice(1))).toThrow(UnusableIndex);
    expect(() => deserialise(saved, quotes.toReversed())).toThrow(UnusableIndex);
  });

  it("is refused when it is of another version, damaged, cut short or something else", () => {
    const saved = serialise(createQuoteSearch(two));
    const changed = (at: number) => saved.map((byte, index) => (index === at ? byte ^ 1 : byte));
    expect(() => deserialise(changed(4), quotes)).toThrow("version");
    expect(() => deserialise(changed(saved.length - 3), quotes)).toThrow("damaged");
    expect(() => deserialise(saved.subarray(0, -1), quotes)).toThrow("damaged");
    expect(() => deserialise(saved.subarray(0, 7), quotes)).toThrow("too short");
    expect(() => deserialise(Buffer.from("an essay about something else"), quotes)).toThrow("no index");
  });
});
