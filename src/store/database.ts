import { resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Kysely, type Dialect } from "kysely";
import type { DeliveryRow } from "./deliveryRow.ts";
import { migrate, NotOurs, refuseOthers } from "./migrate.ts";
import type { ScheduleRow } from "./scheduleRow.ts";
import type { ImportRow } from "./shelves/importRow.ts";
import type { ReportRow } from "./shelves/reportRow.ts";
import type { LibraryEventRow, ShelfItemRow, ShelfRow } from "./shelves/rows.ts";
import { isBusy, openSqlite } from "./sqlite.ts";

/** The tables of the store, as the newest migration leaves them. */
export interface Tables {
  /** How far each deck has been dealt; see library/deck.ts. */
  deck_places: { deck: string; cycle: number; key: string; ended: string };
  schedules: ScheduleRow;
  deliveries: DeliveryRow;
  shelves: ShelfRow;
  imports: ImportRow;
  shelf_items: ShelfItemRow;
  reports: ReportRow;
  library_events: LibraryEventRow;
}

export type Database = Kysely<Tables>;

/** The store could not be opened. The message is one sentence for the person who runs the bot. */
export class StoreProblem extends Error {
  override readonly name = "StoreProblem";
}

/** Milliseconds that we try to open a file which another process is making, and between two tries. */
const longestWait = 10_000;
const betweenOpenings = 50;

/**
 * Opens the store and brings its tables up to date. Any number of processes may do so at once.
 *
 * @param url "postgres://…" for a PostgreSQL server, or "file:" and a path, taken from the working folder, for a SQLite file
 *   that is made where it is missing, with its folder
 * @throws StoreProblem when it cannot be opened or written, is not ours, or is newer than this program
 */
export async function openDatabase(url: string): Promise<Database> {
  const place = placeOf(url);
  const giveUpAt = performance.now() + longestWait;
  while (true) {
    try {
      return await openOnce(place);
    } catch (error) {
      // Another process is just making the file: what is opened anew when that is done knows nothing of it.
      const isTaken = error instanceof StoreProblem && isBusy(error.cause) && performance.now() < giveUpAt;
      if (!isTaken) throw error;
      await sleep(betweenOpenings);
    }
  }
}

async function openOnce(place: StorePlace): Promise<Database> {
  let database: Database | undefined;
  try {
    const { dialect, prepare } = await place.open();
    database = new Kysely<Tables>({ dialect });
    await refuseOthers(database);
    prepare?.();
    await migrate(database);
    return database;
  } catch (cause) {
    await database?.destroy();
    const words = cause instanceof NotOurs ? cause.message : `cannot be used (${reasonOf(cause)}); ${place.advice}`;
    throw new StoreProblem(`The store ${place.name} ${words}.`, { cause });
  }
}

/** What to call a store in front of a person, what to do when it cannot be used, and how it is opened. */
interface StorePlace {
  name: string;
  advice: string;
  open(): Promise<{ dialect: Dialect; prepare?: () => void }>;
}

function placeOf(url: string): StorePlace {
  if (!/^postgres(ql)?:/.test(url)) {
    const path = resolve(url.replace(/^file:/, ""));
    return {
      name: path,
      advice: "name another file in DATABASE_URL, or mend what keeps this one from being written",
      open: async () => openSqlite(path),
    };
  }
  return {
    name: withoutSecrets(url),
    advice: "see that the server runs and lets the bot in, or mend DATABASE_URL",
    // Loaded only where it is wanted: a bot with a file has no use for it.
    open: async () => ({ dialect: (await import("./postgres.ts")).openPostgres(url) }),
  };
}

/** An address may hold a password, in front of the host or among the parameters. */
function withoutSecrets(url: string): string {
  if (!URL.canParse(url)) return "on PostgreSQL";
  const { host, pathname, searchParams } = new URL(url);
  return `postgres://${searchParams.get("host") ?? host}${pathname}`;
}

function reasonOf(cause: unknown): string {
  // A name with several addresses fails with one error for each, and no words of its own.
  const error = cause instanceof AggregateError ? (cause.errors[0] as unknown) : cause;
  return error instanceof Error ? error.message : String(error);
}
