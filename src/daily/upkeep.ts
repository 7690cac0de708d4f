/** What a running bot looks after besides posting: threads, schedules that rest, telling moderators, forgetting, and clocks that were wrong. */
import type { Services } from "../services.ts";
import { firstCheckAfter, leaseLasts } from "./deliver.ts";
import type { Delivery } from "./delivery.ts";
import { asLongAgain } from "./patience.ts";
import { resume } from "./plan.ts";
import type { Poster } from "./poster.ts";
import { quotesOf } from "./decks.ts";
import { nextRun } from "./runs.ts";
import type { PauseReason, Schedule } from "./schedule.ts";

/** Days until what a server set up is deleted after the bot was removed from it; the privacy text says so. */
export const daysKeptAfterLeaving = 30;
/** Days that what became of a post is remembered. */
export const daysDeliveriesKept = 90;

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** How many of each are looked at in one round. */
const few = 10;
const longestCheck = 6 * hour;
const threadRetry = { least: 10_000, most: hour };
const tellRetry = minute;
/** How far two clocks may be apart, in milliseconds, before one is taken for wrong. */
const clocksDiffer = 2 * minute;

/** What this needs besides the services: the id of this process, and how many milliseconds a post may be late. */
export interface UpkeepSettings {
  poster: Poster;
  owner: string;
  window: number;
}

/** Gives the function that does one round of all this. It rejects when the store cannot be used. */
export function createUpkeep({ library, schedules, deliveries, now, log }: Services, { poster, owner, window }: UpkeepSettings): () => Promise<void> {
  let lastRound = Infinity;
  let lastHourly = -Infinity;
  /** When each schedule's moderators may be told again, where it failed. */
  const tellAgain = new Map<string, number>();

  async function round(): Promise<void> {
    const time = now();
    const wentBack = time < lastRound;
    if (wentBack || time >= lastHourly + hour) {
      lastHourly = time;
      await mendDates(time);
      await forget(time);
    }
    lastRound = time;
    for (const delivery of await deliveries.takeThreads(time, few, { owner, until: time + leaseLasts })) await openThread(delivery);
    for (const schedule of await schedules.takeToCheck(time, few, time + firstCheckAfter)) await check(schedule);
    for (const schedule of await schedules.toTell(few)) await tell(schedule);
  }

  /** A clock that ran ahead has claimed or given up dates that are still to come: all but what was really posted is planned anew. */
  async function mendDates(time: number): Promise<void> {
    const ahead = time + clocksDiffer;
    for (const id of await deliveries.schedulesDueAfter(ahead)) {
      await deliveries.forgetMissedAfter(id, ahead);
      const posted = (await deliveries.ofSchedule(id, daysDeliveriesKept)).find((one) => one.extra === "" && one.state !== "missed" && one.dueAt <= ahead);
      await schedules.change(id, (schedule) => {
        if (schedule.state !== "running") return undefined;
        const lastDate = posted?.date ?? "";
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

  async function forget(time: number): Promise<void> {
    await schedules.forget(time - day, time - daysKeptAfterLeaving * day);
    await deliveries.forget(time - daysDeliveriesKept * day);
  }

  async function openThread(delivery: Delivery): Promise<void> {
    const threaded = await poster.openThread(delivery);
    if (threaded.kind === "made") return deliveries.threaded(delivery.id, "made", 0, "");
    const time = now();
    const lasted = time - (delivery.sentAt ?? time);
    const isHopeless = threaded.forGood || lasted > day;
    log.warn({ delivery: delivery.id, words: threaded.words }, isHopeless ? "thread given up" : "thread put off");
    return deliveries.threaded(delivery.id, isHopeless ? "failed" : "wanted", time + asLongAgain(lasted, threadRetry), threaded.words);
  }

  /** Lets a schedule go on whose trouble is mended; otherwise looks again after as long as it has lasted. */
  async function check(schedule: Schedule): Promise<void> {
    let trouble: PauseReason | undefined;
    try {
      trouble = await troubleOf(schedule);
    } catch (error) {
      // The next check is planned already.
      log.warn({ schedule: schedule.id, error }, "could not look whether a daily post is mended");
      return;
    }
    const time = now();
    await schedules.change(schedule.id, (found) => {
      if (found.state !== "paused" || !found.pause || found.pause.reason.kind === "moderator") return undefined;
      if (!trouble) return resume(found, time);
      const { since } = found.pause;
      const checkAt = time + asLongAgain(time - since, { least: firstCheckAfter, most: longestCheck });
      // Being removed, or coming back to other trouble, is news; anything else was told already.
      if (isRemoval(trouble) === isRemoval(found.pause.reason)) return { ...found, pause: { ...found.pause, reason: trouble, checkAt } };
      return { ...found, pause: { reason: trouble, since: time, checkAt: time + firstCheckAfter, told: isRemoval(trouble) } };
    });
    if (!trouble) log.info({ schedule: schedule.id }, "daily posts go on");
  }

  /** What still keeps a schedule from posting. @throws Error when Discord cannot say */
  async function troubleOf(schedule: Schedule): Promise<PauseReason | undefined> {
    const refusal = await poster.refusalOf(schedule);
    if (refusal) return { kind: "refused", refusal };
    const quotes = quotesOf(schedule, library.quotesFor(schedule.filter).map(({ id }) => id));
    return quotes.length === 0 ? { kind: "noQuotes" } : undefined;
  }

  async function tell(schedule: Schedule): Promise<void> {
    const time = now();
    if (time < (tellAgain.get(schedule.id) ?? -Infinity)) return;
    tellAgain.delete(schedule.id);
    try {
      const reached = await poster.tell(schedule);
      if (!reached) log.info({ schedule: schedule.id }, "no moderator could be told that daily posts rest");
    } catch (error) {
      log.warn({ schedule: schedule.id, error }, "telling moderators is put off");
      tellAgain.set(schedule.id, time + tellRetry);
      return;
    }
    await schedules.change(schedule.id, (found) => (found.pause ? { ...found, pause: { ...found.pause, told: true } } : undefined));
  }

  return round;
}

/** Whether the bot was removed from the server: then there is nobody to tell. */
function isRemoval(reason: PauseReason): boolean {
  return reason.kind === "refused" && reason.refusal.kind === "left";
}
