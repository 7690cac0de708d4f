import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDatabase, type Database } from "../../src/store/database.ts";
import { startPostgres } from "../../test/postgres.ts";

/** Does something with an empty store of each kind, one after the other: SQLite and, where it is installed, PostgreSQL. */
export async function withStores(work: (store: string, url: string, database: Database) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "intertitle-bench-"));
  const postgres = await startPostgres();
  const urls = { SQLite: `file:${join(folder, "store.db")}`, PostgreSQL: postgres?.url };
  for (const [store, url] of Object.entries(urls)) {
    if (!url) continue;
    const database = await openDatabase(url);
    await work(store, url, database);
    await database.destroy();
  }
  await postgres?.stop();
  await rm(folder, { recursive: true });
}

/** Takes everything out of a store that has to do with daily posts. */
export async function empty(database: Database): Promise<void> {
  await database.deleteFrom("deliveries").execute();
  await database.deleteFrom("schedules").execute();
}
