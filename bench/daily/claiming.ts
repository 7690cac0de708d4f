/**
 * `npm run claiming`: how long the store takes to claim 10,000 daily posts that are due in the same minute, with one process
 * and with four, and to see that of 100,000 none is due; on SQLite and, where it is installed, on PostgreSQL.
 */
import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { planDue } from "../../src/daily/plan.ts";
import { openDatabase, type Database } from "../../src/store/database.ts";
import { createDeliveries } from "../../src/store/deliveries.ts";
import { createSchedules } from "../../src/store/schedules.ts";
import { startPostgres } from "../../test/postgres.ts";
import { dueAt, stock } from "./stock.ts";

const dueCount = 10_000;
const storedCount = 100_000;
const tickCount = 2_000;
const batch = 500;
const rounds = 3;

const folder = await mkdtemp(join(tmpdir(), "intertitle-"));
const postgres = await startPostgres();
const urls = { SQLite: `file:${join(folder, "store.db")}`, PostgreSQL: postgres?.url };
const claims: Record<string, unknown>[] = [];
const ticks: Record<string, unknown>[] = [];
for (const [store, url] of Object.entries(urls)) {
  if (!url) continue;
  const database = await openDatabase(url);
  for (const processes of [1, 4]) claims.push({ store, processes, ...(await measureClaims(url, database, processes)) });
  ticks.push({ store, ...(await measureTicks(database)) });
  await database.destroy();
}
await postgres?.stop();
await rm(folder, { recursive: true });
console.log(`Claiming ${dueCount} schedules due in the same minute, ${batch} at a time, ${rounds} rounds:`);
console.table(claims);
console.log(`A tick with nothing due, of ${storedCount} schedules stored, ${tickCount} ticks:`);
console.table(ticks);

/** The seconds from the word to the last claim, the middle and the worst of the rounds, and the longest that one batch took. */
async function measureClaims(url: string, database: Database, processes: number) {
  const seconds: number[] = [];
  let longest = 0;
  for (let round = 0; round < rounds; round += 1) {
    await empty(database);
    await stock(database, dueCount);
    const claimers = Array.from({ length: processes }, () => fork(fileURLToPath(new URL("claimer.ts", import.meta.url)), [url, String(batch)], { execArgv: ["--import", "tsx"] }));
    await Promise.all(claimers.map((claimer) => once(claimer, "message")));
    const start = performance.now();
    const results = await Promise.all(
      claimers.map(async (claimer) => {
        claimer.send("go");
        const [result] = (await once(claimer, "message")) as [{ claimed: number; longest: number }];
        return result;
      }),
    );
    seconds.push((performance.now() - start) / 1000);
    longest = Math.max(longest, ...results.map((result) => result.longest));
    const claimed = results.reduce((sum, result) => sum + result.claimed, 0);
    const { stored } = await database.selectFrom("deliveries").select(({ fn }) => fn.countAll<number>().as("stored")).executeTakeFirstOrThrow();
    if (claimed !== dueCount || stored !== dueCount) throw new Error(`${claimed} claimed and ${stored} stored, of ${dueCount}.`);
    await Promise.all(claimers.filter(({ exitCode }) => exitCode === null).map((claimer) => once(claimer, "exit")));
  }
  seconds.sort((one, other) => one - other);
  return { seconds: round(seconds[Math.floor(rounds / 2)]!), worst: round(seconds.at(-1)!), "longest batch, ms": Math.round(longest) };
}

/** All that the store is asked each second, in milliseconds, and how much memory that leaves behind. */
async function measureTicks(database: Database) {
  await empty(database);
  await stock(database, storedCount);
  const schedules = createSchedules(database);
  const deliveries = createDeliveries(database);
  const now = dueAt - 1;
  const lease = { owner: "bench", until: now + 60_000 };
  const milliseconds: number[] = [];
  const parts = {
    claimDue: () => deliveries.claimDue(now, batch, (schedule) => planDue(schedule, [], now, { window: 0, owner: "bench", leaseUntil: 0 })),
    takeOver: () => deliveries.takeOver(now, batch, lease),
    takeThreads: () => deliveries.takeThreads(now, batch, lease),
    takeToCheck: () => schedules.takeToCheck(now, batch, now + 60_000),
    toTell: () => schedules.toTell(batch),
    schedulesDueAfter: () => deliveries.schedulesDueAfter(now),
    nextAt: () => schedules.nextAt(),
  };
  const sums: Record<string, number> = {};
  let before = 0;
  for (let tick = -200; tick < tickCount; tick += 1) {
    if (tick === 0) before = process.memoryUsage().rss;
    let whole = 0;
    for (const [part, act] of Object.entries(parts)) {
      const start = performance.now();
      await act();
      const took = performance.now() - start;
      if (tick >= 0) sums[part] = (sums[part] ?? 0) + took;
      whole += took;
    }
    if (tick >= 0) milliseconds.push(whole);
  }
  milliseconds.sort((one, other) => one - other);
  return {
    "median, ms": round(milliseconds[tickCount / 2]!),
    "p99, ms": round(milliseconds[Math.floor(tickCount * 0.99)]!),
    ...Object.fromEntries(Object.entries(sums).map(([part, sum]) => [part, round(sum / tickCount)])),
    "memory grew by, MB": Math.round((process.memoryUsage().rss - before) / 1e6),
  };
}

async function empty(database: Database): Promise<void> {
  await database.deleteFrom("deliveries").execute();
  await database.deleteFrom("schedules").execute();
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
