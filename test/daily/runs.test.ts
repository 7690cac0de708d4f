import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, dateIn, weekdayOf } from "../../src/daily/localTime.ts";
import { nextRun, runOn, runsUntil } from "../../src/daily/runs.ts";
import type { Rule, Run } from "../../src/daily/schedule.ts";
import { ruleWith } from "./schedules.ts";

const zones = Intl.supportedValuesOf("timeZone");
const hour = 3_600_000;
const at = (instant: string) => Date.parse(instant);

/** The runs of a rule from an instant on, one after the other. */
function follow(rule: Rule, after: number, count: number): Run[] {
  const runs: Run[] = [];
  for (let run = nextRun(rule, after, ""); run && runs.length < count; run = nextRun(rule, run.at, run.date)) runs.push(run);
  return runs;
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** What the zone's clocks show, as if it were UTC, in epoch milliseconds; asked of Intl and not of what is tested. */
function shownIn(zone: string, instant: number): number {
  const clock = clocks.get(zone) ?? new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short", timeStyle: "medium" });
  clocks.set(zone, clock);
  return at(`${clock.format(instant).replace(" ", "T")}Z`);
}

function offsetIn(zone: string, instant: number): number {
  return shownIn(zone, instant) - instant;
}

/** Whether the zone's calendars show this date at any hour. */
function exists(date: string, zone: string): boolean {
  const moments = Array.from({ length: 55 }, (_, index) => at(`${date}T00:00Z`) + (index - 15) * hour);
  return moments.some((instant) => shownIn(zone, instant) >= at(date) && shownIn(zone, instant) < at(date) + 24 * hour);
}

/** What is wrong with runs that follow one another: a date without its run, or a run at an hour that is not the rule's. */
function problemsOf(runs: Run[], rule: Rule): string[] {
  const problems: string[] = [];
  const complain = (date: string, words: string) => problems.push(`${date} ${rule.time} in ${rule.zone} ${words}`);
  for (const [index, run] of runs.entries()) {
    const before = runs[index - 1];
    if (before && run.at <= before.at) complain(run.date, "is not later than the run before");
    for (let between = addDays(before?.date ?? run.date, 1); between < run.date; between = addDays(between, 1)) {
      const isOff = !rule.days.includes(weekdayOf(between)) || rule.skipped.includes(between);
      if (!isOff && exists(between, rule.zone)) complain(between, "has no run");
    }
    if (!rule.days.includes(weekdayOf(run.date)) || rule.skipped.includes(run.date)) complain(run.date, "is off");
    const asked = at(`${run.date}T${rule.time}Z`);
    const shown = shownIn(rule.zone, run.at);
    if (shown === asked) {
      // When clocks show the hour twice, nothing within the hours before shows it, too.
      for (const earlier of [0.5, 1, 2, 24]) if (shownIn(rule.zone, run.at - earlier * hour) === asked) complain(run.date, "is the second of two");
    } else {
      // Only a leap of the clocks is an excuse: by the clocks of the day before, the run is at its hour exactly.
      const offsetBefore = offsetIn(rule.zone, run.at - 24 * hour);
      if (shown < asked || offsetIn(rule.zone, run.at) <= offsetBefore || run.at !== asked - offsetBefore) complain(run.date, "is at another hour");
    }
  }
  return problems;
}

/** The dates of a year on which the zone's clocks change. */
function changesIn(zone: string, year: number): string[] {
  const dates = Array.from({ length: 366 }, (_, index) => addDays(`${year}-01-01`, index));
  return dates.filter((date) => offsetIn(zone, at(date)) !== offsetIn(zone, at(date) + 24 * hour));
}

const time = fc.tuple(fc.nat(23), fc.nat(59)).map((parts) => parts.map((part) => String(part).padStart(2, "0")).join(":"));
const days = fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 });

