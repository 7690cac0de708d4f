import type { Transaction } from "kysely";
import type { Database, Tables } from "../database.ts";
import type { ShelfRow } from "./rows.ts";

/** A server's shelf in the hands of one transaction: until that ends, nobody else changes anything on it, and bounds that were counted hold. */
export interface HeldShelf {
  transaction: Transaction<Tables>;
  shelf: ShelfRow;
}

/** Does work on a server's shelf, of which there is an empty one from now on if there was none. */
export function onShelf<Result>(database: Database, server: string, work: (held: HeldShelf) => Promise<Result>): Promise<Result> {
  return database.transaction().execute(async (transaction) => {
    const shelf = await transaction
      .insertInto("shelves")
      .values({ server, version: 0, reports_channel: "", left_since: null })
      // To write what is there already takes hold of it, in the same moment in which it is found.
      .onConflict((conflict) => conflict.column("server").doUpdateSet((row) => ({ server: row.ref("excluded.server") })))
      .returningAll()
      .executeTakeFirstOrThrow();
    return work({ transaction, shelf });
  });
}

/** Does work on a server's shelf; where there is none, gives `absent`. */
export function onShelfIfThere<Result>(database: Database, server: string, absent: Result, work: (held: HeldShelf) => Promise<Result>): Promise<Result> {
  return database.transaction().execute(async (transaction) => {
    const held = await hold(transaction, server);
    return held ? work(held) : absent;
  });
}

/** Takes hold of a server's shelf until the transaction ends; nothing where there is none. Before a transaction touches anything else of the server. */
export async function hold(transaction: Transaction<Tables>, server: string): Promise<HeldShelf | undefined> {
  const shelf = await transaction.selectFrom("shelves").selectAll().where("server", "=", server).forUpdate().executeTakeFirst();
  return shelf && { transaction, shelf };
}

/** Lets every process know that members see something else of a shelf that is held. Once or more often in a transaction is the same. */
export async function raiseVersion({ transaction, shelf }: HeldShelf): Promise<void> {
  await transaction.updateTable("shelves").set({ version: shelf.version + 1 }).where("server", "=", shelf.server).execute();
}
