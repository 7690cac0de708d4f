import { describe, expect, it } from "vitest";
import { createQuoteSearch } from "../../../src/library/search/search.ts";
import type { Searchable } from "../../../src/library/search/segment.ts";
import { searchable } from "./quotes.ts";

const search = createQuoteSearch([
  searchable("confinement", "Confinement is easier to take than freedom.", {
    around: "Kovalenko Unclenching the Fists Разжимая кулаки",
    marks: ["by/kovalenko"],
  }),
  searchable("masters", "Now you must find masters who will teach you in painting and literature.", { around: "Kovalenko", marks: ["by/kovalenko"] }),
  searchable("comics", "One motif of the new film came from Batman comics.", { around: "Balagov", named: "Butterfly Jam Monica", marks: ["by/balagov"] }),
  searchable("those", "Those were the mountains of my childhood, in Nalchik.", { around: "Balagov", marks: ["by/balagov"] }),
  searchable("painters", "I look at Goya, Munch or Bergman, here in L.A.", { around: "Kovalenko", marks: ["by/kovalenko"] }),
  searchable("piano", "At six I watched The Piano by Jane Campion with my brother Max.", { around: "Balagov", marks: ["by/balagov"] }),
  searchable("carne", "Marcel Carné's film amazed me: фильм про туман.", { named: "Port of Shadows", around: "Balagov", marks: ["by/balagov"] }),
]);

function said(id: string, speaker: string, words: string, rest = {}): Searchable {
  return searchable(id, words, { speaker, ...rest });
}

