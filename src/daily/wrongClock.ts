/** What a clock that ran ahead has claimed or given up, although it is still to come. */
import { setImmediate as othersTurn } from "node:timers/promises";
import type { Services } from "../services.ts";
import { dateIn } from "./localTime.ts";
import { nextRun } from "./runs.ts";
import type { Schedule } from "./schedule.ts";

/** How far two clocks may be apart, in milliseconds, before one is taken for wrong. */
const clocksDiffer = 120_000;

/** How many deliveries of a schedule are looked through for the newest that was really posted. */
const mostLookedThrough = 100;

/**
 * Plans anew whatever a clock that ran ahead has touched, but for what was really posted.
 *
 * @param time what the clock shows now, in epoch milliseconds
 * @param window how many milliseconds a post may be late
 */
export async function mendDates({ schedules, deliveries, log }: Services, time: number, window: number): Promise<void> {
  const ahead = time + clocksDiffer;
  for (const id of await deliveries.schedulesDueAfter(ahead)) {
    // A file answers at once: many in a row would leave no moment for members.
    await othersTurn();
    await deliveries.forgetMissedAfter(id, ahead);
    const posted = (await deliveries.ofSchedule(id, mostLookedThrough)).find((one) => one.extra === "" && one.state !== "missed" && one.dueAt <= ahead);
    await schedules.change(id, (schedule) => {
      if (schedule.state !== "running") return undefined;
      const lastDate = posted?.date ?? lastDateAtMost(schedule, time);
      // What is not too late yet still comes, but nothing from before it was set up.
      const from = schedule.createdAt <= time ? Math.max(time - window, schedule.createdAt) : time;
      const next = nextRun(schedule.rule, from, lastDate);
      // One that is due, or planned no later than it should be, stays as it is.
      if (!next || (schedule.next && schedule.next.at <= next.at)) return undefined;
      log.warn({ schedule: id, next: next.date }, "a clock ran ahead; planned anew");
      return { ...schedule, lastDate, next };
    });
  }
}

/** Where nobody remembers the last post, today may have had it: rather one too few than one too many. */
function lastDateAtMost({ lastDate, rule }: Schedule, time: number): string {
  const today = dateIn(rule.zone, time);
  return lastDate > today ? today : lastDate;
}
