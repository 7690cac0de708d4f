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

  it.each(["taht", "teh", "adn", "abuot", "thier", "ovr", "thngs", "shouldd", "woud"])("are known misspelt: %s", (word) => {
    expect(isMisspeltStopWord(word)).toBe(true);
  });

  it.each(["form", "noe", "nora", "hou", "moore", "wim", "mann", "over", "there", "xy", "noir", "thoth", "gould"])("are not seen in a word or a name: %s", (word) => {
    expect(isMisspeltStopWord(word)).toBe(false);
  });
});
