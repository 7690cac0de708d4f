import { afterEach, beforeEach, expect, it } from "vitest";
import { quoteId } from "../../src/interview/quotes.ts";
import type { Database } from "../../src/store/database.ts";
import { createShelves, type Shelves } from "../../src/store/shelves.ts";
import { mostRemoved } from "../../src/store/shelves/imports.ts";
import { describeOnStores, type StorePlace } from "../stores.ts";
import { noon } from "./samples.ts";
import { sampleDeed, sampleDraft } from "./shelfSamples.ts";

const now = noon("2026-12-31");
const interview = "rain";

/** Quotes of an interview, by their words as published, and one of every server's. */
const [late, said, rained, everyServers] = ["It was late.", "I am *not* the one - I said so.", "And it rained.", "It is what every server has."] as const;
const transcript = `ANNA: ${late} ${said} ${rained}`;
const idOf = (words: string): string => quoteId(words)!;
const publishedWords = (ids: readonly string[]): string[] => [late, said, rained, everyServers].filter((words) => ids.includes(idOf(words)));

describeOnStores("what was done to the quotes of an interview", (store) => {
  let place: StorePlace;
  let database: Database;
  let shelves: Shelves;

  beforeEach(async () => {
    place = await store.makePlace();
    database = await place.open();
    shelves = createShelves(database);
    await bring(interview, transcript);
    await shelves.correct(sampleDeed(), idOf(late), { before: late, after: "It was early." }, { interview });
    await shelves.correct(sampleDeed(), idOf(late), { before: "It was early.", after: "It was noon." }, { interview });
    await shelves.hide(sampleDeed(), idOf(late), "It was noon.", { interview });
    for (const words of [said, rained]) await shelves.hide(sampleDeed(), idOf(words), words, { interview });
    await shelves.hide(sampleDeed(), idOf(everyServers), everyServers);
  });
  afterEach(() => place.remove());

  async function bring(id: string, text: string): Promise<void> {
    await shelves.keepDraft(sampleDraft(id, { transcript: text }));
    await shelves.add(sampleDeed(), id);
  }

  async function remove(id: string): Promise<void> {
    await shelves.remove(sampleDeed({ at: now }), id);
  }

  async function forget(): Promise<void> {
    await shelves.forget({ draftsBefore: 0, removedBefore: now + 1, leftBefore: 0 });
  }

  /** The quotes that are corrected, and those that are hidden, by their words as published. */
  async function edited(): Promise<{ corrected: string[]; hidden: string[] }> {
    const { shelf } = await shelves.load("s1");
    return { corrected: publishedWords(shelf.corrections.map(({ quote }) => quote)), hidden: publishedWords(shelf.hidden) };
  }

  const all = { corrected: [late], hidden: [late, said, rained, everyServers] };
  const none = { corrected: [], hidden: [everyServers] };

  it("is forgotten together with it, and nothing else", async () => {
    await remove(interview);
    await shelves.forget({ draftsBefore: 0, removedBefore: now, leftBefore: 0 });
    expect(await edited()).toEqual(all);
    await forget();
    expect(await edited()).toEqual(none);
    const items = await database.selectFrom("shelf_items").select("id").execute();
    expect(items).toEqual([{ id: idOf(everyServers) }]);
  });

  it("is there again where it is brought back before", async () => {
    await remove(interview);
    await shelves.restore(sampleDeed(), interview);
    await forget();
    expect(await edited()).toEqual(all);
  });

  it("stays where another interview says the same, and goes with that one", async () => {
    await remove(interview);
    await bring("other", "ANNA: “… And it rained.” is all I wrote.");
    await forget();
    expect(await edited()).toEqual({ corrected: [], hidden: [rained, everyServers] });
    await remove("other");
    await forget();
    expect(await edited()).toEqual(none);
  });

  it("stays where another says the same with other marks and capitals, and goes with that one", async () => {
    await remove(interview);
    await bring("other", "BEN: “it was, late”.\n\nANNA: I am not the one — I said so! And it rained, too.");
    await forget();
    expect(await edited()).toEqual(all);
    await remove("other");
    await forget();
    expect(await edited()).toEqual(none);
  });

  it("is not kept for words that are only parts of another's", async () => {
    await remove(interview);
    await bring("other", "ANNA: It was later. I am not the one: I said something. Sand it rained.");
    await forget();
    expect(await edited()).toEqual(none);
  });

  it("stays where its words had been corrected before it was noted whose they are", async () => {
    // Corrected as if it were every server's, so that its interview is not known.
    const [words, after] = ["She sang.", "She rang."];
    await shelves.correct(sampleDeed(), idOf(words), { before: words, after });
    await shelves.hide(sampleDeed(), idOf(words), after, { interview });
    await remove(interview);
    await bring("other", `ANNA: ${words}`);
    await forget();
    const { shelf } = await shelves.load("s1");
    expect(shelf.hidden).toEqual([idOf(everyServers), idOf(words)]);
    expect(shelf.corrections).toEqual([{ quote: idOf(words), words: after }]);
  });

  it("goes as well when so many others are removed that it is forgotten", async () => {
    await remove(interview);
    for (let at = 0; at < mostRemoved; at += 1) {
      expect(await edited()).toEqual(all);
      await bring(`i${at}`, "ANNA: It was fine.");
      await shelves.remove(sampleDeed({ at: now + 1 + at }), `i${at}`);
    }
    expect(await shelves.findImport("s1", interview)).toBeUndefined();
    expect(await edited()).toEqual(none);
  });

  it("of another server stays", async () => {
    await shelves.hide(sampleDeed({ server: "s2" }), idOf(rained), rained, { interview });
    await remove(interview);
    await forget();
    expect((await shelves.load("s2")).shelf.hidden).toEqual([idOf(rained)]);
  });

  it("is forgotten by every process: the shelf has another version, but only where something was forgotten", async () => {
    await remove(interview);
    await bring("other", transcript);
    const { version } = await shelves.load("s1");
    await forget();
    expect((await shelves.load("s1")).version).toBe(version);
    await remove("other");
    await forget();
    expect(await shelves.versions(["s1"])).toEqual(new Map([["s1", version + 2]]));
  });
});
