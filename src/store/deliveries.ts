import type { Delivery, MissReason } from "../daily/delivery.ts";
import type { Schedule } from "../daily/schedule.ts";

/** What becomes of a due schedule: how it is afterwards, and its new deliveries, at most one of them "claimed". */
export interface Plan {
  schedule: Schedule;
  deliveries: Delivery[];
}

/** Who claims, and until when nobody else may touch it. */
export interface Lease {
  owner: string;
  until: number;
}

/**
 * What was posted, what is being posted, and what was missed. A date of a schedule has at most one delivery that is not extra:
 * the store makes sure of it. Every method is one transaction. A method that takes an `owner` does nothing, and says so with
 * false, when somebody else holds the lease or the delivery is no longer "claimed".
 */
export interface Deliveries {
  /**
   * Claims schedules that are due: locks up to `limit` of them (those that another process has locked are passed over), asks
   * `plan` about each, writes the schedules and the deliveries, and gives the claimed deliveries that are new.
   */
  claimDue(now: number, limit: number, plan: (schedule: Schedule) => Plan): Promise<Delivery[]>;
  /** Keeps an extra delivery, with the schedule as it is after it; false when that delivery is there already. */
  addExtra(plan: Plan): Promise<boolean>;
  /** Takes over claimed deliveries whose lease has ended, or whose `retryAt` has come and which are this owner's own. */
  takeOver(now: number, limit: number, lease: Lease): Promise<Delivery[]>;
  /** Notes, before a request leaves, that it may make the message: sets `attemptedAt` if it is not set, counts the attempt, renews the lease. */
  attempt(id: string, lease: Lease, now: number): Promise<boolean>;
  sent(id: string, owner: string, message: string, sentAt: number): Promise<boolean>;
  missed(id: string, owner: string, miss: MissReason): Promise<boolean>;
  uncertain(id: string, owner: string, failure: string): Promise<boolean>;
  /** Puts a try off. */
  retry(id: string, owner: string, retryAt: number, failure: string): Promise<boolean>;
  /** Sent deliveries that still want their thread, whose `retryAt` has come; each is given to one caller, with the lease. */
  takeThreads(now: number, limit: number, lease: Lease): Promise<Delivery[]>;
  /** What became of a thread; a failed try is "wanted" again from `retryAt` on. */
  threaded(id: string, thread: "wanted" | "made" | "failed", retryAt: number, failure: string): Promise<void>;
  find(id: string): Promise<Delivery | undefined>;
  /** The newest deliveries of a schedule, newest first. */
  ofSchedule(schedule: string, limit: number): Promise<Delivery[]>;
  /** Schedules that have deliveries due after this instant: a sign that a clock was wrong. */
  schedulesDueAfter(instant: number): Promise<string[]>;
  /** Takes away missed deliveries of a schedule that are due after this instant. */
  forgetMissedAfter(schedule: string, instant: number): Promise<void>;
  /** Takes away what was due before this instant and is not "claimed". Gives how many. */
  forget(before: number): Promise<number>;
}
