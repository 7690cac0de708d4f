/** How one delivery comes to its channel once, or is known not to have. */
import type { Services } from "../services.ts";
import type { Delivery, MissReason } from "./delivery.ts";
import { retryAfter } from "./patience.ts";
import { pause } from "./plan.ts";
import { plainly, type Posted, type Poster } from "./poster.ts";
import type { Refusal } from "./refusal.ts";
import type { Schedule } from "./schedule.ts";

/**
 * Milliseconds that Discord certainly remembers a nonce for ("the past few minutes"): a request that is repeated within them makes no
 * second message. Later, and for what another process left, the channel's history is read before anything is posted again.
 */
const nonceLasts = 120_000;

/** How long after its window, in milliseconds, Discord is asked whether a post was made before it is given up as uncertain. */
const longestDoubt = 86_400_000;

/** When to look first whether what keeps posts from a channel is mended, in milliseconds. */
export const firstCheckAfter = 600_000;

/** How long a claimed delivery is left to its process, in milliseconds: longer than one request may take. */
export const leaseLasts = 15_000;

/** How far two clocks may be apart, in milliseconds, before one is taken for wrong. */
export const clocksDiffer = 120_000;

/** What delivering needs besides the services. */
export interface DeliverySettings {
  poster: Poster;
  /** The id of this process. */
  owner: string;
  /** From 0 to 1. */
  random: () => number;
}

/**
 * Gives the function that takes a claimed delivery to its channel and writes down what became of it. It rejects when the store
 * cannot be used; the delivery is then taken up again when its lease has ended.
 */
