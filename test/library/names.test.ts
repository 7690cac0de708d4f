import { describe, expect, it } from "vitest";
import { createNameFinder } from "../../src/library/names.ts";

const titles = createNameFinder([
  { id: "beanpole", names: ["Beanpole", "Дылда", "Dylda", "Bean Pole"], year: 2019 },
  { id: "closeness", names: ["Closeness", "Теснота", "Tesnota"], year: 2017 },
  { id: "unclenching-the-fists", names: ["Unclenching the Fists", "Разжимая кулаки", "Razzhimaya kulaki"], year: 2021 },
  { id: "butterfly-jam", names: ["Butterfly Jam", "Monica"] },
  { id: "the-piano", names: ["The Piano"], year: 1993 },
  { id: "port-of-shadows", names: ["Port of Shadows", "Le Quai des brumes"], year: 1938 },
  { id: "the-thing-1951", names: ["The Thing"], year: 1951 },
  { id: "the-thing-1982", names: ["The Thing"], year: 1982 },
  { id: "2046", names: ["2046"], year: 2004 },
]);

describe("looking a film up by its title", () => {
  it.each([
    ["Beanpole", "beanpole"],
    ["beanpole 2019", "beanpole"],
    ["Beanpole (2019)", "beanpole"],
    ["beanpole 2020", "beanpole"],
    ["beanpole 1950", "beanpole"],
    ["beanpol", "beanpole"],
    ["baenpole", "beanpole"],
    ["ДЫЛДА", "beanpole"],
    ["дилда", "beanpole"],
    ["le quai des brumes", "port-of-shadows"],
    ["quai brumes", "port-of-shadows"],
    ["fists", "unclenching-the-fists"],
    ["uncleching the fist", "unclenching-the-fists"],
    ["monica", "butterfly-jam"],
    ["the thing 1982", "the-thing-1982"],
    ["the thing 1950", "the-thing-1951"],
    ["2046", "2046"],
    ["  closeness!! ", "closeness"],
  ])("%s leads to one film", (typed, id) => {
    expect(titles.find(typed)).toEqual({ kind: "one", id });
  });

  it("never guesses between two films of one name", () => {
    expect(titles.find("the thing")).toEqual({ kind: "several", ids: ["the-thing-1951", "the-thing-1982"] });
    expect(titles.find("the thing 2011")).toEqual({ kind: "several", ids: ["the-thing-1951", "the-thing-1982"] });
    expect(titles.find("the")).toMatchObject({ kind: "several" });
  });

  it.each(["solaris", "xyzzy", "", "   ", "🎬", "?".repeat(5000)])("%j leads to none, and to the three nearest", (typed) => {
    const found = titles.find(typed);
    expect(found).toMatchObject({ kind: "none" });
    expect(found.kind === "none" && found.nearest).toHaveLength(3);
  });
});

describe("completing a title", () => {
  it("begins with the titles that begin so, in any language", () => {
    expect(titles.complete("b", 5).slice(0, 2).toSorted()).toEqual(["beanpole", "butterfly-jam"]);
    expect(titles.complete("тес", 5)[0]).toBe("closeness");
    expect(titles.complete("brum", 5)[0]).toBe("port-of-shadows");
  });

  it("forgives a typo", () => {
    expect(titles.complete("closenes", 5)[0]).toBe("closeness");
    expect(titles.complete("clsoeness", 5)[0]).toBe("closeness");
  });

  it("shows all while nothing is typed, and no more than wanted", () => {
    expect(titles.complete("", 25)).toHaveLength(9);
    expect(titles.complete("", 2)).toEqual(["beanpole", "closeness"]);
  });
});
