import type { Delivery, MissReason } from "../daily/delivery.ts";
import type { Schedule } from "../daily/schedule.ts";
import { addExtra, claimDue, giveUp, take, type Lease, type Plan } from "./claims.ts";
import type { Database } from "./database.ts";
import { deliveryOfRow, storable, type DeliveryRow } from "./deliveryRow.ts";

export type { Lease, Plan };

/**
 * What was posted, what is being posted, and what was missed. A date of a schedule has at most one delivery that is not extra:
 * the store makes sure of it. Every method is one transaction. A method that takes an `owner` does nothing, and says so with
 * false, when somebody else holds the lease or the delivery is no longer "claimed".
 */
export interface Deliveries {
  /**
   * Claims schedules that are due: locks up to `limit` of them (those that another process has locked are passed over), asks
   * `plan` about each, writes the schedules and the deliveries, and gives the claimed deliveries that are new. A schedule whose
   * plan is `undefined` is left as it is, and still due.
   */
  claimDue(now: number, limit: number, plan: (schedule: Schedule) => Plan | undefined): Promise<Delivery[]>;
  /** The servers of the up to `limit` schedules that have been due longest, each once; it locks nothing. */
  dueServers(now: number, limit: number): Promise<string[]>;
  /**
   * Keeps an extra delivery as `plan` says of the schedule as it is now, with the schedule as it is afterwards, while nobody
   * else can touch it; false, and nothing changes, when there is no such schedule, the plan is `undefined`, or one of its deliveries is there already.
   */
  addExtra(schedule: string, plan: (schedule: Schedule) => Plan | undefined): Promise<boolean>;
  /**
   * Takes over claimed deliveries whose `retryAt` has come (0: none was set) and whose lease has ended, or which this owner had
   * put off itself. Each is given to one caller, with the lease, and its `retryAt` is 0 again.
   */
  takeOver(now: number, limit: number, lease: Lease): Promise<Delivery[]>;
  /**
   * Notes, before a request leaves, that it may make the message: sets `attemptedAt` if it is not set, counts the attempt, renews
   * the lease. Somebody else may have tried since this copy of the delivery was read: then it is out of date, and false.
   */
  attempt(delivery: Pick<Delivery, "id" | "attempts">, lease: Lease, now: number): Promise<boolean>;
  /** Discord has it. The lease ends, so that whoever comes first may make the thread. */
  sent(id: string, owner: string, message: string, sentAt: number): Promise<boolean>;
  /** It is certain that Discord has it not. Its quote goes back into the deck of its schedule, to be shown in this round after all. */
  missed(id: string, owner: string, miss: MissReason): Promise<boolean>;
  uncertain(id: string, owner: string, failure: string): Promise<boolean>;
  /** Puts a try off; `isUnsent` where it is certain that no request so far can have made the message. */
  retry(id: string, owner: string, again: { retryAt: number; failure: string; isUnsent: boolean }): Promise<boolean>;
  /** Sent deliveries that still want their thread, whose `retryAt` has come; each is given to one caller, with the lease. */
  takeThreads(now: number, limit: number, lease: Lease): Promise<Delivery[]>;
  /** What became of a thread; a failed try is "wanted" again from `retryAt` on. */
  threaded(id: string, thread: "wanted" | "made" | "failed", retryAt: number, failure: string): Promise<void>;
  find(id: string): Promise<Delivery | undefined>;
  /** When the newest post of all was due, in epoch milliseconds; nothing where there was none. */
  latest(): Promise<number | undefined>;
  /** The newest deliveries of a schedule, newest first. */
  ofSchedule(schedule: string, limit: number): Promise<Delivery[]>;
  /** Schedules that have deliveries due after this instant: a sign that a clock was wrong. */
  schedulesDueAfter(instant: number): Promise<string[]>;
  /** Takes away missed deliveries of a schedule that are due after this instant. */
  forgetMissedAfter(schedule: string, instant: number): Promise<void>;
  /** Takes away what was due before this instant and is not "claimed". Gives how many. */
  forget(before: number): Promise<number>;
}

