/** `npm run bench [-- a part or several]`: measures the bot, and prints what docs/benchmarks.md shows. */
import { execFile } from "node:child_process";
import { cpus } from "node:os";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { measureClaiming } from "./daily/claiming.ts";
import { measureIdle } from "./daily/idle.ts";
import { measurePosting } from "./daily/posting.ts";
import { measureTicks } from "./daily/ticks.ts";
import { openDiscord, typescript, type Discord } from "./discord.ts";
import { load } from "./figures.ts";
import { measureMemory } from "./memory.ts";
import { measureParser } from "./parser/parser.ts";
import { nodeFlags } from "./program.ts";
import { measureServers } from "./servers/servers.ts";
import { measureStart } from "./start.ts";
import { measureWire } from "./wire.ts";

const parts: Record<string, (discord: Discord) => Promise<string>> = {
  start: measureStart,
  memory: measureMemory,
  inside: measureInsideProcess,
  wire: measureWire,
  claiming: measureClaiming,
  ticks: measureTicks,
  posting: measurePosting,
  idle: measureIdle,
  servers: measureServers,
  parser: measureParser,
};

const wanted = process.argv.slice(2);
console.log(`${cpus().length} × ${cpus()[0]!.model.trim()}, Node ${process.versions.node} ${nodeFlags.join(" ")}`);
for (const [name, measure] of Object.entries(parts)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const before = load();
  const began = performance.now();
  const discord = await openDiscord();
  const result = await measure(discord);
  await discord.close();
  const seconds = ((performance.now() - began) / 1000).toFixed(0);
  console.log(`\n### ${name}\n\n${result}\n\nMachine's load ${before} before, ${load()} after; ${seconds} s.`);
}

/** A bot inside this process would not run as the program does: it gets one of its own, under the program's flags. */
async function measureInsideProcess(): Promise<string> {
  const file = fileURLToPath(new URL("insideProcess.ts", import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [...typescript, ...nodeFlags, file]);
  return stdout.trim();
}
