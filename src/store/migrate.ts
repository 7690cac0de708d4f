import { Migrator, sql, type Kysely } from "kysely";
import { migrations } from "./migrations.ts";

/** Where kysely notes which migrations a store has had. */
const historyTable = "kysely_migration";

/** The store belongs to another program, or to a newer one of ours. The message goes on after the store's name. */
export class NotOurs extends Error {
  override readonly name = "NotOurs";
}

/**
 * Brings the tables up to date, in one transaction that other processes wait for.
 *
 * @throws NotOurs before anything is changed
 * @throws Error of the store's
 */
export async function migrate<Tables>(database: Kysely<Tables>): Promise<void> {
  await refuseOthers(database);
  const { error } = await new Migrator({ db: database, provider: { getMigrations: async () => migrations } }).migrateToLatest();
  if (error) throw error;
}

async function refuseOthers<Tables>(database: Kysely<Tables>): Promise<void> {
  // The tables first: another process that makes them meanwhile notes it in the same moment, so that we never see its tables without that.
  const tables = (await database.introspection.getTables({ withInternalKyselyTables: true })).filter(({ isView }) => !isView).map(({ name }) => name);
  const { rows: history } = tables.includes(historyTable)
    ? await sql<{ name: string }>`select name from ${sql.table(historyTable)} order by name`.execute(database)
    : { rows: [] };
  const known = Object.keys(migrations);
  if (history.length > 0 && history[0]!.name !== known[0]) throw new NotOurs(belongsToAnother);
  if (history.some(({ name }) => !known.includes(name))) {
    throw new NotOurs("was written by a newer version of Intertitle: install that version, or set DATABASE_URL to another store");
  }
  if (history.length === 0 && tables.some((name) => !name.startsWith(historyTable))) throw new NotOurs(belongsToAnother);
}

const belongsToAnother = "belongs to another program, by the tables in it: set DATABASE_URL to a store of its own";
