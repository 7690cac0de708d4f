/** `npm run bench [-- start memory inside wire]`: measures the bot, and prints what docs/benchmarks.md shows. */
import { cpus } from "node:os";
import { openDiscord, type Discord } from "./discord.ts";
import { load } from "./figures.ts";
import { measureInside } from "./inside.ts";
import { measureMemory } from "./memory.ts";
import { measureStart } from "./start.ts";
import { measureWire } from "./wire.ts";

const parts: Record<string, (discord: Discord) => Promise<string>> = {
  start: measureStart,
  memory: measureMemory,
  inside: measureInside,
  wire: measureWire,
};

const wanted = process.argv.slice(2);
console.log(`${cpus().length} × ${cpus()[0]!.model.trim()}, Node ${process.versions.node}`);
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
