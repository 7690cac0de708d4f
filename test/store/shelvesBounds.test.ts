import { afterEach, beforeEach, expect, it } from "vitest";
import { bounds } from "../../src/library/shelf.ts";
import { createShelves, type Import, type Shelves } from "../../src/store/shelves.ts";
import { mostRemoved } from "../../src/store/shelves/imports.ts";
import { describeOnStores, type StorePlace } from "../stores.ts";
import { sampleDeed, sampleDraft, sampleFilm, samplePerson, sampleReport } from "./shelfSamples.ts";

describeOnStores("the bounds of what one server may add", (store) => {
  let place: StorePlace;
  let shelves: Shelves;
  let others: Shelves;

  beforeEach(async () => {
    place = await store.makePlace();
    shelves = createShelves(await place.open());
    others = createShelves(await place.open());
  });
  afterEach(() => place.remove());

  /** Both processes in turn. */
  const either = (at: number): Shelves => (at % 2 ? shelves : others);

  async function fill(count: number, change: Partial<Import> = {}): Promise<void> {
    for (let at = 0; at < count; at += 1) {
      await shelves.keepDraft(sampleDraft(`i${at}`, change));
      expect(await shelves.add(sampleDeed(), `i${at}`)).toBe("added");
    }
  }

  /** Adds ten drafts in the same moment; how often each answer came. */
  async function addTen(change: Partial<Import> = {}): Promise<Record<string, number>> {
    for (let at = 0; at < 10; at += 1) await shelves.keepDraft(sampleDraft(`n${at}`, change));
    return counted(await Promise.all(Array.from({ length: 10 }, (_, at) => either(at).add(sampleDeed(), `n${at}`))));
  }

  it("hold for interviews when ten are added in the same moment", async () => {
    await fill(bounds.interviews - 3);
    expect(await addTen()).toEqual({ added: 3, interviews: 7 });
    const { version, shelf } = await shelves.load("s1");
    expect(shelf.transcripts).toHaveLength(bounds.interviews);
    expect(version).toBe(bounds.interviews);
    expect(await shelves.log("s1", 100, 0)).toHaveLength(bounds.interviews);
  });

  it("hold for quotes when ten interviews are added in the same moment", async () => {
    await fill(1, { quotes: bounds.quotes - 30 });
    expect(await addTen({ quotes: 10 })).toEqual({ added: 3, quotes: 7 });
  });

  it("hold for characters when ten interviews are added in the same moment", async () => {
    await fill(1, { transcript: "x".repeat(bounds.characters - 3000) });
    expect(await addTen({ transcript: "x".repeat(1000) })).toEqual({ added: 3, characters: 7 });
  });

  it("hold for drafts when twenty are kept in the same moment", async () => {
    await Promise.all(Array.from({ length: 20 }, (_, at) => either(at).keepDraft(sampleDraft(`d${at}`))));
    const found = await Promise.all(Array.from({ length: 20 }, (_, at) => shelves.findImport("s1", `d${at}`)));
    expect(found.filter((one) => one !== undefined)).toHaveLength(bounds.drafts);
  });

  it("hold for entries, films and people together, when ten are written in the same moment", async () => {
    for (let at = 0; at < bounds.entries - 3; at += 1) await shelves.saveFilm(sampleDeed(), sampleFilm(`f${at}`));
    const saved = await Promise.all(
      Array.from({ length: 10 }, (_, at) => (at < 5 ? either(at).saveFilm(sampleDeed(), sampleFilm(`n${at}`)) : either(at).savePerson(sampleDeed(), samplePerson(`n${at}`)))),
    );
    expect(counted(saved)).toEqual({ saved: 3, entries: 7 });
    expect(await shelves.saveFilm(sampleDeed(), sampleFilm("f0", { title: "Another" }))).toBe("saved");
    await shelves.removeEntry(sampleDeed(), "film", "f1", "f1");
    expect(await shelves.savePerson(sampleDeed(), samplePerson("last"))).toBe("saved");
    expect(await shelves.savePerson(sampleDeed(), samplePerson("one-more"))).toBe("entries");
  });

  it("hold for reports when ten members report in the same moment", async () => {
    for (let at = 0; at < bounds.reports - 3; at += 1) expect(await shelves.report(sampleReport(`r${at}`, { by: `m${at}` }))).toBe("kept");
    const kept = await Promise.all(Array.from({ length: 10 }, (_, at) => either(at).report(sampleReport(`n${at}`, { by: `n${at}` }))));
    expect(counted(kept)).toEqual({ kept: 3, reports: 7 });
    expect(await shelves.openReports("s1")).toHaveLength(bounds.reports);
    await shelves.dismiss(sampleDeed(), "r0");
    expect(await shelves.report(sampleReport("last", { by: "m0" }))).toBe("kept");
  });

  it("are each server's own", async () => {
    await fill(1, { quotes: bounds.quotes });
    const theirs = sampleDraft("theirs", { server: "s2", quotes: bounds.quotes });
    await shelves.keepDraft(theirs);
    expect(await shelves.add(sampleDeed({ server: "s2" }), "theirs")).toBe("added");
  });

  it("leave out what was removed, and keep it from coming back where there is no room any more", async () => {
    await fill(bounds.interviews);
    await shelves.remove(sampleDeed(), "i0");
    await shelves.keepDraft(sampleDraft("new"));
    expect(await shelves.add(sampleDeed(), "new")).toBe("added");
    expect(await shelves.restore(sampleDeed(), "i0")).toBe("interviews");
    expect((await shelves.findImport("s1", "i0"))?.state).toBe("removed");
    await shelves.remove(sampleDeed(), "new");
    expect(await shelves.restore(sampleDeed(), "i0")).toBe("restored");
  });

  it("keep the newest of those that were removed, so that adding and removing over and over fills nothing", async () => {
    const removedCount = mostRemoved + 3;
    await fill(removedCount + 1);
    for (let at = 0; at < removedCount; at += 1) expect(await shelves.remove(sampleDeed({ at }), `i${at}`)).toBe(true);
    const kept = (await shelves.imports("s1")).map(({ id, state }) => `${id} ${state}`);
    expect(kept).toEqual([...Array.from({ length: mostRemoved }, (_, at) => `i${at + 3} removed`), `i${removedCount} added`]);
    expect(await shelves.restore(sampleDeed(), "i2")).toBe("absent");
    expect(await shelves.restore(sampleDeed(), "i3")).toBe("restored");
  });

  it("let an interview grow to the brim and not beyond, and change nothing then", async () => {
    await fill(2, { quotes: bounds.quotes / 2, transcript: "x".repeat(1000) });
    const grow = (change: Partial<Import>) => shelves.changeImport(sampleDeed(), "i0", (found) => ({ ...found, title: "Changed", ...change }));
    expect(await grow({ quotes: bounds.quotes / 2 + 1 })).toBe("quotes");
    expect(await grow({ transcript: "x".repeat(bounds.characters - 999) })).toBe("characters");
    expect((await shelves.findImport("s1", "i0"))?.title).toBe("Talk i0");
    expect((await shelves.load("s1")).version).toBe(2);
    expect(await grow({ transcript: "x".repeat(bounds.characters - 1000) })).toMatchObject({ title: "Changed" });
  });
});

function counted(answers: readonly unknown[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const answer of answers) counts[String(answer)] = (counts[String(answer)] ?? 0) + 1;
  return counts;
}
