import type { Database } from "../database.ts";

/** How long a server's things are kept. */
export interface Keeping {
  /** The servers that anything is kept of, and since when the bot is out of them, in epoch milliseconds. */
  servers(): Promise<{ server: string; leftSince?: number }[]>;
  /** Notes since when the bot is out of a server, in epoch milliseconds (the first word counts); undefined when it is in it. */
  setLeft(server: string, since: number | undefined): Promise<void>;
  /**
   * Takes away drafts made before `draftsBefore`, what was removed and which reports were settled before `removedBefore`, and everything
   * of servers that the bot left before `leftBefore`. All in epoch milliseconds.
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
        await transaction.deleteFrom("imports").where("state", "=", "draft").where("idle_since", "<", draftsBefore).execute();
        await transaction.deleteFrom("imports").where("state", "=", "removed").where("idle_since", "<", removedBefore).execute();
        await transaction.deleteFrom("reports").where("settled_at", "<", removedBefore).execute();
      }),
  };
}
