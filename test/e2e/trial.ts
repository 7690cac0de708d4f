import type { APIMessage } from "discord.js";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Delivery } from "../../src/daily/delivery.ts";
import type { Schedule } from "../../src/daily/schedule.ts";
import { startPlayground, type Playground } from "../../src/playground/playground.ts";
import { writeSchedules } from "../../src/store/claims.ts";
import type { Database } from "../../src/store/database.ts";
import { createDeliveries } from "../../src/store/deliveries.ts";
import type { StoreKind } from "../stores.ts";
import { runProgram, type Program } from "./programs.ts";
import { dailyAt, dateOf, markOf, postsIn } from "./schedules.ts";

const posting = { method: "POST", path: /\/messages$/ };

/** Longer than Discord, and here the playground, remembers a nonce; the processes' own clocks do not notice. In milliseconds. */
const tenMinutes = 600_000;

/** Milliseconds: longer than a process waits for an answer, and longer than a claim is left to it. */
const slowest = 16_000;

/** Milliseconds: longer than a process takes to note what has its answer, and shorter than it waits before it asks again. */
const noting = 1000;

/** Milliseconds between two looks at what stands in the channels, and how many there are where perhaps everything has been posted. */
const betweenLooks = 50;
const someLooks = 60;

/** How a trial goes. */
export interface TrialOptions {
  store: StoreKind;
  processes: number;
  channels: number;
  /** Daily posts in each channel, all due at once. */
  each: number;
  /** How often each process is killed before minutes pass in which none runs, and once more after them. */
  kills: number;
  /** Whether Discord ails, too. */
  ailing: boolean;
  random: () => number;
}

/** What stood in the channels afterwards: posts in all, those that stood there once too often, and dates without a post. */
export interface TrialResult {
  /** Posts that were tried more than once: a kill, or an ailment, met them on their way. */
  interrupted: number;
  /** Posts that stood in their channel with nobody having noted it when Discord forgot their nonces: only the channel's history tells. */
  forgotten: number;
  posts: number;
  duplicates: number;
  losses: number;
}

/** Numbers from 0 to 1 that follow from a seed (the generator is Tommy Ettinger's mulberry32, in the public domain). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * Lets real processes post what is due in many channels, kills each of them again and again at random moments, once for so long that
 * Discord has forgotten every nonce, and counts what stands in the channels when everything has been settled.
 */
