import { afterEach, beforeEach, expect, it } from "vitest";
import { emptyShelf } from "../../src/library/shelf.ts";
import type { Database } from "../../src/store/database.ts";
import { createShelves, type Shelves } from "../../src/store/shelves.ts";
import { describeOnStores, type StorePlace } from "../stores.ts";
import { day, noon } from "./samples.ts";
import { sampleDeed, sampleDraft, sampleFilm, sampleReport } from "./shelfSamples.ts";

const now = noon("2026-12-31");
const never = { draftsBefore: 0, removedBefore: 0, leftBefore: 0 };

describeOnStores("what is kept of servers", (store) => {
  let place: StorePlace;
  let database: Database;
  let shelves: Shelves;

  beforeEach(async () => {
    place = await store.makePlace();
    database = await place.open();
    shelves = createShelves(database);
  });
  afterEach(() => place.remove());

  /** A server with something of everything. */
  async function furnish(server: string): Promise<void> {
    const deed = sampleDeed({ server });
    for (const id of ["draft", "added", "removed"]) await shelves.keepDraft(sampleDraft(id, { server, at: now }));
    for (const id of ["added", "removed"]) await shelves.add({ ...deed, at: now }, id);
    await shelves.remove({ ...deed, at: now }, "removed");
    await shelves.saveFilm(deed, sampleFilm("rain"));
    await shelves.report(sampleReport("open", { server }));
    await shelves.report(sampleReport("settled", { server, quote: "q2" }));
    await shelves.correct({ ...deed, at: now }, "q2", { before: "late", after: "early" }, { report: "settled" });
    await shelves.setReportsChannel(deed, "c1");
  }

  it("goes wholly when the bot has been out of a server for long, and nothing of the others", async () => {
    for (const server of ["s1", "s2", "s3"]) await furnish(server);
    const before = await shelves.load("s2");
    await shelves.setLeft("s1", now - 31 * day);
    await shelves.setLeft("s2", now - 29 * day);
    await shelves.forget({ ...never, leftBefore: now - 30 * day });

    expect((await shelves.servers()).map(({ server }) => server).toSorted()).toEqual(["s2", "s3"]);
    for (const table of ["shelves", "imports", "shelf_items", "reports", "library_events"] as const) {
      const rows = await database.selectFrom(table).select("server").distinct().execute();
      expect(rows.map(({ server }) => server).toSorted()).toEqual(["s2", "s3"]);
    }
    expect(await shelves.load("s1")).toEqual({ version: 0, shelf: emptyShelf });
    expect(await shelves.versions(["s1"])).toEqual(new Map());
    expect(await shelves.load("s2")).toEqual(before);
    expect(await shelves.log("s2", 20, 0)).toHaveLength(6);
  });

  it("is counted from the first word that the bot is out, and stays when it is invited again", async () => {
    await furnish("s1");
    await furnish("s2");
    for (const days of [40, 20]) await shelves.setLeft("s1", now - days * day);
    for (const since of [now - 40 * day, undefined, now - 20 * day]) await shelves.setLeft("s2", since);
    await shelves.setLeft("nobody", now - 40 * day);
    await shelves.forget({ ...never, leftBefore: now - 30 * day });
    expect((await shelves.servers()).map(({ server }) => server)).toEqual(["s2"]);
    await shelves.setLeft("s2", undefined);
    await shelves.forget({ ...never, leftBefore: now });
    expect((await shelves.servers()).map(({ server }) => server)).toEqual(["s2"]);
  });

  it("can be added to again after it was forgotten", async () => {
    await furnish("s1");
    await shelves.setLeft("s1", 1000);
    await shelves.forget({ ...never, leftBefore: 2000 });
    await furnish("s1");
    expect((await shelves.load("s1")).shelf.transcripts.map(({ id }) => id)).toEqual(["added"]);
    await shelves.forget({ ...never, leftBefore: now });
    expect((await shelves.servers()).map(({ server }) => server)).toEqual(["s1"]);
  });

  it("loses drafts that nobody added, what was removed and reports that were settled, each in its time", async () => {
    await furnish("s1");
    const before = await shelves.load("s1");
    const left = async () => [
      ...(await Promise.all(["draft", "added", "removed"].map(async (id) => (await shelves.findImport("s1", id))?.id))),
      ...(await Promise.all(["open", "settled"].map(async (id) => (await shelves.findReport("s1", id))?.id))),
    ].filter((id) => id !== undefined);

    await shelves.forget({ draftsBefore: now, removedBefore: now, leftBefore: now });
    expect(await left()).toEqual(["draft", "added", "removed", "open", "settled"]);
    await shelves.forget({ draftsBefore: now + 1, removedBefore: now, leftBefore: now });
    expect(await left()).toEqual(["added", "removed", "open", "settled"]);
    await shelves.forget({ draftsBefore: now, removedBefore: now + 1, leftBefore: now });
    expect(await left()).toEqual(["added", "open"]);
    expect(await shelves.load("s1")).toEqual(before);
    expect(await shelves.restore(sampleDeed(), "removed")).toBe("absent");
  });

  it("is either added or forgotten, where both happen to a draft in the same moment", async () => {
    const others = createShelves(await place.open());
    const servers = Array.from({ length: 30 }, (_, at) => `s${at}`);
    for (const server of servers) await shelves.keepDraft(sampleDraft("rain", { server, at: now }));
    const forgetting = others.forget({ ...never, draftsBefore: now + 1 });
    const answers = await Promise.all(servers.map((server) => shelves.add(sampleDeed({ server, at: now }), "rain")));
    await forgetting;
    for (const [at, server] of servers.entries()) {
      const { version, shelf } = await shelves.load(server);
      const kept = answers[at] === "added" ? 1 : 0;
      expect([version, shelf.transcripts.length, (await shelves.log(server, 10, 0)).length]).toEqual([kept, kept, kept]);
    }
  });

  it("keeps its order where moderators add while others forget", async () => {
    const others = createShelves(await place.open());
    await shelves.setLeft("s1", 1000);
    const answers = await Promise.all(
      Array.from({ length: 30 }, async (_, at) => {
        if (at % 3 === 2) return others.forget({ draftsBefore: now, removedBefore: now, leftBefore: 2000 }).then(() => "forgotten");
        if (at % 3 === 1) return others.setLeft("s1", 1000).then(() => "left");
        await shelves.keepDraft(sampleDraft(`i${at}`, { at: now }));
        return shelves.add(sampleDeed({ at: now }), `i${at}`);
      }),
    );
    expect(answers.filter((answer) => !["added", "absent", "forgotten", "left"].includes(answer))).toEqual([]);
    const { version, shelf } = await shelves.load("s1");
    expect(shelf.transcripts).toHaveLength(version);
    expect(await shelves.log("s1", 100, 0)).toHaveLength(version);
  });
});
