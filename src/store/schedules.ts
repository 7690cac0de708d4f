import { schedulesPerServer, type Schedule } from "../daily/schedule.ts";
import { writeSchedules } from "./claims.ts";
import type { Database } from "./database.ts";
import { rowOfSchedule, scheduleOfRow } from "./scheduleRow.ts";

/** The daily posts that moderators set up. Every change is one transaction, and two at once come one after the other. */
export interface Schedules {
  /**
   * Keeps a new schedule under the smallest number that is free in its server (whatever `number` says), unless the server has
   * `schedulesPerServer` already: then it gives nothing. Drafts count.
   */
  add(schedule: Schedule): Promise<Schedule | undefined>;
  find(id: string): Promise<Schedule | undefined>;
  /** A server's schedules by number, without drafts. */
  ofServer(server: string): Promise<Schedule[]>;
  /** The servers that have schedules, drafts among them. */
  servers(): Promise<string[]>;
  /**
   * Reads a schedule, lets `change` say what it shall be (`undefined`: leave it), and writes that, while nobody else can
   * touch it. Gives what it is now; nothing when there is no such schedule.
   */
  change(id: string, change: (schedule: Schedule) => Schedule | undefined): Promise<Schedule | undefined>;
  /** Takes a schedule away with its deliveries; whether it was there. */
  remove(id: string): Promise<boolean>;
  /** When the next post of all is due, in epoch milliseconds; nothing where none is. */
  nextAt(): Promise<number | undefined>;
  /** Paused schedules whose check is due, with the oldest first; each is given to one caller and then not before `checkAgainAt`. */
  takeToCheck(now: number, limit: number, checkAgainAt: number): Promise<Schedule[]>;
  /** Paused schedules of which the moderators were not told yet, where somebody else than a moderator paused them. */
  toTell(limit: number): Promise<Schedule[]>;
  /** Those that rest in servers that the bot was removed from. */
  left(): Promise<Schedule[]>;
  /** Takes away drafts made before `draftsBefore`, and schedules that rest since before `leftBefore` because the bot was removed. Gives how many. */
  forget(draftsBefore: number, leftBefore: number): Promise<number>;
}

/** The schedules of a store. */
export function createSchedules(database: Database): Schedules {
  return {
    add: (schedule) =>
      database.transaction().execute(async (transaction) => {
        while (true) {
          const taken = await transaction.selectFrom("schedules").select("number").where("server", "=", schedule.server).execute();
          const number = numbers.find((number) => taken.every((row) => row.number !== number));
          if (number === undefined) return undefined;
          const numbered = { ...schedule, number };
          // Somebody else may take the number just now: then this waits for them, writes nothing, and we look again.
          const written = await transaction
            .insertInto("schedules")
            .values(rowOfSchedule(numbered))
            .onConflict((conflict) => conflict.columns(["server", "number"]).doNothing())
            .returning("id")
            .execute();
          if (written.length > 0) return numbered;
        }
      }),

    find: async (id) => {
      const row = await database.selectFrom("schedules").select("schedule").where("id", "=", id).executeTakeFirst();
      return row && scheduleOfRow(row);
    },

    ofServer: async (server) => {
      const rows = await database
        .selectFrom("schedules")
        .select("schedule")
        .where("server", "=", server)
        .where("state", "!=", "draft")
        .orderBy("number")
        .execute();
      return rows.map(scheduleOfRow);
    },

    servers: async () => {
      const rows = await database.selectFrom("schedules").select("server").distinct().execute();
      return rows.map(({ server }) => server);
    },

    change: (id, change) =>
      database.transaction().execute(async (transaction) => {
        const row = await transaction.selectFrom("schedules").select("schedule").where("id", "=", id).forUpdate().executeTakeFirst();
        if (!row) return undefined;
        const changed = change(scheduleOfRow(row));
        if (changed) await writeSchedules(transaction, [changed]);
        return changed ?? scheduleOfRow(row);
      }),

    remove: (id) =>
      database.transaction().execute(async (transaction) => {
        // The schedule first: whoever is just claiming it is waited for, and their delivery goes with it.
        const { numDeletedRows } = await transaction.deleteFrom("schedules").where("id", "=", id).executeTakeFirstOrThrow();
        await transaction.deleteFrom("deliveries").where("schedule", "=", id).execute();
        return numDeletedRows > 0n;
      }),

    nextAt: async () => {
      const { next } = await database
        .selectFrom("schedules")
        .select(({ fn }) => fn.min("next_at").as("next"))
        .executeTakeFirstOrThrow();
      return next ?? undefined;
    },

    takeToCheck: (now, limit, checkAgainAt) =>
      database.transaction().execute(async (transaction) => {
        const rows = await transaction
          .selectFrom("schedules")
          .select("schedule")
          .where("check_at", "<=", now)
          .orderBy("check_at")
          .limit(limit)
          .forUpdate()
          .skipLocked()
          .execute();
        const taken = rows.map(scheduleOfRow).map((schedule) => ({ ...schedule, pause: { ...schedule.pause!, checkAt: checkAgainAt } }));
        await writeSchedules(transaction, taken);
        return taken;
      }),

    toTell: async (limit) => {
      const rows = await database.selectFrom("schedules").select("schedule").where("untold_since", ">=", 0).orderBy("untold_since").limit(limit).execute();
      return rows.map(scheduleOfRow);
    },

    left: async () => {
      const rows = await database.selectFrom("schedules").select("schedule").where("idle_since", ">=", 0).where("state", "=", "paused").execute();
      return rows.map(scheduleOfRow);
    },

    forget: (draftsBefore, leftBefore) =>
      database.transaction().execute(async (transaction) => {
        const drafts = await transaction.deleteFrom("schedules").where("state", "=", "draft").where("idle_since", "<", draftsBefore).returning("id").execute();
        const left = await transaction.deleteFrom("schedules").where("state", "=", "paused").where("idle_since", "<", leftBefore).returning("id").execute();
        const gone = [...drafts, ...left];
        for (const { id } of gone) await transaction.deleteFrom("deliveries").where("schedule", "=", id).execute();
        return gone.length;
      }),
  };
}

const numbers = Array.from({ length: schedulesPerServer }, (_, at) => at + 1);
