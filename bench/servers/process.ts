/** Uses the libraries of many servers inside this process, which was started under the program's own flags of node, and prints what that took. */
import { setTimeout as sleep } from "node:timers/promises";
import { loadLibrary } from "../../src/library/load.ts";
import { createLog } from "../../src/log.ts";
import { createServices } from "../../src/services.ts";
import { openDatabase } from "../../src/store/database.ts";
import { serverId } from "./stock.ts";

const [url = "", count] = process.argv.slice(2);
const servers = Number(count);
const database = await openDatabase(url);
const { libraries } = createServices(await loadLibrary(), database, { now: Date.now, log: await createLog("silent") });

/** What is held once what is no longer used was collected, in MB (10⁶ bytes). */
async function held(): Promise<{ resident: number; heap: number }> {
  for (let round = 0; round < 3; round += 1) {
    globalThis.gc!();
    await sleep(50);
  }
  const { rss, heapUsed } = process.memoryUsage();
  return { resident: rss / 1e6, heap: heapUsed / 1e6 };
}

const marks = [{ used: 0, ...(await held()) }];
const wakes: number[] = [];
const again: number[] = [];
for (let index = 0; index < servers; index += 1) {
  const server = serverId(index);
  let began = performance.now();
  const library = await libraries.of(server);
  const found = library.search.find("funeral piano");
  wakes.push(performance.now() - began);
  if (found.length === 0) throw new Error("A server's quotes are not found.");
  began = performance.now();
  (await libraries.of(server)).search.find("bread oven");
  again.push(performance.now() - began);
  if ([10, 100, 1000, servers / 2, servers].includes(index + 1)) marks.push({ used: index + 1, ...(await held()) });
}
await database.destroy();
console.log(JSON.stringify({ marks, wakes, again, quotes: libraries.shared.quotes.length }));
