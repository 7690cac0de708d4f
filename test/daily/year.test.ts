import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { banQuote, quotesOf, swapQuote, unbanAll } from "../../src/daily/decks.ts";
import type { Delivery } from "../../src/daily/delivery.ts";
import { newestDateAnywhere } from "../../src/daily/localTime.ts";
import { pause, planDue, planExtra, replan, resume, type Terms } from "../../src/daily/plan.ts";
import type { Plan } from "../../src/store/deliveries.ts";
import { upcoming } from "../../src/daily/upcoming.ts";
import { scheduleWith, someQuotes } from "./schedules.ts";

const hour = 3_600_000;
const terms: Terms = { window: 6 * hour, owner: "one", leaseUntil: 0 };
const zones = Intl.supportedValuesOf("timeZone");

/** A post as the channel saw it: its date, its quote, and in which round of the deck. */
interface Post {
  date: string;
  quote: string;
  round: number;
}

/** A schedule with the store's promises about it: one delivery a date, in whose place only a missed one may be claimed. */
function startYear(library: string[], start: number) {
  const deliveries = new Map<string, Delivery>();
  const posts: Post[] = [];
  /** The quotes that stayed in the library, and were not banned, since the round began. */
  let steady = new Set(library);
  let schedule = resume(scheduleWith(), start);
  let now = start;
  let asked = 1;
  /** Deliveries planned for a date that was taken already. */
  const clashes: string[] = [];

  function keep(plan: Plan): void {
    for (const delivery of plan.deliveries) {
      const there = deliveries.get(delivery.id);
      if (there && there.state !== "missed") {
        clashes.push(delivery.id);
        continue;
      }
      deliveries.set(delivery.id, delivery);
      if (delivery.state !== "claimed") continue;
      const round = plan.schedule.deck.place.cycle;
      if (round > (posts.at(-1)?.round ?? 0)) {
        const shown = new Set(posts.filter((post) => post.round === posts.at(-1)!.round).map(({ quote }) => quote));
        for (const quote of steady) expect(shown, "a round ended before every quote was shown").toContain(quote);
        steady = new Set(quotesOf(schedule, library));
      }
      posts.push({ date: delivery.extra === "" ? delivery.date : "", quote: delivery.quote, round });
    }
    schedule = plan.schedule;
  }

  return {
    posts,
    deliveries,
    clashes,
    get now() {
      return now;
    },
    get schedule() {
      return schedule;
    },
    tick: () => keep(planDue(schedule, library, now, terms)),
    pass: (hours: number) => {
      now += hours * hour;
    },
    /** What the runner does when it finds deliveries of days to come. */
    mendClock: () => {
      for (const [id, { dueAt, state }] of deliveries) if (state === "missed" && dueAt > now) deliveries.delete(id);
      schedule = replan(schedule, now);
    },
    change: (zone: string, time: string, days: number[]) => {
      schedule = replan({ ...schedule, rule: { ...schedule.rule, zone, time, days } }, now);
    },
    rest: () => {
      schedule = pause(schedule, { reason: { kind: "moderator", user: "1" }, since: now, told: true });
    },
    resume: () => {
      schedule = resume(schedule, now);
    },
    edit: (away: number, added: string) => {
      const gone = library[away % library.length]!;
      steady.delete(gone);
      library = [...library.filter((id) => id !== gone && id !== added), added];
    },
    swap: (index: number) => {
      const quote = upcoming(schedule, library, now, index + 1)[index]?.quote;
      schedule = (quote && swapQuote(schedule, library, quote)) || schedule;
    },
    ban: (index: number) => {
      const quote = library[index % library.length]!;
      steady.delete(quote);
      schedule = quotesOf(schedule, library).length > 2 ? banQuote(schedule, quote) : unbanAll(schedule);
    },
    postNow: (keepsPlace: boolean) => {
      const plan = planExtra(schedule, library, now, { ...terms, asking: String((asked += 1)), keepsPlace });
      if (plan) keep(plan);
    },
    planned: (count: number) => upcoming(schedule, library, now, count),
  };
}

type Year = ReturnType<typeof startYear>;

const time = fc.tuple(fc.nat(23), fc.nat(59)).map((parts) => parts.map((part) => String(part).padStart(2, "0")).join(":"));
const days = fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 });
const id = fc.stringMatching(/^[0-9a-f]{12}$/);

