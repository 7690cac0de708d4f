import { describe, expect, it } from "vitest";
import { banQuote, progress, swapQuote, unbanAll } from "../../src/daily/decks.ts";
import { mostMissed, pause, planDue, planExtra, replan, resume } from "../../src/daily/plan.ts";
import type { Schedule } from "../../src/daily/schedule.ts";
import { upcoming } from "../../src/daily/upcoming.ts";
import { ruleWith, scheduleWith, someQuotes } from "./schedules.ts";

const hour = 3_600_000;
const at = (instant: string) => Date.parse(instant);
const quotes = someQuotes(12);
const terms = { window: 6 * hour, owner: "one", leaseUntil: 99 };
const dueSunday = scheduleWith({ next: { date: "2026-11-22", at: at("2026-11-22T08:00Z") }, lastDate: "2026-11-21" });

describe("a schedule whose hour has come", () => {
  it("claims its date with the quote that was planned, and goes on to the next date", () => {
    const [planned] = upcoming(dueSunday, quotes, at("2026-11-22T07:00Z"), 1);
    const { schedule, deliveries } = planDue(dueSunday, quotes, at("2026-11-22T08:00:01Z"), terms);
    expect(deliveries).toEqual([
      {
        id: "k3f9a0zq1x20261122", schedule: "k3f9a0zq1x", server: "100", channel: "200", date: "2026-11-22", extra: "", quote: planned!.quote,
        dueAt: at("2026-11-22T08:00Z"), until: at("2026-11-22T14:00Z"), state: "claimed", owner: "one", leaseUntil: 99, attempts: 0, retryAt: 0, failure: "", thread: "none",
      },
    ]);
    expect(schedule).toMatchObject({ lastDate: "2026-11-22", next: { date: "2026-11-23", at: at("2026-11-23T08:00Z") } });
    expect(progress(schedule, quotes)).toEqual({ shown: 1, of: 12 });
  });

  it("does nothing before its hour, in a draft, and while it rests", () => {
    const early = at("2026-11-22T07:59Z");
    expect(planDue(dueSunday, quotes, early, terms)).toEqual({ schedule: dueSunday, deliveries: [] });
    for (const state of ["draft", "paused"] as const) {
      const resting = { ...dueSunday, state };
      expect(planDue(resting, quotes, at("2026-11-22T09:00Z"), terms)).toEqual({ schedule: resting, deliveries: [] });
    }
  });

  it("posts late within its window, and marks the date missed after it, with no quote used up", () => {
    expect(planDue(dueSunday, quotes, at("2026-11-22T13:59:59Z"), terms).deliveries).toMatchObject([{ state: "claimed", date: "2026-11-22" }]);
    const { schedule, deliveries } = planDue(dueSunday, quotes, at("2026-11-22T14:00Z"), terms);
    expect(deliveries).toMatchObject([{ state: "missed", date: "2026-11-22", quote: "", miss: { kind: "down" } }]);
    expect(schedule).toEqual({ ...dueSunday, next: { date: "2026-11-23", at: at("2026-11-23T08:00Z") } });
  });

  it("has no backlog after days away: one late post at most, and the days before are written down as missed", () => {
    const { deliveries } = planDue(dueSunday, quotes, at("2026-11-25T09:00Z"), terms);
    expect(deliveries.map(({ date, state }) => `${date} ${state}`)).toEqual(["2026-11-22 missed", "2026-11-23 missed", "2026-11-24 missed", "2026-11-25 claimed"]);
    expect(planDue(dueSunday, quotes, at("2028-11-25T09:00Z"), terms).deliveries).toHaveLength(mostMissed);
  });

  it("is never late into its next date", () => {
    const { deliveries } = planDue(dueSunday, quotes, at("2026-11-22T09:00Z"), { ...terms, window: 48 * hour });
    expect(deliveries).toMatchObject([{ until: at("2026-11-23T08:00Z") }]);
  });

  it("rests when no quote is left for it, says why, and runs again from then on", () => {
    const now = at("2026-11-22T08:00Z");
    const banned = quotes.reduce(banQuote, dueSunday);
    for (const { schedule, deliveries } of [planDue(dueSunday, [], now, terms), planDue(banned, quotes, now, terms)]) {
      expect(deliveries).toEqual([]);
      expect(schedule).toMatchObject({ state: "paused", next: undefined, pause: { reason: { kind: "noQuotes" }, told: false } });
      expect(resume(schedule, at("2026-11-22T12:00Z"))).toMatchObject({ state: "running", pause: undefined, next: { date: "2026-11-23" } });
    }
    expect(upcoming(banned, quotes, now, 7)).toEqual([]);
    expect(upcoming(unbanAll(banned), quotes, now, 7)).toHaveLength(7);
  });

  it("gives each post a thread to come when threads are wanted, but not a missed date", () => {
    const { deliveries } = planDue({ ...dueSunday, thread: true }, quotes, at("2026-11-23T09:00Z"), terms);
    expect(deliveries.map(({ thread }) => thread)).toEqual(["none", "wanted"]);
  });
});

