import { mkdirSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { Kysely, Migrator, SqliteDialect } from "kysely";
import LibsqlDatabase from "libsql";
import { migrations } from "./migrations.ts";

/** The tables of the store, as the newest migration leaves them. */
export interface Tables {
  /** How far each deck has been dealt; see library/deck.ts. */
  deck_places: { deck: string; cycle: number; key: string; ended: string };
}

export type Database = Kysely<Tables>;

/** The store could not be opened. The message is one sentence for the person who runs the bot. */
export class StoreProblem extends Error {
  override readonly name = "StoreProblem";
}

/**
 * Opens the store, makes its file and folder where they are missing, and brings its tables up to date.
 *
 * @param url "file:" and a path, taken from the working folder
 * @throws StoreProblem when the file cannot be opened or is not a store of ours
 */
export async function openDatabase(url: string): Promise<Database> {
  const path = resolve(url.replace(/^file:/, ""));
  try {
    const file = openFile(path);
    const database = new Kysely<Tables>({ dialect: new SqliteDialect({ database: file }) });
    const { error } = await new Migrator({ db: database, provider: { getMigrations: async () => migrations } }).migrateToLatest();
    if (error) {
      file.close();
      throw error;
    }
    return database;
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new StoreProblem(
      `The store ${path} cannot be used (${reason}); name another file in DATABASE_URL, or mend what keeps this one from being written.`,
      { cause },
    );
  }
}

function openFile(path: string) {
  mkdirSync(dirname(path), { recursive: true });
  const file = new LibsqlDatabase(path);
  // Readers never wait for the writer; a process killed at any moment leaves a whole file behind.
  file.pragma("journal_mode = WAL");
  file.pragma("synchronous = NORMAL");
  file.pragma("busy_timeout = 5000");
  return file;
}
