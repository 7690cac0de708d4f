import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { describe, inject } from "vitest";
import { openDatabase, type Database } from "../src/store/database.ts";

/** A place for one store, with nothing in it yet. */
export interface StorePlace {
  /** For DATABASE_URL. */
  url: string;
  /** Opens the store once more, as another process would. */
  open(): Promise<Database>;
  /** Closes what was opened here, and takes the place away. */
  remove(): Promise<void>;
}

export interface StoreKind {
  name: "SQLite" | "PostgreSQL";
  /** Whether it is installed. */
  isHere: boolean;
  makePlace(): Promise<StorePlace>;
}

/** The stores that the bot runs on. */
export const stores: StoreKind[] = [
  { name: "SQLite", isHere: true, makePlace: makeFile },
  { name: "PostgreSQL", isHere: inject("postgresUrl") !== undefined, makePlace: makeServerDatabase },
];

/** Tests on each store; on one that is not installed, the tests are shown as skipped. */
export function describeOnStores(title: string, tests: (store: StoreKind) => void): void {
  for (const store of stores) {
    describe.skipIf(!store.isHere)(`${title}, on ${store.name}${store.isHere ? "" : " (not installed)"}`, () => {
      tests(store);
    });
  }
}

async function makeFile(): Promise<StorePlace> {
  const folder = await mkdtemp(join(tmpdir(), "intertitle-"));
  return placeAt(`file:${join(folder, "store.db")}`, () => rm(folder, { recursive: true }));
}

async function makeServerDatabase(): Promise<StorePlace> {
  const server = inject("postgresUrl")!;
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  await tellServer(server, `create database ${name}`);
  const url = new URL(server);
  url.pathname = name;
  return placeAt(url.href, () => tellServer(server, `drop database ${name} with (force)`));
}

function placeAt(url: string, remove: () => Promise<void>): StorePlace {
  const opened: Database[] = [];
  return {
    url,
    open: async () => {
      const database = await openDatabase(url);
      opened.push(database);
      return database;
    },
    remove: async () => {
      await Promise.all(opened.map((database) => database.destroy()));
      await remove();
    },
  };
}

async function tellServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
