import type { Place } from "../library/deck.ts";
import type { QuoteFilter } from "../library/question.ts";
import type { Refusal } from "./refusal.ts";

/** When to post, as a moderator says it: an hour on the wall clock of a place, on some days of the week. */
export interface Rule {
  /** "09:00", on a clock of 24 hours. */
  time: string;
  /** An IANA time zone, such as "Europe/Paris". */
  zone: string;
  /** Days of the week in ISO's numbers, Monday 1 to Sunday 7, in order and at least one. */
  days: number[];
  /** Local dates (such as "2026-11-22") to leave out. */
  skipped: string[];
  /** The first local date to post on again; "" when nothing is put off. */
  from: string;
}

/** A planned post: its local date in the schedule's zone, and the instant in epoch milliseconds. */
export interface Run {
  date: string;
  at: number;
}

/** Why a schedule rests. */
export type PauseReason =
  | { kind: "moderator"; user: string }
  /** No quote fits its filter (any more). */
  | { kind: "noQuotes" }
  | { kind: "refused"; refusal: Refusal };

/** How long and why a schedule rests, and what was done about it. Times in epoch milliseconds. */
export interface Pause {
  reason: PauseReason;
  since: number;
  /** When to look next whether it is mended; absent where only a moderator can resume. */
  checkAt?: number;
  /** Whether the moderators have been told. */
  told: boolean;
  /** Since when the bot is no longer in the server: what is forgotten in time. */
  leftSince?: number;
}

/** How a schedule's deck lies: library/deck.ts has the order. */
export interface ScheduleDeck {
  place: Place;
  /** Quotes that changed places in this cycle: by id, the beginning of the key each now has. */
  moved: Record<string, string>;
  /** Quotes, by id, that this schedule never shows. */
  banned: string[];
}

/** A daily post that a moderator set up. All ids are Discord's but for its own and the filter's. */
export interface Schedule {
  /** Ten letters and digits; also the id of its deck. */
  id: string;
  server: string;
  /** What moderators call it in their server: 1, 2, 3. */
  number: number;
  channel: string;
  /** The moderator who set it up. */
  createdBy: string;
  createdAt: number;
  /** A draft waits for its moderator to confirm it, and is never posted. */
  state: "draft" | "running" | "paused";
  rule: Rule;
  filter: QuoteFilter;
  /** The one role to ping; "" for none; the server's own id for everyone. */
  role: string;
  /** Whether each post gets a thread to talk in. */
  thread: boolean;
  /** Whether posts come without a notification. */
  silent: boolean;
  deck: ScheduleDeck;
  /** The newest local date that was claimed for posting, "" before the first: no date up to it comes again. A missed date is not. */
  lastDate: string;
  /** Absent in a draft, while it is paused, and where no date is left. */
  next?: Run;
  pause?: Pause;
}

/** How many schedules a server may have: as many as fit into one menu. */
export const schedulesPerServer = 25;