describe("searching for a quote", () => {
  it.each([
    ["freedom", "confinement"],
    ["freedm", "confinement"],
    ["confinment freedom", "confinement"],
    ["confined", "confinement"],
    ["what was that line, something about confinement being easier than freedom?", "confinement"],
    ["batmn", "comics"],
    ["batman comics balagov", "comics"],
    ["comic", "comics"],
    ["monica", "comics"],
    ["teach paint", "masters"],
    ["taught books", "masters"],
    ["carne", "carne"],
    ["carné’s films", "carne"],
    ["ТУМАН", "carne"],
    ["тумна", "carne"],
    ["кулак", "confinement"],
    ["кула", "confinement"],
    ["фильм batman", "comics"],
    ["mountains of my childho", "those"],
    ["mountians nalchk", "those"],
    ["nalch", "those"],
    ["nalhci", "those"],
    // Little words may be misspelt, and numbers written out.
    ["teh mountians of taht", "those"],
    ["when he was 6", "piano"],
    // In the other language.
    ["война гор детство", "those"],
    ["живопись", "masters"],
    // Spelt as they sound.
    ["munk", "painters"],
    ["Karne", "carne"],
    ["Marsel Karnay", "carne"],
    ["Бергман", "painters"],
    ["Гойя", "painters"],
    ["Джейн Кэмпион", "piano"],
    ["Макс", "piano"],
    ["LA", "painters"],
    ["l.a.", "painters"],
    ["los angeles", "painters"],
    // These beginnings are English words of their own.
    ["con", "confinement"],
    ["mas", "masters"],
    ["chi", "those"],
  ])("%s", (query, id) => {
    expect(search.find(query)[0]).toBe(id);
  });

  it.each(["horse", "xyzzy", "", "   ", "?!", "zebra quantum", "freedom zebra quantum spaceship", "🎬", "жжжж", "film noir", "films of Noé", "Hou movies"])("%j finds nothing", (query) => {
    expect(search.find(query)).toEqual([]);
  });

  it("puts the quote first that has the very words typed, little ones and all, while they are still typed", () => {
    const found = createQuoteSearch([
      searchable("boat", "A boat is a boat, and another boat beside it is a boat as well."),
      searchable("boring", "It was so quiet, it was not just boring, and I liked it there that year, far from the train."),
    ]);
    expect(found.find("not just bo")).toEqual(["boring", "boat"]);
    expect(found.find("just not bo")).toEqual(["boat", "boring"]);
    expect(found.find("it was not ju")).toEqual(["boring"]);
    expect(found.find("quiet was it ju")).toEqual([]);
  });

  it("takes a speaker's name for no answer when nobody ever spoke of the rest", () => {
    const lakes = Array.from({ length: 20 }, (_, index) =>
      searchable(`${index}`, `I mentioned the lake and my love once more, ${"again ".repeat(index)}`, { around: index < 8 ? "Kira Kovalenko" : "Balagov" }),
    );
    const many = createQuoteSearch([...lakes, searchable("met", "Kovalenko and I once met.", { around: "Balagov" })]);
    expect(many.find("kovalenko")).toHaveLength(9);
    expect(many.find("kira")).toHaveLength(8);
    expect(Number(many.find("what did Kira say about love?")[0])).toBeLessThan(8);
    expect(many.find("did Kira mention Hitchcock?")).toEqual([]);
    expect(many.find("did Kira mention the lake?")).not.toEqual([]);
  });

  it("puts what somebody said first when they are named, then what is said of them", () => {
    const found = createQuoteSearch([
      said("his", "Emil Fox", "Of all trains I like the slow ones best."),
      said("of her", "Emil Fox", "She counted trains from a bridge, every day and by herself, until she was old.", { around: "Ada Lane", names: "Ada Lane" }),
      said("hers", "Ada Lane", "I never liked trains at all, for they are late, and cold, and full."),
      ...Array.from({ length: 20 }, (_, index) => said(`other ${index}`, index < 10 ? "Ada Lane" : "Emil Fox", `Somebody cooked supper number ${index} slowly.`)),
    ]);
    expect(found.find("trains").toSorted()).toEqual(["hers", "his", "of her"]);
    expect(found.find("what does Ada think about trains?")).toEqual(["hers", "of her", "his"]);
    expect(found.find("slow trains emil")[0]).toBe("his");
  });

  it("hears no voice that an earlier search asked for", () => {
    const others = Array.from({ length: 10 }, (_, index) => said(`other ${index}`, "Emil Fox", `Somebody cooked supper number ${index} slowly.`));
    const found = createQuoteSearch([...others, said("hers", "Ada Lane", "Trains, trains and trains."), said("his", "Emil Fox", "I like trains here, too.", { marks: ["by/emil"] })]);
    expect(found.find("ada trains")[0]).toBe("hers");
    expect(found.find("emil trains")[0]).toBe("his");
    found.find("ada trains", ["by/emil"]);
    expect(found.find("emil trains")[0]).toBe("his");
  });

  it("puts what is said of somebody before what has nothing to do with them", () => {
    const others = Array.from({ length: 10 }, (_, index) => said(`other ${index}`, "Ada Lane", `Somebody cooked supper number ${index} slowly.`));
    const found = createQuoteSearch([...others, said("trains", "Emil Fox", "Trains, trains and more trains."), said("of her", "Emil Fox", "She counted trains from a bridge.", { around: "Ada Lane", names: "Ada Lane" })]);
    expect(found.find("trains")[0]).toBe("trains");
    expect(found.find("ada trains")[0]).toBe("of her");
  });

  it("takes the whole name of who speaks for no answer, either", () => {
    const others = Array.from({ length: 20 }, (_, index) => said(`other ${index}`, "Emil Fox", `Somebody cooked supper number ${index} slowly.`));
    const found = createQuoteSearch([...others, said("hers", "Ada Lane", "I like trains here.")]);
    expect(found.find("ada lane")).toEqual(["hers"]);
    expect(found.find("ada lane tarkovskaya")).toEqual([]);
  });

  it("takes a name for no answer when the rest of the question was never spoken of", () => {
    const others = Array.from({ length: 20 }, (_, index) => searchable(`other ${index}`, `Somebody cooked supper number ${index} slowly.`));
    const found = createQuoteSearch([...others, searchable("film", "Dylda was shot in a week.", { named: "Dylda", names: "Dylda" })]);
    expect(found.find("who wrote the music of Dylda")).toEqual([]);
    // Unless what is not there may be the rest of the name, gone wrong.
    expect(found.find("dylda muzyka")).toEqual(["film"]);
    expect(found.find("how long was the shot in dylda")).toEqual(["film"]);
  });

  it("joins what was parted in two", () => {
    const found = createQuoteSearch([searchable("whole", "Some landlord sold the homeland."), searchable("parts", "My home was land, a home on land and no more.")]);
    expect(search.find("bat man comics")[0]).toBe("comics");
    expect(found.find("land lord")[0]).toBe("whole");
    // Either part is a word here, and what is still typed may yet be another.
    expect(found.find("home land")[0]).toBe("parts");
    expect(createQuoteSearch([searchable("themes", "Two themes are enough.")]).wordsIn("my theme s").typed).toEqual(["my", "theme", "s"]);
  });

  it("takes no name for a little word misspelt, nor a Russian little word for a name", () => {
    const found = createQuoteSearch([searchable("herod", "Here we met Therese at school."), searchable("school", "School, school."), searchable("cries", "It was hard.", { named: "Шёпоты и крики", names: "Шёпоты и крики" })]);
    expect(found.find("therese school")[0]).toBe("herod");
    expect(found.find("films of Hermes")).toEqual([]);
    const thier = createQuoteSearch([searchable("school", "School, school."), searchable("thier", "Then Thier came to our school by train.")]);
    expect(thier.find("Thier school")[0]).toBe("thier");
    expect(found.find("школа и")).toEqual(["school", "herod"]);
    expect(found.find("что он говорил про школу")).toEqual(["school", "herod"]);
  });

  it("finds a quote by a question that is among its topics before one that has the same words", () => {
    const topical = { ...searchable("topical", "There are two options, and we like neither.", { around: "will they go back home?" }) };
    topical.quote.topics = "will they go back home?";
    const found = createQuoteSearch([searchable("said", "They go on as ever, and will be at home before we look back."), topical, searchable("other", "Somebody cooked supper slowly.")]);
    expect(found.find("will they ever go back home?")[0]).toBe("topical");
    expect(found.find("home before we look back")[0]).toBe("said");
  });

  it("takes a word as it was typed for more telling than its commoner forms", () => {
    const films = Array.from({ length: 10 }, (_, index) => searchable(`film ${index}`, `Film, film, film in year ${index}.`));
    const found = createQuoteSearch([...films, searchable("filming", "Well, the filming was done in the end, as he told us, by somebody else, whom none of us had ever met.")]);
    expect(found.find("filming")[0]).toBe("filming");
  });

  it("takes no form of a word for a little one", () => {
    const found = createQuoteSearch([searchable("them", "I told them so."), searchable("theme", "One theme is enough."), searchable("other", "Somebody cooked supper slowly.")]);
    expect(found.find("themes")).toEqual(["theme"]);
  });

  it("puts words that stand together before the same words apart", () => {
    const apart = "Night falls, and somebody far away waits for one more train.";
    const together = "Somebody far away falls for one more night train, and waits.";
    const found = createQuoteSearch([searchable("apart", apart), searchable("together", together)]);
    expect(found.find("night train")).toEqual(["together", "apart"]);
  });

  it("reads a question in any order of its names", () => {
    const found = createQuoteSearch([
      searchable("met", "I met Bergman once, on Fårö.", { speaker: "Kira Kovalenko", names: "Ingmar Bergman", named: "Ingmar Bergman" }),
      ...Array.from({ length: 20 }, (_, index) => searchable(`${index}`, `Somebody cooked supper number ${index} slowly.`, { speaker: "Kira Kovalenko" })),
    ]);
    expect(found.find("Kovalenko Bergman Tarkovsky")).toEqual(["met"]);
    expect(found.find("Bergman Tarkovsky Kovalenko")).toEqual(["met"]);
  });

  it("takes a topic for no misspelling of a word that is none", () => {
    const found = createQuoteSearch([searchable("parts", "It was in four pieces.", { around: "parts" }), searchable("other", "Somebody cooked supper slowly.")]);
    expect(found.find("parts")).toEqual(["parts"]);
    expect(found.find("pairts")).toEqual([]);
  });

  it("keeps to the quotes that have every mark asked for", () => {
    expect(search.find("balagov", ["by/kovalenko"])).toEqual([]);
    expect(search.find("film", ["by/balagov"])).toEqual(expect.arrayContaining(["comics", "carne"]));
    expect(search.find("freedom", ["by/kovalenko", "by/balagov"])).toEqual([]);
    expect(search.find("freedom", ["by/nobody"])).toEqual([]);
  });

  it("finds what is all little words only where they are said in a row", () => {
    const found = createQuoteSearch([searchable("said", "What would we do there?"), searchable("apart", "There we were; what you do, I would not do.")]);
    expect(found.find("what would we")).toEqual(["said"]);
    expect(found.find("would what we")).toEqual([]);
    expect(found.nearest("would what we")).not.toEqual([]);
  });

  it("takes two rare words of a long question for no accident", () => {
    const others = Array.from({ length: 50 }, (_, index) => searchable(`other ${index}`, `Somebody cooked supper number ${index} slowly.`));
    const found = createQuoteSearch([...others, searchable("tape", "My schoolfriend brought the recording, and it crashed into me.")]);
    expect(found.find("recording that crashed computer virus keyboard")).toEqual(["tape"]);
    expect(found.find("crashed computer virus keyboard")).toEqual([]);
  });

  it("is harder to please by part of a query, the more quotes there are", () => {
    const others = Array.from({ length: 2000 }, (_, index) => searchable(`other ${index}`, `Somebody cooked supper number ${index} slowly.`));
    const pianos = Array.from({ length: 10 }, (_, index) => searchable(`piano ${index}`, `She played the piano for ${index} hours.`));
    expect(createQuoteSearch([...pianos.slice(0, 1), ...others.slice(0, 20)]).find("piano elevator")).toEqual(["piano 0"]);
    expect(createQuoteSearch([...pianos, ...others]).find("piano elevator")).toEqual([]);
    expect(createQuoteSearch([...pianos, ...others]).find("piano played")).toHaveLength(10);
  });

  it("still says what comes nearest", () => {
    expect(search.nearest("freedom zebra quantum spaceship")[0]).toBe("confinement");
    expect(search.nearest("freedom zebra quantum spaceship", ["by/balagov"])).toEqual([]);
  });

  it("takes a monstrous query as well as any other", () => {
    expect(search.find("lorem ".repeat(20_000))).toEqual([]);
    expect(search.find("x".repeat(100_000))).toEqual([]);
  });

  it("finds nothing where there is nothing", () => {
    expect(createQuoteSearch([]).find("freedom")).toEqual([]);
    expect(createQuoteSearch([]).nearest("freedom")).toEqual([]);
  });
});
