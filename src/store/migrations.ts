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
  "0002_daily_posts": {
    up: async (database: Kysely<unknown>) => {
      await database.schema
        .createTable("schedules")
        .addColumn("id", "text", (column) => column.primaryKey())
        .addColumn("server", "text", (column) => column.notNull())
        .addColumn("number", "integer", (column) => column.notNull())
        .addColumn("state", "text", (column) => column.notNull())
        .addColumn("next_at", "bigint")
        .addColumn("check_at", "bigint")
        .addColumn("untold_since", "bigint")
        .addColumn("idle_since", "bigint")
        .addColumn("schedule", "text", (column) => column.notNull())
        .addUniqueConstraint("schedules_number", ["server", "number"])
        .execute();
      await database.schema.createIndex("schedules_next").on("schedules").column("next_at").execute();
      await database.schema.createIndex("schedules_check").on("schedules").column("check_at").execute();
      await database.schema.createIndex("schedules_untold").on("schedules").column("untold_since").execute();
      await database.schema.createIndex("schedules_idle").on("schedules").column("idle_since").execute();

      await database.schema
        .createTable("deliveries")
        .addColumn("id", "text", (column) => column.primaryKey())
        .addColumn("schedule", "text", (column) => column.notNull())
        .addColumn("server", "text", (column) => column.notNull())
        .addColumn("channel", "text", (column) => column.notNull())
        .addColumn("date", "text", (column) => column.notNull())
        .addColumn("extra", "text", (column) => column.notNull())
        .addColumn("quote", "text", (column) => column.notNull())
        .addColumn("due_at", "bigint", (column) => column.notNull())
        .addColumn("until", "bigint", (column) => column.notNull())
        .addColumn("state", "text", (column) => column.notNull())
        .addColumn("owner", "text", (column) => column.notNull())
        .addColumn("lease_until", "bigint", (column) => column.notNull())
        .addColumn("attempted_at", "bigint")
        .addColumn("attempts", "integer", (column) => column.notNull())
        .addColumn("retry_at", "bigint", (column) => column.notNull())
        .addColumn("failure", "text", (column) => column.notNull())
        .addColumn("miss", "text")
        .addColumn("message", "text")
        .addColumn("sent_at", "bigint")
        .addColumn("thread", "text", (column) => column.notNull())
        .addUniqueConstraint("deliveries_once", ["schedule", "date", "extra"])
        .execute();
      await database.schema.createIndex("deliveries_due").on("deliveries").column("due_at").execute();
      await database.schema.createIndex("deliveries_state").on("deliveries").columns(["state", "thread", "retry_at"]).execute();
    },
  },
};
