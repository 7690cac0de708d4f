import { execFile } from "node:child_process";
import { chmod, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import LibsqlDatabase from "libsql";
import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, inject, it } from "vitest";
import { openDatabase, StoreProblem } from "../../src/store/database.ts";
import { createDecks } from "../../src/store/decks.ts";
import { createSchedules } from "../../src/store/schedules.ts";
import { describeOnStores, type StorePlace } from "../stores.ts";
import { sampleSchedule } from "./samples.ts";

describeOnStores("a store", (store) => {
  let place: StorePlace;

  beforeEach(async () => {
    place = await store.makePlace();
  });
  afterEach(() => place.remove());

  it("can be opened by several processes that start at once while it is still empty", async () => {
    const claimer = fileURLToPath(new URL("claimer.ts", import.meta.url));
    const quiet = { stdout: "", stderr: "" };
    const start = () => promisify(execFile)(process.execPath, ["--import", "tsx", claimer, place.url, "0"]);
    expect(await Promise.all([start(), start(), start(), start()])).toMatchObject([quiet, quiet, quiet, quiet]);
    expect(await createSchedules(await place.open()).nextAt()).toBeUndefined();
  });

  it("can be opened several times at once while it is still empty", async () => {
    const databases = await Promise.all([1, 2, 3, 4].map(() => place.open()));
    for (const database of databases) expect(await createSchedules(database).nextAt()).toBeUndefined();
  });

  it("is refused when another program has its tables in it, and is left as it was", async () => {
    const database = await place.open();
    await sql`drop table schedules`.execute(database);
    await sql`delete from kysely_migration`.execute(database);
    await expect(place.open()).rejects.toThrow(/^The store \S+ belongs to another program, by the tables in it: set DATABASE_URL to a store of its own\.$/);
    await expect(sql`select * from schedules`.execute(database)).rejects.toThrow(/schedules/);
  });

  it("is refused when another program that uses the same builder of queries has its tables in it", async () => {
    const database = await place.open();
    await sql`update kysely_migration set name = '001_users' where name = '0001_deck_places'`.execute(database);
    await expect(place.open()).rejects.toThrow(/belongs to another program/);
  });

  it("is refused when it was written by a newer version, whose tables we don't know", async () => {
    const database = await place.open();
    await sql`insert into kysely_migration (name, timestamp) values ('9999_subtitles', '2031-01-01T00:00:00.000Z')`.execute(database);
    await expect(place.open()).rejects.toThrow(StoreProblem);
    await expect(place.open()).rejects.toThrow(/was written by a newer version of Intertitle: install that version, or set DATABASE_URL to another store\.$/);
  });
});

describe("a file that cannot be the store", () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "intertitle-"));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it("is refused in one sentence that says what to do when it is no database, and is left as it was", async () => {
    const path = join(folder, "notes.txt");
    const words = "Remember the milk. ".repeat(100);
    await writeFile(path, words);
    await expect(openDatabase(`file:${path}`)).rejects.toThrow(StoreProblem);
    await expect(openDatabase(`file:${path}`)).rejects.toThrow(/notes\.txt cannot be used .* DATABASE_URL/);
    expect(await readFile(path, "utf8")).toBe(words);
  });

  it("is refused when its folder cannot be made", async () => {
    await expect(openDatabase("file:/dev/null/store.db")).rejects.toThrow(StoreProblem);
  });

  it("is refused when it is a folder", async () => {
    await expect(openDatabase(`file:${folder}`)).rejects.toThrow(StoreProblem);
  });

  it("is taken up when the first release made it", async () => {
    const path = join(folder, "store.db");
    const file = new LibsqlDatabase(path);
    file.pragma("journal_mode = WAL");
    file.exec(`
      create table "kysely_migration" ("name" varchar(255) not null primary key, "timestamp" varchar(255) not null);
      create table "kysely_migration_lock" ("id" varchar(255) not null primary key, "is_locked" integer default 0 not null);
      create table "deck_places" ("deck" text primary key, "cycle" integer not null, "key" text not null, "ended" text not null);
      insert into kysely_migration values ('0001_deck_places', '2026-11-22T16:29:59.715Z');
      insert into kysely_migration_lock values ('migration_lock', 0);
      insert into deck_places values ('#general', 0, '011g37gfone', '');
    `);
    file.close();
    const database = await openDatabase(`file:${path}`);
    expect(await createDecks(database).draw("#general", ["one", "two"])).toBe("two");
    expect(await createSchedules(database).add(sampleSchedule())).toBeDefined();
    await database.destroy();
  });

  it("is left as it was, to the byte, when it is another program's", async () => {
    const path = join(folder, "albums.db");
    const file = new LibsqlDatabase(path);
    file.exec("create table albums (title text)");
    file.close();
    const before = await readFile(path);
    await expect(openDatabase(`file:${path}`)).rejects.toThrow(/belongs to another program/);
    expect(await readFile(path)).toEqual(before);
  });

  it("is refused when it cannot be written, even when nothing has to be written yet", async () => {
    const path = join(folder, "store.db");
    await (await openDatabase(`file:${path}`)).destroy();
    await chmod(path, 0o444);
    await chmod(folder, 0o555);
    try {
      await asNobodySpecial(() => expect(openDatabase(`file:${path}`)).rejects.toThrow(/store\.db cannot be used .* keeps this one from being written\.$/));
    } finally {
      await chmod(folder, 0o755);
    }
  });

  it("is made with its folder when it is missing, and survives a power cut after what was committed", async () => {
    const path = join(folder, "new", "store.db");
    const database = await openDatabase(`file:${path}`);
    const { rows } = await sql<{ synchronous: number }>`pragma synchronous`.execute(database);
    expect(rows).toMatchObject([{ synchronous: 2 }]);
    await database.destroy();
  });
});

/** Root may write anything: for a moment, be somebody who may not. */
async function asNobodySpecial(act: () => Promise<void>): Promise<void> {
  const nobody = 65_534;
  if (process.geteuid!() !== 0) return act();
  process.seteuid!(nobody);
  try {
    await act();
  } finally {
    process.seteuid!(0);
  }
}

describe("a server that cannot be the store", () => {
  it("is refused in one sentence without the password when it cannot be reached", async () => {
    const refused = openDatabase("postgres://ada:s3cret@localhost:1/club");
    await expect(refused).rejects.toThrow(/^The store postgres:\/\/localhost:1\/club cannot be used \(connect ECONNREFUSED .*\); see that the server runs and lets the bot in, or mend DATABASE_URL\.$/);
    await expect(refused).rejects.not.toThrow(/s3cret/);
    await expect(refused).rejects.toThrow(StoreProblem);
  });

  it.skipIf(!inject("postgresUrl"))("is refused when it has no such database, or knows no such user", async () => {
    const url = new URL(inject("postgresUrl")!);
    url.pathname = "nowhere";
    await expect(openDatabase(url.href)).rejects.toThrow(/nowhere cannot be used \(database "nowhere" does not exist\)/);
    url.username = "stranger";
    await expect(openDatabase(url.href)).rejects.toThrow(/cannot be used \(role "stranger" does not exist\)/);
  });
});
