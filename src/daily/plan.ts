/** What becomes of a schedule: when its hour has come, when a moderator asks for a post at once, and when it must look anew for its next date. */
import { draw, drawOutOfTurn } from "../library/deck.ts";
import type { Plan } from "../store/deliveries.ts";
import { quotesOf } from "./decks.ts";
import { deliveryId, extraDeliveryId, type Delivery } from "./delivery.ts";
import { dateIn, newestDateAnywhere } from "./localTime.ts";
import { nextRun, runsUntil, skip } from "./runs.ts";
import type { Pause, Run, Schedule } from "./schedule.ts";

/** How long a post may be late, in milliseconds, who claims it, and until when (epoch milliseconds) nobody else may. */
export interface Terms {
  window: number;
  owner: string;
  leaseUntil: number;
}

/** After an outage, how many of the dates that went by are written down. */
export const mostMissed = 31;
/** How long until a schedule without quotes is looked at again, in milliseconds. */
export const emptyCheckAfter = 3_600_000;

/**
 * What a due schedule does: claims its newest run if the run's window is still open, and counts every older one as missed, so that
 * there is never a backlog. A missed date uses up no quote. Where no quote is left, it pauses and misses nothing.
 *
 * @param quoteIds the quotes that fit its filter
 * @param now epoch milliseconds
 */
export function planDue(schedule: Schedule, quoteIds: readonly string[], now: number, terms: Terms): Plan {
  const { rule, lastDate, next } = schedule;
  if (schedule.state !== "running" || !next || next.at > now) return { schedule, deliveries: [] };
  const quotes = quotesOf(schedule, quoteIds);
  if (quotes.length === 0) {
    return { schedule: pause(schedule, { reason: { kind: "noQuotes" }, since: now, checkAt: now + emptyCheckAfter, told: false }), deliveries: [] };
  }
  const passed = runsUntil(rule, { from: next.date, lastDate, until: now, limit: mostMissed });
  const newest = passed.at(-1);
  const following = nextRun(rule, now, lastDate);
  const until = newest ? Math.min(newest.at + terms.window, following?.at ?? Infinity) : 0;
  const inTime = newest !== undefined && now < until;
  const missed = (inTime ? passed.slice(0, -1) : passed).map((run) => missedDelivery(schedule, run, terms));
  if (!inTime) return { schedule: { ...schedule, next: following }, deliveries: missed };
  const { id: quote, ...deck } = draw(quotes, schedule.id, schedule.deck.place, schedule.deck.moved);
  const claimed = claimedDelivery(schedule, { id: deliveryId(schedule.id, newest.date), extra: "", date: newest.date, quote, dueAt: newest.at, until }, terms);
  return {
    schedule: { ...schedule, deck: { ...schedule.deck, ...deck }, lastDate: newest.date, next: following },
    deliveries: [...missed, claimed],
  };
}

/** A post that a moderator asks for at once. `asking` is the id of that interaction, a snowflake. */
export interface Asking extends Terms {
  asking: string;
  /**
   * true: the dates and the next quotes stay as planned, for it takes the last quote of the round, out of turn (in a round that has
   * but one left, that one). false: it is the next planned post, only now: its quote, and its date, which does not come again. While
   * the schedule rests there is no such date, and it is only the next quote.
   */
  keepsPlace: boolean;
}

/**
 * The delivery of a post asked for at once, and the schedule after it; nothing where no quote fits.
 *
 * @param quoteIds the quotes that fit its filter
 * @param now epoch milliseconds
 */
export function planExtra(schedule: Schedule, quoteIds: readonly string[], now: number, asked: Asking): Plan | undefined {
  const quotes = quotesOf(schedule, quoteIds);
  if (quotes.length === 0) return undefined;
  const { place, moved } = schedule.deck;
  const { id: quote, ...dealt } = asked.keepsPlace ? drawOutOfTurn(quotes, schedule.id, place, moved) : draw(quotes, schedule.id, place, moved);
  const after: Schedule = { ...schedule, deck: { ...schedule.deck, ...dealt } };
  const times = { quote, dueAt: now, until: now + asked.window };
  if (asked.keepsPlace || !schedule.next) {
    const id = extraDeliveryId(schedule.id, asked.asking);
    const date = dateIn(schedule.rule.zone, now);
    return { schedule: after, deliveries: [claimedDelivery(schedule, { ...times, id, extra: asked.asking, date }, asked)] };
  }
  const { date } = schedule.next;
  // The date is left out, rather than counted as the newest claimed: those before it may still come when the days are changed.
  const rule = skip(schedule.rule, date, now);
  return {
    schedule: { ...after, rule, next: nextRun(rule, now, schedule.lastDate) },
    deliveries: [claimedDelivery(schedule, { ...times, id: deliveryId(schedule.id, date), extra: "", date }, asked)],
  };
}

/**
 * The schedule with its next date from now on: after a change of its rule, or when a clock was wrong. A date that is nowhere on
 * earth yet was claimed by a clock that ran ahead, and bounds nothing.
 *
 * @param now epoch milliseconds
 */
export function replan(schedule: Schedule, now: number): Schedule {
  const newest = newestDateAnywhere(now);
  const lastDate = schedule.lastDate > newest ? newest : schedule.lastDate;
  const next = schedule.state === "running" ? nextRun(schedule.rule, now, lastDate) : undefined;
  return { ...schedule, lastDate, next };
}

/** The schedule at rest. */
export function pause(schedule: Schedule, why: Pause): Schedule {
  return { ...schedule, state: "paused", pause: why, next: undefined };
}

/** The schedule running, from its first date after now (epoch milliseconds): a draft that is confirmed, or one that rested. */
export function resume(schedule: Schedule, now: number): Schedule {
  return replan({ ...schedule, state: "running", pause: undefined }, now);
}

type Planned = Pick<Delivery, "id" | "extra" | "date" | "quote" | "dueAt" | "until">;

/** Each property stands here by name: spreading `planned` took nearly half of the time that planning takes. */
function claimedDelivery(schedule: Schedule, { id, extra, date, quote, dueAt, until }: Planned, { owner, leaseUntil }: Terms): Delivery {
  return {
    id,
    extra,
    date,
    quote,
    dueAt,
    until,
    schedule: schedule.id,
    server: schedule.server,
    channel: schedule.channel,
    state: "claimed",
    owner,
    leaseUntil,
    attempts: 0,
    retryAt: 0,
    failure: "",
    thread: schedule.thread ? "wanted" : "none",
  };
}

function missedDelivery(schedule: Schedule, { date, at }: Run, { window }: Terms): Delivery {
  const planned: Planned = { id: deliveryId(schedule.id, date), extra: "", date, quote: "", dueAt: at, until: at + window };
  const terms: Terms = { window, owner: "", leaseUntil: 0 };
  return { ...claimedDelivery(schedule, planned, terms), state: "missed", miss: { kind: "down" }, thread: "none" };
}
