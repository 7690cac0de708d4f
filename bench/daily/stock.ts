import type { Schedule } from "../../src/daily/schedule.ts";
import { newDeck } from "../../src/library/deck.ts";
import type { Database } from "../../src/store/database.ts";
import { rowOfSchedule } from "../../src/store/scheduleRow.ts";

/** The minute in which the schedules are due where nobody waits for it, in epoch milliseconds. */
export const dueAt = Date.parse("2026-11-22T12:00:00Z");

const minute = 60_000;

/** Where schedules post: the channels of one server, which they share. */
export interface Places {
  server: string;
  channels: string[];
}

/** For a store that no bot uses. */
const nowhere: Places = { server: "1000000000000000000", channels: ["1100000000000000000"] };

/**
 * Puts running schedules into a store, all due in the same minute.
 *
 * @param minuteDue that minute's beginning, in epoch milliseconds
 * @param places a bot that is not in their server would let them rest
 * @throws RangeError when that is not the beginning of a minute
 */
export async function stock(database: Database, count: number, minuteDue = dueAt, places = nowhere): Promise<void> {
  if (minuteDue % minute !== 0) throw new RangeError("A schedule knows hours and minutes only.");
  for (let from = 0; from < count; from += 500) {
    const rows = Array.from({ length: Math.min(500, count - from) }, (_, at) => rowOfSchedule(scheduleAt(from + at, minuteDue, places)));
    await database.insertInto("schedules").values(rows).execute();
  }
}

function scheduleAt(at: number, minuteDue: number, { server, channels }: Places): Schedule {
  const due = new Date(minuteDue).toISOString();
  return {
    id: at.toString(36).padStart(10, "0"),
    server,
    number: at + 1,
    channel: channels[at % channels.length]!,
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
