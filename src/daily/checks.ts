/** Schedules that rest: whether they may go on, and that their moderators know. */
import { setImmediate as othersTurn } from "node:timers/promises";
import type { Services } from "../services.ts";
import { quotesOf } from "./decks.ts";
import { firstCheckAfter } from "./deliver.ts";
import { asLongAgain } from "./patience.ts";
import { pause, resume } from "./plan.ts";
import type { Poster } from "./poster.ts";
import type { PauseReason, Schedule } from "./schedule.ts";

const minute = 60_000;
const longestCheck = 360 * minute;
const tellRetry = minute;

export interface Checks {
  /** Lets a schedule go on whose trouble is mended; otherwise looks again after as long as it has lasted. */
  check(schedule: Schedule): Promise<void>;
  /** Tells its moderators, once, that a schedule rests and why. */
  tell(schedule: Schedule): Promise<void>;
  /** Looks which servers the bot is still in: the schedules of the others stop, and are forgotten in time. */
  lookForServers(): Promise<void>;
}

/** Makes the checks. They reject when the store cannot be used; what Discord cannot say is asked again later. */
export function createChecks({ libraries, schedules, shelves, now, log }: Services, poster: Poster): Checks {
  /** When each schedule's moderators may be told again, where it failed. */
  const tellAgain = new Map<string, number>();

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
      const { since, leftSince = time } = found.pause;
      const checkAt = time + asLongAgain(time - since, { least: firstCheckAfter, most: longestCheck });
      // Being removed, or coming back to other trouble, is news; anything else was told already.
      if (isRemoval(trouble) === isRemoval(found.pause.reason)) return { ...found, pause: { ...found.pause, reason: trouble, checkAt } };
      const left = isRemoval(trouble) ? { told: true, leftSince } : { told: false };
      return { ...found, pause: { reason: trouble, since: time, checkAt: time + firstCheckAfter, ...left } };
    });
    if (!trouble) log.info({ schedule: schedule.id }, "daily posts go on");
  }

  /** What still keeps a schedule from posting. @throws Error when Discord cannot say */
  async function troubleOf(schedule: Schedule): Promise<PauseReason | undefined> {
    const refusal = await poster.refusalOf(schedule);
    if (refusal) return { kind: "refused", refusal };
    const library = await libraries.of(schedule.server);
    return quotesOf(schedule, library.quoteIdsFor(schedule.filter)).length === 0 ? { kind: "noQuotes" } : undefined;
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

  async function lookForServers(): Promise<void> {
    const servers = await schedules.servers();
    const shelved = await shelves.servers();
    if (servers.length + shelved.length === 0) return;
    let ours: Set<string>;
    try {
      ours = await poster.servers();
    } catch (error) {
      log.warn({ error }, "could not look which servers the bot is in");
      return;
    }
    const time = now();
    for (const server of servers) {
      if (ours.has(server)) continue;
      for (const { id } of await schedules.ofServer(server)) await schedules.change(id, (schedule) => leave(schedule, time));
      // A file answers at once: many in a row would leave no moment for members.
      await othersTurn();
    }
    for (const { server, leftSince } of shelved) {
      if (ours.has(server) === (leftSince === undefined)) continue;
      await shelves.setLeft(server, ours.has(server) ? undefined : time);
      await othersTurn();
    }
    for (const { id, server } of await schedules.left()) {
      if (!ours.has(server)) continue;
      await schedules.change(id, comeBack);
      await othersTurn();
    }
  }

  return { check, tell, lookForServers };
}

/** A schedule of a server that the bot was removed from. What a moderator paused stays paused by them. */
function leave(schedule: Schedule, time: number): Schedule | undefined {
  if (schedule.pause?.leftSince !== undefined || schedule.state === "draft") return undefined;
  const reason: PauseReason = { kind: "refused", refusal: { kind: "left" } };
  if (!schedule.pause) return pause(schedule, { reason, since: time, checkAt: time + firstCheckAfter, told: true, leftSince: time });
  return { ...schedule, pause: { ...schedule.pause, told: true, leftSince: time } };
}

/** The schedule when the bot is in its server again; one that rests for no other reason is left to its next check. */
function comeBack(schedule: Schedule): Schedule | undefined {
  if (!schedule.pause || isRemoval(schedule.pause.reason)) return undefined;
  const { leftSince: _, ...rest } = schedule.pause;
  return { ...schedule, pause: rest };
}

/** Whether the bot was removed from the server: then there is nobody to tell. */
function isRemoval(reason: PauseReason): boolean {
  return reason.kind === "refused" && reason.refusal.kind === "left";
}
