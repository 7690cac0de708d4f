import { setTimeout as sleep } from "node:timers/promises";
import { createBot, type Bot } from "../../src/bot.ts";
import { nextRun, runsUntil } from "../../src/daily/runs.ts";
import type { Schedule } from "../../src/daily/schedule.ts";
import type { Library } from "../../src/library/library.ts";
import { createLog } from "../../src/log.ts";
import { startPlayground, type Playground } from "../../src/playground/playground.ts";
import { createServices } from "../../src/services.ts";
import type { Database } from "../../src/store/database.ts";
import { createDeliveries } from "../../src/store/deliveries.ts";
import { createSchedules } from "../../src/store/schedules.ts";
import type { StoreKind, StorePlace } from "../stores.ts";
import { dailyAt, dateKey, dateOf, postsIn } from "./schedules.ts";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
/** How often the bot looks what is to be done, and long enough for it to have looked and begun, in real milliseconds. */
const round = 10;
const someRounds = 60;
const posting = { method: "POST", path: /\/messages$/ };

/** Before the clocks change in America, and in Europe. */
const beginning = Date.parse("2027-03-10T12:00:00Z");

const rules = [
  ["09:00", "Europe/London"],
  ["02:30", "Europe/Paris"],
  ["02:30", "America/New_York"],
  ["00:00", "Asia/Tokyo"],
  ["23:59", "Pacific/Kiritimati"],
  ["00:00", "Pacific/Pago_Pago"],
  ["12:15", "Asia/Kathmandu"],
  ["18:00", "Africa/Casablanca"],
  ["21:00", "America/Sao_Paulo", [1, 3, 5]],
  ["06:45", "Australia/Lord_Howe", [6, 7]],
  ["15:00", "UTC", [7]],
  ["03:00", "Africa/Cairo"],
] as const;

/** From one instant to another. */
interface Spell {
  from: number;
  until: number;
}

/** How a trial of clocks goes. */
export interface ClockTrialOptions {
  store: StoreKind;
  library: Library;
  steps: number;
  random: () => number;
}

export interface ClockTrialResult {
  /** Dates that passed by the right clock, over all schedules. */
  dates: number;
  /** Posts, those on dates that only a wrong clock showed among them. */
  posts: number;
  /**
   * Dates that have more than one post, and dates that have neither a post nor a delivery with its reason. Those are not counted here
   * that passed while the clock went wrong by more than a month: so many dates that it gives up at once are not all written down.
   */
  twice: string[];
  unexplained: string[];
  /** What happened, in order. */
  story: string[];
}

/**
 * Lets days pass for a dozen schedules while the bot is killed and its clock is set wrong and right again at random. Discord's clock is always right.
 */
export async function runClockTrial({ store, library, steps, random }: ClockTrialOptions): Promise<ClockTrialResult> {
  const place = await store.makePlace();
  const playground = await startPlayground({ page: false });
  const { clock } = playground;
  clock.moveTo(beginning);
  const database = await place.open();
  const schedules = await setUp(playground, database);
  const deliveries = createDeliveries(database);
  let wrongBy = 0;
  const now = (): number => clock.now() + wrongBy;
  let life = await live(place, { playground, library, now });
  const explained = new Set<string>();
  const excused: Spell[] = [];
  let spell: (Spell & { isFar: boolean }) | undefined;
  const story: string[] = [];

  /** Sets the bot's clock, and remembers the time for which it was wrong. */
  function setWrong(by: number): void {
    wrongBy = by;
    spell ??= { from: clock.now(), until: Infinity, isFar: false };
    spell.isFar ||= by > 31 * day;
  }

  /** Puts the clock right. */
  function setRight(): void {
    wrongBy = 0;
    // The date that it comes back to may have had its post for all that the bot knows.
    if (spell?.isFar) excused.push({ from: spell.from, until: clock.now() + day });
    spell = undefined;
  }

  /** Waits until the bot has done all that it has to do at this moment, and notes for which dates that are over it gives a reason. */
  async function settle(): Promise<void> {
    let [before, after] = ["", await allOf(database)];
    do {
      await sleep(someRounds);
      [before, after] = [after, await allOf(database)];
    } while (before !== after || (await isBusy(database, now())));
    for (const { id } of schedules) {
      for (const { date, dueAt, state } of await deliveries.ofSchedule(id, 400)) {
        if (dueAt <= clock.now() && (state === "missed" || state === "uncertain")) explained.add(dateKey(id, date));
      }
    }
  }

  const upTo = (most: number): number => Math.ceil(random() * most);
  const pick = <Choice>(choices: readonly Choice[]): Choice => choices[Math.floor(random() * choices.length)]!;
  const pass = (most: number): string => {
    const time = upTo(most);
    clock.moveBy(time);
    return `${(time / hour).toFixed(1)} hours pass`;
  };
  const passByHours = async (): Promise<string> => {
    const pieces = upTo(8);
    for (let piece = 0; piece < pieces; piece += 1) {
      clock.moveBy(5 * hour);
      await settle();
    }
    return `${5 * pieces} hours pass, five at a time`;
  };
  const happenings: (() => string | Promise<string>)[] = [
    () => pass(30 * minute),
    () => pass(20 * hour),
    passByHours,
    passByHours,
    () => {
      setWrong(pick([1, -1]) * pick([upTo(30 * minute), upTo(12 * hour), upTo(3 * day), 100 * day]));
      return `the clock is wrong by ${(wrongBy / hour).toFixed(1)} hours`;
    },
    async () => {
      const by = -upTo(30 * hour);
      pass(12 * hour);
      await settle();
      setWrong(wrongBy + by);
      await settle();
      setRight();
      return `the clock goes back by ${(-by / hour).toFixed(1)} hours for a moment, and is right again at once`;
    },
    () => {
      setRight();
      return "the clock is put right";
    },
    async () => {
      playground.faults.cut(posting, upTo(4), pick(["before", "after"]));
      const passed = pass(14 * hour);
      await sleep(upTo(60));
      await life.kill();
      playground.faults.clear();
      const rest = pass(pick([2 * minute, 10 * minute, 9 * hour, 40 * hour]));
      // Not before its claims have run out.
      clock.moveBy(minute);
      life = await live(place, { playground, library, now });
      return `${passed}, it is killed, and after that ${rest}`;
    },
  ];

  try {
    await settle();
    for (let step = 0; step < steps; step += 1) {
      story.push(`${new Date(clock.now()).toISOString()} ${await pick(happenings)()}`);
      await settle();
    }
    setRight();
    await settle();
    // A week, so that each has come once more.
    for (let pieces = 0; pieces < 34; pieces += 1) {
      clock.moveBy(5 * hour);
      await settle();
    }
    return { ...count(playground, schedules, { explained, excused }), story };
  } finally {
    await life.kill();
    await playground.close();
    await place.remove();
  }
}

