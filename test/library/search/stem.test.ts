import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { stem } from "../../../src/library/search/stem.ts";

describe("the stem of a word", () => {
  it.each([
    ["movie", "movies"],
    ["confined", "confinement"],
    ["films", "film"],
    ["immigrants", "immigration"],
    ["planning", "planned"],
    ["teach", "teachers"],
    ["inspired", "inspiration"],
    ["immigrated", "immigration"],
    ["expressive", "expression"],
    ["emotional", "emotionally"],
    ["кулаки", "кулак"],
    ["комикс", "комиксы"],
  ])("is the same for %s and %s", (one, other) => {
    expect(stem(one)).toBe(stem(other));
  });

  it.each([
    ["less", "lesson"],
    ["horse", "hours"],
    ["those", "horse"],
    ["mention", "mentor"],
    ["state", "station"],
  ])("is not the same for %s and %s", (one, other) => {
    expect(stem(one)).not.toBe(stem(other));
  });

  it("is a beginning of the word, for the index looks its forms up in the alphabet", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.lorem({ maxCount: 1 }), fc.string({ unit: fc.constantFrom("а", "м", "и", "ы", "е", "о", "х", "я") })), (word) => {
        expect(word.startsWith(stem(word))).toBe(true);
      }),
    );
  });
});
