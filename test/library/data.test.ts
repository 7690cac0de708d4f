import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { filmEmbed } from "../../src/embeds/film.ts";
import { personEmbed } from "../../src/embeds/person.ts";
import { quoteEmbed } from "../../src/embeds/quote.ts";
import { fitEmbeds } from "../../src/discord/limits.ts";
import type { Library } from "../../src/library/library.ts";
import { bundledData, loadLibrary } from "../../src/library/load.ts";

describe("the bundled library", () => {
  let library: Library;
  beforeAll(async () => {
    library = await loadLibrary();
  });

  it("has every film that the interview names and its directors made, and every director of these", () => {
    expect(library.films.map(({ title }) => title).toSorted()).toEqual(
      ["Beanpole", "Butterfly Jam", "Closeness", "Cries and Whispers", "Fellas", "Port of Shadows", "Russian Ark", "Sofichka", "The Piano", "Unclenching the Fists"],
    );
    expect(library.people.map(({ name }) => name).toSorted()).toEqual(
      ["Alexander Sokurov", "Ingmar Bergman", "Jane Campion", "Kantemir Balagov", "Kira Kovalenko", "Marcel Carné"],
    );
  });

  it("says who spoke each quote, where it stands, and what it names", () => {
    const interview = library.interviews[0]!;
    for (const quote of library.quotes) {
      const answer = interview.exchanges[quote.exchange]!.answers[quote.answer]!;
      expect(answer.speaker).toBe(quote.speaker);
      expect(answer.paragraphs.some((paragraph) => paragraph.includes(quote.words))).toBe(true);
    }
    const paintings = library.quotes.find(({ words }) => words.includes("in Beanpole, I looked at paintings"))!;
    expect(paintings.names.films.toSorted()).toEqual(["beanpole", "closeness"]);
    expect(paintings.asked.people).toEqual(["kantemir-balagov"]);
    expect(library.quotes.find(({ words }) => words.includes("Santa Monica"))!.names.films).toEqual([]);
    expect(library.quotes.find(({ words }) => words.includes("film Monica"))!.names.films).toEqual(["butterfly-jam"]);
    expect(library.quotes.filter(({ lifted }) => lifted)).toHaveLength(2);
  });

  it("shows every card and every quote whole", () => {
    const embeds = [
      ...library.films.map((film) => filmEmbed(film, library)),
      ...library.people.map((person) => personEmbed(person, library)),
      ...library.quotes.map((quote) => quoteEmbed(quote, library)),
    ];
    for (const embed of embeds) expect(fitEmbeds([embed])).toEqual([expect.objectContaining(embed)]);
  });

  it("gives every person a colour of their own", () => {
    const colours = library.people.map(({ colour }) => colour);
    expect(new Set(colours).size).toBe(colours.length);
  });
});

describe("a broken file", () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "intertitle-"));
    await cp(bundledData, folder, { recursive: true });
  });
  afterEach(() => rm(folder, { recursive: true }));

  async function edit(file: string, from: string | RegExp, to: string): Promise<void> {
    const path = join(folder, file);
    const text = await readFile(path, "utf8");
    const edited = text.replace(from, to);
    expect(edited).not.toBe(text);
    await writeFile(path, edited);
  }

  it.each([
    ["films/beanpole.md", "year: 2019", "year: soon", /films\/beanpole\.md:7: "year" should be of the kind number/],
    ["films/beanpole.md", "title: Beanpole", "title: ''", /films\/beanpole\.md:2: "title" is empty/],
    ["films/beanpole.md", "kind: film", "kind: film\nruntime: 130", /films\/beanpole\.md:4: "runtime" is no field that we know/],
    ["films/beanpole.md", "- https://www.galerie.com", "- www.galerie.com", /films\/beanpole\.md:\d+: "sources\.0" should be a web address/],
    ["films/beanpole.md", /sources:[^]*?---/, "---", /films\/beanpole\.md:\d+: "sources" is missing/],
    ["films/beanpole.md", "countries: [Russia]", "countries: [Russia", /films\/beanpole\.md:\d+: the front matter is broken/],
    ["films/beanpole.md", /---\n[^-]*$/, "---\nShort.\n", /films\/beanpole\.md:\d+: the text should say a little more/],
    ["films/beanpole.md", "[kantemir-balagov]", "[kantemir-balogov]", /films\/beanpole\.md:8: there is no people\/kantemir-balogov\.md/],
    ["films/fellas.md", "title: Fellas", "title: Monica", /films\/fellas\.md:2: "Monica" is also a title of films\/butterfly-jam\.md/],
    ["people/kira-kovalenko.md", "- sofichka", "- sofitchka", /people\/kira-kovalenko\.md:\d+: "films" lacks sofichka/],
    ["people/kira-kovalenko.md", "- sofichka", "- sofichka\n  - the-mirror", /people\/kira-kovalenko\.md:\d+: there is no films\/the-mirror\.md/],
    ["people/kira-kovalenko.md", "- sofichka", "- sofichka\n  - beanpole", /films\/beanpole\.md:8: "directors" lacks kira-kovalenko/],
    ["people/kira-kovalenko.md", "[Kovalenko,", "[Balagov, Kovalenko,", /people\/kira-kovalenko\.md:4: "Balagov" is also a name of people\/kantemir-balagov\.md/],
    ["people/kira-kovalenko.md", 'born: "1989"', 'born: "in 1989"', /people\/kira-kovalenko\.md:5: "born" should be YYYY-MM-DD or YYYY/],
    ["people/kira-kovalenko.md", "name: Kira Kovalenko", "name: Kyra Kovalenko", /interviews\/from-russia.*\.md:12: the speaker Kira Kovalenko has no file in people/],
    ["interviews/from-russia-with-love-of-film.md", "publication: Galerie\n", "", /interviews\/from-russia.*\.md:1: "publication" is missing, and every quote needs its source/],
    ["interviews/from-russia-with-love-of-film.md", "date: 2023-07-05", "date: 2023-07-35", /interviews\/from-russia.*\.md: Line 7: "date" must be a date/],
  ])("%s is named with its line and what to mend: %s -> %s", async (file, from, to, problem) => {
    await edit(file, from, to);
    await expect(loadLibrary(folder)).rejects.toThrow(problem);
  });

  it("is named when its own name will not do as an id", async () => {
    await cp(join(folder, "films/fellas.md"), join(folder, "films/Fellas Again.md"));
    await expect(loadLibrary(folder)).rejects.toThrow(/Fellas Again\.md: the file's name should be lower-case words/);
  });
});
