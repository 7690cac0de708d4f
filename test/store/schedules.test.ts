import { afterEach, beforeEach, expect, it } from "vitest";
import type { Pause, Schedule } from "../../src/daily/schedule.ts";
import type { Database } from "../../src/store/database.ts";
import { createDeliveries } from "../../src/store/deliveries.ts";
import { createSchedules, type Schedules } from "../../src/store/schedules.ts";
import { describeOnStores, type StorePlace } from "../stores.ts";
import { day, noon, planNoon, sampleSchedule } from "./samples.ts";

const paused = (reason: Pause["reason"], change: Partial<Pause> = {}): Partial<Schedule> => ({
  state: "paused",
  next: undefined,
  pause: { reason, since: noon("2026-11-21"), told: false, ...change },
});

const ban = (quote: string) => (schedule: Schedule): Schedule => ({ ...schedule, deck: { ...schedule.deck, banned: [...schedule.deck.banned, quote] } });

describeOnStores("the daily posts that moderators set up", (store) => {
  let place: StorePlace;
  let database: Database;
  let schedules: Schedules;

  beforeEach(async () => {
    place = await store.makePlace();
    database = await place.open();
    schedules = createSchedules(database);
  });
  afterEach(() => place.remove());

  it("come back as they were kept, also after a restart", async () => {
    const schedule = sampleSchedule(paused({ kind: "refused", refusal: { kind: "permissions", missing: ["SendMessages"] } }, { checkAt: noon("2026-11-23") }));
    const kept = await schedules.add(schedule);
    const restarted = createSchedules(await place.open());
    expect(await restarted.find(schedule.id)).toEqual(JSON.parse(JSON.stringify(schedule)));
    expect(kept).toEqual(schedule);
    expect(await restarted.find("nobody")).toBeUndefined();
  });

  it("keep any characters that a name or a reason may have", async () => {
    const words = "Ünïcode 🎬 \u0000 '; drop table schedules; --";
    const schedule = sampleSchedule(paused({ kind: "refused", refusal: { kind: "other", code: 50_024, words } }));
    await schedules.add(schedule);
    expect((await schedules.find(schedule.id))?.pause?.reason).toEqual({ kind: "refused", refusal: { kind: "other", code: 50_024, words } });
  });

  it("take the smallest number that is free in their server, and 25 at most", async () => {
    const added: (Schedule | undefined)[] = [];
    for (let more = 0; more < 26; more += 1) added.push(await schedules.add(sampleSchedule({ number: 7 })));
    expect(added.map((schedule) => schedule?.number)).toEqual([...Array.from({ length: 25 }, (_, at) => at + 1), undefined]);
    expect((await schedules.add(sampleSchedule({ server: "s2" })))?.number).toBe(1);

    await schedules.remove(added[3]!.id);
    expect((await schedules.add(sampleSchedule()))?.number).toBe(4);
    expect(await schedules.ofServer("s1")).toHaveLength(25);
  });

  it("never get one number twice, whoever adds at the same moment", async () => {
    const others = createSchedules(await place.open());
    const added = await Promise.all(Array.from({ length: 30 }, (_, at) => (at % 2 ? schedules : others).add(sampleSchedule())));
    const numbers = added.flatMap((schedule) => schedule?.number ?? []);
    expect(numbers.toSorted((one, other) => one - other)).toEqual(Array.from({ length: 25 }, (_, at) => at + 1));
  });

  it("are listed by number, without drafts and without those of other servers", async () => {
    const first = await schedules.add(sampleSchedule());
    await schedules.add(sampleSchedule({ state: "draft", next: undefined }));
    const third = await schedules.add(sampleSchedule(paused({ kind: "moderator", user: "u2" })));
    await schedules.add(sampleSchedule({ server: "s2" }));
    expect((await schedules.ofServer("s1")).map(({ id }) => id)).toEqual([first!.id, third!.id]);
    expect(third!.number).toBe(3);
  });

  it("lose no change when two moderators make one at the same moment", async () => {
    const { id } = (await schedules.add(sampleSchedule({ deck: { ...sampleSchedule().deck, banned: [] } })))!;
    const others = createSchedules(await place.open());
    const quotes = Array.from({ length: 40 }, (_, at) => `quote${at}`);
    await Promise.all(quotes.map((quote, at) => (at % 2 ? schedules : others).change(id, ban(quote))));
    expect((await schedules.find(id))?.deck.banned.toSorted()).toEqual(quotes.toSorted());
  });

  it("stay as they are when a change is thought better of, or fails", async () => {
    const schedule = (await schedules.add(sampleSchedule()))!;
    expect(await schedules.change(schedule.id, () => undefined)).toEqual(schedule);
    const failing = schedules.change(schedule.id, () => {
      throw new Error("no such channel");
    });
    await expect(failing).rejects.toThrow("no such channel");
    expect(await schedules.find(schedule.id)).toEqual(schedule);
    expect(await schedules.change("nobody", (nobody) => nobody)).toBeUndefined();
  });

  it("give what they are after a change", async () => {
    const { id } = (await schedules.add(sampleSchedule()))!;
    const changed = await schedules.change(id, (schedule) => ({ ...schedule, channel: "c2" }));
    expect(changed?.channel).toBe("c2");
    expect((await schedules.find(id))?.channel).toBe("c2");
  });

  it("go with all that was posted, and say whether they were there", async () => {
    const deliveries = createDeliveries(database);
    const { id } = (await schedules.add(sampleSchedule()))!;
    const [delivery] = await deliveries.claimDue(noon("2026-11-22"), 10, planNoon("me"));
    expect(await schedules.remove(id)).toBe(true);
    expect(await schedules.find(id)).toBeUndefined();
    expect(await deliveries.find(delivery!.id)).toBeUndefined();
    expect(await schedules.remove(id)).toBe(false);
  });

  it("know when the next post of all is due", async () => {
    expect(await schedules.nextAt()).toBeUndefined();
    await schedules.add(sampleSchedule({ state: "draft" }));
    await schedules.add(sampleSchedule(paused({ kind: "noQuotes" })));
    expect(await schedules.nextAt()).toBeUndefined();
    await schedules.add(sampleSchedule({ next: { date: "2026-11-24", at: noon("2026-11-24") } }));
    const { id } = (await schedules.add(sampleSchedule()))!;
    expect(await schedules.nextAt()).toBe(noon("2026-11-22"));
    await schedules.change(id, (schedule) => ({ ...schedule, ...paused({ kind: "moderator", user: "u1" }) }));
    expect(await schedules.nextAt()).toBe(noon("2026-11-24"));
  });

  it("are looked at again one after the other, by one of those who look, and not before the time said", async () => {
    const others = createSchedules(await place.open());
    const now = noon("2026-11-23");
    const checks = [2, 1, 0, -1].map((hours) => now - hours * 3_600_000);
    const ids: string[] = [];
    for (const checkAt of checks) ids.push((await schedules.add(sampleSchedule(paused({ kind: "noQuotes" }, { checkAt }))))!.id);
    await schedules.add(sampleSchedule(paused({ kind: "moderator", user: "u1" })));

    expect((await schedules.takeToCheck(now, 1, now + day)).map(({ id }) => id)).toEqual([ids[0]]);
    const taken = (await Promise.all([schedules, others].map((either) => either.takeToCheck(now, 10, now + day)))).flat();
    expect(taken.map(({ id }) => id).toSorted()).toEqual(ids.slice(1, 3).toSorted());
    expect(taken.every(({ pause }) => pause?.checkAt === now + day)).toBe(true);
    expect(await schedules.takeToCheck(now, 10, now + day)).toEqual([]);
    expect(await schedules.takeToCheck(now + day, 10, now + 2 * day)).toHaveLength(4);
  });

  it("are told of to moderators once, and not where a moderator did it", async () => {
    const { id } = (await schedules.add(sampleSchedule(paused({ kind: "noQuotes" }))))!;
    await schedules.add(sampleSchedule(paused({ kind: "moderator", user: "u1" })));
    await schedules.add(sampleSchedule(paused({ kind: "refused", refusal: { kind: "channelGone" } }, { told: true })));
    await schedules.add(sampleSchedule());
    expect((await schedules.toTell(10)).map((schedule) => schedule.id)).toEqual([id]);
    await schedules.change(id, (schedule) => ({ ...schedule, pause: { ...schedule.pause!, told: true } }));
    expect(await schedules.toTell(10)).toEqual([]);
  });

  it("are forgotten as drafts that nobody confirmed, and where the bot was removed, with what was posted there", async () => {
    const deliveries = createDeliveries(database);
    const left = { kind: "refused", refusal: { kind: "left" } } as const;
    const longGone = (await schedules.add(sampleSchedule()))!;
    const [delivery] = await deliveries.claimDue(noon("2026-11-22"), 10, planNoon("me"));
    await schedules.change(longGone.id, (schedule) => ({ ...schedule, ...paused(left, { since: 1000, leftSince: 1000 }) }));
    const oldDraft = (await schedules.add(sampleSchedule({ state: "draft", createdAt: 1000 })))!;
    const kept = [
      await schedules.add(sampleSchedule({ state: "draft", createdAt: 5000 })),
      await schedules.add(sampleSchedule({ createdAt: 1000 })),
      await schedules.add(sampleSchedule(paused(left, { since: 1000, leftSince: 5000 }))),
      await schedules.add(sampleSchedule(paused({ kind: "noQuotes" }, { since: 1000 }))),
    ];
    expect((await schedules.left()).map(({ id }) => id).toSorted()).toEqual([longGone.id, kept[2]!.id].toSorted());
    expect(await schedules.servers()).toEqual(["s1"]);
    expect(await schedules.forget(2000, 2000)).toBe(2);
    expect(await schedules.find(longGone.id)).toBeUndefined();
    expect(await schedules.find(oldDraft.id)).toBeUndefined();
    expect(await deliveries.find(delivery!.id)).toBeUndefined();
    for (const schedule of kept) expect(await schedules.find(schedule!.id)).toBeDefined();
  });
});
