import { PostgresAdapter, sql, type InsertObject, type InsertQueryBuilder, type InsertResult, type Transaction } from "kysely";
import type { Tables } from "./database.ts";

/** How many rows one statement writes: SQLite takes 32,766 values in one. */
const rowsAtOnce = 500;

/** Rows in portions, each as many as one statement writes. */
export function portions<Row>(rows: Row[]): Row[][] {
  return Array.from({ length: Math.ceil(rows.length / rowsAtOnce) }, (_, at) => rows.slice(at * rowsAtOnce, (at + 1) * rowsAtOnce));
}

/**
 * The beginning of a statement that inserts rows, one at least, all with the same properties. PostgreSQL gets them as one
 * value, a list in JSON: to take ten thousand values one by one costs it and us more than to write them.
 */
export function insertRows<Name extends "schedules" | "deliveries">(
  transaction: Transaction<Tables>,
  table: Name,
  rows: Tables[Name][],
): InsertQueryBuilder<Tables, Name, InsertResult> {
  const insert = transaction.insertInto(table);
  if (!(transaction.getExecutor().adapter instanceof PostgresAdapter)) return insert.values(rows as InsertObject<Tables, Name>[]);
  const columns = Object.keys(rows[0]!) as (keyof Tables[Name] & string)[];
  const listed = sql.join(columns.map((column) => sql.ref(column)));
  return insert.columns(columns).expression(sql`select ${listed} from json_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)})`);
}