/** The deliveries of a store. */
export function createDeliveries(database: Database): Deliveries {
  /** Changes a claimed delivery if it is still this owner's; whether it was. */
  async function settle(id: string, owner: string, change: Partial<DeliveryRow>): Promise<boolean> {
    const { numUpdatedRows } = await database
      .updateTable("deliveries")
      .set(change)
      .where("id", "=", id)
      .where("owner", "=", owner)
      .where("state", "=", "claimed")
      .executeTakeFirstOrThrow();
    return numUpdatedRows > 0n;
  }

  return {
    claimDue: (now, limit, plan) => claimDue(database, now, limit, plan),
    addExtra: (schedule, plan) => addExtra(database, schedule, plan),

    dueServers: async (now, limit) => {
      const due = await database.selectFrom("schedules").select("server").where("next_at", "<=", now).orderBy("next_at").limit(limit).execute();
      return [...new Set(due.map(({ server }) => server))];
    },

    takeOver: (now, limit, lease) =>
      take(database, lease, (deliveries) =>
        deliveries
          .where("state", "=", "claimed")
          .where("retry_at", "<=", now)
          .where((row) => row.or([row("lease_until", "<=", now), row.and([row("owner", "=", lease.owner), row("retry_at", ">", 0)])]))
          .orderBy("retry_at")
          .limit(limit),
      ),

    takeThreads: (now, limit, lease) =>
      take(database, lease, (deliveries) =>
        deliveries
          .where("thread", "=", "wanted")
          .where("state", "=", "sent")
          .where("retry_at", "<=", now)
          .where("lease_until", "<=", now)
          .orderBy("retry_at")
          .limit(limit),
      ),

    attempt: async ({ id, attempts }, { owner, until }, now) => {
      const { numUpdatedRows } = await database
        .updateTable("deliveries")
        .set((row) => ({
          attempted_at: row.fn.coalesce("attempted_at", row.val(now)),
          attempts: row("attempts", "+", 1),
          lease_until: until,
        }))
        .where("id", "=", id)
        .where("owner", "=", owner)
        .where("state", "=", "claimed")
        .where("attempts", "=", attempts)
        .executeTakeFirstOrThrow();
      return numUpdatedRows > 0n;
    },

    sent: (id, owner, message, sentAt) => settle(id, owner, { state: "sent", message, sent_at: sentAt, failure: "", retry_at: 0, lease_until: 0 }),
    missed: (id, owner, miss) => giveUp(database, id, owner, miss),
    uncertain: (id, owner, failure) => settle(id, owner, { state: "uncertain", failure: storable(failure) }),
    retry: (id, owner, { retryAt, failure, isUnsent }) =>
      settle(id, owner, { retry_at: retryAt, failure: storable(failure), ...(isUnsent ? { attempted_at: null } : {}) }),

    threaded: async (id, thread, retryAt, failure) => {
      await database
        .updateTable("deliveries")
        .set({ thread, retry_at: retryAt, failure: storable(failure), lease_until: 0 })
        .where("id", "=", id)
        .execute();
    },

    find: async (id) => {
      const row = await database.selectFrom("deliveries").selectAll().where("id", "=", id).executeTakeFirst();
      return row && deliveryOfRow(row);
    },

    latest: async () => {
      const { latest } = await database
        .selectFrom("deliveries")
        .select(({ fn }) => fn.max("due_at").as("latest"))
        .where("state", "=", "sent")
        .executeTakeFirstOrThrow();
      return latest ?? undefined;
    },

    ofSchedule: async (schedule, limit) => {
      const rows = await database
        .selectFrom("deliveries")
        .selectAll()
        .where("schedule", "=", schedule)
        .orderBy("due_at", "desc")
        .orderBy("id", "desc")
        .limit(limit)
        .execute();
      return rows.map(deliveryOfRow);
    },

    schedulesDueAfter: async (instant) => {
      const rows = await database.selectFrom("deliveries").select("schedule").distinct().where("due_at", ">", instant).execute();
      return rows.map(({ schedule }) => schedule);
    },

    forgetMissedAfter: async (schedule, instant) => {
      await database.deleteFrom("deliveries").where("schedule", "=", schedule).where("due_at", ">", instant).where("state", "=", "missed").execute();
    },

    forget: async (before) => {
      const { numDeletedRows } = await database.deleteFrom("deliveries").where("due_at", "<", before).where("state", "!=", "claimed").executeTakeFirstOrThrow();
      return Number(numDeletedRows);
    },
  };
}
