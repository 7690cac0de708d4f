import type { Film } from "../../library/film.ts";
import type { Person } from "../../library/person.ts";
import { bounds } from "../../library/shelf.ts";
import type { Database } from "../database.ts";
import type { Bound } from "./bounds.ts";
import { record, type Deed } from "./events.ts";
import { onShelf, onShelfIfThere } from "./held.ts";
import { contentOf, putItem, takeItem } from "./items.ts";

/** Films and people that moderators wrote about. */
export interface Entries {
  /** Writes an entry, in place of the one with its id if there is one. */
  saveFilm(deed: Deed, film: Film): Promise<"saved" | Bound>;
  /** Writes an entry, in place of the one with its id if there is one. */
  savePerson(deed: Deed, person: Person): Promise<"saved" | Bound>;
  /** Whether it was there; `name` is for the log. */
  removeEntry(deed: Deed, kind: "film" | "person", id: string, name: string): Promise<boolean>;
}

/** The entries of a store. */
export function createEntries(database: Database): Entries {
  function save(deed: Deed, kind: "film" | "person", entry: Film | Person, subject: string): Promise<"saved" | Bound> {
    return onShelf(database, deed.server, async (held) => {
      const content = JSON.stringify(entry);
      const before = await contentOf(held, { kind, id: entry.id });
      if (before === content) return "saved";
      if (before === undefined) {
        const { entries } = await held.transaction
          .selectFrom("shelf_items")
          .select(({ fn }) => fn.countAll<number>().as("entries"))
          .where("server", "=", deed.server)
          .where("kind", "in", ["film", "person"])
          .executeTakeFirstOrThrow();
        if (entries >= bounds.entries) return "entries";
      }
      await putItem(held, { kind, id: entry.id, content });
      await record(held, deed, { what: kind, subject, detail: "" });
      return "saved";
    });
  }

  return {
    saveFilm: (deed, film) => save(deed, "film", film, film.title),
    savePerson: (deed, person) => save(deed, "person", person, person.name),

    removeEntry: (deed, kind, id, name) =>
      onShelfIfThere(database, deed.server, false, async (held) => {
        if (!(await takeItem(held, { kind, id }))) return false;
        await record(held, deed, { what: "entryRemoved", subject: name, detail: "" });
        return true;
      }),
  };
}
