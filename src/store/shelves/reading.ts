import { sql } from "kysely";
import type { Film } from "../../library/film.ts";
import type { Person } from "../../library/person.ts";
import type { Shelf } from "../../library/shelf.ts";
import type { Database } from "../database.ts";

/** What members see of shelves. */
export interface Reading {
  /**
   * How often each of these shelves was changed, of at most ten thousand at once. A server that never had anything of its own is not in it,
   * nor is one whose things were all forgotten.
   */
  versions(servers: readonly string[]): Promise<Map<string, number>>;
  /** A server's shelf with its version, 0 where there is none. Of the interviews, those that are added. */
  load(server: string): Promise<{ version: number; shelf: Shelf }>;
  /** How much a server has: characters of the transcripts that are added, entries of films and people, quotes that are hidden. */
  sums(server: string): Promise<{ characters: number; entries: number; hidden: number }>;
  /** The quotes that a server has hidden, in the order they were, with the words of those that were corrected. */
  hiddenQuotes(server: string): Promise<{ id: string; words?: string }[]>;
}

/** The reading of a store. */
export function createReading(database: Database): Reading {
  return {
    versions: async (servers) => {
      if (servers.length === 0) return new Map();
      const rows = await database.selectFrom("shelves").select(["server", "version"]).where("server", "in", servers).where("version", ">", 0).execute();
      return new Map(rows.map(({ server, version }) => [server, version]));
    },

    load: async (server) => {
      // One statement sees everything as it was at one moment, on either store and without hindering anybody.
      const rows = await database
        .selectFrom("shelves")
        .select([sql.lit("shelf").as("kind"), "server as id", "version", sql.lit("").as("content")])
        .where("server", "=", server)
        .unionAll((query) =>
          query
            .selectFrom("imports")
            .select([sql.lit("transcript").as("kind"), "id", "version", "transcript as content"])
            .where("server", "=", server)
            .where("state", "=", "added"),
        )
        .unionAll((query) => query.selectFrom("shelf_items").select(["kind", "id", "version", "content"]).where("server", "=", server))
        .orderBy("version")
        .execute();
      const of = (wanted: string) => rows.filter(({ kind }) => kind === wanted);
      return {
        version: of("shelf")[0]?.version ?? 0,
        shelf: {
          transcripts: of("transcript").map(({ id, content }) => ({ id, text: JSON.parse(content) as string })),
          films: of("film").map(({ content }) => JSON.parse(content) as Film),
          people: of("person").map(({ content }) => JSON.parse(content) as Person),
          corrections: of("correction").map(({ id, content }) => ({ quote: id, words: JSON.parse(content) as string })),
          hidden: of("hidden").map(({ id }) => id),
        },
      };
    },

    sums: async (server) => {
      const { characters } = await database
        .selectFrom("imports")
        .select(({ fn }) => fn.sum<number | null>("characters").as("characters"))
        .where("server", "=", server)
        .where("state", "=", "added")
        .executeTakeFirstOrThrow();
      const kinds = await database
        .selectFrom("shelf_items")
        .select(({ fn }) => ["kind", fn.countAll<number>().as("count")])
        .where("server", "=", server)
        .groupBy("kind")
        .execute();
      const count = (wanted: string) => kinds.find(({ kind }) => kind === wanted)?.count ?? 0;
      return { characters: characters ?? 0, entries: count("film") + count("person"), hidden: count("hidden") };
    },

    hiddenQuotes: async (server) => {
      const rows = await database
        .selectFrom("shelf_items as hidden")
        .leftJoin("shelf_items as correction", (join) =>
          join.onRef("correction.server", "=", "hidden.server").onRef("correction.id", "=", "hidden.id").on("correction.kind", "=", "correction"),
        )
        .select(["hidden.id", "correction.content"])
        .where("hidden.server", "=", server)
        .where("hidden.kind", "=", "hidden")
        .orderBy("hidden.version")
        .execute();
      return rows.map(({ id, content }) => (content === null ? { id } : { id, words: JSON.parse(content) as string }));
    },
  };
}
