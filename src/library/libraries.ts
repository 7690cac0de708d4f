import type { Log } from "../log.ts";
import type { Library } from "./library.ts";
import type { Shelf } from "./shelf.ts";
import { withShelf } from "./withShelf.ts";

/** The libraries of all servers: each is made when it is first needed, and dropped when it is not used any more. */
export interface Libraries {
  /** What all see: also what is seen outside of servers. */
  readonly shared: Library;
  /** The library of a server as it is now, by the server's id; outside of servers (nothing given), what all see. @throws Error when the store cannot be read */
  of(server: string | null | undefined): Promise<Library>;
  /** The libraries of several servers as they are now. @throws Error when the store cannot be read */
  ofAll(servers: readonly string[]): Promise<Map<string, Library>>;
  /** The library of a server as it was last seen, without waiting; where it is not at hand, what all see, and it is sent for. */
  atHand(server: string | null | undefined): Library;
}

/** Where shelves come from; see store/shelves.ts. */
export interface ShelfSource {
  versions(servers: readonly string[]): Promise<Map<string, number>>;
  load(server: string): Promise<{ version: number; shelf: Shelf }>;
}

/** How many quotes of servers' own stay at hand, over all servers: some 30 MB with their words and indexes. */
const mostQuotes = 20_000;
/** Milliseconds until a library that nobody used is dropped. */
const longestIdle = 1_800_000;
/** Milliseconds until what is at hand is looked after again: another process may have changed it. */
const soonStale = 10_000;

interface AtHand {
  version: number;
  library: Library;
  /** How many quotes it has that all do not see. */
  ownQuotes: number;
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
  const coming = new Map<string, Promise<Library>>();

  function keep(server: string, one: AtHand): Library {
    atHand.delete(server);
    atHand.set(server, one);
    return one.library;
  }

  async function fetch(server: string, version: number): Promise<Library> {
    const time = now();
    const found = atHand.get(server);
    if (found?.version === version) return keep(server, { ...found, usedAt: time, checkedAt: time });
    if (version === 0) return keep(server, { version, library: shared, ownQuotes: 0, usedAt: time, checkedAt: time });
    const loaded = await shelves.load(server);
    const library = await withShelf(shared, loaded.shelf, ({ id }, problem) => log.error({ server, interview: id, problem: problem.message }, "a transcript cannot be read any more"));
    const ownQuotes = library.quotes.filter(({ interview }) => !shared.interview(interview)).length;
    return keep(server, { version: loaded.version, library, ownQuotes, usedAt: now(), checkedAt: now() });
  }

  /** Two who ask at the same moment wait for the same. */
  async function of(server: string): Promise<Library> {
    const version = (await shelves.versions([server])).get(server) ?? 0;
    const key = `${server} ${version}`;
    const already = coming.get(key);
    if (already) return already;
    const work = fetch(server, version).finally(() => coming.delete(key));
    coming.set(key, work);
    const library = await work;
    drop();
    return library;
  }

  function drop(): void {
    let quotes = 0;
    for (const { ownQuotes } of atHand.values()) quotes += ownQuotes;
    for (const [server, { usedAt, ownQuotes }] of atHand) {
      if (quotes <= mostQuotes && Math.abs(now() - usedAt) < longestIdle) break;
      atHand.delete(server);
      quotes -= ownQuotes;
    }
  }

  return {
    shared,
    of: async (server) => (server ? of(server) : shared),
    ofAll: async (servers) => {
      const versions = await shelves.versions(servers);
      const found = new Map<string, Library>();
      for (const server of servers) {
        const version = versions.get(server) ?? 0;
        found.set(server, version === 0 ? shared : await fetch(server, version));
      }
      drop();
      return found;
    },
    atHand(server) {
      if (!server) return shared;
      const found = atHand.get(server);
      if (!found || Math.abs(now() - found.checkedAt) > soonStale) {
        of(server).catch((error: unknown) => log.error({ server, error }, "a server's library could not be fetched"));
      }
      return found?.library ?? shared;
    },
  };
}
