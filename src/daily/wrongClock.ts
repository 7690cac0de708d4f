/** What a clock that ran ahead has claimed or given up, although it is still to come; and how Discord's clock shows that ours is wrong. */
import { setImmediate as othersTurn } from "node:timers/promises";
import type { Services } from "../services.ts";
import { clocksDiffer, leaseLasts } from "./deliver.ts";
import type { Delivery } from "./delivery.ts";
import { dateIn } from "./localTime.ts";
import { nextRun } from "./runs.ts";
import type { Schedule } from "./schedule.ts";

/** How many deliveries of a schedule are looked through for the newest that was really posted. */
const mostLookedThrough = 100;

/** The posts that tell whether our clock is right: of the last two hours, in milliseconds, and of no more than so many schedules. */
const recently = 7_200_000;
const mostAsked = 20;

/** In milliseconds; well below the time that deliveries are remembered. */
const month = 30 * 86_400_000;

/** The beginning of Discord's time, in epoch milliseconds. Source: https://discord.com/developers/docs/reference, "Snowflakes". */
const discordEpoch = 1_420_070_400_000;

/**
 * Plans anew whatever a clock that ran ahead has touched, but for what was really posted: of the dates that passed meanwhile, the newest
 * still comes if it is not too late, and the planner writes the others down as missed.
 *
 * @param time what the clock shows now, in epoch milliseconds
 * @param window how many milliseconds a post may be late
 */
export async function mendDates({ schedules, deliveries, log }: Services, time: number, window: number): Promise<void> {
  const ahead = time + clocksDiffer;
  for (const id of await deliveries.schedulesDueAfter(ahead)) {
    // A file answers at once: many in a row would leave no moment for members.
    await othersTurn();
    const newest = await deliveries.ofSchedule(id, mostLookedThrough);
    const latest = Math.max(...newest.map(discordTime));
    // What a clock that is now behind takes for the future has passed, and stays as it is.
    if (latest <= ahead) {
      for (const delivery of newest) if (isHeldTooLong(delivery, ahead)) await release(deliveries, delivery, time);
      await deliveries.forgetMissedAfter(id, ahead);
    }
    const posted = newest.filter((one) => one.extra === "" && one.state !== "missed" && one.dueAt <= ahead);
    // What only a clock that ran ahead brought, and too early, says nothing of the dates before it.
    const inTime = posted.find((one) => one.message === undefined || discordTime(one) >= one.dueAt - clocksDiffer);
    // Then what was posted up to now by its reckoning may have been forgotten since.
    const isFarBehind = latest > ahead + month;
    await schedules.change(id, (schedule) => {
      if (schedule.state !== "running") return undefined;
      const unremembered = isFarBehind ? lastDateAtMost(schedule, time) : "";
      // What is not too late yet still comes, but nothing from before it was set up.
      const from = Math.max(time - window, since(schedule, time));
      const due = nextRun(schedule.rule, from, posted[0]?.date ?? unremembered);
      // One that is due, or planned no later than it should be, stays as it is.
      if (!due || (schedule.next && schedule.next.at <= due.at)) return undefined;
      const unexplained = isFarBehind ? from : Math.min(from, inTime?.dueAt ?? since(schedule, time));
      const lastDate = inTime?.date ?? unremembered;
      const next = nextRun(schedule.rule, unexplained, lastDate);
      log.warn({ schedule: id, next: next?.date }, "a clock ran ahead; planned anew");
      return { ...schedule, lastDate, next };
    });
  }
}

/**
 * Whether our clock is not far ahead: Discord's, in the id of a post of the last two hours, has got as far. Where no daily post is
 * running, there is none to ask, and ours is believed.
 *
 * @param time what the clock shows now, in epoch milliseconds
 */
export async function isBorneOut({ schedules, deliveries }: Services, time: number): Promise<boolean> {
  if ((await schedules.nextAt()) === undefined) return true;
  const isRecent = ({ dueAt }: Delivery): boolean => dueAt > time - recently && dueAt <= time;
  for (const id of (await deliveries.schedulesDueAfter(time - recently)).slice(0, mostAsked)) {
    const post = (await deliveries.ofSchedule(id, mostLookedThrough)).find((one) => isRecent(one) && one.state === "sent");
    if (post) return discordTime(post) >= post.dueAt - clocksDiffer;
  }
  return false;
}

/** When Discord had the message of a delivery, in epoch milliseconds by its own clock; long ago where there is none. */
function discordTime({ message }: Delivery): number {
  return message === undefined ? -Infinity : Number(BigInt(message) >> 22n) + discordEpoch;
}

/** Whether only a clock that ran ahead can have leased a delivery, or put it off, for so long. */
function isHeldTooLong({ state, dueAt, until, leaseUntil, retryAt }: Delivery, ahead: number): boolean {
  // What was put off until its own date waits for that; nothing else is put off beyond its window before that has passed.
  const isPutOff = retryAt > ahead && retryAt !== dueAt && (dueAt > ahead || retryAt > until);
  return state === "claimed" && (leaseUntil > ahead + leaseLasts || isPutOff);
}

/**
 * Takes a delivery from whoever holds it. They may be about to post it: this counts as an attempt, so that theirs comes too late, and
 * whoever takes the delivery over looks at the channel first, when a request that is on its way has ended.
 */
async function release(deliveries: Services["deliveries"], delivery: Delivery, time: number): Promise<void> {
  const { id, owner, failure } = delivery;
  if (!(await deliveries.attempt(delivery, { owner, until: 0 }, time))) return;
  await deliveries.retry(id, owner, { retryAt: time + leaseLasts, failure, isUnsent: false });
}

/** Since when a schedule has been posting, as far as this clock can tell, in epoch milliseconds. */
function since({ createdAt }: Schedule, time: number): number {
  return Math.min(createdAt, time);
}

/** Where nobody remembers the last post, today may have had it: rather one too few than one too many. */
function lastDateAtMost({ lastDate, rule }: Schedule, time: number): string {
  const today = dateIn(rule.zone, time);
  return lastDate > today ? today : lastDate;
}
