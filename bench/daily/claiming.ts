import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { Database } from "../../src/store/database.ts";
import { typescript } from "../discord.ts";
import { quantile, table, verdict } from "../figures.ts";
import { stock } from "./stock.ts";
import { empty, withStores } from "./stores.ts";

const due = 10_000;
const batch = 500;
const rounds = 5;

/** How long the store takes to claim 10,000 daily posts that are due in the same minute, with one process and with four, on both stores. */
export async function measureClaiming(): Promise<string> {
  const rows: (string | number)[][] = [];
  const verdicts: string[] = [];
  await withStores(async (store, url, database) => {
    for (const processes of [1, 4]) {
      const { seconds, longest } = await measureClaims(url, database, processes);
      rows.push([`${store}, ${processes === 1 ? "one process" : `${processes} processes`}`, ...[0, 0.5, 1].map((share) => quantile(seconds, share).toFixed(2)), longest.toFixed(0)]);
      verdicts.push(verdict(`${store}, ${processes} at once: all claimed within a second, in the median`, quantile(seconds, 0.5), 1, "s"));
    }
  });
  return [
    table([`${due} claimed by`, "least, s", "median", "most", "the longest claim, ms"], rows),
    verdicts.join("\n\n"),
    `${rounds} rounds each, up to ${batch} in a claim, which is one transaction.`,
  ].join("\n\n");
}

/** The seconds of each round from the word to the last claim, and the milliseconds that the longest claim took. */
async function measureClaims(url: string, database: Database, processes: number): Promise<{ seconds: number[]; longest: number }> {
  const seconds: number[] = [];
  let longest = 0;
  for (let round = 0; round < rounds; round += 1) {
    await empty(database);
    await stock(database, due);
    const claimers = Array.from({ length: processes }, () => fork(fileURLToPath(new URL("claimer.ts", import.meta.url)), [url, String(batch)], { execArgv: typescript }));
    const ended = claimers.map((claimer) => once(claimer, "exit"));
    await Promise.all(claimers.map((claimer) => once(claimer, "message")));
    const start = performance.now();
    const results = await Promise.all(
      claimers.map(async (claimer) => {
        claimer.send("go");
        const [result] = (await once(claimer, "message")) as [{ claimed: number; longest: number }];
        return result;
      }),
    );
    seconds.push((performance.now() - start) / 1000);
    longest = Math.max(longest, ...results.map((result) => result.longest));
    const claimed = results.reduce((sum, result) => sum + result.claimed, 0);
    const { stored } = await database.selectFrom("deliveries").select(({ fn }) => fn.countAll<number>().as("stored")).executeTakeFirstOrThrow();
    if (claimed !== due || stored !== due) throw new Error(`${claimed} claimed and ${stored} stored, of ${due}.`);
    await Promise.all(ended);
  }
  return { seconds, longest };
}
