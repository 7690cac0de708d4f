import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { openDatabase } from "../../src/store/database.ts";
import type { Discord } from "../discord.ts";
import { quantile, table, verdict } from "../figures.ts";
import { startProgram } from "../program.ts";
import { stock } from "./stock.ts";

const schedules = 10_000;
const channels = 1000;
const actsPerSecond = 40;
/** Seconds. */
const warmUp = 5;
const calm = 20;
const busy = 60;
const sampleEvery = 10;
const samples = 3;

const minute = 60_000;

/**
 * How fast daily posts leave when 10,000 are due in one minute, how long members wait meanwhile beside how long they wait before
 * and after, in one run, and what the bot holds: the program on a SQLite file, the playground in another process.
 */
export async function measurePosting(discord: Discord): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "intertitle-bench-"));
  const database = await openDatabase(`file:${join(folder, "data", "intertitle.db")}`);
  const places = await discord.ask("openChannels", channels);
  const program = startProgram(discord, folder, true);
  await program.says("commands ");

  const warm = await discord.ask("actSteadily", actsPerSecond, warmUp);
  const calmBefore = await discord.ask("actSteadily", actsPerSecond, calm);
  const atRest = await program.state();
  // Due since the minute began: what is late by less than a minute leaves as what is on time.
  await stock(database, schedules, Math.floor(Date.now() / minute) * minute, places);
  while ((await discord.ask("posts")).length === 0) await sleep(50);
  const whilePosting = await discord.ask("actSteadily", actsPerSecond, busy);
  const memory = [await program.state()];
  for (let sample = 0; sample < samples; sample += 1) {
    await sleep(sampleEvery * 1000);
    memory.push(await program.state());
  }
  const posts = await discord.ask("posts");

  // What is still due is put off by a day; what is in hand already has left after two seconds.
  const { due } = await database.selectFrom("schedules").select(({ fn }) => fn.countAll<number>().as("due")).where("next_at", "<=", Date.now()).executeTakeFirstOrThrow();
  await database.updateTable("schedules").set({ next_at: Date.now() + 1440 * minute }).where("next_at", "<=", Date.now()).execute();
  await sleep(5000);
  const calmAfter = await discord.ask("actSteadily", actsPerSecond, calm);
  await program.leave();
  const lines = program.log().split("\n");
  await database.destroy();
  await rm(folder, { recursive: true });

  const errors = [...warm.errors, ...calmBefore.errors, ...whilePosting.errors, ...calmAfter.errors];
  const troubles = lines.filter((line) => /"level":[4-6]0/.test(line));
  const twice = posts.length - new Set(posts.map(({ nonce }) => nonce)).size;
  if (due === 0) throw new Error("All posts left before the end; more must be due.");
  if (errors.length + troubles.length + twice > 0) throw new Error(`${errors.length} errors, ${troubles.length} troubles, ${twice} posts twice: ${errors[0] ?? troubles[0]}`);

  const calmTimes = [...calmBefore.times, ...calmAfter.times];
  const perSecond = fullSeconds(posts.map(({ at }) => at));
  const ratio = (share: number) => (quantile(whilePosting.times, share) / quantile(calmTimes, share)).toFixed(2);
  const resident = memory.map((state) => state.resident);
  return [
    table(
      ["members wait", "acts", "p50, ms", "p99", "most"],
      [
        ["with nothing to post, before", ...waits(calmBefore.times)],
        ["while posts leave", ...waits(whilePosting.times)],
        ["with nothing to post, after", ...waits(calmAfter.times)],
        ["the second by the first and third together", "", ratio(0.5), ratio(0.99), ratio(1)],
      ],
    ),
    `${schedules} schedules due in one minute, in ${channels} channels. Members act ${actsPerSecond} times a second, all of the above in turn.`,
    table(
      ["posts", "in a second: least", "median", "most", "in all"],
      [["that came to their channels", ...[0, 0.5, 1].map((share) => quantile(perSecond, share)), posts.length]],
    ),
    `None came twice, and nothing stands in the log above information. ${schedules} would take ${Math.round(schedules / quantile(perSecond, 0.5))} s.`,
    table(
      ["the bot holds", "at rest", ...memory.map((_, at) => `posting for ${busy + at * sampleEvery} s`)],
      [
        ["resident, MB", ...[atRest, ...memory].map((state) => state.resident.toFixed(1))],
        ["of it JavaScript in use or not yet collected", ...[atRest, ...memory].map((state) => state.heap.toFixed(1))],
      ],
    ),
    verdict("memory flat, that is: the most it holds after the first minute is under a tenth over the least", quantile(resident, 1) / quantile(resident, 0), 1.1, "times"),
  ].join("\n\n");
}

function waits(times: number[]): (string | number)[] {
  return [times.length, ...[0.5, 0.99, 1].map((share) => quantile(times, share).toFixed(1))];
}

/** How many of these instants (epoch milliseconds, in order) lie in each second, without the first and the last, which are not whole. */
function fullSeconds(instants: number[]): number[] {
  const counts: number[] = [];
  for (const at of instants) {
    const second = Math.floor((at - instants[0]!) / 1000);
    counts[second] = (counts[second] ?? 0) + 1;
  }
  return Array.from(counts, (count) => count ?? 0).slice(1, -1);
}
