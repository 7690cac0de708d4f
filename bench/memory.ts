import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Discord } from "./discord.ts";
import { quantile, spread, table, verdict } from "./figures.ts";
import { startProgram } from "./program.ts";

const runs = 5;
/** How long the bot has had nothing to do, in milliseconds. */
const idle = 3000;

/** What the bot holds at rest: the program, ready for three seconds, asked through Node's own diagnostic report. */
export async function measureMemory(discord: Discord): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "intertitle-bench-"));
  const resident: number[] = [];
  const heap: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const program = startProgram(discord, folder, true);
    await program.says("commands ");
    await sleep(idle);
    const state = await program.state();
    resident.push(state.resident);
    heap.push(state.heap);
    await program.leave();
  }
  await rm(folder, { recursive: true });
  return [
    table(["at rest", "least, MB", "median", "most", "runs"], [spread("resident", resident, 1), spread("of it JavaScript in use", heap, 1)]),
    verdict("under 100 MB, in the median", quantile(resident, 0.5), 100, "MB"),
  ].join("\n\n");
}
