import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Discord } from "./discord.ts";
import { quantile, spread, table, verdict } from "./figures.ts";
import { startProgram } from "./program.ts";

const runs = 10;

/**
 * How long the bot takes to start: from just before its process is spawned until its log line has arrived here.
 * Each run is a first start (no store, no commands) and a later one, on a playground that runs already.
 */
export async function measureStart(discord: Discord): Promise<string> {
  const ready: number[] = [];
  const registered: number[] = [];
  const unchanged: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const folder = await mkdtemp(join(tmpdir(), "intertitle-bench-"));
    await discord.ask("forgetCommands");
    for (const [line, times] of [["commands registered", registered], ["commands unchanged", unchanged]] as const) {
      const program = startProgram(discord, folder);
      ready.push(await program.says('"ready"'));
      times.push(await program.says(line));
      await program.leave();
    }
    await rm(folder, { recursive: true });
  }
  return [
    table(
      ["from the start of the process to", "least, ms", "median", "most", "runs"],
      [spread("“ready”", ready), spread("“commands registered”, the first time", registered), spread("“commands unchanged”, every other time", unchanged)],
    ),
    verdict("ready within a second, in the median", quantile(ready, 0.5), 1000, "ms"),
  ].join("\n\n");
}
