import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openDatabase, StoreProblem } from "../../src/store/database.ts";
import { createDecks } from "../../src/store/decks.ts";

const ids = Array.from({ length: 20 }, (_, at) => `quote${at}`);
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "intertitle-"));
});
afterEach(() => rm(folder, { recursive: true }));

describe("the decks of a store", () => {
  it("go on where they were after the bot is started again", async () => {
    const url = `file:${join(folder, "new", "store.db")}`;
    const dealt: string[] = [];
    for (let start = 0; start < ids.length; start += 1) {
      const database = await openDatabase(url);
      dealt.push(await createDecks(database).draw("#general", ids));
      await database.destroy();
    }
    expect(dealt.toSorted()).toEqual(ids.toSorted());
  });

  it("deal different quotes to those who draw at the same moment", async () => {
    const database = await openDatabase(`file:${join(folder, "store.db")}`);
    const decks = createDecks(database);
    const dealt = await Promise.all(ids.map(() => decks.draw("#general", ids)));
    expect(dealt.toSorted()).toEqual(ids.toSorted());
    await database.destroy();
  });
});

describe("a store that cannot be used", () => {
  it("is refused in one sentence that says what to do when it is no database", async () => {
    const path = join(folder, "notes.txt");
    await writeFile(path, "Remember the milk. ".repeat(100));
    await expect(openDatabase(`file:${path}`)).rejects.toThrow(StoreProblem);
    await expect(openDatabase(`file:${path}`)).rejects.toThrow(/notes\.txt cannot be used .* DATABASE_URL/);
  });

  it("is refused when its folder cannot be made", async () => {
    await expect(openDatabase("file:/dev/null/store.db")).rejects.toThrow(StoreProblem);
  });

  it("is refused when it is a folder", async () => {
    await expect(openDatabase(`file:${folder}`)).rejects.toThrow(StoreProblem);
  });
});
