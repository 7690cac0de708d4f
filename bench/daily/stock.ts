import type { Schedule } from "../../src/daily/schedule.ts";
import { newDeck } from "../../src/library/deck.ts";
import type { Database } from "../../src/store/database.ts";
import { rowOfSchedule } from "../../src/store/scheduleRow.ts";

/** The minute in which all the schedules of the bench are due, in epoch milliseconds. */
export const dueAt = Date.parse("2026-11-22T12:00:00Z");

/** Puts running schedules into a store, each in a server of its own, all due in the same minute. */
export async function stock(database: Database, count: number): Promise<void> {
  for (let from = 0; from < count; from += 500) {
    const rows = Array.from({ length: Math.min(500, count - from) }, (_, at) => rowOfSchedule(scheduleAt(from + at)));
    await database.insertInto("schedules").values(rows).execute();
  }
}

function scheduleAt(at: number): Schedule {
  return {
    id: at.toString(36).padStart(10, "0"),
    server: `${1_000_000_000_000_000_000n + BigInt(at)}`,
    number: 1,
    channel: `${1_100_000_000_000_000_000n + BigInt(at)}`,
    createdBy: "1200000000000000000",
    createdAt: dueAt - 86_400_000,
    state: "running",
    rule: { time: "12:00", zone: "UTC", days: [1, 2, 3, 4, 5, 6, 7], skipped: [], from: "" },
    filter: {},
    role: "",
    thread: false,
    silent: false,
    deck: { place: newDeck, moved: {}, banned: [] },
    lastDate: "",
    next: { date: "2026-11-22", at: dueAt + (at % 60) * 1000 },
  };
}