describe("a change", () => {
  it("of the hour never brings today's post twice", () => {
    const posted = planDue(dueSunday, quotes, at("2026-11-22T08:00Z"), terms).schedule;
    const later = replan({ ...posted, rule: ruleWith({ time: "18:00" }) }, at("2026-11-22T09:00Z"));
    expect(later.next).toEqual({ date: "2026-11-23", at: at("2026-11-23T17:00Z") });
  });

  it("of the zone never brings a date twice, even where it is still yesterday", () => {
    const auckland = scheduleWith({ rule: ruleWith({ zone: "Pacific/Auckland" }), lastDate: "2026-11-23" });
    const honolulu = replan({ ...auckland, rule: ruleWith({ zone: "Pacific/Honolulu" }) }, at("2026-11-22T20:30Z"));
    expect(honolulu.next?.date).toBe("2026-11-24");
  });

  it("back of a clock that ran ahead for months does not silence the schedule for months", () => {
    const ahead = planDue(dueSunday, quotes, at("2027-03-01T09:00Z"), terms).schedule;
    expect(ahead.lastDate).toBe("2027-03-01");
    expect(replan(ahead, at("2026-11-22T12:00Z")).next?.date).toBe("2026-11-24");
  });

  it("gives a schedule that rests no date until it runs again", () => {
    const resting = pause(dueSunday, { reason: { kind: "moderator", user: "300" }, since: 0, told: true });
    expect(replan(resting, at("2026-11-22T12:00Z")).next).toBeUndefined();
  });
});

describe("a post that a moderator asks for at once", () => {
  const now = at("2026-11-22T07:00Z");
  const asking = { ...terms, asking: "1234567890123456789", keepsPlace: true };
  const planned = (schedule: Schedule) => upcoming(schedule, quotes, now, 5);

  it("leaves the planned dates and quotes as they are, and does not come again in the round", () => {
    const plan = planExtra(dueSunday, quotes, now, asking)!;
    expect(plan.deliveries).toMatchObject([{ extra: asking.asking, date: "2026-11-22", state: "claimed", dueAt: now, until: now + terms.window }]);
    expect(planned(plan.schedule)).toEqual(planned(dueSunday));
    const round = upcoming(plan.schedule, quotes, now, 11).map(({ quote }) => quote);
    expect(new Set([...round, plan.deliveries[0]!.quote]).size).toBe(12);
    expect(progress(plan.schedule, quotes)).toEqual({ shown: 1, of: 12 });
  });

  it("takes the next planned post instead, when asked to", () => {
    const plan = planExtra(dueSunday, quotes, now, { ...asking, keepsPlace: false })!;
    const [first, second] = planned(dueSunday);
    expect(plan.deliveries).toMatchObject([{ id: "k3f9a0zq1x20261122", extra: "", date: "2026-11-22", quote: first!.quote, dueAt: now }]);
    expect(plan.schedule.next).toEqual(second!.run);
    expect(planned(plan.schedule).slice(0, 4)).toEqual(planned(dueSunday).slice(1));
  });

  it("lets the dates before the one it took still come, when the days are changed", () => {
    const fridays = resume(scheduleWith({ rule: ruleWith({ days: [5] }) }), now);
    const { schedule } = planExtra(fridays, quotes, now, { ...asking, keepsPlace: false })!;
    expect(schedule.next?.date).toBe("2026-12-04");
    const daily = replan({ ...schedule, rule: { ...schedule.rule, days: [1, 2, 3, 4, 5, 6, 7] } }, now);
    expect(planned(daily).map(({ run }) => run.date)).toEqual(["2026-11-22", "2026-11-23", "2026-11-24", "2026-11-25", "2026-11-26"]);
    expect(upcoming(daily, quotes, now, 6)[5]?.run.date).toBe("2026-11-28");
  });

  it("works while the schedule rests, and not without a quote", () => {
    const resting = pause(dueSunday, { reason: { kind: "moderator", user: "300" }, since: 0, told: true });
    const plan = planExtra(resting, quotes, now, { ...asking, keepsPlace: false })!;
    expect(plan.schedule).toMatchObject({ state: "paused", next: undefined, lastDate: "2026-11-21" });
    expect(planExtra(dueSunday, [], now, asking)).toBeUndefined();
  });
});

describe("showing another instead", () => {
  const now = at("2026-11-22T07:00Z");
  const ids = (schedule: Schedule, count = 12) => upcoming(schedule, quotes, now, count).map(({ quote }) => quote);

  it("puts a later quote in its place, and nothing else moves", () => {
    const before = ids(dueSunday);
    const after = ids(swapQuote(dueSunday, quotes, before[1]!)!);
    expect(after[1]).not.toBe(before[1]);
    const other = before.indexOf(after[1]!);
    expect(after).toEqual(before.with(1, before[other]!).with(other, before[1]!));
  });

  it("brings yet another each time, until all in its half of the deck had their turn", () => {
    let schedule = dueSunday;
    const seen = new Set<string>();
    for (let first = ids(schedule, 1)[0]!; !seen.has(first); first = ids(schedule, 1)[0]!) {
      seen.add(first);
      schedule = swapQuote(schedule, quotes, first)!;
    }
    expect(seen.size).toBeGreaterThan(3);
    expect([...seen].toSorted()).toEqual(ids(dueSunday).slice(0, seen.size).toSorted());
  });

  it("is not possible for the last of a round, nor for one of the next", () => {
    const round = ids(dueSunday, 24);
    expect(swapQuote(dueSunday, quotes, round[11]!)).toBeUndefined();
    expect(swapQuote(dueSunday, quotes, "nothing")).toBeUndefined();
  });
});
