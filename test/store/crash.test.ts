import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "kysely";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { Database } from "../../src/store/database.ts";
import { createSchedules } from "../../src/store/schedules.ts";
import { describeOnStores, type StorePlace } from "../stores.ts";
import { day, noon, sampleSchedule } from "./samples.ts";

const claimer = fileURLToPath(new URL("claimer.ts", import.meta.url));
const first = noon("2026-11-22");
const scheduleCount = 50;
const dateCount = 40;
const killCount = 6;

describeOnStores("processes that are killed while they claim", (store) => {
  let place: StorePlace;

  beforeEach(async () => {
    place = await store.makePlace();
  });
  afterEach(() => place.remove());

  it("leave every date of every schedule claimed exactly once, and nobody's claim lost", async () => {
    const database = await place.open();
    for (let at = 0; at < scheduleCount; at += 1) await createSchedules(database).add(sampleSchedule({ server: `s${at}` }));
    const told: string[] = [];
    const processCount = store.name === "SQLite" ? 1 : 3;
    const codes: (number | null)[] = [];
    let killed = 0;

    /** Runs a claimer to its end, or kills it at a random moment after its first claim, and starts another. */
    async function keepClaiming(): Promise<void> {
      while (true) {
        const child = spawn(process.execPath, ["--import", "tsx", claimer, place.url, String(first + dateCount * day)], { stdio: ["ignore", "pipe", "inherit"] });
        let words = "";
        child.stdout.on("data", (chunk: Buffer) => (words += chunk.toString()));
        const closed = once(child, "close");
        const hasEnded = await Promise.race([closed.then(() => true), once(child.stdout, "data").then(() => false)]);
        const isLast = killed >= killCount;
        if (!hasEnded && !isLast) {
          killed += 1;
          await sleep(Math.random() * 40);
          child.kill("SIGKILL");
        }
        const [code, signal] = (await closed) as [number | null, string | null];
        told.push(...words.split("\n").slice(0, -1));
        if (signal !== "SIGKILL") return void codes.push(code);
      }
    }
    await Promise.all(Array.from({ length: processCount }, keepClaiming));
    expect(codes).toEqual(Array.from({ length: processCount }, () => 0));

    const rows = await database.selectFrom("deliveries").select(["id", "schedule", "date"]).execute();
    const dates = new Map<string, string[]>();
    for (const { schedule, date } of rows) dates.set(schedule, [...(dates.get(schedule) ?? []), date]);
    const expected = Array.from({ length: dateCount }, (_, at) => new Date(first + at * day).toISOString().slice(0, 10));
    expect(dates.size).toBe(scheduleCount);
    for (const claimed of dates.values()) expect(claimed.toSorted()).toEqual(expected);
    // What a process was given once is given to no other, and is there.
    expect(new Set(told).size).toBe(told.length);
    const ids = new Set(rows.map(({ id }) => id));
    expect(told.filter((id) => !ids.has(id))).toEqual([]);
    expect(await isWhole(database)).toBe(true);
    console.log(`${store.name}, ${processCount} at once: ${killed} killed, ${rows.length} dates claimed, 0 twice, 0 lost.`);
    expect(killed).toBeGreaterThan(0);
  }, 120_000);

  /** SQLite's own look at every page of its file; a server looks after its own. */
  async function isWhole(database: Database): Promise<boolean> {
    if (store.name !== "SQLite") return true;
    const { rows } = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(database);
    return rows.length === 1 && rows[0]!.integrity_check === "ok";
  }
});