/** What may happen between two looks at the clock. */
const happening: fc.Arbitrary<(year: Year) => void> = fc.oneof(
  { weight: 12, arbitrary: fc.integer({ min: 1, max: 30 }).map((hours) => (year: Year) => year.pass(hours)) },
  { weight: 1, arbitrary: fc.integer({ min: 24, max: 200 }).map((hours) => (year: Year) => year.pass(hours)) },
  { weight: 2, arbitrary: fc.tuple(fc.constantFrom(...zones), time, days).map((rule) => (year: Year) => year.change(...rule)) },
  { weight: 1, arbitrary: fc.tuple(fc.nat(99), id).map((edit) => (year: Year) => year.edit(...edit)) },
  { weight: 1, arbitrary: fc.nat(5).map((index) => (year: Year) => year.swap(index)) },
  { weight: 1, arbitrary: fc.nat(99).map((index) => (year: Year) => year.ban(index)) },
  { weight: 1, arbitrary: fc.boolean().map((keepsPlace) => (year: Year) => year.postNow(keepsPlace)) },
  { weight: 1, arbitrary: fc.constantFrom((year: Year) => year.rest(), (year: Year) => year.resume()) },
);

/** A clock that runs wrong for a while and is put right. */
const wrongClock = fc.tuple(fc.integer({ min: -400, max: 400 }), happening).map(([hours, meanwhile]) => (year: Year) => {
  year.pass(hours);
  year.tick();
  meanwhile(year);
  year.tick();
  year.pass(-hours);
  year.mendClock();
});

function expectNoRepeats(posts: Post[]): void {
  const dates = posts.map(({ date }) => date).filter(Boolean);
  expect(dates.filter((date, index) => dates.indexOf(date) !== index)).toEqual([]);
  const shown = posts.map(({ quote, round }) => `${quote} in round ${round}`);
  expect(shown.filter((words, index) => shown.indexOf(words) !== index)).toEqual([]);
}

describe("a year of daily posts", () => {
  const start = fc.integer({ min: Date.parse("2024-01-01"), max: Date.parse("2030-01-01") });

  it("brings no date twice, and no quote before all had their turn, whatever moderators and editors do meanwhile", () => {
    fc.assert(
      fc.property(start, fc.integer({ min: 1, max: 40 }), fc.array(happening, { minLength: 50, maxLength: 350 }), (start, count, happenings) => {
        const year = startYear(someQuotes(count), start);
        for (const happen of happenings) {
          happen(year);
          year.tick();
          year.tick();
        }
        expectNoRepeats(year.posts);
        expect(year.clashes).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it("brings no quote twice and falls silent for no longer than a day, though the clock is set wrong and right again", () => {
    fc.assert(
      fc.property(start, fc.array(fc.oneof({ weight: 5, arbitrary: happening }, { weight: 1, arbitrary: wrongClock }), { minLength: 50, maxLength: 200 }), (start, happenings) => {
        const year = startYear(someQuotes(30), start);
        for (const happen of happenings) {
          happen(year);
          year.tick();
        }
        expectNoRepeats(year.posts);
        year.mendClock();
        expect(year.schedule.lastDate <= newestDateAnywhere(year.now)).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  it("leaves no date without a post or a reason, through outages", () => {
    fc.assert(
      fc.property(start, fc.array(fc.oneof(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 600 })), { maxLength: 60 }), fc.constantFrom(...zones), time, (start, pauses, zone, time) => {
        const year = startYear(someQuotes(20), start);
        year.change(zone, time, [1, 2, 3, 4, 5, 6, 7]);
        const expected = year.planned(800).filter(({ run }) => run.at <= start + pauses.reduce((sum, hours) => sum + hours, 0) * hour);
        for (const hours of pauses) {
          year.pass(hours);
          year.tick();
        }
        expect([...year.deliveries.values()].map(({ date }) => date)).toEqual(expected.map(({ run }) => run.date));
      }),
      { numRuns: 25 },
    );
  });

  it("posts what was announced, on the dates that were announced", () => {
    fc.assert(
      fc.property(start, fc.integer({ min: 1, max: 12 }), fc.array(happening, { maxLength: 30 }), (start, count, happenings) => {
        const year = startYear(someQuotes(count), start);
        for (const happen of happenings) {
          happen(year);
          year.tick();
        }
        year.resume();
        const announced = year.planned(20).map(({ run, quote }) => `${run.date} ${quote}`);
        const before = year.posts.length;
        while (year.posts.length < before + 20) {
          year.pass(1);
          year.tick();
        }
        expect(year.posts.slice(before).map(({ date, quote }) => `${date} ${quote}`)).toEqual(announced);
      }),
      { numRuns: 40 },
    );
  });
});
