import { describe, expect, it } from "vitest";
import { isEnglish, relatedTo } from "../../../src/library/search/english.ts";
import { irregularFormsOf } from "../../../src/library/search/irregular.ts";
import { createQuoteSearch } from "../../../src/library/search/search.ts";
import { searchable } from "./quotes.ts";

describe("knowing English", () => {
  it.each(["robots", "champion", "colour", "color", "umbrella", "zoos"])("%s is a word", (word) => {
    expect(isEnglish(word)).toBe(true);
  });

  it.each(["confinment", "balagov", "nalchik", "кулаки", "xyzzy", "", "a b"])("%j is none", (word) => {
    expect(isEnglish(word)).toBe(false);
  });

  it("knows what has a meaning in common, from any form of a word, and not the word itself", () => {
    expect(relatedTo("selected")).toContain("choose");
    expect(relatedTo("selection")).toEqual(expect.arrayContaining(["choice", "option"]));
    expect(relatedTo("option")).not.toContain("option");
    expect(relatedTo("xyzzy")).toEqual([]);
  });

  it("knows irregular forms, each from every other", () => {
    expect(irregularFormsOf("slept")).toContain("sleep");
    expect(irregularFormsOf("sleep")).toContain("slept");
    expect(irregularFormsOf("film")).toEqual([]);
  });
});

describe("searching with English words that the library lacks", () => {
  const search = createQuoteSearch([
    searchable("roots", "The roots of most of the things we think about came from him."),
    searchable("sleep", "I fell asleep, and he noticed, and asked how I liked it."),
    searchable("start", "They were starting over in another country with nothing."),
    searchable("copy", "He never wanted anybody to copy his style, and judged by other measures."),
    searchable("campion", "The Piano by Jane Campion is what she remembers."),
    searchable("goya", "For each movie there is a key: I’ll look at Francisco Goya, or at a soul."),
    searchable("believe", "How can people believe what is a creation of somebody else, an alienated one?"),
  ]);

  it.each(["robots", "do they mention robots", "a star in the sky", "fellow", "selection of cheese", "soup", "do you believe in dinosaurs and mermaids"])("%j is not taken for another word", (query) => {
    expect(search.find(query)).toEqual([]);
  });

  it.each([
    ["slept and he noticed", "sleep"],
    ["evaluated by other measures", "copy"],
    ["Jane Champion", "campion"],
    ["Goja", "goya"],
  ])("%j still finds what was meant, by the other words", (query, id) => {
    expect(search.find(query)[0]).toBe(id);
  });

  it("does not take a word for answered because many quotes have something of its meaning", () => {
    const strange = ["a foreign feeling", "an exotic town", "an unknown film", "a foreign country", "so exotic a school", "a foreign habit"];
    const found = createQuoteSearch([
      searchable("believe", "How can people still believe that?"),
      searchable("nothing", "I believe nothing else."),
      ...strange.map((words) => searchable(words, words)),
    ]);
    expect(found.find("aliens")).toEqual([]);
    expect(found.find("does he believe in aliens")).toEqual([]);
    expect(found.find("does he believe in foreigners")).not.toEqual([]);
  });
});
