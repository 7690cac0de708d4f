import { beforeAll, describe, expect, it, onTestFinished } from "vitest";
import type { Film } from "../../src/library/film.ts";
import { createLibrary, type Library } from "../../src/library/library.ts";
import { loadLibrary } from "../../src/library/load.ts";
import { emptyShelf, type Shelf } from "../../src/library/shelf.ts";
import { withShelf } from "../../src/library/withShelf.ts";

const text = `---
title: The Patient Camera
interviewer: Lena Fox
publication: Shoreline
url: https://example.org/patient
date: 2020-03-01
speakers:
  - Oda Brandt
  - Kira Kovalenko
---

### What did the harbour teach you?

**Oda Brandt:** The harbour taught me that a camera must wait until the boats have forgotten it, and then wait a little longer. I had seen Beanpole the night before, and its greens would not leave me in peace for a week.

### And you?

**Kira Kovalenko:** I told Oda that the boats are the better directors, because they never explain what they are doing out there.
`;

const harbour: Film = {
  id: "harbour-lights",
  title: "Harbour Lights",
  kind: "film",
  aliases: [],
  year: 2018,
  directors: ["oda-brandt"],
  writers: [],
  countries: [],
  languages: [],
  cast: [],
  awards: [],
  notes: [],
  sources: ["https://example.org/harbour"],
  summary: "A lighthouse keeper counts the boats that come home, and one evening counts one too many.",
};

const shelf: Shelf = { ...emptyShelf, transcripts: [{ id: "the-patient-camera-abc123", text }], films: [harbour] };

let shared: Library;
beforeAll(async () => {
  shared = await loadLibrary();
});

/** The library of a server with this shelf; fails when a transcript of it cannot be read. */
function of(one: Shelf): Promise<Library> {
  return withShelf(shared, one, ({ id }, problem) => {
    throw new Error(`${id}: ${problem.message}`);
  });
}

/** Proves, when the test ends, that what all servers see is as it was. */
function expectSharedUntouched(): void {
  const before = JSON.stringify([shared.quotes, shared.interviews, shared.people, shared.films]);
  onTestFinished(() => {
    expect(JSON.stringify([shared.quotes, shared.interviews, shared.people, shared.films])).toBe(before);
    expect(shared.search.find("harbour boats")).toEqual([]);
  });
}

describe("a server with an interview of its own", () => {
  it("finds its quotes beside the bundled ones, and nobody else does", async () => {
    expectSharedUntouched();
    const library = await of(shelf);
    const [found] = library.search.find("camera harbour boats");
    expect(library.quote(found!)?.words).toContain("the boats have forgotten it");
    expect(library.quotes.length).toBeGreaterThan(shared.quotes.length);
    const inBoth = shared.quotes.find(({ words }) => words.includes("Faulkner"))!;
    expect(library.search.find(inBoth.words)[0]).toBe(inBoth.id);
    expect(library.interviewTitles.find("patient camera")).toEqual({ kind: "one", id: "the-patient-camera-abc123" });
  });

  it("knows a new speaker by name, and gives an old one their words in both interviews", async () => {
    const library = await of(shelf);
    expect(library.names.find("Brandt")).toEqual({ kind: "one", id: "oda-brandt" });
    expect(library.person("oda-brandt")).toMatchObject({ name: "Oda Brandt", films: ["harbour-lights"], sources: [] });
    expect(library.quotesFor({ person: "oda-brandt" })).not.toEqual([]);
    const interviews = new Set(library.quotesFor({ person: "kira-kovalenko" }).map(({ interview }) => interview));
    expect([...interviews]).toEqual(["from-russia-with-love-of-film", "the-patient-camera-abc123"]);
  });

  it("links its words to films of the index, and finds its own films", async () => {
    const library = await of(shelf);
    expect(library.quotesFor({ film: "beanpole", interview: "the-patient-camera-abc123" })).toHaveLength(1);
    expect(library.titles.find("harbor lights")).toEqual({ kind: "one", id: "harbour-lights" });
    expect(library.readQuestion("what did Brandt say about boats")).toMatchObject({ person: "oda-brandt", rest: "what did say about boats" });
  });

  it("finds its film named in bundled interviews, too", async () => {
    const library = await of({ ...shelf, films: [{ ...harbour, title: "Nalchik", id: "nalchik" }] });
    const named = library.quotes.filter(({ words }) => words.includes("Nalchik"));
    expect(named).not.toEqual([]);
    expect(library.quotesFor({ film: "nalchik" }).map(({ id }) => id)).toEqual(expect.arrayContaining(named.map(({ id }) => id)));
    expect(library.quotes.map(({ id }) => id).slice(0, shared.quotes.length)).toEqual(shared.quotes.map(({ id }) => id));
  });

  it("says nothing of a transcript that cannot be read, but that it cannot", async () => {
    const told: string[] = [];
    const library = await withShelf(shared, { ...emptyShelf, transcripts: [{ id: "broken", text: "No interview at all." }] }, ({ id }) => void told.push(id));
    expect(told).toEqual(["broken"]);
    expect(library.quotes).toEqual(shared.quotes);
  });
});

