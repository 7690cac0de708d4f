/** What a running bot looks after besides posting: threads, schedules that rest, forgetting, and clocks that were wrong. */
import { daysToBringBack } from "../library/shelf.ts";
import type { Services } from "../services.ts";
import { createChecks } from "./checks.ts";
import { firstCheckAfter, leaseLasts } from "./deliver.ts";
import type { Delivery } from "./delivery.ts";
import { asLongAgain } from "./patience.ts";
import { plainly, type Poster } from "./poster.ts";
import { isBorneOut, mendDates } from "./wrongClock.ts";

/** Days until what a server set up is deleted after the bot was removed from it; the privacy text says so. */
export const daysKeptAfterLeaving = 30;
/** Days that what became of a post is remembered. */
export const daysDeliveriesKept = 90;

const hour = 3_600_000;
const day = 24 * hour;

/** How many of each are looked at in one round. */
const few = 10;
const threadRetry = { least: 10_000, most: hour };

/** What this needs besides the services: the id of this process, and how many milliseconds a post may be late. */
export interface UpkeepSettings {
  poster: Poster;
  owner: string;
  window: number;
}

/** Gives the function that does one round of all this. It rejects when the store cannot be used. */
export function createUpkeep(services: Services, { poster, owner, window }: UpkeepSettings): () => Promise<void> {
  const { schedules, deliveries, shelves, now, log } = services;
  const checks = createChecks(services, poster);
  let lastRound = Infinity;
  let lastHourly = -Infinity;

  async function round(): Promise<void> {
    const time = now();
    const isHourly = time >= lastHourly + hour;
    if (isHourly || time < lastRound) {
      // A clock that has just leapt may be wrong: nothing is forgotten by it before it has gone on evenly.
      const isSteady = time >= lastRound && time < lastRound + day;
      lastHourly = time;
      await onItsOwn("a clock that was wrong", () => mendDates(services, time, window));
      if (isHourly) await checks.lookForServers();
      // Last, so that a server is kept to which the bot was invited back just in time.
      if (isSteady && (await isBorneOut(services, time))) await forget(time);
    }
    lastRound = time;
    for (const delivery of await deliveries.takeThreads(time, few, { owner, until: time + leaseLasts })) await openThread(delivery);
    for (const schedule of await schedules.takeToCheck(time, few, time + firstCheckAfter)) await onItsOwn(schedule.id, () => checks.check(schedule));
    for (const schedule of await schedules.toTell(few)) await checks.tell(schedule);
  }

  /** What fails for one, as in a zone that this machine does not know, keeps nobody else waiting. */
  async function onItsOwn(what: string, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      log.error({ what, error }, "daily upkeep failed for one");
    }
  }

  async function forget(time: number): Promise<void> {
    const leftBefore = time - daysKeptAfterLeaving * day;
    await schedules.forget(time - day, leftBefore);
    await deliveries.forget(time - daysDeliveriesKept * day);
    await shelves.forget({ draftsBefore: time - day, removedBefore: time - daysToBringBack * day, leftBefore });
  }

  async function openThread(delivery: Delivery): Promise<void> {
    const threaded = await poster.openThread(delivery);
    if (threaded.kind === "made") return deliveries.threaded(delivery.id, "made", 0, "");
    const time = now();
    const lasted = time - (delivery.sentAt ?? time);
    const isHopeless = threaded.forGood || lasted > day;
    log.warn({ delivery: delivery.id, words: threaded.words }, isHopeless ? "thread given up" : "thread put off");
    return deliveries.threaded(delivery.id, isHopeless ? "failed" : "wanted", time + asLongAgain(lasted, threadRetry), plainly(threaded.words));
  }

  return round;
}
