import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { openDatabase } from "../../src/store/database.ts";
import type { Discord } from "../discord.ts";
import { quantile, table, verdict } from "../figures.ts";
import { startProgram } from "../program.ts";
import { stock } from "./stock.ts";

const schedules = 100_000;
const samples = 6;
const sampleEvery = 20;
/** Milliseconds. */
const settled = 10_000;
const minute = 60_000;

/** What a bot with 100,000 schedules that are not due holds and computes over minutes: the program on a SQLite file, looking every second. */
export async function measureIdle(discord: Discord): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "intertitle-bench-"));
  const database = await openDatabase(`file:${join(folder, "data", "intertitle.db")}`);
  const places = await discord.ask("openChannels", 1);
  await stock(database, schedules, Math.floor(Date.now() / minute + 1440) * minute, places);
  await database.destroy();
  const program = startProgram(discord, folder, true);
  await program.says("commands ");
  await sleep(settled);
  const states = [await program.state()];
  for (let sample = 0; sample < samples; sample += 1) {
    await sleep(sampleEvery * 1000);
    states.push(await program.state());
  }
  await program.leave();
  const troubles = program
    .log()
    .split("\n")
    .filter((line) => /"level":[4-6]0/.test(line));
  await rm(folder, { recursive: true });
  if (troubles.length > 0) throw new Error(troubles[0]);

  const resident = states.map((state) => state.resident);
  const computed = states.slice(1).map((state, at) => (state.computed - states[at]!.computed) / sampleEvery);
  return [
    table(
      ["with nothing due, after", ...states.map((_, at) => `${settled / 1000 + at * sampleEvery} s`)],
      [
        ["resident, MB", ...resident.map((value) => value.toFixed(1))],
        ["of it JavaScript in use or not yet collected", ...states.map(({ heap }) => heap.toFixed(1))],
        ["computed since, ms a second", "", ...computed.map((value) => value.toFixed(1))],
      ],
    ),
    `${schedules} schedules stored. What is computed is all that the program does, the report that it is asked for each time among it.`,
    verdict("memory flat, that is: the most it holds is under a tenth over the least", quantile(resident, 1) / quantile(resident, 0), 1.1, "times"),
  ].join("\n\n");
}
