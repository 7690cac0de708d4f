/** What a trial of clocks takes place in: schedules the world over, a bot whose clock may be wrong, and the dates to be counted. */
import { createBot, type Bot } from "../../src/bot.ts";
import { nextRun, runsUntil } from "../../src/daily/runs.ts";
import type { Schedule } from "../../src/daily/schedule.ts";
import type { Library } from "../../src/library/library.ts";
import { createLog } from "../../src/log.ts";
import type { Playground } from "../../src/playground/playground.ts";
import { createServices } from "../../src/services.ts";
import type { Database } from "../../src/store/database.ts";
import { createSchedules } from "../../src/store/schedules.ts";
import type { StorePlace } from "../stores.ts";
import { dailyAt, dateKey, dateOf, postsIn } from "./schedules.ts";

const minute = 60_000;
/** How often the bot looks what is to be done, in real milliseconds. */
const round = 10;

/** Before the clocks change in America, and in Europe. */
export const beginning = Date.parse("2027-03-10T12:00:00Z");

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

export interface ClockTrialResult {
  /** Dates that passed by the right clock, over all schedules. */
  dates: number;
  /** Posts, those on dates that only a wrong clock showed among them. */
  posts: number;
  /** Dates that have more than one post, and dates that have neither a post nor a delivery with its reason. */
  twice: string[];
  unexplained: string[];
}

/** The schedules, each in a channel of its own. */
export async function setUp(playground: Playground, database: Database): Promise<Schedule[]> {
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
export async function live(place: StorePlace, { playground, library, now }: { playground: Playground; library: Library; now: () => number }): Promise<{ kill(): Promise<void> }> {
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
export async function allOf(database: Database): Promise<string> {
  const schedules = await database.selectFrom("schedules").select("schedule").orderBy("id").execute();
  const deliveries = await database.selectFrom("deliveries").select(["id", "state", "attempts"]).orderBy("id").execute();
  return JSON.stringify([schedules, deliveries]);
}

/** Whether the bot has something to do at this moment, by its clock. What a clock that ran ahead has left leased waits. */
export async function isBusy(database: Database, now: number): Promise<boolean> {
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

/**
 * What became of every date that has passed.
 *
 * @param explained the dates, as `dateKey` has them, for which the bot gave a reason
 */
export function count(playground: Playground, schedules: Schedule[], explained: Set<string>): ClockTrialResult {
  const now = playground.clock.now();
  const posted = schedules.flatMap(({ channel }) => postsIn(playground, channel)).map(dateOf);
  const once = new Set(posted);
  const passed = schedules.flatMap(({ id, rule, next }) =>
    runsUntil(rule, { from: next!.date, lastDate: "", until: now, limit: 999 }).map(({ date }) => ({ mark: dateKey(id, date), what: `${date} ${rule.time} ${rule.zone}` })),
  );
  return {
    dates: passed.length,
    posts: posted.length,
    twice: [...once].filter((mark) => posted.indexOf(mark) !== posted.lastIndexOf(mark)),
    unexplained: passed.filter(({ mark }) => !once.has(mark) && !explained.has(mark)).map(({ what }) => what),
  };
}
