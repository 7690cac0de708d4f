import { describe, expect, it } from "vitest";
import { createQuoteSearch, keywords } from "../../src/library/search.ts";

const search = createQuoteSearch([
  { id: "confinement", words: "Confinement is easier to take than freedom.", around: "Kovalenko Unclenching the Fists Разжимая кулаки" },
  { id: "masters", words: "Now you must find masters who will teach you in painting and literature.", around: "Kovalenko" },
  { id: "comics", words: "One motif of the new film came from Batman comics.", around: "Balagov Butterfly Jam Monica" },
  { id: "those", words: "Those were the mountains of my childhood, in Nalchik.", around: "Balagov" },
  { id: "carne", words: "Marcel Carné's film amazed me: фильм про туман.", around: "Balagov Port of Shadows" },
]);

describe("searching for a quote", () => {
  it.each([
    ["freedom", "confinement"],
    ["freedm", "confinement"],
    ["confinment freedom", "confinement"],
    ["what was that line, something about confinement being easier than freedom?", "confinement"],
    ["batmn", "comics"],
    ["batman comics balagov", "comics"],
    ["monica", "comics"],
    ["teach paint", "masters"],
    ["carne", "carne"],
    ["ТУМАН", "carne"],
    ["кулаки", "confinement"],
    ["mountains of my childho", "those"],
  ])("%s", (query, id) => {
    expect(search.find(query)[0]).toBe(id);
  });

  it.each(["horse", "xyzzy", "", "   ", "?!", "zebra quantum", "freedom zebra quantum spaceship", "🎬"])("%j finds nothing", (query) => {
    expect(search.find(query)).toEqual([]);
  });

  it("keeps to the quotes that it may show", () => {
    expect(search.find("balagov", (id) => id === "those")).toEqual(["those"]);
    expect(search.find("freedom", () => false)).toEqual([]);
  });

  it("still says what comes nearest", () => {
    expect(search.nearest("freedom zebra quantum spaceship")[0]).toBe("confinement");
  });

  it("takes a monstrous query as well as any other", () => {
    expect(search.find("lorem ".repeat(20_000))).toEqual([]);
  });
});

describe("the telling words of a query", () => {
  it("leaves out what every question is full of, unless there is nothing else", () => {
    expect(keywords("What did Balagov say about comics?")).toEqual(["balagov", "comics"]);
    expect(keywords("who are you")).toEqual(["who", "are", "you"]);
  });
});
