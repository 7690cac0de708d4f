import { afterEach, beforeEach, expect, it } from "vitest";
import { extraDeliveryId, type Delivery } from "../../src/daily/delivery.ts";
import type { Schedule } from "../../src/daily/schedule.ts";
import { draw, newDeck } from "../../src/library/deck.ts";
import type { Database } from "../../src/store/database.ts";
import { createDeliveries, type Deliveries, type Plan } from "../../src/store/deliveries.ts";
import { createSchedules, type Schedules } from "../../src/store/schedules.ts";
import { describeOnStores, type StorePlace } from "../stores.ts";
import { day, noon, planNoon, sampleDelivery, sampleSchedule } from "./samples.ts";

const now = noon("2026-11-22");
const minute = 60_000;

/** Plans as `planNoon` does, with the next of six quotes. */
function planQuote(due: Schedule): Plan {
  const { schedule, deliveries } = planNoon("me")(due);
  const { id: quote, ...dealt } = draw(["q1", "q2", "q3", "q4", "q5", "q6"], due.id, due.deck.place, due.deck.moved);
  return { schedule: { ...schedule, deck: { ...due.deck, ...dealt } }, deliveries: deliveries.map((delivery) => ({ ...delivery, quote })) };
}

describeOnStores("deliveries", (store) => {
  let place: StorePlace;
  let database: Database;
  let schedules: Schedules;
  let deliveries: Deliveries;

  beforeEach(async () => {
    place = await store.makePlace();
    database = await place.open();
    schedules = createSchedules(database);
    deliveries = createDeliveries(database);
  });
  afterEach(() => place.remove());

  /** Schedules in servers of their own, all due now. */
  async function addSchedules(count: number): Promise<Schedule[]> {
    const added: Schedule[] = [];
    for (let at = 0; at < count; at += 1) added.push((await schedules.add(sampleSchedule({ server: `s${at}` })))!);
    return added;
  }

  /** Keeps a delivery as if it had been claimed; only its schedule's id counts. */
  async function keep(change: Partial<Delivery>, date = "2026-11-22"): Promise<Delivery> {
    const { id } = (await schedules.add(sampleSchedule({ server: `${Math.random()}`, next: undefined })))!;
    let delivery: Delivery | undefined;
    await deliveries.addExtra(id, (schedule) => ({ schedule, deliveries: [(delivery = sampleDelivery(schedule, date, change))] }));
    return delivery!;
  }

  it("are claimed once their hour has come, and their schedules move on", async () => {
    const [schedule] = await addSchedules(1);
    await schedules.add(sampleSchedule({ server: "s9", next: { date: "2026-11-23", at: now + day } }));
    expect(await deliveries.claimDue(now - 1, 10, planNoon("me"))).toEqual([]);
    const claimed = await deliveries.claimDue(now, 10, planNoon("me"));
    expect(claimed).toEqual([sampleDelivery(schedule!, "2026-11-22")]);
    expect(await deliveries.find(claimed[0]!.id)).toEqual(claimed[0]);
    expect(await schedules.find(schedule!.id)).toMatchObject({ lastDate: "2026-11-22", next: { date: "2026-11-23", at: now + day } });
    expect(await deliveries.claimDue(now, 10, planNoon("me"))).toEqual([]);
  });

  it("are claimed after all on a date that was missed, and never on one that was posted or may have been", async () => {
    for (const [state, claimed] of [["missed", 1], ["sent", 0], ["uncertain", 0]] as const) {
      const schedule = (await schedules.add(sampleSchedule({ server: state })))!;
      const before = sampleDelivery(schedule, "2026-11-22", { state, dueAt: now - minute });
      await deliveries.addExtra(schedule.id, (found) => ({ schedule: found, deliveries: [before] }));
      expect(await deliveries.claimDue(now, 10, planNoon("me"))).toHaveLength(claimed);
      expect(await deliveries.find(before.id)).toMatchObject({ state: claimed ? "claimed" : state });
    }
  });

  it("are claimed as many at a time as asked for, those that waited longest first", async () => {
    for (const late of [1, 3, 2]) await schedules.add(sampleSchedule({ server: `s${late}`, next: { date: "2026-11-22", at: now - late * minute } }));
    expect((await deliveries.claimDue(now, 2, planNoon("me"))).map(({ server }) => server)).toEqual(["s3", "s2"]);
    expect((await deliveries.claimDue(now, 2, planNoon("me"))).map(({ server }) => server)).toEqual(["s1"]);
  });

  it("are not claimed of a schedule that cannot be planned yet: it stays due, and the others are claimed", async () => {
    const [first, second] = await addSchedules(2);
    const claimed = await deliveries.claimDue(now, 10, (schedule) => (schedule.id === first!.id ? undefined : planNoon("me")(schedule)));
    expect(claimed.map(({ schedule }) => schedule)).toEqual([second!.id]);
    expect(await schedules.find(first!.id)).toEqual(first);
    expect(await deliveries.claimDue(now, 10, planNoon("me"))).toMatchObject([{ schedule: first!.id }]);
  });

  it("are due in these servers: each is named once, those that waited longest first, as many schedules as asked for", async () => {
    const waiting = [["s1", 1], ["s3", 3], ["s3", 4], ["s2", 2], ["s4", -1]] as const;
    for (const [server, late] of waiting) await schedules.add(sampleSchedule({ server, next: { date: "2026-11-22", at: now - late * minute } }));
    expect(await deliveries.dueServers(now, 10)).toEqual(["s3", "s2", "s1"]);
    expect(await deliveries.dueServers(now, 3)).toEqual(["s3", "s2"]);
    expect(await deliveries.dueServers(now - day, 10)).toEqual([]);
  });

  it("are shared out among those who claim at the same moment, each to one of them", async () => {
    const added = await addSchedules(60);
    const claimers = await Promise.all([0, 1, 2, 3].map(async (at) => ({ owner: `p${at}`, deliveries: createDeliveries(await place.open()) })));
    const claimed = await Promise.all(
      claimers.map(async ({ owner, deliveries }) => {
        const own: Delivery[] = [];
        for (let round = 0; round < 30; round += 1) own.push(...(await deliveries.claimDue(now, 7, planNoon(owner))));
        return own;
      }),
    );
    expect(claimed.flat().map(({ schedule }) => schedule).toSorted()).toEqual(added.map(({ id }) => id).toSorted());
    for (const [at, own] of claimed.entries()) expect(own.every(({ owner }) => owner === `p${at}`)).toBe(true);
  });

  it("are there or not as a whole: what fails while planning leaves nothing behind", async () => {
    const [first] = await addSchedules(3);
    let planned = 0;
    const failing = deliveries.claimDue(now, 10, (schedule) => {
      planned += 1;
      if (planned === 3) throw new Error("the library is on fire");
      return planNoon("me")(schedule);
    });
    await expect(failing).rejects.toThrow("on fire");
    expect(await deliveries.ofSchedule(first!.id, 10)).toEqual([]);
    expect(await deliveries.claimDue(now, 10, planNoon("me"))).toHaveLength(3);
  });

  it("never come twice for one date, even when a schedule was turned back", async () => {
    const [schedule] = await addSchedules(1);
    await deliveries.claimDue(now, 10, planNoon("me"));
    await schedules.change(schedule!.id, (later) => ({ ...later, next: schedule!.next }));
    expect(await deliveries.claimDue(now, 10, planNoon("other"))).toEqual([]);
    expect(await deliveries.ofSchedule(schedule!.id, 10)).toHaveLength(1);
    expect((await schedules.find(schedule!.id))?.next?.date).toBe("2026-11-23");
  });

  it("keep dates that were missed, with the reason, and give only what is to be posted", async () => {
    const [schedule] = await addSchedules(1);
    const missed = sampleDelivery(schedule!, "2026-11-21", { state: "missed", miss: { kind: "discord", words: "503\u0000" } });
    const claimed = await deliveries.claimDue(now, 10, (due) => {
      const plan = planNoon("me")(due);
      return { ...plan, deliveries: [missed, ...plan.deliveries] };
    });
    expect(claimed.map(({ date }) => date)).toEqual(["2026-11-22"]);
    expect(await deliveries.ofSchedule(schedule!.id, 10)).toEqual([claimed[0], missed]);
    expect(await deliveries.ofSchedule(schedule!.id, 1)).toEqual([claimed[0]]);
  });

  it("are more than one statement can hold", async () => {
    const [schedule] = await addSchedules(1);
    const many = Array.from({ length: 1300 }, (_, at) => sampleDelivery(schedule!, new Date(now - at * day).toISOString().slice(0, 10)));
    expect(await deliveries.claimDue(now, 10, (due) => ({ ...planNoon("me")(due), deliveries: many }))).toHaveLength(1300);
    const taken = await deliveries.takeOver(now + day, 5000, { owner: "other", until: now + 2 * day });
    expect(taken).toHaveLength(1300);
  });

  it("keep words from elsewhere that no store could take as they come", async () => {
    const words = "🎬".repeat(600).slice(1) + "\0";
    const { id } = await keep({ failure: words, miss: { kind: "discord", words } });
    expect(await deliveries.find(id)).toMatchObject({ failure: "🎬".repeat(499), miss: { kind: "discord", words } });
  });

  it("can be extra: kept once for each asking, with the schedule as it is by then", async () => {
    const [schedule] = await addSchedules(1);
    const askFor = (asking: string) =>
      deliveries.addExtra(schedule!.id, (current) => ({
        schedule: { ...current, lastDate: `${current.lastDate}+` },
        deliveries: [sampleDelivery(current, "2026-11-22", { id: extraDeliveryId(current.id, asking), extra: asking })],
      }));
    expect(await askFor("1234567890123456789")).toBe(true);
    expect(await askFor("1234567890123456789")).toBe(false);
    expect(await askFor("1234567890123456790")).toBe(true);
    expect((await schedules.find(schedule!.id))?.lastDate).toBe("++");
    expect(await deliveries.claimDue(now, 10, planNoon("me"))).toHaveLength(1);
    expect(await deliveries.ofSchedule(schedule!.id, 10)).toHaveLength(3);
    expect(await deliveries.addExtra(schedule!.id, () => undefined)).toBe(false);
    expect(await deliveries.addExtra("nobody", (current) => ({ schedule: current, deliveries: [] }))).toBe(false);
  });

  it("of a dead process are taken over when its lease has ended, by one of those who try", async () => {
    const { id } = await keep({ owner: "dead", leaseUntil: now });
    const others = createDeliveries(await place.open());
    const lease = (owner: string) => ({ owner, until: now + minute });
    expect(await deliveries.takeOver(now - 1, 10, lease("a"))).toEqual([]);
    const taken = await Promise.all([deliveries.takeOver(now, 10, lease("a")), others.takeOver(now, 10, lease("b"))]);
    expect(taken.flat().map((delivery) => delivery.id)).toEqual([id]);
    const { owner } = taken.flat()[0]!;
    expect(await deliveries.find(id)).toMatchObject({ owner, leaseUntil: now + minute });
    expect(await deliveries.sent(id, "dead", "m1", now)).toBe(false);
    expect(await deliveries.sent(id, owner, "m1", now)).toBe(true);
  });

  it("that were put off come back to their owner at the time set, once, and to others only when the lease has ended", async () => {
    const { id } = await keep({ owner: "me", leaseUntil: now + 10 * minute });
    const lease = { owner: "me", until: now + 20 * minute };
    expect(await deliveries.takeOver(now, 10, lease)).toEqual([]);
    expect(await deliveries.retry(id, "me", { retryAt: now + minute, failure: "503\u0000", isUnsent: false })).toBe(true);
    expect(await deliveries.takeOver(now, 10, lease)).toEqual([]);
    expect(await deliveries.takeOver(now + minute, 10, { owner: "other", until: now + 20 * minute })).toEqual([]);
    expect(await deliveries.takeOver(now + minute, 10, lease)).toMatchObject([{ id, failure: "503", retryAt: 0, leaseUntil: now + 20 * minute }]);
    expect(await deliveries.takeOver(now + minute, 10, lease)).toEqual([]);
  });

  it("that were put off beyond their lease are not taken over before the time set", async () => {
    const { id } = await keep({ owner: "me", leaseUntil: now });
    await deliveries.retry(id, "me", { retryAt: now + 5 * minute, failure: "429", isUnsent: false });
    const lease = { owner: "other", until: now + 10 * minute };
    expect(await deliveries.takeOver(now + minute, 10, lease)).toEqual([]);
    expect(await deliveries.takeOver(now + 5 * minute, 10, lease)).toMatchObject([{ id, owner: "other" }]);
  });

  it("note when the first request left, and count them all", async () => {
    const { id } = await keep({ owner: "me" });
    expect(await deliveries.attempt({ id, attempts: 0 }, { owner: "me", until: now + minute }, now + 1)).toBe(true);
    expect(await deliveries.attempt({ id, attempts: 1 }, { owner: "me", until: now + 2 * minute }, now + 2)).toBe(true);
    expect(await deliveries.attempt({ id, attempts: 2 }, { owner: "other", until: now + 9 * minute }, now + 3)).toBe(false);
    expect(await deliveries.find(id)).toMatchObject({ attemptedAt: now + 1, attempts: 2, leaseUntil: now + 2 * minute });
  });

  it("are not tried by whoever holds a copy from before somebody else's try", async () => {
    const { id } = await keep({ owner: "me" });
    expect(await deliveries.attempt({ id, attempts: 0 }, { owner: "me", until: now + minute }, now)).toBe(true);
    expect(await deliveries.attempt({ id, attempts: 0 }, { owner: "me", until: now + minute }, now)).toBe(false);
  });

  it("forget a try of which it is certain that it made no message", async () => {
    const { id } = await keep({ owner: "me" });
    await deliveries.attempt({ id, attempts: 0 }, { owner: "me", until: now + minute }, now);
    await deliveries.retry(id, "me", { retryAt: now + minute, failure: "No network.", isUnsent: true });
    expect(await deliveries.find(id)).toMatchObject({ attempts: 1, failure: "No network." });
    expect((await deliveries.find(id))!.attemptedAt).toBeUndefined();
  });

  it("that are there already use up no other quote, and their schedule moves on", async () => {
    const [schedule] = await addSchedules(1);
    await deliveries.addExtra(schedule!.id, (found) => ({ schedule: found, deliveries: [sampleDelivery(found, "2026-11-22", { state: "sent" })] }));
    expect(
      await deliveries.claimDue(now, 10, (found) => {
        const plan = planNoon("me")(found);
        return { ...plan, schedule: { ...plan.schedule, deck: { ...found.deck, place: { cycle: 0, key: "0abc", ended: "" } } } };
      }),
    ).toEqual([]);
    expect(await schedules.find(schedule!.id)).toMatchObject({ deck: schedule!.deck, lastDate: "2026-11-22" });
  });

  it("that were missed put their quote back into the deck, once, and those that may have been posted don't", async () => {
    const schedule = await schedules.add(sampleSchedule({ deck: { place: newDeck, moved: {}, banned: [] } }));
    const claim = async (at: number) => (await deliveries.claimDue(at, 10, planQuote))[0]!;
    const first = await claim(now);
    expect(await deliveries.missed(first.id, "other", { kind: "down" })).toBe(false);
    expect(await deliveries.missed(first.id, "me", { kind: "down" })).toBe(true);
    expect(await deliveries.missed(first.id, "me", { kind: "down" })).toBe(false);
    const [second, third] = [await claim(now + day), await claim(now + 2 * day)];
    expect(second.quote).toBe(first.quote);
    await deliveries.uncertain(second.id, "me", "unreadable");
    expect((await claim(now + 3 * day)).quote).not.toBe(second.quote);
    expect(await deliveries.missed(third.id, "me", { kind: "down" })).toBe(true);
    expect((await claim(now + 4 * day)).quote).toBe(third.quote);
    expect(await schedules.find(schedule!.id)).toMatchObject({ lastDate: "2026-11-26", next: { date: "2026-11-27" } });
  });

  it("are missed without a trace where their schedule was removed", async () => {
    const { id, schedule } = await keep({});
    await database.deleteFrom("schedules").where("id", "=", schedule).execute();
    expect(await deliveries.missed(id, "me", { kind: "withdrawn" })).toBe(true);
    expect(await deliveries.missed("nothing", "me", { kind: "withdrawn" })).toBe(false);
  });

  it("end as sent, missed or uncertain, and stay so", async () => {
    const [sent, missed, uncertain] = [await keep({}), await keep({}), await keep({})];
    const miss = { kind: "refused", refusal: { kind: "channelGone" } } as const;
    expect(await deliveries.missed(missed.id, "other", miss)).toBe(false);
    expect(await deliveries.sent(sent.id, "me", "m1", now)).toBe(true);
    expect(await deliveries.missed(missed.id, "me", miss)).toBe(true);
    expect(await deliveries.uncertain(uncertain.id, "me", "No history.")).toBe(true);
    expect(await deliveries.find(sent.id)).toMatchObject({ state: "sent", message: "m1", sentAt: now });
    expect(await deliveries.find(missed.id)).toMatchObject({ state: "missed", miss });
    expect(await deliveries.find(uncertain.id)).toMatchObject({ state: "uncertain", failure: "No history." });
    for (const { id } of [sent, missed, uncertain]) {
      expect(await deliveries.attempt({ id, attempts: 0 }, { owner: "me", until: now }, now)).toBe(false);
      expect(await deliveries.sent(id, "me", "m2", now)).toBe(false);
      expect(await deliveries.missed(id, "me", miss)).toBe(false);
      expect(await deliveries.uncertain(id, "me", "")).toBe(false);
      expect(await deliveries.retry(id, "me", { retryAt: now, failure: "", isUnsent: false })).toBe(false);
    }
    expect(await deliveries.takeOver(now + day, 10, { owner: "me", until: now + 2 * day })).toEqual([]);
  });

  it("that want a thread are given to one caller after they were sent, until it is made or given up", async () => {
    const { id } = await keep({ thread: "wanted", leaseUntil: now + minute });
    await keep({ thread: "none" });
    const others = createDeliveries(await place.open());
    const lease = { owner: "me", until: now + minute };
    expect(await deliveries.takeThreads(now, 10, lease)).toEqual([]);
    await deliveries.sent(id, "me", "m1", now);
    const taken = await Promise.all([deliveries.takeThreads(now, 10, lease), others.takeThreads(now, 10, { ...lease, owner: "other" })]);
    expect(taken.flat()).toMatchObject([{ id, message: "m1" }]);
    expect(await deliveries.takeThreads(now, 10, lease)).toEqual([]);

    await deliveries.threaded(id, "wanted", now + 2 * minute, "500");
    expect(await deliveries.takeThreads(now + minute, 10, lease)).toEqual([]);
    expect(await deliveries.takeThreads(now + 2 * minute, 10, { ...lease, until: now + 3 * minute })).toMatchObject([{ id, failure: "500" }]);
    // Whoever makes it dies: another does.
    expect(await deliveries.takeThreads(now + 3 * minute, 10, { owner: "other", until: now + 4 * minute })).toMatchObject([{ id }]);
    await deliveries.threaded(id, "made", 0, "");
    expect(await deliveries.find(id)).toMatchObject({ thread: "made", state: "sent", failure: "" });
    expect(await deliveries.takeThreads(now + day, 10, lease)).toEqual([]);
  });

  it("from a future that a wrong clock showed are found, and what was missed there is taken away", async () => {
    const [schedule] = await addSchedules(1);
    const dates = ["2026-11-21", "2026-11-24", "2026-11-25"];
    await deliveries.addExtra(schedule!.id, (current) => ({
      schedule: current,
      deliveries: dates.map((date) => sampleDelivery(current, date, { state: date === "2026-11-25" ? "sent" : "missed" })),
    }));
    expect(await deliveries.schedulesDueAfter(now)).toEqual([schedule!.id]);
    expect(await deliveries.schedulesDueAfter(now + 3 * day)).toEqual([]);
    await deliveries.forgetMissedAfter("nobody", now);
    await deliveries.forgetMissedAfter(schedule!.id, now);
    expect((await deliveries.ofSchedule(schedule!.id, 10)).map(({ date }) => date)).toEqual(["2026-11-25", "2026-11-21"]);
  });

  it("are forgotten when they are old, but not while they are to be posted", async () => {
    await keep({ state: "sent" }, "2026-11-01");
    const claimed = await keep({}, "2026-11-01");
    const recent = await keep({ state: "missed" }, "2026-11-20");
    expect(await deliveries.forget(noon("2026-11-10"))).toBe(1);
    for (const { id } of [claimed, recent]) expect(await deliveries.find(id)).toBeDefined();
  });
});
