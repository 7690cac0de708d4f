import { createReader, type Reader } from "./importing/readApart.ts";
import { createLibraries, type Libraries } from "./library/libraries.ts";
import type { Library } from "./library/library.ts";
import type { Log } from "./log.ts";
import type { Database } from "./store/database.ts";
import { createDecks, type Decks } from "./store/decks.ts";
import { createDeliveries, type Deliveries } from "./store/deliveries.ts";
import { createSchedules, type Schedules } from "./store/schedules.ts";
import { createShelves, type Shelves } from "./store/shelves.ts";

/** What the bot works with. index.ts makes these, and tests make others. */
export interface Services {
  libraries: Libraries;
  shelves: Shelves;
  decks: Decks;
  schedules: Schedules;
  deliveries: Deliveries;
  /** Reads what moderators bring. */
  reader: Reader;
  /** The clock, in epoch milliseconds. */
  now: () => number;
  log: Log;
}

/** What a handler works with: all that, and the library of where it was asked. */
export interface Here extends Services {
  library: Library;
}

/**
 * The services over a store.
 *
 * @param shared the library that all servers see
 */
export function createServices(shared: Library, database: Database, { now, log }: Pick<Services, "now" | "log">): Services {
  const shelves = createShelves(database);
  return {
    libraries: createLibraries(shared, shelves, { now, log }),
    shelves,
    decks: createDecks(database),
    schedules: createSchedules(database),
    deliveries: createDeliveries(database),
    reader: createReader(now),
    now,
    log,
  };
}
