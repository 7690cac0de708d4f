import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "vitest";
import { createBot, type Bot } from "../../src/bot.ts";
import type { Library } from "../../src/library/library.ts";
import { loadLibrary } from "../../src/library/load.ts";
import { createLog } from "../../src/log.ts";
import type { Person } from "../../src/playground/person.ts";
import { startPlayground, type Playground } from "../../src/playground/playground.ts";
import { openDatabase, type Database } from "../../src/store/database.ts";
import { createDecks } from "../../src/store/decks.ts";

/** A film club: a Discord, the bot on it, and its members at their keyboards. */
export interface Club {
  playground: Playground;
  library: Library;
  /** An ordinary member. */
  ada: Person;
  /** Another one. */
  emil: Person;
  /** What the bot logged, a line an event. */
  log: string[];
  /** Leaves as a stopped process does, and comes back with nothing but the store. */
  restart(): Promise<void>;
  /** Fails when the bot asked for something that the playground lacks. */
  close(): Promise<void>;
}

/**
 * Opens a club with the real bot in it, on a real gateway and real REST.
 *
 * @param library another one than the bundled
 */
export async function openClub(library?: Library): Promise<Club> {
  const folder = await mkdtemp(join(tmpdir(), "intertitle-"));
  const url = `file:${join(folder, "store.db")}`;
  const books = library ?? (await loadLibrary());
  const playground = await startPlayground();
  const log: string[] = [];
  let running = await start();

  async function start(): Promise<{ bot: Bot; database: Database }> {
    const database = await openDatabase(url);
    const writeLog = await createLog("debug", { write: (line) => void log.push(line) });
    const bot = createBot({ library: books, decks: createDecks(database), log: writeLog }, playground.apiUrl);
    await bot.start(playground.token);
    return { bot, database };
  }

  async function stop(): Promise<void> {
    await running.bot.stop();
    await running.database.destroy();
  }

  return {
    playground,
    library: books,
    ada: playground.sit("Ada"),
    emil: playground.sit("Emil"),
    log,
    restart: async () => {
      await stop();
      running = await start();
    },
    close: async () => {
      await stop();
      await playground.close();
      await rm(folder, { recursive: true });
      expect(playground.missing).toEqual([]);
    },
  };
}
