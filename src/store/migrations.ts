import type { Kysely, Migration } from "kysely";

/** How the tables came to be, oldest first. What has been released is never edited: a change is a new migration. */
export const migrations: Record<string, Migration> = {
  "0001_deck_places": {
    up: async (database: Kysely<unknown>) => {
      await database.schema
        .createTable("deck_places")
        .addColumn("deck", "text", (column) => column.primaryKey())
        .addColumn("cycle", "integer", (column) => column.notNull())
        .addColumn("key", "text", (column) => column.notNull())
        .addColumn("ended", "text", (column) => column.notNull())
        .execute();
    },
  },
};
