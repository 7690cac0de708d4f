import { describe, expect, it } from "vitest";
import { beginsStopWord, isAllStopWords, isMisspeltStopWord } from "../../../src/library/search/littleWords.ts";

describe("little words", () => {
  it("are known where a query has no others", () => {
    expect(isAllStopWords(["what", "is", "it"])).toBe(true);
    expect(isAllStopWords(["what", "is", "freedom"])).toBe(false);
  });

  it("are known by their beginning", () => {
    expect(beginsStopWord("ju")).toBe(true);
    expect(beginsStopWord("fre")).toBe(false);
  });

  it.each(["taht", "ovr", "abuot", "tthe"])("are known misspelt: %s", (word) => {
    expect(isMisspeltStopWord(word)).toBe(true);
  });

  it.each(["form", "freedom", "xy", "over", "there"])("are not seen in what is a word, or too short to tell: %s", (word) => {
    expect(isMisspeltStopWord(word)).toBe(false);
  });
});
