import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import {
  SelectQueryNode,
  SqliteAdapter,
  SqliteDialect,
  SqliteDriver,
  SqliteQueryCompiler,
  type CompiledQuery,
  type DatabaseConnection,
  type QueryResult,
  type SelectModifierNode,
} from "kysely";
import LibsqlDatabase from "libsql";

/** Milliseconds that we wait for another process to be done with the file, and between two looks. */
const longestWait = 10_000;
const betweenLooks = 5;

/**
 * Opens a SQLite file for kysely, and makes it and its folder where they are missing. Until `prepare`, nothing in it is changed.
 *
 * @throws Error of the file system's or of SQLite's, as `prepare` does
 */
export function openSqlite(path: string): { dialect: SqliteDialect; prepare(): void } {
  mkdirSync(dirname(path), { recursive: true });
  const file = new LibsqlDatabase(path);
  return {
    dialect: new WholeFileDialect(file),
    prepare: () => {
      // For the moment of the change, in which another process may have just opened the file, too.
      file.pragma(`busy_timeout = ${longestWait}`);
      // Readers never wait for the writer; a process killed at any moment leaves a whole file behind.
      file.pragma("journal_mode = WAL");
      // What was committed survives a power cut, too: a post that was claimed must not be claimed again.
      file.pragma("synchronous = FULL");
      // From here on `take` waits, and lets the rest of the program run meanwhile.
      file.pragma("busy_timeout = 0");
    },
  };
}

/** Whoever writes has the whole file to themselves from their transaction's beginning, so rows need no locks of their own. */
class WholeFileDialect extends SqliteDialect {
  readonly #file: LibsqlDatabase.Database;

  constructor(file: LibsqlDatabase.Database) {
    super({ database: file });
    this.#file = file;
  }

  override createDriver(): SqliteDriver {
    return new WholeFileDriver(this.#file);
  }

  override createAdapter(): SqliteAdapter {
    return new WholeMigrationsAdapter();
  }

  override createQueryCompiler(): SqliteQueryCompiler {
    return new LocklessCompiler();
  }
}

class WholeFileDriver extends SqliteDriver {
  readonly #file: LibsqlDatabase.Database;

  constructor(file: LibsqlDatabase.Database) {
    super({ database: file });
    this.#file = file;
  }

  override async acquireConnection(): Promise<DatabaseConnection> {
    const connection = await super.acquireConnection();
    return {
      executeQuery: (query) => this.#execute(connection, query),
      streamQuery: (query, rowsAtOnce) => connection.streamQuery(query, rowsAtOnce),
    };
  }

  override beginTransaction(): Promise<void> {
    return take(this.#file);
  }

  /** A write outside a transaction gets one of its own, so that it waits for the file as all others do. */
  async #execute<Row>(connection: DatabaseConnection, query: CompiledQuery): Promise<QueryResult<Row>> {
    if (this.#file.inTransaction || SelectQueryNode.is(query.query)) return connection.executeQuery<Row>(query);
    await take(this.#file);
    try {
      const result = await connection.executeQuery<Row>(query);
      this.#file.exec("commit");
      return result;
    } catch (error) {
      if (this.#file.inTransaction) this.#file.exec("rollback");
      throw error;
    }
  }
}

/**
 * Begins a transaction that may write, as soon as nobody else has one: one that began as a reader could fail when it comes to
 * write. With `exec`, because a prepared statement of libsql's that found the file taken goes on hindering commits until it
 * is garbage.
 */
async function take(file: LibsqlDatabase.Database): Promise<void> {
  const giveUpAt = performance.now() + longestWait;
  while (true) {
    try {
      file.exec("begin immediate");
      return;
    } catch (error) {
      if (!isBusy(error) || performance.now() > giveUpAt) throw error;
      await sleep(betweenLooks);
    }
  }
}

/** Whether a file is in the hands of another process or connection just now. */
export function isBusy(error: unknown): boolean {
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
