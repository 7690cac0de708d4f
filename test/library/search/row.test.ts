import { describe, expect, it } from "vitest";
import { rowOf } from "../../../src/library/search/row.ts";

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
    ["is what it about id", true],
    ["is what it about", false],
    // Of ten, two may be others; of five, one.
    ["but is it about id like to say and what", true],
    ["but was it about id", false],
    // Misspelt, unless it is a word of its own.
    ["abuot id lik", true],
    ["is it abot id", true],
    ["is it abort id", false],
  ])("%s: %j", (words, said) => {
    expect(rowOf(words.split(" "))(quote)).toBe(said);
  });

  it("are in no quote without words", () => {
    expect(rowOf(["what"])([])).toBe(false);
  });
});
