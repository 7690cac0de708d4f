import type { Transaction } from "kysely";
import type { Database, Tables } from "../database.ts";
import { hold } from "./held.ts";
import { forgetEdits } from "./origins.ts";

/** How long a server's things are kept. */
export interface Keeping {
  /** The servers that anything is kept of, and since when the bot is out of them, in epoch milliseconds. */
  servers(): Promise<{ server: string; leftSince?: number }[]>;
  /** Notes since when the bot is out of a server, in epoch milliseconds (the first word counts); undefined when it is in it. */
  setLeft(server: string, since: number | undefined): Promise<void>;
  /**
   * Takes away drafts made before `draftsBefore`, what was removed (with all that was done to its quotes) and which reports were settled
   * before `removedBefore`, and everything of servers that the bot left before `leftBefore`. All in epoch milliseconds.
   */
  forget(before: { draftsBefore: number; removedBefore: number; leftBefore: number }): Promise<void>;
}

const ofServers = ["imports", "shelf_items", "reports", "library_events"] as const;

/** The keeping of a store. */
export function createKeeping(database: Database): Keeping {
  return {
    servers: async () => {
      const rows = await database.selectFrom("shelves").select(["server", "left_since"]).execute();
      return rows.map(({ server, left_since }) => (left_since === null ? { server } : { server, leftSince: left_since }));
    },

    setLeft: async (server, since) => {
      const isNews = since === undefined ? "is not" : "is";
      await database
        .updateTable("shelves")
        .set({ left_since: since ?? null })
        .where("server", "=", server)
        .where("left_since", isNews, null)
        .execute();
    },

    forget: ({ draftsBefore, removedBefore, leftBefore }) =>
      database.transaction().execute(async (transaction) => {
        // The shelves first, as everybody takes hold of them first.
        const left = await transaction.deleteFrom("shelves").where("left_since", "<", leftBefore).returning("server").execute();
        for (const { server } of left) {
          for (const table of ofServers) await transaction.deleteFrom(table).where("server", "=", server).execute();
        }
        await forgetRemoved(transaction, removedBefore);
        await transaction.deleteFrom("imports").where("state", "=", "draft").where("idle_since", "<", draftsBefore).execute();
        await transaction.deleteFrom("reports").where("settled_at", "<", removedBefore).execute();
      }),
  };
}

async function forgetRemoved(transaction: Transaction<Tables>, before: number): Promise<void> {
  // In one order, so that two who forget at once don't wait for each other.
  const servers = await transaction.selectFrom("imports").select("server").distinct().where("state", "=", "removed").where("idle_since", "<", before).orderBy("server").execute();
  for (const { server } of servers) {
    const held = await hold(transaction, server);
    const gone = await transaction
      .deleteFrom("imports")
      .where("server", "=", server)
      .where("state", "=", "removed")
      .where("idle_since", "<", before)
      .returning("id")
      .execute();
    if (held) await forgetEdits(held, gone.map(({ id }) => id));
  }
}
