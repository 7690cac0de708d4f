import { PostgresDialect } from "kysely";
import pg from "pg";

/** PostgreSQL's own number for its type of eight-byte integers. */
const int8 = 20;

/**
 * Prepares connections to a PostgreSQL server for kysely; the first query opens one.
 *
 * @param url "postgres://…", with whatever pg understands in it
 */
export function openPostgres(url: string): PostgresDialect {
  const pool = new pg.Pool({
    connectionString: url,
    max: 5,
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
    // A machine that vanished in the middle of a transaction must not keep its rows locked.
    idle_in_transaction_session_timeout: 60_000,
    // Counts and epoch milliseconds: all far below where numbers lose digits.
    types: { getTypeParser: (type: number, format?: "text" | "binary") => (type === int8 ? Number : pg.types.getTypeParser(type, format)) },
  });
  // An idle connection that breaks is replaced by the pool; whoever queries next hears of it if the server is gone.
  pool.on("error", () => undefined);
  return new PostgresDialect({ pool });
}
