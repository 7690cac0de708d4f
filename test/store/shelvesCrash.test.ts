import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, it } from "vitest";
import { bounds } from "../../src/library/shelf.ts";
import { createShelves } from "../../src/store/shelves.ts";
import { describeOnStores, type StorePlace } from "../stores.ts";

const importer = fileURLToPath(new URL("importer.ts", import.meta.url));
const serverCount = 6;
const killCount = 6;

describeOnStores("processes that are killed while they add interviews", (store) => {
  let place: StorePlace;

  beforeEach(async () => {
    place = await store.makePlace();
  });
  afterEach(() => place.remove());

  it("leave each of them wholly there with its line in the log and its version, or not at all, and lose none that was acknowledged", async () => {
    const processCount = store.name === "SQLite" ? 1 : 3;
    const told: string[] = [];
    const codes: (number | null)[] = [];
    let killed = 0;

    /** Runs an importer to its end, or kills it at a random moment after its first import, and starts another. */
    async function keepImporting(): Promise<void> {
      while (true) {
        const child = spawn(process.execPath, ["--import", "tsx", importer, place.url, String(serverCount)], { stdio: ["ignore", "pipe", "inherit"] });
        let words = "";
        child.stdout.on("data", (chunk: Buffer) => (words += chunk.toString()));
        const closed = once(child, "close");
        const hasEnded = await Promise.race([closed.then(() => true), once(child.stdout, "data").then(() => false)]);
        if (!hasEnded && killed < killCount) {
          killed += 1;
          await sleep(Math.random() * 120);
          child.kill("SIGKILL");
        }
        const [code, signal] = (await closed) as [number | null, string | null];
        told.push(...words.split("\n").slice(0, -1));
        if (signal !== "SIGKILL") return void codes.push(code);
      }
    }
    await Promise.all(Array.from({ length: processCount }, keepImporting));
    expect(codes).toEqual(Array.from({ length: processCount }, () => 0));

    const shelves = createShelves(await place.open());
    const found: string[] = [];
    for (let at = 0; at < serverCount; at += 1) {
      const server = `s${at}`;
      const { version, shelf } = await shelves.load(server);
      const log = await shelves.log(server, 1000, 0);
      const logged = (what: string) => log.filter((event) => event.what === what).map(({ subject }) => subject).toReversed();
      expect(shelf.transcripts).toHaveLength(bounds.interviews);
      expect(version).toBe(log.length);
      expect(logged("added")).toEqual(shelf.transcripts.map(({ id }) => `Talk ${id}`));
      expect(logged("corrected")).toEqual(shelf.corrections.map(({ quote }) => quote));
      const words = new Map(shelf.corrections.map((correction) => [correction.quote, correction.words]));
      for (const { id, text } of shelf.transcripts) expect(text).toBe(`${id}: ${words.get(id) ?? "It rained. ".repeat(1 + (Number(id.split("-")[1]) % 500))}`);
      found.push(...shelf.transcripts.map(({ id }) => `added ${server} ${id}`), ...shelf.corrections.map(({ quote }) => `corrected ${server} ${quote}`));
    }
    const there = new Set(found);
    expect(told.filter((line) => !there.has(line))).toEqual([]);
    // Of what nobody was told, each process can have made one thing, just before it was killed.
    expect(found.length - new Set(told).size).toBeLessThanOrEqual(killed);
    console.log(`${store.name}, ${processCount} at once: ${killed} killed, ${found.length} things kept, ${found.length - told.length} of them untold, 0 lost.`);
    expect(killed).toBeGreaterThan(0);
  }, 120_000);
});
