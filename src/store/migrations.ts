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
  "0003_shelves": {
    up: async (database: Kysely<unknown>) => {
      await database.schema
        .createTable("shelves")
        .addColumn("server", "text", (column) => column.primaryKey())
        .addColumn("version", "integer", (column) => column.notNull())
        .addColumn("reports_channel", "text", (column) => column.notNull())
        .addColumn("left_since", "bigint")
        .execute();

      await database.schema
        .createTable("imports")
        .addColumn("server", "text", (column) => column.notNull())
        .addColumn("id", "text", (column) => column.notNull())
        .addColumn("state", "text", (column) => column.notNull())
        .addColumn("version", "integer", (column) => column.notNull())
        .addColumn("quotes", "integer", (column) => column.notNull())
        .addColumn("characters", "integer", (column) => column.notNull())
        .addColumn("at", "bigint", (column) => column.notNull())
        .addColumn("idle_since", "bigint")
        .addColumn("details", "text", (column) => column.notNull())
        // Last, for SQLite reads a row from its beginning, and no further than it must.
        .addColumn("transcript", "text", (column) => column.notNull())
        .addPrimaryKeyConstraint("imports_key", ["server", "id"])
        .execute();
      // None by state: SQLite would take it to look up a server's imports, among those of all servers.
      await database.schema.createIndex("imports_idle").on("imports").column("idle_since").execute();

      await database.schema
        .createTable("shelf_items")
        .addColumn("server", "text", (column) => column.notNull())
        .addColumn("kind", "text", (column) => column.notNull())
        .addColumn("id", "text", (column) => column.notNull())
        .addColumn("version", "integer", (column) => column.notNull())
        .addColumn("content", "text", (column) => column.notNull())
        .addPrimaryKeyConstraint("shelf_items_key", ["server", "kind", "id"])
        .execute();

      await database.schema
        .createTable("reports")
        .addColumn("server", "text", (column) => column.notNull())
        .addColumn("id", "text", (column) => column.notNull())
        .addColumn("state", "text", (column) => column.notNull())
        .addColumn("quote", "text", (column) => column.notNull())
        .addColumn("by", "text", (column) => column.notNull())
        .addColumn("at", "bigint", (column) => column.notNull())
        .addColumn("settled_at", "bigint")
        .addColumn("details", "text", (column) => column.notNull())
        .addPrimaryKeyConstraint("reports_key", ["server", "id"])
        .execute();
      await database.schema.createIndex("reports_settled").on("reports").column("settled_at").execute();

      await database.schema
        .createTable("library_events")
        .addColumn("server", "text", (column) => column.notNull())
        .addColumn("number", "integer", (column) => column.notNull())
        .addColumn("event", "text", (column) => column.notNull())
        .addPrimaryKeyConstraint("library_events_key", ["server", "number"])
        .execute();
    },
  },
};
