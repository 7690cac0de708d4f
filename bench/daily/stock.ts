import type { Schedule } from "../../src/daily/schedule.ts";
import { newDeck } from "../../src/library/deck.ts";
import type { Database } from "../../src/store/database.ts";
import { rowOfSchedule } from "../../src/store/scheduleRow.ts";

/** The minute in which the schedules are due where nobody waits for it, in epoch milliseconds. */
export const dueAt = Date.parse("2026-11-22T12:00:00Z");

const minute = 60_000;

/**
 * Puts running schedules into a store, each in a server of its own, all due in the same minute.
 *
 * @param minuteDue that minute's beginning, in epoch milliseconds
 * @param channels the channels they share; without any, each has one that is nowhere
 * @throws RangeError when that is not the beginning of a minute
 */
export async function stock(database: Database, count: number, minuteDue = dueAt, channels: string[] = []): Promise<void> {
  if (minuteDue % minute !== 0) throw new RangeError("A schedule knows hours and minutes only.");
  for (let from = 0; from < count; from += 500) {
    const rows = Array.from({ length: Math.min(500, count - from) }, (_, at) => rowOfSchedule(scheduleAt(from + at, minuteDue, channels)));
    await database.insertInto("schedules").values(rows).execute();
  }
}

function scheduleAt(at: number, minuteDue: number, channels: string[]): Schedule {
  const due = new Date(minuteDue).toISOString();
  return {
    id: at.toString(36).padStart(10, "0"),
    server: `${1_000_000_000_000_000_000n + BigInt(at)}`,
    number: 1,
    channel: channels.length > 0 ? channels[at % channels.length]! : `${1_100_000_000_000_000_000n + BigInt(at)}`,
    createdBy: "1200000000000000000",
    createdAt: minuteDue - 86_400_000,
    state: "running",
    rule: { time: due.slice(11, 16), zone: "UTC", days: [1, 2, 3, 4, 5, 6, 7], skipped: [], from: "" },
    filter: {},
    role: "",
    thread: false,
    silent: false,
    deck: { place: newDeck, moved: {}, banned: [] },
    lastDate: "",
    next: { date: due.slice(0, 10), at: minuteDue },
  };
}
