import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { cases } from "./cases.ts";
import type { Discord } from "./discord.ts";
import { quantile, table } from "./figures.ts";
import { startProgram } from "./program.ts";

const warmUp = 25;
const rounds = 250;
const crowds = [1, 8, 32];
const actsOfCrowd = 2000;

/**
 * How long a member waits: from the key pressed to the answer seen, with the bot in one process, the playground in
 * another, and real gateway and REST between them over loopback. Then how much of that many members at once can have.
 */
export async function measureWire(discord: Discord): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "intertitle-bench-"));
  const program = startProgram(discord, folder, true);
  await program.says("commands ");

  const errors: string[] = [];
  const alone: string[][] = [];
  for (const { name } of cases) {
    errors.push(...(await discord.ask("repeat", name, warmUp)).errors);
    const acted = await discord.ask("repeat", name, rounds);
    errors.push(...acted.errors);
    alone.push([name, ...inMilliseconds(acted.times)]);
  }

  const together: (string | number)[][] = [];
  for (const members of crowds) {
    const before = await program.state();
    const acted = await discord.ask("actAtOnce", members, actsOfCrowd);
    const after = await program.state();
    const share = (computed: number) => (computed / actsOfCrowd).toFixed(2);
    errors.push(...acted.errors);
    together.push([
      members,
      ((acted.times.length / acted.duration) * 1000).toFixed(0),
      ...inMilliseconds(acted.times),
      share(after.computed - before.computed),
      share(acted.computed),
      acted.errors.length,
    ]);
  }
  const { resident, heap } = await program.state();
  const logged = program.log().split("\n");
  const troubles = logged.filter((line) => /"level":[4-6]0/.test(line));
  await program.leave();
  await rm(folder, { recursive: true });
  if (errors.length + troubles.length > 0) throw new Error(`${errors.length} errors, ${troubles.length} troubles logged: ${errors[0] ?? troubles[0]}`);

  return [
    table(["over the wire, one member", "p50, ms", "p99", "most"], alone),
    `Each ${rounds} times after ${warmUp} to warm up, one after another.`,
    table(["members at once", "acts a second", "p50, ms", "p99", "most", "the bot computes, ms an act", "the playground computes", "errors"], together),
    `Each ${actsOfCrowd} acts, all of the above in turn. The bot then holds ${resident.toFixed(1)} MB, ${heap.toFixed(1)} of it JavaScript in use or not yet collected.`,
  ].join("\n\n");
}

function inMilliseconds(times: number[]): string[] {
  return [0.5, 0.99, 1].map((share) => quantile(times, share).toFixed(1));
}
