import { afterEach, beforeEach, expect, it } from "vitest";
import { createShelves, type Shelves } from "../../src/store/shelves.ts";
import { describeOnStores, type StorePlace } from "../stores.ts";
import { noon } from "./samples.ts";
import { anyCharacters, sampleDeed, sampleReport } from "./shelfSamples.ts";

describeOnStores("reports of misquotes", (store) => {
  let place: StorePlace;
  let shelves: Shelves;

  beforeEach(async () => {
    place = await store.makePlace();
    shelves = createShelves(await place.open());
  });
  afterEach(() => place.remove());

  it("are kept as they came, oldest first, and seen by no other server", async () => {
    const odd = sampleReport("odd", { words: anyCharacters, complaint: anyCharacters, at: noon("2026-11-20") });
    expect(await shelves.report(sampleReport("r1"))).toBe("kept");
    expect(await shelves.report({ ...odd, quote: "q2" })).toBe("kept");
    expect(await shelves.report(sampleReport("r1", { server: "s2" }))).toBe("kept");
    expect(await shelves.openReports("s1")).toEqual([{ ...odd, quote: "q2" }, sampleReport("r1")]);
    expect(await shelves.findReport("s1", "r1")).toEqual(sampleReport("r1"));
    expect(await shelves.findReport("s2", "odd")).toBeUndefined();
    expect(await shelves.dismiss(sampleDeed({ server: "s2" }), "odd")).toBe(false);
  });

  it("are taken once from each member for each quote, until a moderator has looked", async () => {
    expect(await shelves.report(sampleReport("r1"))).toBe("kept");
    expect(await shelves.report(sampleReport("r1"))).toBe("again");
    expect(await shelves.report(sampleReport("r2"))).toBe("again");
    expect(await shelves.report(sampleReport("r3", { by: "m2" }))).toBe("kept");
    expect(await shelves.report(sampleReport("r4", { quote: "q2" }))).toBe("kept");
    await shelves.dismiss(sampleDeed(), "r1");
    expect(await shelves.report(sampleReport("r1"))).toBe("again");
    expect(await shelves.report(sampleReport("r5"))).toBe("kept");
  });

  it("are dismissed once, which is logged and changes nothing that members see", async () => {
    await shelves.report(sampleReport("r1"));
    expect(await shelves.dismiss(sampleDeed({ by: "u2" }), "r1")).toBe(true);
    expect(await shelves.dismiss(sampleDeed(), "r1")).toBe(false);
    expect(await shelves.dismiss(sampleDeed(), "nothing")).toBe(false);
    expect(await shelves.openReports("s1")).toEqual([]);
    expect(await shelves.findReport("s1", "r1")).toEqual(sampleReport("r1", { state: "dismissed" }));
    expect(await shelves.versions(["s1"])).toEqual(new Map());
    expect(await shelves.log("s1", 10, 0)).toEqual([
      { ...sampleDeed({ by: "u2" }), what: "dismissed", subject: "It was late, and it rained.", detail: "She said: early." },
    ]);
  });

  it("are settled by the correction or the hiding that they led to, in the same moment", async () => {
    await shelves.report(sampleReport("r1"));
    await shelves.report(sampleReport("r2", { quote: "q2" }));
    expect(await shelves.correct(sampleDeed(), "q1", { before: "late", after: "early" }, { report: "r1" })).toBe("corrected");
    expect(await shelves.hide(sampleDeed(), "q2", "It rained.", { report: "r2" })).toBe(true);
    expect(await shelves.findReport("s1", "r1")).toMatchObject({ state: "fixed" });
    expect(await shelves.findReport("s1", "r2")).toMatchObject({ state: "hidden" });
    expect((await shelves.load("s1")).version).toBe(2);
    expect((await shelves.log("s1", 10, 0)).map(({ what, subject, detail }) => [what, subject, detail])).toEqual([
      ["hidden", "It rained.", "She said: early."],
      ["corrected", "late", "early"],
    ]);
  });

  it("are settled also where the quote is corrected or hidden already, and stay as the first moderator settled them", async () => {
    await shelves.report(sampleReport("r1"));
    await shelves.report(sampleReport("r2", { by: "m2" }));
    await shelves.correct(sampleDeed(), "q1", { before: "late", after: "early" }, { report: "r1" });
    await shelves.correct(sampleDeed({ by: "u2" }), "q1", { before: "early", after: "early" }, { report: "r2" });
    expect(await shelves.hide(sampleDeed(), "q1", "early", { report: "r2" })).toBe(false);
    expect(await shelves.correct(sampleDeed(), "q1", { before: "early", after: "soon" }, { report: "r1" })).toBe("settled");
    expect((await shelves.findReport("s1", "r2"))?.state).toBe("fixed");
    expect((await shelves.load("s1")).shelf).toMatchObject({ corrections: [{ quote: "q1", words: "early" }], hidden: [] });
    expect((await shelves.log("s1", 10, 0)).map(({ what, by }) => `${what} ${by}`)).toEqual(["corrected u2", "corrected u1"]);
  });

  it("never undo in silence what another moderator has just fixed", async () => {
    await shelves.report(sampleReport("r1"));
    await shelves.report(sampleReport("r2", { by: "m2" }));
    const others = createShelves(await place.open());
    const both = await Promise.all([
      shelves.correct(sampleDeed(), "q1", { before: "late", after: "early" }, { report: "r1" }),
      others.correct(sampleDeed(), "q1", { before: "late", after: "soon" }, { report: "r2" }),
    ]);
    expect(both.toSorted()).toEqual(["changed", "corrected"]);
    expect((await shelves.openReports("s1")).map(({ id }) => id)).toEqual([both[0] === "changed" ? "r1" : "r2"]);
    expect(await shelves.log("s1", 10, 0)).toHaveLength(1);
  });

  it("can be settled anew where the quote was hidden and brought back", async () => {
    await shelves.report(sampleReport("r1"));
    for (const is of [true, false]) expect(await shelves.hide(sampleDeed(), "q1", "late", { report: "r1" })).toBe(is);
    expect(await shelves.correct(sampleDeed(), "q1", { before: "late", after: "early" }, { report: "r1" })).toBe("settled");
    await shelves.show(sampleDeed(), "q1", "late");
    expect(await shelves.correct(sampleDeed(), "q1", { before: "late", after: "early" }, { report: "r1" })).toBe("corrected");
    expect(await shelves.findReport("s1", "r1")).toMatchObject({ state: "fixed" });
    expect(await shelves.dismiss(sampleDeed(), "r1")).toBe(false);
  });

  it("are settled by one of two moderators who press in the same moment", async () => {
    await shelves.report(sampleReport("r1"));
    const others = createShelves(await place.open());
    const dismissed = await Promise.all([shelves, others, shelves, others].map((either) => either.dismiss(sampleDeed(), "r1")));
    expect(dismissed.filter(Boolean)).toHaveLength(1);
    expect(await shelves.log("s1", 10, 0)).toHaveLength(1);
  });

  it("are told in the channel that a moderator chose, which is logged once", async () => {
    expect(await shelves.reportsChannel("s1")).toBe("");
    for (const channel of ["c1", "c1", ""]) await shelves.setReportsChannel(sampleDeed(), channel);
    expect(await shelves.reportsChannel("s1")).toBe("");
    await shelves.setReportsChannel(sampleDeed(), "c2");
    expect(await shelves.reportsChannel("s1")).toBe("c2");
    expect(await shelves.reportsChannel("s2")).toBe("");
    expect((await shelves.log("s1", 10, 0)).map(({ what, subject }) => [what, subject])).toEqual([
      ["reportsChannel", "c2"],
      ["reportsChannel", ""],
      ["reportsChannel", "c1"],
    ]);
    expect(await shelves.versions(["s1"])).toEqual(new Map());
  });
});
