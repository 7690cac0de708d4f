import type { Log } from "../log.ts";
import type { Library } from "./library.ts";
import type { Shelf } from "./shelf.ts";
import { withShelf } from "./withShelf.ts";

/** The libraries of all servers: each is made when it is first needed, and dropped when it is not used any more. */
export interface Libraries {
  /** What all see: also what is seen outside of servers. */
  readonly shared: Library;
  /** The library of a server as it is now, by the server's id; outside of servers (nothing given), what all see. @throws Error when its shelf cannot be read */
  of(server: string | null | undefined): Promise<Library>;
  /** The libraries of several servers as they are now, without those whose shelf cannot be read. @throws Error when the store cannot be read at all */
  ofAll(servers: readonly string[]): Promise<Map<string, Library>>;
  /** As `of`; while a shelf cannot be read, what was seen last has to do: most of what members ask needs no more. */
  nowOrLast(server: string | null | undefined): Promise<Library>;
  /** The library of a server as it was last seen, without waiting; where it is not at hand, what all see, and it is sent for. */
  atHand(server: string | null | undefined): Library;
}

/** Where shelves come from; see store/shelves.ts. */
export interface ShelfSource {
  versions(servers: readonly string[]): Promise<Map<string, number>>;
  load(server: string): Promise<{ version: number; shelf: Shelf }>;
}

/** How many characters of servers' own transcripts and quotes stay at hand, over all servers: some 30 MB with their indexes. */
const mostCharacters = 8_000_000;
/** Milliseconds until a library that nobody used is dropped. */
const longestIdle = 1_800_000;
/** Milliseconds until what is at hand is looked after again: another process may have changed it. */
const soonStale = 10_000;

interface AtHand {
  version: number;
  library: Library;
  /** How many characters it has that all do not see. */
  characters: number;
  usedAt: number;
  checkedAt: number;
}

/**
 * The libraries over these shelves. Servers that have nothing of their own share one.
 *
 * @param now the clock, in epoch milliseconds
 */
export function createLibraries(shared: Library, shelves: ShelfSource, { now, log }: { now: () => number; log: Log }): Libraries {
  // What all see is indexed before anybody waits for it.
  void [shared.search, shared.titles, shared.names, shared.interviewTitles];
  // In the order of their last use, the oldest first.
  const atHand = new Map<string, AtHand>();
  const coming = new Map<string, Promise<AtHand>>();

  function keep(server: string, one: AtHand): AtHand {
    atHand.delete(server);
    atHand.set(server, one);
    return one;
  }

  /** A server's library in at least this version. Whoever asks while it is being made waits for the same. */
  async function fetch(server: string, version: number): Promise<Library> {
    while (true) {
      const found = atHand.get(server);
      if (found?.version === version) return keep(server, { ...found, usedAt: now(), checkedAt: now() }).library;
      const already = coming.get(server);
      if (!already) break;
      const made = await already;
      if (made.version >= version) return made.library;
    }
    const making = make(server, version).finally(() => coming.delete(server));
    coming.set(server, making);
    return (await making).library;
  }

  async function make(server: string, version: number): Promise<AtHand> {
    if (version === 0) return keep(server, { version, library: shared, characters: 0, usedAt: now(), checkedAt: now() });
    const loaded = await shelves.load(server);
    const library = await withShelf(shared, loaded.shelf, ({ id }, problem) => log.error({ server, interview: id, problem: problem.message }, "a transcript cannot be read any more"));
    return keep(server, { version: loaded.version, library, characters: charactersOf(loaded.shelf, library), usedAt: now(), checkedAt: now() });
  }

  function charactersOf({ transcripts }: Shelf, { quotes }: Library): number {
    let characters = 0;
    for (const { text } of transcripts) characters += text.length;
    for (const quote of quotes) if (shared.quote(quote.id) !== quote) characters += quote.words.length;
    return characters;
  }

  async function of(server: string | null | undefined): Promise<Library> {
    if (!server) return shared;
    const library = await fetch(server, (await shelves.versions([server])).get(server) ?? 0);
    drop();
    return library;
  }

  function drop(): void {
    let characters = 0;
    for (const one of atHand.values()) characters += one.characters;
    for (const [server, one] of atHand) {
      if (characters <= mostCharacters && Math.abs(now() - one.usedAt) < longestIdle) break;
      atHand.delete(server);
      characters -= one.characters;
    }
  }

  function at(server: string | null | undefined): Library {
    return (server ? atHand.get(server)?.library : undefined) ?? shared;
  }

  function notFetched(server: string | null | undefined, error: unknown): void {
    log.error({ server, error }, "a server's library could not be fetched");
  }

  return {
    shared,
    of,
    ofAll: async (servers) => {
      const versions = await shelves.versions(servers);
      const found = new Map<string, Library>();
      for (const server of servers) {
        const version = versions.get(server) ?? 0;
        try {
          found.set(server, version === 0 ? shared : await fetch(server, version));
        } catch (error) {
          notFetched(server, error);
        }
      }
      drop();
      return found;
    },
    nowOrLast: async (server) => {
      try {
        return await of(server);
      } catch (error) {
        notFetched(server, error);
        return at(server);
      }
    },
    atHand(server) {
      if (!server) return shared;
      const found = atHand.get(server);
      if (!found || Math.abs(now() - found.checkedAt) > soonStale) of(server).catch((error: unknown) => notFetched(server, error));
      return at(server);
    },
  };
}
