import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { distance } from "../../../src/library/search/distance.ts";
import { spellingsOf, visitSpellings } from "../../../src/library/search/spellings.ts";

/** The definition, written down with no regard to time. */
function plainly(one: string, other: string): number {
  if (one === "" || other === "") return one.length + other.length;
  const [short, shorter] = [one.slice(0, -1), other.slice(0, -1)];
  const same = one.at(-1) === other.at(-1) ? 0 : 1;
  const costs = [plainly(short, other) + 1, plainly(one, shorter) + 1, plainly(short, shorter) + same];
  const swapped = one.length > 1 && other.length > 1 && one.at(-1) === other.at(-2) && one.at(-2) === other.at(-1);
  if (swapped) costs.push(plainly(one.slice(0, -2), other.slice(0, -2)) + 1);
  return Math.min(...costs);
}

const word = fc.string({ unit: fc.constantFrom("a", "b", "c", "я"), maxLength: 6 });

describe("the number of typos between two words", () => {
  it.each([
    ["freedom", "freedom", 0],
    ["freedm", "freedom", 1],
    ["feredom", "freedom", 1],
    ["fredoom", "freedom", 2],
    ["кулаки", "кулаик", 1],
  ])("%s, %s: %d", (one, other, typos) => {
    expect(distance(one, other, 2)).toBe(typos);
  });

  it("is what its definition says, up to the limit", () => {
    fc.assert(
      fc.property(word, word, fc.integer({ min: 0, max: 3 }), (one, other, limit) => {
        expect(distance(one, other, limit)).toBe(Math.min(plainly(one, other), limit + 1));
      }),
    );
  });

  it("is to the nearest beginning of a word that is not finished", () => {
    expect(distance("nostlg", "nostalgia", 1, true)).toBe(1);
    fc.assert(
      fc.property(word, word, (typed, whole) => {
        const beginnings = Array.from({ length: whole.length + 1 }, (_, length) => plainly(typed, whole.slice(0, length)));
        expect(distance(typed, whole, 2, true)).toBe(Math.min(...beginnings, 3));
      }),
    );
  });

  it("takes no notice of the end of monstrous words", () => {
    expect(distance("x".repeat(10_000), "x".repeat(9_000), 2)).toBe(0);
  });
});

describe("looking for a misspelt word in a vocabulary", () => {
  it("finds all that are near, and no others", () => {
    fc.assert(
      fc.property(fc.uniqueArray(word, { maxLength: 40 }), word, fc.boolean(), (terms, typed, unfinished) => {
        const found = new Map<string, number>();
        visitSpellings(spellingsOf(terms), terms, typed, 2, unfinished, (term, typos) => found.set(term, typos));
        const near = terms.map((term): [string, number] => [term, distance(typed, term, 2, unfinished)]).filter(([, typos]) => typos <= 2);
        expect(found).toEqual(new Map(near));
      }),
    );
  });
});
