import { expect } from "vitest";
import { createBot, type Bot } from "../../src/bot.ts";
import type { Library } from "../../src/library/library.ts";
import { loadLibrary } from "../../src/library/load.ts";
import { createLog } from "../../src/log.ts";
import type { PlaygroundClock } from "../../src/playground/clock.ts";
import type { Person } from "../../src/playground/person.ts";
import { startPlayground, type Playground } from "../../src/playground/playground.ts";
import { createServices } from "../../src/services.ts";
import type { Database } from "../../src/store/database.ts";
import { createDeliveries, type Deliveries } from "../../src/store/deliveries.ts";
import { createSchedules, type Schedules } from "../../src/store/schedules.ts";
import { stores, type StoreKind } from "../stores.ts";

/** A film club: a Discord, the bot on it, and its members at their keyboards. */
export interface Club {
  playground: Playground;
  /** The time for Discord and the bot alike; the bot looks at it ten times a second. */
  clock: PlaygroundClock;
  library: Library;
  /** What the bot has set up, in a connection to the store of their own. */
  schedules: Schedules;
  deliveries: Deliveries;
  /** An ordinary member. */
  ada: Person;
  /** Another one. */
  emil: Person;
  /** The moderator. */
  maya: Person;
  /** What the bot logged, a line an event. */
  log: string[];
  /** Leaves as a stopped process does. */
  stop(): Promise<void>;
  /** Comes back, after `stop`, with nothing but the store. */
  start(): Promise<void>;
  /** Both. */
  restart(): Promise<void>;
  /** Fails when the bot asked for something that the playground lacks. */
  close(): Promise<void>;
}

export interface ClubOptions {
  /** SQLite, if nothing is said. */
  store?: StoreKind;
  /** The time that the club's clock starts from, in epoch milliseconds. */
  now?: () => number;
}

/**
 * Opens a club with the real bot in it, on a real gateway and real REST.
 *
 * @param library another one than the bundled
 */
export async function openClub(library?: Library, { store = stores[0]!, now }: ClubOptions = {}): Promise<Club> {
  const place = await store.makePlace();
  const books = library ?? (await loadLibrary());
  const playground = await startPlayground({ now });
  const aside = await place.open();
  const log: string[] = [];
  let running: { bot: Bot; database: Database } | undefined = await start();

  async function start(): Promise<{ bot: Bot; database: Database }> {
    const database = await place.open();
    const services = createServices(books, database, { now: playground.clock.now, log: await createLog("debug", { write: (line) => void log.push(line) }) });
    const bot = createBot(services, playground.apiUrl, { dailyInterval: 100 });
    await bot.start(playground.token);
    return { bot, database };
  }

  async function stop(): Promise<void> {
    await running?.bot.stop();
    await running?.database.destroy();
    running = undefined;
  }

  return {
    playground,
    clock: playground.clock,
    library: books,
    schedules: createSchedules(aside),
    deliveries: createDeliveries(aside),
    ada: playground.sit("Ada"),
    emil: playground.sit("Emil"),
    maya: playground.sit("Maya"),
    log,
    stop,
    start: async () => {
      running = await start();
    },
    restart: async () => {
      await stop();
      running = await start();
    },
    close: async () => {
      await stop();
      await playground.close();
      await place.remove();
      expect(playground.missing).toEqual([]);
    },
  };
}