/** The schedules, each in a channel of its own. */
async function setUp(playground: Playground, database: Database): Promise<Schedule[]> {
  const { clock, world } = playground;
  const now = clock.now();
  const added: Schedule[] = [];
  for (const [time, zone, days = [1, 2, 3, 4, 5, 6, 7]] of rules) {
    const channel = playground.addChannel(`hall-${added.length}`);
    const rule = { time, zone, days: [...days], skipped: [], from: "" };
    const made = dailyAt(time, { channel, now, server: world.server.id, createdBy: world.server.owner }, { rule, next: nextRun(rule, now, "") });
    added.push((await createSchedules(database).add(made))!);
  }
  return added;
}

/** A bot as a process of its own would be: a store of its own, and a clock that may be wrong. */
async function live(place: StorePlace, { playground, library, now }: { playground: Playground; library: Library; now: () => number }): Promise<{ kill(): Promise<void> }> {
  const database = await place.open();
  const services = createServices(library, database, { now, log: await createLog("silent") });
  const bot: Bot = createBot(services, playground.apiUrl, { dailyInterval: round });
  await bot.start(playground.token);
  return {
    // Once it has lost its store, nothing that it still does leaves a trace but on Discord.
    kill: async () => {
      await database.destroy();
      await bot.stop();
    },
  };
}

/** All that is stored, to see whether it changes. */
async function allOf(database: Database): Promise<string> {
  const schedules = await database.selectFrom("schedules").select("schedule").orderBy("id").execute();
  const deliveries = await database.selectFrom("deliveries").select(["id", "state", "attempts"]).orderBy("id").execute();
  return JSON.stringify([schedules, deliveries]);
}

/** Whether the bot has something to do at this moment, by its clock. What a clock that ran ahead has left leased waits. */
async function isBusy(database: Database, now: number): Promise<boolean> {
  const due = await database.selectFrom("schedules").select("id").where("next_at", "<=", now).executeTakeFirst();
  const claimed = await database
    .selectFrom("deliveries")
    .select("id")
    .where("state", "=", "claimed")
    .where("retry_at", "<=", now)
    .where("lease_until", "<=", now + minute)
    .executeTakeFirst();
  return due !== undefined || claimed !== undefined;
}

function count(playground: Playground, schedules: Schedule[], { explained, excused }: { explained: Set<string>; excused: Spell[] }): Omit<ClockTrialResult, "story"> {
  const now = playground.clock.now();
  const posted = schedules.flatMap(({ channel }) => postsIn(playground, channel)).map(dateOf);
  const once = new Set(posted);
  const passed = schedules.flatMap(({ id, rule, next }) =>
    runsUntil(rule, { from: next!.date, lastDate: "", until: now, limit: 999 }).map(({ date, at }) => ({ at, mark: dateKey(id, date), what: `${date} ${rule.time} ${rule.zone}` })),
  );
  return {
    dates: passed.length,
    posts: posted.length,
    twice: [...once].filter((mark) => posted.indexOf(mark) !== posted.lastIndexOf(mark)),
    unexplained: passed
      .filter(({ mark, at }) => !once.has(mark) && !explained.has(mark) && !excused.some(({ from, until }) => at >= from && at <= until))
      .map(({ what }) => what),
  };
}
