import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import {
  CompiledQuery,
  SqliteAdapter,
  SqliteDialect,
  SqliteDriver,
  SqliteQueryCompiler,
  type DatabaseConnection,
  type QueryResult,
  type SelectModifierNode,
  type SqliteDatabase,
} from "kysely";
import LibsqlDatabase from "libsql";

/** Milliseconds that we wait for another process to be done with the file, and between two looks. */
const longestWait = 10_000;
const betweenLooks = 5;

/**
 * Opens a SQLite file for kysely, and makes it and its folder where they are missing.
 *
 * @throws Error of the file system's or of SQLite's
 */
export function openSqlite(path: string): SqliteDialect {
  mkdirSync(dirname(path), { recursive: true });
  const file = new LibsqlDatabase(path);
  try {
    // So that what follows waits for another process that has just opened the file.
    file.pragma(`busy_timeout = ${longestWait}`);
    // Readers never wait for the writer; a process killed at any moment leaves a whole file behind.
    file.pragma("journal_mode = WAL");
    // What was committed survives a power cut, too: a post that was claimed must not be claimed again.
    file.pragma("synchronous = FULL");
    // From here on PatientConnection waits, and lets the rest of the program run meanwhile.
    file.pragma("busy_timeout = 0");
  } catch (error) {
    file.close();
    throw error;
  }
  return new WholeFileDialect({ database: file });
}

/** Every transaction has the whole file to itself from its beginning, so rows need no locks of their own. */
class WholeFileDialect extends SqliteDialect {
  readonly #database: SqliteDatabase;

  constructor(config: { database: SqliteDatabase }) {
    super(config);
    this.#database = config.database;
  }

  override createDriver(): SqliteDriver {
    return new ImmediateDriver({ database: this.#database });
  }

  override createAdapter(): SqliteAdapter {
    return new WholeMigrationsAdapter();
  }

  override createQueryCompiler(): SqliteQueryCompiler {
    return new LocklessCompiler();
  }
}

class ImmediateDriver extends SqliteDriver {
  override async acquireConnection(): Promise<DatabaseConnection> {
    return new PatientConnection(await super.acquireConnection());
  }

  /** A transaction that begins as a reader can fail when it comes to write; one that begins as a writer waits its turn. */
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw("begin immediate"));
  }
}

class PatientConnection implements DatabaseConnection {
  readonly #connection: DatabaseConnection;

  constructor(connection: DatabaseConnection) {
    this.#connection = connection;
  }

  /** A statement that found the file taken has done nothing, so it can be given again. */
  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    const giveUpAt = performance.now() + longestWait;
    while (true) {
      try {
        return await this.#connection.executeQuery<Row>(query);
      } catch (error) {
        if (!isBusy(error) || performance.now() > giveUpAt) throw error;
        await sleep(betweenLooks);
      }
    }
  }

  streamQuery<Row>(query: CompiledQuery, rowsAtOnce: number): AsyncIterableIterator<QueryResult<Row>> {
    return this.#connection.streamQuery<Row>(query, rowsAtOnce);
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && "code" in error && typeof error.code === "string" && error.code.startsWith("SQLITE_BUSY");
}

class WholeMigrationsAdapter extends SqliteAdapter {
  /** SQLite can roll a change of tables back: so all migrations are one transaction, which is also what keeps two processes apart. */
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

class LocklessCompiler extends SqliteQueryCompiler {
  protected override visitSelectModifier(node: SelectModifierNode): void {
    if (node.modifier !== "ForUpdate" && node.modifier !== "SkipLocked") super.visitSelectModifier(node);
  }
}
