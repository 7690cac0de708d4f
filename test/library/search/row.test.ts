import { describe, expect, it } from "vitest";
import { saysInARow } from "../../../src/library/search/row.ts";

const quote = "and what is it about id like to know and what is it worth".split(" ");

describe("words in a row", () => {
  it.each([
    ["is it about", true],
    ["what is it ab", true],
    ["what is it wo", true],
    ["it is what", false],
    ["hat is", false],
    ["is it like", false],
    ["worth more", false],
    // Of five, two may be missing in between.
    ["what is about id to", true],
    ["what is about to know", false],
    ["is what it about id", false],
  ])("%s: %j", (words, said) => {
    expect(saysInARow(quote, words.split(" "))).toBe(said);
  });

  it("are in no quote without words", () => {
    expect(saysInARow([], ["what"])).toBe(false);
  });
});
