import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { filmEmbed } from "../../src/embeds/film.ts";
import { personEmbed } from "../../src/embeds/person.ts";
import { quoteEmbed } from "../../src/embeds/quote.ts";
import { fitEmbeds } from "../../src/discord/limits.ts";
import type { Library } from "../../src/library/library.ts";
import { bundledData, loadHoldings, loadLibrary } from "../../src/library/load.ts";
import { readLibraryFolders } from "../../src/library/read.ts";

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

  it("finds a thought that is put in other words than it was said in", () => {
    const [money, sleep, colour] = ["cash machines in Georgia", "dozed off during a Swedish film", "colour"].map((query) => library.quote(library.search.find(query)[0] ?? ""));
    expect(money?.words).toMatch(/^We flew to Istanbul/);
    expect(sleep?.words).toContain("I fell asleep, and he noticed");
    expect(colour?.words).toContain("Color, visual, images");
  });

  it("shows every card and every quote whole", () => {
    const embeds = [
      ...library.films.map((film) => filmEmbed(film, library)),
      ...library.people.map((person) => personEmbed(person, library)),
      ...library.quotes.map((quote) => quoteEmbed(quote, library)),
    ];
    for (const embed of embeds) expect(fitEmbeds([embed])).toEqual([expect.objectContaining(embed)]);
  });

  it("has a file for everybody who speaks, and for everybody else it knows", () => {
    const speakers = library.interviews.flatMap((interview) => interview.speakers.map(({ name }) => name));
    for (const name of speakers) expect(library.people.find((person) => person.name === name)?.biography).toBeDefined();
    expect(library.people.filter(({ biography }) => biography === undefined)).toEqual([]);
  });

  it("gives every person a colour of their own", () => {
    const colours = library.people.map(({ colour }) => colour);
    expect(colours).not.toContain(undefined);
    expect(new Set(colours).size).toBe(colours.length);
  });

  it("is well, and the parser is sure of it", async () => {
    const { problems, notes } = await readLibraryFolders([bundledData]);
    expect([problems, notes]).toEqual([[], []]);
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
    ["topics/from-russia-with-love-of-film.md", "## We met in", "## We met at", /topics\/from-russia.*\.md:4: "We met at film school" begins no quote of from-russia/],
    ["topics/from-russia-with-love-of-film.md", "## We met in film school", "## I", /topics\/from-russia.*\.md:4: "I" begins \d+ quotes of from-russia.*; a heading takes the first words of one/],
    ["topics/from-russia-with-love-of-film.md", /school\n\n[^]*?## I was/, "school\n\n## I was", /topics\/from-russia.*\.md:4: there are no topics below this heading/],
    ["topics/from-russia-with-love-of-film.md", "## I was 19 or 20", "## We met in\n\nagain\n\n## I was 19 or 20", /topics\/from-russia.*\.md:\d+: an earlier heading begins the same quote/],
    ["topics/from-russia-with-love-of-film.md", "## I was 19 or 20", "##I was 19 or 20", /topics\/from-russia.*\.md:10: a heading here is ## and a space/],
    ["topics/from-russia-with-love-of-film.md", "## We met in film school", "### We met in film school", /topics\/from-russia.*\.md:4: a heading here is ## and a space/],
    ["topics/from-russia-with-love-of-film.md", "## We met in film school", "## We met in film sch", /topics\/from-russia.*\.md:4: "We met in film sch" begins no quote/],
    ["topics/from-russia-with-love-of-film.md", /^[^]*$/, "Nothing yet.", /topics\/from-russia.*\.md:1: there is no heading, such as ## The first words of a quote/],
    ["topics/from-russia-with-love-of-film.md", "getting acquainted", "acquainted ".repeat(120), /topics\/from-russia.*\.md:4: the topics below this heading are longer than 1200 characters/],
    ["interviews/from-russia-with-love-of-film.md", "publication: Galerie\n", "", /interviews\/from-russia.*\.md:1: "publication" is missing, and every quote needs its source/],
    ["interviews/from-russia-with-love-of-film.md", "date: 2023-07-05", "date: 2023-07-35", /interviews\/from-russia.*\.md:7: "date" must be a date/],
  ])("%s is named with its line and what to mend: %s -> %s", async (file, from, to, problem) => {
    await edit(file, from, to);
    await expect(loadHoldings([folder])).rejects.toThrow(problem);
  });

  it("is no file of topics whose interview was taken away, though that is noted", async () => {
    await rm(join(folder, "interviews/from-russia-with-love-of-film.md"));
    const { problems, notes } = await readLibraryFolders([folder]);
    expect(problems).toEqual([]);
    expect(notes.map(({ message }) => message)).toEqual(["there is no interviews/from-russia-with-love-of-film.md, so these topics lead nowhere"]);
  });

  it("is named when its own name will not do as an id", async () => {
    await cp(join(folder, "films/fellas.md"), join(folder, "films/Fellas Again.md"));
    await expect(loadHoldings([folder])).rejects.toThrow(/Fellas Again\.md: the file's name should be lower-case words/);
  });

  it("hides no other mistake, in itself or elsewhere", async () => {
    await edit("films/beanpole.md", "year: 2019", "year: soon\nruntime: 130\nlength: 130");
    await edit("films/beanpole.md", "title: Beanpole", "title: ''");
    await edit("films/sofichka.md", /---\n[^-]*$/, "---\nShort.\n");
    await edit("people/kira-kovalenko.md", "born:", "born");
    await edit("people/jane-campion.md", "- the-piano", "- the-pianist");
    await edit("interviews/from-russia-with-love-of-film.md", "publication: Galerie\n", "publication: [Galerie]\n");
    await edit("interviews/from-russia-with-love-of-film.md", "date: 2023-07-05", "date: 2023-07-35");
    const { problems } = await readLibraryFolders([folder]);
    expect(problems.map(({ message }) => message.replace(`${folder}/`, ""))).toEqual([
      'interviews/from-russia-with-love-of-film.md:5: "publication" must be text on one line',
      'interviews/from-russia-with-love-of-film.md:7: "date" must be a date such as 2023-07-05',
      'films/beanpole.md:2: "title" is empty',
      'films/beanpole.md:7: "year" should be of the kind number',
      'films/beanpole.md:8: "runtime" is no field that we know; is it misspelt?',
      'films/beanpole.md:9: "length" is no field that we know; is it misspelt?',
      "films/sofichka.md:32: the text should say a little more",
      expect.stringMatching(/^people\/kira-kovalenko\.md:\d+: the front matter is broken/),
      expect.stringMatching(/^people\/jane-campion\.md:\d+: "films" lacks the-piano, which names this director$/),
      expect.stringMatching(/^people\/jane-campion\.md:\d+: there is no films\/the-pianist\.md$/),
    ]);
  });

  it("is named when it is not in UTF-8", async () => {
    await writeFile(join(folder, "films/latin.md"), Buffer.from("---\ntitle: Caf\u00e9\n---\n", "latin1"));
    await expect(loadHoldings([folder])).rejects.toThrow(/films\/latin\.md: the file is not in UTF-8$/);
  });
});

describe("a folder of the host's own", () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "intertitle-"));
  });
  afterEach(() => rm(folder, { recursive: true }));

  async function write(file: string, text: string): Promise<void> {
    await mkdir(join(folder, file, ".."), { recursive: true });
    await writeFile(join(folder, file), text);
  }

  const harbour =
    "---\ntitle: The Patient Camera\ninterviewer: Lena Fox\npublication: Shoreline\nurl: https://example.org/patient\ndate: 2020-03-01\nspeakers: [Oda Brandt, Kira Kovalenko]\n---\n\n" +
    "### What did the harbour teach you?\n\n**Oda Brandt:** The harbour taught me that a camera must wait until the boats of Kantemir Balagov have forgotten it, and then a little longer.\n\n" +
    "**Kira Kovalenko:** And Harbour Lights is about nothing else, if you ask me, and I have seen it three times in one winter.\n";
  const film = "---\ntitle: Harbour Lights\nyear: 2018\ndirectors: [kira-kovalenko]\nsources: [https://example.org/harbour]\n---\nA lighthouse keeper counts the boats, and one evening counts one too many.\n";
  const person = "---\nname: Oda Brandt\nsources: [https://example.org/oda]\n---\nOda Brandt has filmed one harbour for thirty years, and knows its boats by name.\n";

  it("is one library with what comes with the bot", async () => {
    await write("interviews/patient-camera.md", harbour);
    await write("films/harbour-lights.md", film);
    const [library, bundled] = await Promise.all([loadLibrary(folder), loadLibrary()]);
    expect(library.interviews.map(({ id }) => id)).toEqual(["from-russia-with-love-of-film", "patient-camera"]);
    expect(library.quotes.length).toBe(bundled.quotes.length + 2);
    const said = library.quotes.filter(({ interview }) => interview === "patient-camera");
    expect(said.map(({ person: id }) => id)).toEqual(["oda-brandt", "kira-kovalenko"]);
    expect(said[0]!.names.people).toContain("kantemir-balagov");
    expect(said[1]!.names.films).toEqual(["harbour-lights"]);
    expect(library.person("kira-kovalenko")!.films).toEqual([...bundled.person("kira-kovalenko")!.films, "harbour-lights"]);
    expect(library.person("oda-brandt")).toMatchObject({ name: "Oda Brandt", films: [] });
  });

  it("may say more of whoever speaks", async () => {
    await write("interviews/patient-camera.md", harbour);
    await write("people/oda-brandt.md", person);
    expect((await loadLibrary(folder)).person("oda-brandt")!.biography).toMatch(/^Oda Brandt has filmed/);
  });

  it("may say what passages are about, by which they are found", async () => {
    await write("interviews/patient-camera.md", harbour);
    await write("topics/patient-camera.md", "For whoever edits this.\n\n## The harbour taught me\n\nslow cinema, fishing\nwhat did she learn there?\n");
    const library = await loadLibrary(folder);
    expect(library.quotes.filter(({ topics }) => topics.includes("fishing")).map(({ words }) => words.slice(0, 22))).toEqual(["The harbour taught me "]);
    expect(library.quote(library.search.find("fishing")[0]!)?.words).toMatch(/^The harbour taught me/);
  });

  it("may be empty, or hold nothing but notices", async () => {
    await write("interviews/NOTICE.md", "Nothing here.");
    expect((await loadLibrary(folder)).interviews).toHaveLength(1);
  });

  it.each([
    ["films/beanpole.md", film, /films\/beanpole\.md: there is \S+src\/data\/films\/beanpole\.md already; give this file another name$/],
    ["people/kira-kovalenko.md", person, /people\/kira-kovalenko\.md: there is \S+src\/data\/people\/kira-kovalenko\.md already/],
    ["interviews/from-russia-with-love-of-film.md", harbour, /from-russia-with-love-of-film\.md: there is \S+src\/data\/interviews\S+ already/],
    ["films/beanstalk.md", film.replace("Harbour Lights", "Beanpole").replace("2018", "2019"), /films\/beanstalk\.md:2: "Beanpole" is also a title of \S+src\/data\/films\/beanpole\.md, of the same year$/],
    ["people/kira.md", person.replace("name: Oda Brandt", "name: Kira Kovalenko"), /people\/kira\.md:2: "Kira Kovalenko" is also a name of \S+src\/data\/people\/kira-kovalenko\.md$/],
    ["people/oda-brandt.md", person.replace("sources", "films: [beanpole]\nsources"), /people\/oda-brandt\.md:3: \S+src\/data\/films\/beanpole\.md names other directors$/],
  ])("may not say anew what the bundled files say: %s", async (file, text, problem) => {
    await write(file, text);
    await expect(loadLibrary(folder)).rejects.toThrow(problem);
  });

  it("must be there", async () => {
    await expect(loadLibrary(join(folder, "nowhere"))).rejects.toThrow(/nowhere: there is no such folder; a library is a folder with interviews, films and people in it$/);
  });
});