describe("a quote whose words were corrected", () => {
  it("keeps its id and its place, and says its new words wherever it is seen", async () => {
    expectSharedUntouched();
    const quote = shared.quotes.find(({ words }) => words.includes("Faulkner"))!;
    const words = quote.words.replace("Faulkner", "William $& Faulkner");
    const library = await of({ ...emptyShelf, corrections: [{ quote: quote.id, words }] });
    expect(library.quote(quote.id)?.words).toBe(words);
    expect(library.quotes.map(({ id }) => id)).toEqual(shared.quotes.map(({ id }) => id));
    const answer = library.interview(quote.interview)!.exchanges[quote.exchange]!.answers[quote.answer]!;
    expect(answer.paragraphs.some((paragraph) => paragraph.includes(words))).toBe(true);
    expect(library.search.find(words)[0]).toBe(quote.id);
  });

  it("is corrected in an interview of the server's own as well", async () => {
    const before = (await of(shelf)).quotes.find(({ words }) => words.includes("better directors"))!;
    const library = await of({ ...shelf, corrections: [{ quote: before.id, words: before.words.replace("better", "truer") }] });
    expect(library.quote(before.id)?.words).toContain("truer directors");
  });
});

describe("a hidden quote", () => {
  it("is found no more, while its exchange is still whole", async () => {
    expectSharedUntouched();
    const quote = shared.quotes[3]!;
    const library = await of({ ...emptyShelf, hidden: [quote.id] });
    expect(library.quote(quote.id)).toBeUndefined();
    expect(library.quoteIdsFor({})).toEqual(shared.quoteIdsFor({}).filter((id) => id !== quote.id));
    expect(library.search.find(quote.words)).not.toContain(quote.id);
    expect(library.interview(quote.interview)).toEqual(shared.interview(quote.interview));
  });
});

describe("what all servers know", () => {
  it("comes before what one server says of it", async () => {
    const kira = shared.person("kira-kovalenko")!;
    const library = await of({ ...emptyShelf, people: [{ ...kira, id: "kira", biography: "Somebody else altogether, who never made a film about anything." }] });
    expect(library.people).toEqual(shared.people);
    expect(library.films).toBe(shared.films);
  });

  it("gives way where it is no more than a name", async () => {
    const oda = (await of(shelf)).person("oda-brandt")!;
    const library = await of({ ...shelf, people: [{ ...oda, biography: "Oda Brandt filmed harbours all her life, and never learnt to swim." }] });
    expect(library.people.filter(({ name }) => name === "Oda Brandt")).toEqual([expect.objectContaining({ id: "oda-brandt", biography: expect.stringContaining("harbours") as string })]);
  });
});

/** A sentence that is a quote by itself, another one for each number. */
const row = (at: number) => `The boat I painted in the year ${at} is still the one I look for when I come home to the harbour at night.`;

/** The transcript in which somebody of this name speaks instead. */
const speak = (name: string, at: number) => ({ id: `t${at}`, text: text.replaceAll("Oda Brandt", name) });

describe("odd shelves", () => {
  it("correct the quote that is meant, where its words stand in an earlier one of the same answer as well", async () => {
    const long = `${row(1)} ${row(2)}`;
    const twice = text.replace(/\*\*Kira Kovalenko:\*\* .*/, `**Kira Kovalenko:** She said “${long}” and I believed her for the whole of that long winter by the sea.\n\n${row(1)}`);
    const before = await of({ ...emptyShelf, transcripts: [{ id: "twice", text: twice }] });
    const meant = before.quotes.find(({ words }) => words === row(1))!;
    const library = await of({ ...emptyShelf, transcripts: [{ id: "twice", text: twice }], corrections: [{ quote: meant.id, words: row(7) }] });
    const { paragraphs } = library.interview("twice")!.exchanges[meant.exchange]!.answers[meant.answer]!;
    expect(paragraphs.at(-1)).toBe(row(7));
    expect(paragraphs[0]).toContain(long);
    for (const quote of library.quotesFor({ interview: "twice" })) {
      const answer = library.interview("twice")!.exchanges[quote.exchange]!.answers[quote.answer]!;
      expect(answer.paragraphs.some((paragraph) => paragraph.includes(quote.words))).toBe(true);
    }
  });

  it("whose person has the id of somebody of whom all servers know no more than the name, spelt otherwise, break nothing", async () => {
    const speaker = { ...shared.interview("from-russia-with-love-of-film")!, id: "others", speakers: [{ name: "Zed Person", labels: [] }], exchanges: [{ question: "Who?", answers: [{ speaker: "Zed Person", paragraphs: [row(3)] }] }] };
    const all = createLibrary({ interviews: [...shared.interviews, speaker], films: shared.films, people: shared.people });
    const own = { id: "zed-person", name: "Zed-Person", aliases: [], films: [], sources: [], biography: "A person with a hyphen, who directs harbour films and nothing else." };
    const library = await withShelf(all, { ...emptyShelf, people: [own], hidden: [all.quotesFor({ interview: "from-russia-with-love-of-film" })[0]!.id], corrections: [{ quote: all.quotesFor({ interview: "others" })[0]!.id, words: row(4) }] }, () => {});
    expect(library.quotesFor({ person: "zed-person" }).map(({ words }) => words)).toEqual([row(4)]);
  });

  it("leave the id of a person as it is when somebody with a like name goes", async () => {
    const names = ["Maximiliano Hernandez Castellanos Rojas", "Maximiliano Hernandez Castellanos Vega"] as const;
    const both = await of({ ...emptyShelf, transcripts: names.map(speak) });
    const one = await of({ ...emptyShelf, transcripts: [speak(names[1], 1)] });
    const idOf = (library: Library) => library.people.find(({ name }) => name === names[1])!.id;
    expect(idOf(both)).toBe(idOf(one));
    expect(idOf(both).length).toBeLessThanOrEqual(32);
  });

  it("with a person called by an initial alone touch nothing that all servers share", async () => {
    const library = await of({ ...emptyShelf, people: [{ id: "max-i", name: "Max I", aliases: [], films: [], sources: [] }] });
    expect(library.quotes.every((quote) => shared.quote(quote.id) === quote)).toBe(true);
  });
});
