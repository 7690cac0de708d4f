import { Kysely, Migrator, type Dialect } from "kysely";
import { afterEach, beforeEach, expect, it } from "vitest";
import { newDeck } from "../../src/library/deck.ts";
import type { Tables } from "../../src/store/database.ts";
import { createDecks } from "../../src/store/decks.ts";
import { createDeliveries } from "../../src/store/deliveries.ts";
import { migrations } from "../../src/store/migrations.ts";
import { openPostgres } from "../../src/store/postgres.ts";
import { createSchedules } from "../../src/store/schedules.ts";
import { createShelves } from "../../src/store/shelves.ts";
import { openSqlite } from "../../src/store/sqlite.ts";
import { describeOnStores, type StorePlace } from "../stores.ts";
import { noon, planNoon, sampleSchedule } from "./samples.ts";
import { sampleDeed, sampleDraft } from "./shelfSamples.ts";

describeOnStores("a store of the daily posts' release", (store) => {
  let place: StorePlace;

  beforeEach(async () => {
    place = await store.makePlace();
  });
  afterEach(() => place.remove());

  /** Lets that release make the store, and do something in it. */
  async function useBefore(use: (database: Kysely<Tables>) => Promise<void>): Promise<void> {
    const dialect: Dialect = store.name === "SQLite" ? openSqlite(place.url.replace("file:", "")).dialect : openPostgres(place.url);
    const database = new Kysely<Tables>({ dialect });
    const then = Object.fromEntries(Object.entries(migrations).filter(([name]) => name <= "0002_daily_posts"));
    const { error } = await new Migrator({ db: database, provider: { getMigrations: async () => then } }).migrateToLatest();
    expect(error).toBeUndefined();
    await use(database);
    await database.destroy();
  }

  it("is taken up with all that is in it, and servers can add interviews to it", async () => {
    const schedule = sampleSchedule();
    await useBefore(async (database) => {
      await createSchedules(database).add(schedule);
      await createDeliveries(database).claimDue(noon("2026-11-22"), 10, planNoon("me"));
      await database.insertInto("deck_places").values({ deck: "#general", ...newDeck }).execute();
      await expect(createShelves(database).servers()).rejects.toThrow(/shelves/);
    });

    const database = await place.open();
    expect(await createSchedules(database).find(schedule.id)).toMatchObject({ id: schedule.id, lastDate: "2026-11-22" });
    expect(await createDeliveries(database).ofSchedule(schedule.id, 10)).toMatchObject([{ date: "2026-11-22", state: "claimed" }]);
    expect(await createDecks(database).draw("#general", ["one"])).toBe("one");
    const shelves = createShelves(database);
    expect(await shelves.servers()).toEqual([]);
    await shelves.keepDraft(sampleDraft("rain"));
    expect(await shelves.add(sampleDeed(), "rain")).toBe("added");

    const restarted = createShelves(await place.open());
    expect((await restarted.load("s1")).version).toBe(1);
  });
});
