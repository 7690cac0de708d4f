import { afterEach, beforeEach, expect, it } from "vitest";
import { bounds, emptyShelf } from "../../src/library/shelf.ts";
import type { Database } from "../../src/store/database.ts";
import { mostEvents } from "../../src/store/shelves/events.ts";
import { createShelves, type Shelves } from "../../src/store/shelves.ts";
import { describeOnStores, type StorePlace } from "../stores.ts";
import { noon } from "./samples.ts";
import { anyCharacters, sampleDeed, sampleDraft, sampleFilm, samplePerson } from "./shelfSamples.ts";

describeOnStores("a server's shelf", (store) => {
  let place: StorePlace;
  let database: Database;
  let shelves: Shelves;

  beforeEach(async () => {
    place = await store.makePlace();
    database = await place.open();
    shelves = createShelves(database);
  });
  afterEach(() => place.remove());

  async function addNew(id: string, change: Parameters<typeof sampleDraft>[1] = {}): Promise<string> {
    const draft = sampleDraft(id, change);
    await shelves.keepDraft(draft);
    return shelves.add(sampleDeed({ server: draft.server }), id);
  }

  it("is empty, at version 0, where nobody added anything", async () => {
    expect(await shelves.load("s1")).toEqual({ version: 0, shelf: emptyShelf });
    expect(await shelves.versions(["s1"])).toEqual(new Map());
    expect(await shelves.versions([])).toEqual(new Map());
    expect(await shelves.log("s1", 10, 0)).toEqual([]);
    expect(await shelves.servers()).toEqual([]);
  });

  it("shows members nothing of a draft, and all of it once it is added", async () => {
    const draft = sampleDraft("rain");
    await shelves.keepDraft(draft);
    expect(await shelves.findImport("s1", "rain")).toEqual(draft);
    expect(await shelves.load("s1")).toEqual({ version: 0, shelf: emptyShelf });
    expect(await shelves.versions(["s1"])).toEqual(new Map());
    expect(await shelves.imports("s1")).toEqual([]);
    expect(await shelves.log("s1", 10, 0)).toEqual([]);

    expect(await shelves.add(sampleDeed({ by: "u2" }), "rain")).toBe("added");
    expect(await shelves.load("s1")).toEqual({ version: 1, shelf: { ...emptyShelf, transcripts: [{ id: "rain", text: draft.transcript }] } });
    expect(await shelves.findImport("s1", "rain")).toEqual({ ...draft, state: "added", by: "u2", at: noon("2026-11-22") });
    expect(await shelves.imports("s1")).toEqual([{ id: "rain", server: "s1", state: "added", title: "Talk rain", quotes: 10, by: "u2", at: noon("2026-11-22") }]);
    expect(await shelves.log("s1", 10, 0)).toEqual([{ ...sampleDeed({ by: "u2" }), what: "added", subject: "Talk rain", detail: "" }]);
  });

  it("comes back as it was kept after a restart, whatever characters are in it", async () => {
    const draft = sampleDraft("odd", { title: anyCharacters, transcript: `${anyCharacters}${"x".repeat(100_000)}`, convention: anyCharacters, warnings: [{ message: anyCharacters }] });
    const film = sampleFilm("rain", { title: anyCharacters });
    const person = samplePerson("anna", { name: anyCharacters, biography: anyCharacters });
    await shelves.keepDraft(draft);
    await shelves.add(sampleDeed(), "odd");
    await shelves.saveFilm(sampleDeed(), film);
    await shelves.savePerson(sampleDeed(), person);
    await shelves.correct(sampleDeed(), "q1", { before: "a", after: anyCharacters });
    await shelves.hide(sampleDeed(), "q2", anyCharacters);

    const restarted = createShelves(await place.open());
    expect(await restarted.findImport("s1", "odd")).toEqual({ ...draft, state: "added", at: noon("2026-11-22") });
    expect(await restarted.load("s1")).toEqual({
      version: 5,
      shelf: {
        transcripts: [{ id: "odd", text: draft.transcript }],
        films: [film],
        people: [person],
        corrections: [{ quote: "q1", words: anyCharacters }],
        hidden: ["q2"],
      },
    });
    expect((await restarted.log("s1", 1, 0))[0]?.subject).toBe(anyCharacters);
  });

  it("is one server's: another neither sees it, nor changes it, nor has its ids or its versions", async () => {
    await addNew("rain");
    await addNew("rain", { server: "s2", transcript: "theirs" });
    await shelves.saveFilm(sampleDeed(), sampleFilm("rain"));
    await shelves.hide(sampleDeed(), "q1", "It rained.");
    expect(await shelves.remove(sampleDeed({ server: "s3" }), "rain")).toBe(false);
    expect(await shelves.removeEntry(sampleDeed({ server: "s2" }), "film", "rain", "Rain")).toBe(false);
    expect(await shelves.show(sampleDeed({ server: "s2" }), "q1", "It rained.")).toBe(false);
    expect(await shelves.load("s2")).toEqual({ version: 1, shelf: { ...emptyShelf, transcripts: [{ id: "rain", text: "theirs" }] } });
    expect(await shelves.versions(["s1", "s2", "s3"])).toEqual(new Map([["s1", 3], ["s2", 1]]));
    expect((await shelves.servers()).map(({ server }) => server).toSorted()).toEqual(["s1", "s2"]);
    expect(await shelves.log("s2", 10, 0)).toHaveLength(1);
    expect(await shelves.findImport("s3", "rain")).toBeUndefined();
  });

  it("keeps its interviews in the order they were added, also one that was removed and brought back", async () => {
    for (const id of ["c", "a", "b"]) await shelves.keepDraft(sampleDraft(id));
    for (const id of ["b", "c", "a"]) await shelves.add(sampleDeed(), id);
    expect(await shelves.remove(sampleDeed({ by: "u2", at: noon("2026-11-23") }), "c")).toBe(true);
    expect((await shelves.imports("s1")).map(({ id, state, by }) => `${id} ${state} ${by}`)).toEqual(["b added u1", "c removed u2", "a added u1"]);
    expect((await shelves.load("s1")).shelf.transcripts.map(({ id }) => id)).toEqual(["b", "a"]);
    expect(await shelves.restore(sampleDeed({ at: noon("2026-11-24") }), "c")).toBe("restored");
    expect((await shelves.load("s1")).shelf.transcripts.map(({ id }) => id)).toEqual(["b", "c", "a"]);
    expect((await shelves.load("s1")).version).toBe(5);
    expect((await shelves.log("s1", 2, 0)).map(({ what }) => what)).toEqual(["restored", "removed"]);
  });

  it("says who added an interview first and when, however often it was removed and brought back", async () => {
    await shelves.keepDraft(sampleDraft("rain"));
    await shelves.add(sampleDeed({ at: noon("2026-11-22") }), "rain");
    const added = await shelves.findImport("s1", "rain");
    for (const at of [23, 24]) {
      await shelves.remove(sampleDeed({ by: "u2", at: noon(`2026-11-${at}`) }), "rain");
      expect((await shelves.imports("s1"))[0]).toMatchObject({ state: "removed", by: "u2", at: noon(`2026-11-${at}`) });
      await shelves.restore(sampleDeed({ by: "u3", at: noon("2026-11-25") }), "rain");
      expect(await shelves.findImport("s1", "rain")).toEqual(added);
    }
  });

  it("is changed and logged once where somebody presses a button twice", async () => {
    await shelves.keepDraft(sampleDraft("rain"));
    await shelves.keepDraft(sampleDraft("rain", { transcript: "another" }));
    for (const _ of [1, 2]) expect(await shelves.add(sampleDeed(), "rain")).toBe("added");
    await shelves.keepDraft(sampleDraft("rain"));
    expect(await shelves.remove(sampleDeed(), "rain")).toBe(true);
    expect(await shelves.remove(sampleDeed(), "rain")).toBe(false);
    expect(await shelves.add(sampleDeed(), "rain")).toBe("absent");
    for (const _ of [1, 2]) expect(await shelves.restore(sampleDeed(), "rain")).toBe("restored");
    for (const _ of [1, 2]) expect(await shelves.saveFilm(sampleDeed(), sampleFilm("rain"))).toBe("saved");
    for (const _ of [1, 2]) await shelves.correct(sampleDeed(), "q1", { before: "late", after: "early" });
    for (const _ of [1, 2]) await shelves.hide(sampleDeed(), "q1", "early");
    for (const is of [true, false]) expect(await shelves.show(sampleDeed(), "q1", "early")).toBe(is);
    for (const is of [true, false]) expect(await shelves.removeEntry(sampleDeed(), "film", "rain", "Rain")).toBe(is);
    expect((await shelves.log("s1", 20, 0)).map(({ what }) => what)).toEqual(["entryRemoved", "shown", "hidden", "corrected", "film", "restored", "removed", "added"]);
    const { version, shelf } = await shelves.load("s1");
    expect(version).toBe(8);
    expect(shelf.transcripts).toEqual([{ id: "rain", text: sampleDraft("rain").transcript }]);
  });

  it("says that there is no such interview, where there is none in the right state", async () => {
    expect(await shelves.add(sampleDeed(), "rain")).toBe("absent");
    await shelves.keepDraft(sampleDraft("rain"));
    expect(await shelves.add(sampleDeed(), "snow")).toBe("absent");
    expect(await shelves.remove(sampleDeed(), "rain")).toBe(false);
    expect(await shelves.restore(sampleDeed(), "rain")).toBe("absent");
    expect(await shelves.restore(sampleDeed(), "snow")).toBe("absent");
    expect(await shelves.changeImport(sampleDeed(), "snow", (found) => found)).toBeUndefined();
    await shelves.add(sampleDeed(), "rain");
    await shelves.remove(sampleDeed(), "rain");
    expect(await shelves.changeImport(sampleDeed(), "rain", (found) => found)).toBeUndefined();
    expect((await shelves.load("s1")).version).toBe(2);
  });

  it("loses a draft that a moderator thought better of, and nothing that was added", async () => {
    await addNew("rain");
    await shelves.keepDraft(sampleDraft("snow"));
    for (const id of ["rain", "snow", "hail"]) await shelves.dropDraft("s1", id);
    expect(await shelves.findImport("s1", "snow")).toBeUndefined();
    expect((await shelves.findImport("s1", "rain"))?.state).toBe("added");
  });

  it("takes details that a moderator corrects, in silence for a draft and logged for what members see", async () => {
    await shelves.keepDraft(sampleDraft("rain"));
    const drafted = await shelves.changeImport(sampleDeed(), "rain", (found) => ({ ...found, title: "Rain", quotes: 12 }));
    expect(drafted).toEqual(sampleDraft("rain", { title: "Rain", quotes: 12 }));
    expect(await shelves.log("s1", 10, 0)).toEqual([]);

    await shelves.add(sampleDeed(), "rain");
    const changed = await shelves.changeImport(sampleDeed({ by: "u2" }), "rain", () => ({ title: "Hail", transcript: "It hailed.", quotes: 9 }));
    expect(changed).toMatchObject({ state: "added", title: "Hail", transcript: "It hailed.", quotes: 9, by: "u1", convention: "labelled talk" });
    expect(await shelves.findImport("s1", "rain")).toEqual(changed);
    expect(await shelves.changeImport(sampleDeed(), "rain", (found) => found)).toEqual(changed);
    await shelves.changeImport(sampleDeed(), "rain", (found) => ({ ...found, transcript: "It hailed on." }), new Map([["Anna", "Anna Lens"]]));
    expect((await shelves.log("s1", 10, 0)).map(({ names }) => names)).toEqual([[["Anna", "Anna Lens"]], undefined, undefined]);
    expect((await shelves.log("s1", 10, 0)).map(({ what, by, subject, detail }) => [what, by, subject, detail])).toEqual([
      ["changed", "u1", "Hail", ""],
      ["changed", "u2", "Hail", "Rain"],
      ["added", "u1", "Rain", ""],
    ]);
    expect(await shelves.load("s1")).toEqual({ version: 3, shelf: { ...emptyShelf, transcripts: [{ id: "rain", text: "It hailed on." }] } });
  });

  it("stays as it is when what changes it fails", async () => {
    await addNew("rain");
    const failing = shelves.changeImport(sampleDeed(), "rain", () => {
      throw new Error("no title");
    });
    await expect(failing).rejects.toThrow("no title");
    expect((await shelves.load("s1")).version).toBe(1);
    expect(await shelves.add(sampleDeed(), "rain")).toBe("added");
  });

  it("has entries of films and people, each in the place of the one with its id", async () => {
    await shelves.saveFilm(sampleDeed(), sampleFilm("rain"));
    await shelves.saveFilm(sampleDeed(), sampleFilm("hail"));
    await shelves.savePerson(sampleDeed({ by: "u2" }), samplePerson("rain"));
    await shelves.saveFilm(sampleDeed(), sampleFilm("rain", { title: "Rain" }));
    const { version, shelf } = await shelves.load("s1");
    expect(version).toBe(4);
    expect(shelf).toEqual({ ...emptyShelf, films: [sampleFilm("rain", { title: "Rain" }), sampleFilm("hail")], people: [samplePerson("rain")] });
    expect(await shelves.removeEntry(sampleDeed(), "person", "rain", "Person rain")).toBe(true);
    expect((await shelves.load("s1")).shelf.people).toEqual([]);
    expect((await shelves.load("s1")).shelf.films).toHaveLength(2);
    expect((await shelves.log("s1", 10, 0)).map(({ what, subject }) => `${what} ${subject}`)).toEqual([
      "entryRemoved Person rain",
      "film Rain",
      "person Person rain",
      "film Film hail",
      "film Film rain",
    ]);
  });

  it("remembers what quotes said before they were corrected, and says what they say now", async () => {
    await shelves.correct(sampleDeed(), "q1", { before: "It was late.", after: "It was early." });
    await shelves.correct(sampleDeed(), "q2", { before: "Rain.", after: "Hail." });
    await shelves.correct(sampleDeed(), "q1", { before: "It was early.", after: "It was noon." });
    expect((await shelves.load("s1")).shelf.corrections).toEqual([
      { quote: "q1", words: "It was noon." },
      { quote: "q2", words: "Hail." },
    ]);
    expect((await shelves.log("s1", 10, 0)).map(({ subject, detail }) => `${subject} → ${detail}`)).toEqual([
      "It was early. → It was noon.",
      "Rain. → Hail.",
      "It was late. → It was early.",
    ]);
  });

  it("tells its log page by page, newest first", async () => {
    for (let at = 0; at < 25; at += 1) await shelves.hide(sampleDeed({ at }), `q${at}`, `${at}`);
    const pages = [await shelves.log("s1", 10, 0), await shelves.log("s1", 10, 10), await shelves.log("s1", 10, 20)];
    expect(pages.map((page) => page.length)).toEqual([10, 10, 5]);
    expect(pages.flat().map(({ subject }) => subject)).toEqual(Array.from({ length: 25 }, (_, at) => `${24 - at}`));
    expect(pages[2]![4]).toEqual({ server: "s1", by: "u1", at: 0, what: "hidden", subject: "0", detail: "" });
  });

  it("keeps the newest thousand events in its log, each server for itself", async () => {
    const other = sampleDeed({ server: "s2" });
    await shelves.hide(other, "q0", "elsewhere");
    const rows = Array.from({ length: mostEvents }, (_, at) => ({ server: "s1", number: at + 1, event: JSON.stringify({ what: "hidden", subject: `${at}`, detail: "", by: "u1", at }) }));
    await database.insertInto("library_events").values(rows).execute();
    for (const id of ["new", "newer"]) await shelves.hide(sampleDeed(), id, id);
    const log = await shelves.log("s1", 2000, 0);
    expect(log).toHaveLength(mostEvents);
    expect([log[0]!.subject, log[1]!.subject, log.at(-1)!.subject]).toEqual(["newer", "new", "2"]);
    expect(await shelves.log("s2", 10, 0)).toHaveLength(1);
  });

  it("says how much it has, and what is hidden in it, with what was corrected", async () => {
    expect(await shelves.sums("s1")).toEqual({ characters: 0, entries: 0, hidden: 0 });
    for (const id of ["rain", "snow"]) await addNew(id);
    await shelves.keepDraft(sampleDraft("hail"));
    await shelves.remove(sampleDeed(), "snow");
    await shelves.saveFilm(sampleDeed(), sampleFilm("rain"));
    await shelves.savePerson(sampleDeed(), samplePerson("rain"));
    await shelves.correct(sampleDeed(), "q2", { before: "late", after: anyCharacters });
    await shelves.correct(sampleDeed(), "q3", { before: "late", after: "early" });
    for (const quote of ["q2", "q1"]) await shelves.hide(sampleDeed(), quote, "words");
    await shelves.hide(sampleDeed({ server: "s2" }), "q3", "elsewhere");
    expect(await shelves.sums("s1")).toEqual({ characters: sampleDraft("rain").transcript.length, entries: 2, hidden: 2 });
    expect(await shelves.hiddenQuotes("s1")).toEqual([{ id: "q2", words: anyCharacters }, { id: "q1" }]);
    expect(await shelves.hiddenQuotes("s3")).toEqual([]);
  });

  it("is seen as it was at one moment, while moderators go on changing it", async () => {
    const other = createShelves(await place.open());
    const seen = new Set<number>();
    const torn: unknown[] = [];
    const change = async () => {
      for (let at = 0; at < 60; at += 1) await other.hide(sampleDeed(), `q${at}`, "words");
    };
    const look = async () => {
      while (!seen.has(60)) {
        const { version, shelf } = await shelves.load("s1");
        if (shelf.hidden.length !== version) torn.push({ version, hidden: shelf.hidden.length });
        seen.add(version);
      }
    };
    await Promise.all([change(), look()]);
    expect(torn).toEqual([]);
    expect(seen.size).toBeGreaterThan(3);
    expect(await shelves.versions(["s1"])).toEqual(new Map([["s1", 60]]));
  });

  it("holds as many drafts as its bound says, the newest, each server for itself", async () => {
    for (let at = 0; at < bounds.drafts; at += 1) await shelves.keepDraft(sampleDraft(`d${at}`, { at }));
    await shelves.keepDraft(sampleDraft("elsewhere", { server: "s2", at: 99 }));
    await shelves.keepDraft(sampleDraft("d0", { at: 99 }));
    expect(await shelves.findImport("s1", "d0")).toMatchObject({ at: 0 });
    await shelves.keepDraft(sampleDraft("more", { at: 99 }));
    expect(await shelves.findImport("s1", "d0")).toBeUndefined();
    expect(await shelves.findImport("s1", "d1")).toBeDefined();
    expect(await shelves.findImport("s1", "more")).toBeDefined();
    expect(await shelves.findImport("s2", "elsewhere")).toBeDefined();
  });
});
