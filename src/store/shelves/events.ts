import type { Database } from "../database.ts";
import { raiseVersion, type HeldShelf } from "./held.ts";

/** Who does something in which server, and when; `by` is a user's id, `at` in epoch milliseconds. */
export interface Deed {
  server: string;
  by: string;
  at: number;
}

/** What happened, for the log of a server's library. */
export interface LibraryEvent extends Deed {
  what: "added" | "changed" | "removed" | "restored" | "film" | "person" | "entryRemoved" | "corrected" | "hidden" | "shown" | "dismissed" | "reportsChannel";
  /** What it happened to, whole: the title, the name, the quote's words as they were, or the channel's id ("" for none). */
  subject: string;
  /** The words after a correction, the title before it was changed, or what the member says whose report it settled; otherwise "". */
  detail: string;
  /** The speakers whose names were changed, each as it was and as it is. */
  names?: [before: string, after: string][] | undefined;
}

/** The log of each server. */
export interface Events {
  /** Newest first, `skip` of them left out; the newest `mostEvents` are kept. */
  log(server: string, limit: number, skip: number): Promise<LibraryEvent[]>;
}

/** How many events are kept of a server: more, nobody pages through. */
export const mostEvents = 1000;

/** What members see nothing of. */
const unseen: ReadonlySet<LibraryEvent["what"]> = new Set(["dismissed", "reportsChannel"]);

/** The log of a store. */
export function createEvents(database: Database): Events {
  return {
    log: async (server, limit, skip) => {
      const rows = await database
        .selectFrom("library_events")
        .select("event")
        .where("server", "=", server)
        .orderBy("number", "desc")
        .limit(limit)
        .offset(skip)
        .execute();
      return rows.map(({ event }) => ({ ...(JSON.parse(event) as Omit<LibraryEvent, "server">), server }));
    },
  };
}

/**
 * Writes into the log what is done to a shelf that is held, of which the newest `mostEvents` are kept, and raises the shelf's version if members
 * see it. Call it once in a transaction.
 */
export async function record(held: HeldShelf, deed: Deed, { what, subject, detail, names }: Pick<LibraryEvent, "what" | "subject" | "detail" | "names">): Promise<void> {
  const { transaction, shelf } = held;
  const { server } = shelf;
  const { newest } = await transaction
    .selectFrom("library_events")
    .select(({ fn }) => fn.max("number").as("newest"))
    .where("server", "=", server)
    .executeTakeFirstOrThrow();
  const event = JSON.stringify({ what, subject, detail, names: names?.length ? names : undefined, by: deed.by, at: deed.at });
  const number = (newest ?? 0) + 1;
  await transaction.insertInto("library_events").values({ server, number, event }).execute();
  await transaction.deleteFrom("library_events").where("server", "=", server).where("number", "<=", number - mostEvents).execute();
  if (!unseen.has(what)) await raiseVersion(held);
}
