import { beforeAll, beforeEach, expect, it } from "vitest";
import { createLibraries, type Libraries } from "../../src/library/libraries.ts";
import type { Library } from "../../src/library/library.ts";
import { loadLibrary } from "../../src/library/load.ts";
import { emptyShelf, type Shelf } from "../../src/library/shelf.ts";
import { createLog } from "../../src/log.ts";

let shared: Library;
beforeAll(async () => {
  shared = await loadLibrary();
});

/** Shelves as a store keeps them, with what was asked of it. */
let shelves: Map<string, { version: number; shelf: Shelf }>;
let loads: string[];
let time: number;
let logged: string[];
let libraries: Libraries;

beforeEach(async () => {
  [shelves, loads, time, logged] = [new Map(), [], 1_700_000_000_000, []];
  const source = {
    versions: async (servers: readonly string[]) => new Map(servers.flatMap((server) => (shelves.has(server) ? [[server, shelves.get(server)!.version]] : []))),
    load: async (server: string) => {
      loads.push(server);
      return shelves.get(server)!;
    },
  };
  libraries = createLibraries(shared, source, { now: () => time, log: await createLog("warn", { write: (line) => void logged.push(line) }) });
});

const hiding = (quote: number, version: number) => ({ version, shelf: { ...emptyShelf, hidden: [shared.quotes[quote]!.id] } });

it("gives servers that have nothing of their own what all see", async () => {
  expect(await libraries.of("1")).toBe(shared);
  expect(await libraries.of(null)).toBe(shared);
  expect(libraries.atHand(undefined)).toBe(shared);
  expect(loads).toEqual([]);
});

it("makes a server's library once, and anew when its shelf has changed", async () => {
  shelves.set("1", hiding(0, 1));
  const first = await libraries.of("1");
  expect(first.quotes).toHaveLength(shared.quotes.length - 1);
  expect(await libraries.of("1")).toBe(first);
  expect(loads).toEqual(["1"]);
  shelves.set("1", hiding(1, 2));
  const second = await libraries.of("1");
  expect(second.quote(shared.quotes[1]!.id)).toBeUndefined();
  expect(second.quote(shared.quotes[0]!.id)).toBeDefined();
  expect(await libraries.of("2")).toBe(shared);
});

it("makes it once for two who ask at the same moment", async () => {
  shelves.set("1", hiding(0, 1));
  const [one, other] = await Promise.all([libraries.of("1"), libraries.of("1")]);
  expect(one).toBe(other);
  expect(loads).toEqual(["1"]);
});

it("answers who types at once, and has the server's own at hand for the next letter", async () => {
  shelves.set("1", hiding(0, 1));
  expect(libraries.atHand("1")).toBe(shared);
  await libraries.of("1");
  expect(libraries.atHand("1")).not.toBe(shared);
  expect(loads).toEqual(["1"]);
});

it("drops what nobody has used for a while, and makes it again when somebody does", async () => {
  shelves.set("1", hiding(0, 1));
  shelves.set("2", hiding(0, 1));
  await libraries.of("1");
  time += 3_600_000;
  await libraries.of("2");
  expect(libraries.atHand("1")).toBe(shared);
  expect((await libraries.of("1")).quotes).toHaveLength(shared.quotes.length - 1);
});

it("gives many servers their libraries with one look at the store", async () => {
  shelves.set("2", hiding(0, 1));
  const found = await libraries.ofAll(["1", "2"]);
  expect(found.get("1")).toBe(shared);
  expect(found.get("2")).not.toBe(shared);
  expect(found.get("2")).toBe(await libraries.of("2"));
});

it("leaves out a server whose shelf cannot be read, and gives the others theirs", async () => {
  shelves.set("1", hiding(0, 1));
  shelves.set("2", { version: 1, shelf: undefined as unknown as Shelf });
  const found = await libraries.ofAll(["2", "1", "3"]);
  expect([...found.keys()]).toEqual(["1", "3"]);
  expect(logged.join()).toContain("could not be fetched");
  await expect(libraries.of("2")).rejects.toThrow(TypeError);
  expect(await libraries.nowOrLast("2")).toBe(shared);
});

it("answers with what was seen last while the store cannot be read", async () => {
  shelves.set("1", hiding(0, 1));
  const seen = await libraries.of("1");
  shelves.set("1", { version: 2, shelf: undefined as unknown as Shelf });
  expect(await libraries.nowOrLast("1")).toBe(seen);
});

it("makes one library for many changes in a row, and it is the newest", async () => {
  shelves.set("1", hiding(0, 1));
  const first = libraries.of("1");
  shelves.set("1", hiding(1, 2));
  const [second, third] = await Promise.all([libraries.of("1"), libraries.of("1")]);
  await first;
  expect(second).toBe(third);
  expect(second.quote(shared.quotes[1]!.id)).toBeUndefined();
  expect(libraries.atHand("1")).toBe(second);
  expect(loads.length).toBeLessThan(3);
});
