import { bounds } from "../../library/shelf.ts";
import type { Database } from "../database.ts";
import { boundOf, type Bound } from "./bounds.ts";
import { record, type Deed } from "./events.ts";
import { onShelf, onShelfIfThere, type HeldShelf } from "./held.ts";
import { importOfRow, lineOfRow, rowOfImport, type Import, type ImportLine, type ImportRow } from "./importRow.ts";
import { forgetEdits } from "./origins.ts";

/** How many of those that were removed a server can bring back: who adds and removes over and over must not fill the store. */
export const mostRemoved = 10;

/** The interviews that moderators brought. */
export interface Imports {
  /** Keeps a draft. The same one (by id) again changes nothing. Of a server's drafts the newest `bounds.drafts` are kept: nobody has to tidy up before a new try. */
  keepDraft(draft: Import): Promise<void>;
  /**
   * Reads an import that is a draft or is added, lets `change` say what it shall be, and writes that. Nothing where there is none; a
   * bound where it would be too much for what is added, which is also what is logged.
   *
   * @param names for the log: what speakers are called from then on, by what they were called
   */
  changeImport(deed: Deed, id: string, change: (found: Import) => Pick<Import, "transcript" | "title" | "quotes">, names?: ReadonlyMap<string, string>): Promise<Import | Bound | undefined>;
  /** In whichever state it is. */
  findImport(server: string, id: string): Promise<Import | undefined>;
  /** What is added, and what was removed and can be brought back, in the order they were added. */
  imports(server: string): Promise<ImportLine[]>;
  /** Makes a draft part of the library, within the bounds. "absent" where there is no such draft; "added" also where it was added already. */
  add(deed: Deed, id: string): Promise<"added" | "absent" | Bound>;
  /** Takes a draft away for good. */
  dropDraft(server: string, id: string): Promise<void>;
  /** Takes an import from members' sight; whether it was there, added. Of those removed, the newest `mostRemoved` are kept for `restore`. */
  remove(deed: Deed, id: string): Promise<boolean>;
  /** Brings back what was removed, within the bounds, in its old place and as of when it was added first. "absent" where that cannot be; "restored" also where it is added. */
  restore(deed: Deed, id: string): Promise<"restored" | "absent" | Bound>;
}

/** The imports of a store. */
export function createImports(database: Database): Imports {
  return {
    keepDraft: (draft) =>
      onShelf(database, draft.server, async (held) => {
        if (await find(held, draft.id)) return;
        await held.transaction.insertInto("imports").values(rowOfImport({ ...draft, state: "draft" }, 0)).execute();
        await forgetOldest(held, "draft", bounds.drafts, draft.id);
      }),

    changeImport: (deed, id, change, names = new Map()) =>
      onShelfIfThere<Import | Bound | undefined>(database, deed.server, undefined, async (held) => {
        const row = await find(held, id);
        if (!row || row.state === "removed") return undefined;
        const found = importOfRow(row);
        const { transcript, title, quotes } = change(found);
        const changed = { ...found, transcript, title, quotes };
        const changedRow = rowOfImport(changed, row.version);
        if (changedRow.transcript === row.transcript && changedRow.details === row.details && quotes === row.quotes) return found;
        const bound = row.state === "added" ? await boundOf(held, changedRow) : undefined;
        if (bound) return bound;
        await write(held, changedRow);
        if (row.state === "added") await record(held, deed, { what: "changed", subject: title, detail: found.title === title ? "" : found.title, names: [...names] });
        return changed;
      }),

    findImport: async (server, id) => {
      const row = await database.selectFrom("imports").selectAll().where("server", "=", server).where("id", "=", id).executeTakeFirst();
      return row && importOfRow(row);
    },

    imports: async (server) => {
      const rows = await database
        .selectFrom("imports")
        .select(["server", "id", "state", "quotes", "at", "details"])
        .where("server", "=", server)
        .where("state", "!=", "draft")
        .orderBy("version")
        .execute();
      return rows.map(lineOfRow);
    },

    add: (deed, id) =>
      onShelfIfThere<"added" | "absent" | Bound>(database, deed.server, "absent", async (held) => {
        const row = await find(held, id);
        if (!row || row.state === "removed") return "absent";
        if (row.state === "added") return "added";
        return (await bringIn(held, deed, row, { what: "added", version: held.shelf.version + 1 })) ?? "added";
      }),

    dropDraft: async (server, id) => {
      await database.deleteFrom("imports").where("server", "=", server).where("id", "=", id).where("state", "=", "draft").execute();
    },

    remove: (deed, id) =>
      onShelfIfThere(database, deed.server, false, async (held) => {
        const row = await find(held, id);
        if (row?.state !== "added") return false;
        const { by, at } = deed;
        const found = importOfRow(row);
        const removed: Import = { ...found, state: "removed", by, at, added: { by: found.by, at: found.at } };
        await write(held, rowOfImport(removed, row.version));
        await forgetOldest(held, "removed", mostRemoved, id);
        await record(held, deed, { what: "removed", subject: removed.title, detail: "" });
        return true;
      }),

    restore: (deed, id) =>
      onShelfIfThere<"restored" | "absent" | Bound>(database, deed.server, "absent", async (held) => {
        const row = await find(held, id);
        if (!row || row.state === "draft") return "absent";
        if (row.state === "added") return "restored";
        return (await bringIn(held, deed, row, { what: "restored", version: row.version })) ?? "restored";
      }),
  };
}

/** Makes an import one that members see; gives the bound where there is no room for it. */
async function bringIn(held: HeldShelf, deed: Deed, row: ImportRow, { what, version }: { what: "added" | "restored"; version: number }): Promise<Bound | undefined> {
  const bound = await boundOf(held, row);
  if (bound) return bound;
  const found = importOfRow(row);
  const { by, at } = found.added ?? deed;
  await write(held, rowOfImport({ ...found, state: "added", by, at, added: undefined }, version));
  await record(held, deed, { what, subject: found.title, detail: "" });
  return undefined;
}

/** Takes away the oldest in this state, where there are more than are kept, with all that was done to their quotes; the one of this id is the newest. */
async function forgetOldest(held: HeldShelf, state: "draft" | "removed", kept: number, newest: string): Promise<void> {
  const { transaction, shelf } = held;
  const others = await transaction
    .selectFrom("imports")
    .select("id")
    .where("server", "=", shelf.server)
    .where("state", "=", state)
    .where("id", "!=", newest)
    .orderBy("idle_since", "desc")
    .execute();
  const gone = others.slice(kept - 1).map(({ id }) => id);
  for (const id of gone) await transaction.deleteFrom("imports").where("server", "=", shelf.server).where("id", "=", id).execute();
  if (state === "removed" && gone.length > 0) await forgetEdits(held, gone);
}

/** An import of a shelf that is held. Locked of its own, for what is forgotten in time is taken away without holding the shelf. */
function find({ transaction, shelf }: HeldShelf, id: string): Promise<ImportRow | undefined> {
  return transaction.selectFrom("imports").selectAll().where("server", "=", shelf.server).where("id", "=", id).forUpdate().executeTakeFirst();
}

async function write({ transaction }: HeldShelf, { server, id, ...rest }: ImportRow): Promise<void> {
  await transaction.updateTable("imports").set(rest).where("server", "=", server).where("id", "=", id).execute();
}
