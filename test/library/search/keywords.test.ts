import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { keywords } from "../../../src/library/search/keywords.ts";

describe("the telling words of a query", () => {
  it("leave out what every question is full of, unless there is nothing else", () => {
    expect(keywords("What did Balagov say about comics?")).toEqual(["balagov", "comics"]);
    expect(keywords("who are you")).toEqual(["who", "are", "you"]);
  });

  it("say the same again when they are searched for themselves, as buttons do", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "grapheme" }), fc.lorem({ mode: "sentences" })), (query) => {
        expect(keywords(keywords(query).join(" "))).toEqual(keywords(query));
      }),
    );
  });
});
