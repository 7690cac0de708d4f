import type { Refusal } from "./refusal.ts";

/** Why nothing was posted on a date. */
export type MissReason =
  /** The bot was not running, or could not reach its store, until the window had passed. */
  | { kind: "down" }
  /** Discord could not be reached, or answered with errors, until the window had passed. */
  | { kind: "discord"; words: string }
  | { kind: "refused"; refusal: Refusal }
  /** The quote, or the whole schedule, went between the claim and the post. */
  | { kind: "withdrawn" };

/** One planned post of one schedule on one local date, and what became of it. Times in epoch milliseconds. */
export interface Delivery {
  /** At most 25 letters and digits: the nonce of its message, and the mark by which we know it in the channel. */
  id: string;
  schedule: string;
  server: string;
  channel: string;
  date: string;
  /** "" for the planned post of a date; for one that a moderator asked for at once, the id of the asking. */
  extra: string;
  quote: string;
  dueAt: number;
  /** The end of its window: nothing is posted from here on. */
  until: number;
  /**
   * claimed: to be posted, by whoever holds the lease. sent: Discord has it, and said so. missed: not posted, and it is
   * certain. uncertain: it may have been posted just before a crash, and cannot be looked for; rather missed than twice.
   */
  state: "claimed" | "sent" | "missed" | "uncertain";
  /** Who works on it (the id of a process), and until when nobody else may. */
  owner: string;
  leaseUntil: number;
  /** When the first request that could have made the message left; absent before that. */
  attemptedAt?: number;
  attempts: number;
  /** Not to be tried before this. */
  retryAt: number;
  /** The newest failure, in words for a moderator; "" for none. */
  failure: string;
  miss?: MissReason;
  /** The message's id, and when Discord had it. */
  message?: string;
  sentAt?: number;
  /** The thread that it wants: none, still to be made, made, or given up. */
  thread: "none" | "wanted" | "made" | "failed";
}

/** The id of the planned post of a schedule on a local date; always the same, so that it is one nonce whoever sends it. */
export function deliveryId(schedule: string, date: string): string {
  return `${schedule}${date.replaceAll("-", "")}`;
}

/** The id of a post that a moderator asked for at once; `asking` is the id of that interaction, a snowflake. */
export function extraDeliveryId(schedule: string, asking: string): string {
  return `${schedule}x${BigInt(asking).toString(36)}`;
}