export function createDelivering({ schedules, deliveries, now, log }: Services, { poster, owner, random }: DeliverySettings): (delivery: Delivery) => Promise<void> {
  /** When this process last asked for each, in milliseconds of a clock that nobody sets. */
  const asked = new Map<string, number>();

  async function deliver(delivery: Delivery): Promise<void> {
    const schedule = await schedules.find(delivery.schedule);
    // What a moderator asked for at once comes even while the schedule rests.
    const isWanted = schedule !== undefined && (schedule.state === "running" || delivery.extra !== "");
    const mayBeThere = delivery.attemptedAt !== undefined;
    const isOver = now() >= delivery.until;
    // A date of days to come, claimed by a clock that ran ahead. What a moderator asked for has no date to wait for.
    const isEarly = delivery.dueAt > now() + clocksDiffer && delivery.extra === "";
    if (mayBeThere && (isOver || !isWanted || isEarly || !isFresh(delivery)) && !(await mayGoOn(delivery, isWanted && !isOver && !isEarly))) return;
    const time = now();
    if (!isWanted) return miss(delivery, { kind: "withdrawn" });
    if (time >= delivery.until) return miss(delivery, delivery.failure === "" ? { kind: "down" } : { kind: "discord", words: delivery.failure });
    if (isEarly) return wait(delivery);
    if (!(await deliveries.attempt(delivery, { owner, until: time + leaseLasts }, time))) return;
    remember(delivery.id);
    const attempted = { ...delivery, attemptedAt: delivery.attemptedAt ?? time, attempts: delivery.attempts + 1 };
    await note(attempted, schedule, await poster.post(attempted, schedule), mayBeThere);
  }

  /** Writes down what became of a post; `mayBeThere` says whether an earlier request may have made it. */
  async function note(delivery: Delivery, schedule: Schedule, posted: Posted, mayBeThere: boolean): Promise<void> {
    switch (posted.kind) {
      case "sent":
        return sent(delivery, posted.message, now());
      case "failed":
        return tryAgain(delivery, { ...posted, isUnsent: posted.isUnsent && !mayBeThere });
      case "withdrawn":
        if (!mayBeThere || (await mayGoOn(delivery, false))) await miss(delivery, { kind: "withdrawn" });
        return undefined;
      default:
        await rest(schedule.id, posted.refusal);
        if (!mayBeThere || (await mayGoOn(delivery, false))) await miss(delivery, { kind: "refused", refusal: posted.refusal });
        return undefined;
    }
  }

  /** Whether Discord certainly still knows the nonce: this process asked a moment ago, by its own clock and by one that nobody sets. */
  function isFresh({ id, attemptedAt = 0 }: Delivery): boolean {
    return performance.now() - (asked.get(id) ?? -Infinity) < nonceLasts && Math.abs(now() - attemptedAt) < nonceLasts;
  }

  function remember(id: string): void {
    const time = performance.now();
    for (const [other, at] of asked) if (time - at >= nonceLasts) asked.delete(other);
    if (!asked.has(id)) asked.set(id, time);
  }

  /**
   * Looks whether an earlier request made the message. False where it did, or where nobody can say: that is written down.
   *
   * @param nonceWillDo whether the same request under its nonce is an answer, too, as long as Discord should still know that
   */
  async function mayGoOn(delivery: Delivery, nonceWillDo: boolean): Promise<boolean> {
    // An attempt of days to come was noted by a clock that ran ahead, and says nothing of how far back to look.
    const found = await poster.find(delivery.attemptedAt! > now() + clocksDiffer ? { ...delivery, attemptedAt: undefined } : delivery);
    if (found.kind === "absent") return true;
    if (found.kind === "unreadable" && nonceWillDo && Math.abs(now() - delivery.attemptedAt!) < nonceLasts) return true;
    if (found.kind === "found") await sent(delivery, found.message, found.at);
    else if (found.kind === "failed" && now() < delivery.until + longestDoubt) await tryAgain(delivery, { words: found.words, isUnsent: false });
    else {
      log.warn({ delivery: delivery.id, words: found.words }, "daily post uncertain");
      await deliveries.uncertain(delivery.id, owner, plainly(found.words));
    }
    return false;
  }

  async function sent(delivery: Delivery, message: string, at: number): Promise<void> {
    if (await deliveries.sent(delivery.id, owner, message, at)) log.info({ delivery: delivery.id, late: at - delivery.dueAt }, "daily post sent");
  }

  async function miss(delivery: Delivery, reason: MissReason): Promise<void> {
    if (await deliveries.missed(delivery.id, owner, reason)) log.warn({ delivery: delivery.id, reason }, "daily post missed");
  }

  /** Leaves a delivery until its own date. */
  async function wait({ id, dueAt }: Delivery): Promise<void> {
    log.warn({ delivery: id, dueAt }, "a clock ran ahead; daily post waits for its date");
    await deliveries.retry(id, owner, { retryAt: dueAt, failure: "", isUnsent: true });
  }

  async function tryAgain(delivery: Delivery, failed: { words: string; isUnsent: boolean; retryAfter?: number }): Promise<void> {
    const { words, isUnsent } = failed;
    const time = now();
    const next = time + Math.max(failed.retryAfter ?? 0, retryAfter(Math.max(1, delivery.attempts), random()));
    // The end of the window is not slept through: then it is settled whether the post was missed.
    const retryAt = time < delivery.until ? Math.min(next, delivery.until) : next;
    log.warn({ delivery: delivery.id, words, in: retryAt - time }, "daily post put off");
    await deliveries.retry(delivery.id, owner, { retryAt: Math.round(retryAt), failure: plainly(words), isUnsent });
  }

  /** Lets a schedule rest that is refused, unless it rests already. */
  async function rest(id: string, refusal: Refusal): Promise<void> {
    const since = now();
    // What nothing explains, no check can find mended: that is for a moderator to say.
    const checkAt = refusal.kind === "other" ? undefined : since + firstCheckAfter;
    const hasLeft = refusal.kind === "left";
    const why = { reason: { kind: "refused" as const, refusal }, since, checkAt, told: hasLeft, ...(hasLeft ? { leftSince: since } : {}) };
    await schedules.change(id, (schedule) => (schedule.state === "running" ? pause(schedule, why) : undefined));
    log.warn({ schedule: id, refusal }, "daily posts paused");
  }

  return deliver;
}