export async function runTrial(options: TrialOptions): Promise<TrialResult> {
  const { store, processes, channels, each, random } = options;
  const folder = await mkdtemp(join(tmpdir(), "intertitle-"));
  const place = await store.makePlace();
  const playground = await startPlayground({ page: false });
  const programs = new Set<Program>();
  try {
    const database = await place.open();
    const deliveries = createDeliveries(database);
    const all: Schedule[] = [];
    for (let channel = 0; channel < channels; channel += 1) all.push(...dueSchedules(playground, each));
    // Past the limit of what a server may set up: the playground has but one.
    await database.transaction().execute((transaction) => writeSchedules(transaction, all.map((schedule, at) => ({ ...schedule, number: at + 1 }))));

    const environment = { DISCORD_TOKEN: playground.token, DISCORD_API_URL: playground.apiUrl, DATABASE_URL: place.url, SHARD_COUNT: String(processes) };
    const start = async (shard: number): Promise<Program> => {
      const program = runProgram("dist/index.js", { folder, environment: { ...environment, SHARDS: String(shard) } });
      programs.add(program);
      await program.says('"ready"');
      return program;
    };
    const live = async (shard: number, looks: number): Promise<void> => {
      for (let kill = 1; kill <= options.kills; kill += 1) {
        const program = await start(shard);
        if (options.ailing) ail(playground, random);
        await sleep(random() * 1500);
        if (kill === options.kills) await loseAnswers(looks);
        await program.kill();
        programs.delete(program);
      }
    };
    /** Sees to it, looking so many times at most, that whoever is killed now dies between a post and its answer. */
    const loseAnswers = async (looks: number): Promise<void> => {
      playground.faults.cut(posting, 3, "after");
      const since = new Map<string, number>();
      for (let look = 0; look < looks; look += 1) {
        const time = performance.now();
        const unnoted = await unnotedPosts(database, playground, all);
        for (const id of unnoted) if (!since.has(id)) since.set(id, time);
        if (unnoted.some((id) => time - since.get(id)! > noting)) break;
        await sleep(betweenLooks);
      }
      await sleep(random() * 100);
    };
    const together = (work: (shard: number) => Promise<unknown>): Promise<unknown> => Promise.all(Array.from({ length: processes }, (_, shard) => work(shard)));

    // As long as posts are left, one will be met: those that wait for a dead process's claim to run out, too.
    await together((shard) => live(shard, (2 * slowest) / betweenLooks));
    await letAllArrive(playground);
    const forgotten = (await unnotedPosts(database, playground, all)).length;
    playground.clock.moveBy(tenMinutes);
    await together((shard) => live(shard, someLooks));
    await together(start);
    if (options.ailing) ail(playground, random);

    let interrupted = 0;
    for (const { id } of all) {
      let settled: Delivery | undefined;
      while (!settled) {
        settled = (await deliveries.ofSchedule(id, 1)).find(({ state }) => state !== "claimed");
        if (!settled) await sleep(100);
      }
      if (settled.attempts > 1) interrupted += 1;
    }
    await letAllArrive(playground);
    return { interrupted, forgotten, ...count(playground, all) };
  } finally {
    for (const program of programs) await program.kill();
    await playground.close();
    await place.remove();
    await rm(folder, { recursive: true });
  }
}

/** Schedules in a new channel that have been due since this minute began. */
function dueSchedules(playground: Playground, many: number): Schedule[] {
  const now = Date.now();
  const minute = new Date(now).toISOString().slice(11, 16);
  const channel = playground.addChannel(`hall-${playground.world.places.size}`);
  const at = { channel, now, server: playground.world.server.id, createdBy: playground.sit("Maya").id };
  const rule = { time: minute, zone: "UTC", days: [1, 2, 3, 4, 5, 6, 7], skipped: [], from: "" };
  return Array.from({ length: many }, () => dailyAt(minute, at, { rule }));
}

/** One of the things that may go wrong with a request. */
function ail({ faults }: Playground, random: () => number): void {
  const ailments = [
    () => faults.answer(502, posting, 3),
    () => faults.limit(0.5, posting, 3),
    () => faults.cut(posting, 4, "before"),
    () => faults.cut(posting, 4, "after"),
    () => faults.slow(1200, posting, 4),
    () => faults.slow(slowest, posting, 2),
  ];
  ailments[Math.floor(random() * ailments.length)]!();
}

/** Lets go whatever Discord still holds, as it would have within the minutes that it remembers a nonce. */
async function letAllArrive({ faults }: Playground): Promise<void> {
  faults.clear();
  await sleep(200);
}

/** Posts that stand in their channels and of which the store does not know it. */
async function unnotedPosts(database: Database, playground: Playground, schedules: Schedule[]): Promise<string[]> {
  const marks = new Set(postsOf(playground, schedules).map(markOf));
  const claimed = await database.selectFrom("deliveries").select("id").where("state", "=", "claimed").execute();
  return claimed.map(({ id }) => id).filter((id) => marks.has(id));
}

function count(playground: Playground, schedules: Schedule[]): Pick<TrialResult, "posts" | "duplicates" | "losses"> {
  const dates = postsOf(playground, schedules).map(dateOf);
  const different = new Set(dates);
  return { posts: dates.length, duplicates: dates.length - different.size, losses: schedules.length - different.size };
}

/** Every post in the channels of these schedules. */
function postsOf(playground: Playground, schedules: Schedule[]): APIMessage[] {
  const channels = new Set(schedules.map(({ channel }) => channel));
  return [...channels].flatMap((channel) => postsIn(playground, channel));
}