describe("a daily post", () => {
  it("comes at nine by the wall clock, in winter as in summer", () => {
    const rule = ruleWith();
    expect(nextRun(rule, at("2026-03-28T07:59Z"), "")).toEqual({ date: "2026-03-28", at: at("2026-03-28T08:00Z") });
    expect(nextRun(rule, at("2026-03-28T08:00Z"), "")).toEqual({ date: "2026-03-29", at: at("2026-03-29T07:00Z") });
  });

  it("comes once, just after, when clocks leap over its hour in spring", () => {
    expect(runOn(ruleWith({ time: "02:30" }), "2026-03-29")).toEqual({ date: "2026-03-29", at: at("2026-03-29T01:30Z") });
  });

  it("comes at the first of the two when its hour comes twice in autumn", () => {
    const rule = ruleWith({ time: "02:30" });
    expect(nextRun(rule, at("2026-10-24T12:00Z"), "")).toEqual({ date: "2026-10-25", at: at("2026-10-25T00:30Z") });
    expect(nextRun(rule, at("2026-10-25T00:30Z"), "")?.date).toBe("2026-10-26");
  });

  it("leaves out the date that Samoa left out", () => {
    const rule = ruleWith({ zone: "Pacific/Apia" });
    expect(follow(rule, at("2011-12-29T00:00Z"), 3).map(({ date }) => date)).toEqual(["2011-12-29", "2011-12-31", "2012-01-01"]);
  });

  it("comes on its days of the week only, not on a date left out, and not before the date it is put off to", () => {
    const rule = ruleWith({ days: [2, 5], skipped: ["2026-12-01"], from: "2026-11-26" });
    expect(follow(rule, at("2026-11-22T00:00Z"), 3).map(({ date }) => date)).toEqual(["2026-11-27", "2026-12-04", "2026-12-08"]);
  });

  it("never comes again on a date that had it, whatever zone or time it is moved to", () => {
    fc.assert(
      fc.property(fc.constantFrom(...zones), time, fc.integer({ min: at("2024-01-01"), max: at("2034-01-01") }), (zone, time, now) => {
        const lastDate = dateIn("Pacific/Auckland", now);
        expect(nextRun(ruleWith({ zone, time }), now, lastDate)!.date > lastDate).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it("is given up when nothing is left within two years", () => {
    expect(nextRun(ruleWith({ from: "2029-01-01" }), at("2026-11-22T00:00Z"), "")).toBeUndefined();
    expect(nextRun(ruleWith({ from: "2028-11-01" }), at("2026-11-22T00:00Z"), "")?.date).toBe("2028-11-01");
  });

  it("comes once on every date that there is, later each time, by the wall clock, in any zone and year", () => {
    fc.assert(
      fc.property(fc.constantFrom(...zones), time, days, fc.integer({ min: 1995, max: 2045 }), fc.array(fc.nat(399)), (zone, time, days, year, skips) => {
        const rule = ruleWith({ zone, time, days, skipped: skips.map((skip) => addDays(`${year}-01-01`, skip)) });
        expect(problemsOf(follow(rule, at(`${year}-01-01T00:00Z`), 370), rule)).toEqual([]);
      }),
      { numRuns: 60, examples: [["Pacific/Apia", "12:00", [1, 2, 3, 4, 5, 6, 7], 2011, []], ["Africa/Cairo", "00:10", [5], 2026, []], ["Australia/Lord_Howe", "02:15", [7], 2026, []]] },
    );
  });

  it("comes once on every date in each of the world's zones, around every change of its clocks", () => {
    let changes = 0;
    const problems = zones.flatMap((zone) =>
      changesIn(zone, 2026).flatMap((date) => {
        changes += 1;
        return ["00:00", "00:30", "01:30", "02:15", "02:30", "03:30", "23:45"].flatMap((time) => {
          const rule = ruleWith({ zone, time });
          return problemsOf(follow(rule, at(date) - 48 * hour, 5), rule);
        });
      }),
    );
    expect(problems).toEqual([]);
    expect(changes).toBeGreaterThan(200);
  });
});

describe("what went by while the bot was down", () => {
  it("is listed from the oldest to the newest, bounded, and never up to a date that was claimed", () => {
    const until = at("2026-11-22T08:00Z");
    const passed = (parts: { from: string; lastDate: string; limit: number }) => runsUntil(ruleWith(), { until, ...parts }).map(({ date }) => date);
    expect(passed({ from: "2026-11-20", lastDate: "", limit: 31 })).toEqual(["2026-11-20", "2026-11-21", "2026-11-22"]);
    expect(passed({ from: "2026-11-20", lastDate: "2026-11-20", limit: 31 })).toEqual(["2026-11-21", "2026-11-22"]);
    expect(passed({ from: "2020-01-01", lastDate: "", limit: 2 })).toEqual(["2026-11-21", "2026-11-22"]);
    expect(runsUntil(ruleWith(), { from: "2026-11-22", lastDate: "", until: until - 1, limit: 31 })).toEqual([]);
  });

  it("is the same as what would have come one by one", () => {
    fc.assert(
      fc.property(fc.constantFrom(...zones), time, days, fc.integer({ min: at("2005-01-01"), max: at("2035-01-01") }), fc.nat(60), (zone, time, days, start, length) => {
        const rule = ruleWith({ zone, time, days });
        const first = nextRun(rule, start, "")!;
        const until = start + length * 24 * hour;
        const oneByOne = follow(rule, start, 70).filter((run) => run.at <= until);
        expect(runsUntil(rule, { from: first.date, lastDate: "", until, limit: 100 })).toEqual(oneByOne);
      }),
      { numRuns: 100 },
    );
  });
});
