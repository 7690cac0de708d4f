import { DEFAULT_MIGRATION_LOCK_TABLE, DEFAULT_MIGRATION_TABLE, Migrator, sql, type Kysely } from "kysely";
import { migrations } from "./migrations.ts";

/** The store belongs to another program, or to a newer one of ours. The message goes on after the store's name. */
export class NotOurs extends Error {
  override readonly name = "NotOurs";
}

/**
 * Brings the tables of a store of ours up to date, in one transaction that other processes wait for.
 *
 * @throws Error of the store's, also when it can only be read
 */
export async function migrate<Tables>(database: Kysely<Tables>): Promise<void> {
  const { error } = await new Migrator({ db: database, provider: { getMigrations: async () => migrations } }).migrateToLatest();
  if (error) throw error;
  // With nothing to bring up to date nothing was written: see whether it can be.
  await sql`update ${sql.table(DEFAULT_MIGRATION_LOCK_TABLE)} set is_locked = 0`.execute(database);
}

/**
 * Looks at whose tables are in a store, and changes nothing.
 *
 * @throws NotOurs
 */
export async function refuseOthers<Tables>(database: Kysely<Tables>): Promise<void> {
  // The tables first: another process that makes them meanwhile notes it in the same moment, so that we never see its tables without that.
  const tables = (await database.introspection.getTables({ withInternalKyselyTables: true })).filter(({ isView }) => !isView).map(({ name }) => name);
  const { rows: history } = tables.includes(DEFAULT_MIGRATION_TABLE)
    ? await sql<{ name: string }>`select name from ${sql.table(DEFAULT_MIGRATION_TABLE)} order by name`.execute(database)
    : { rows: [] };
  const known = Object.keys(migrations);
  if (history.length > 0 && history[0]!.name !== known[0]) throw new NotOurs(belongsToAnother);
  if (history.some(({ name }) => !known.includes(name))) {
    throw new NotOurs("was written by a newer version of Intertitle: install that version, or set DATABASE_URL to another store");
  }
  if (history.length === 0 && tables.some((name) => !name.startsWith(DEFAULT_MIGRATION_TABLE))) throw new NotOurs(belongsToAnother);
}

const belongsToAnother = "belongs to another program, by the tables in it: set DATABASE_URL to a store of its own";
