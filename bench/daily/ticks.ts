import type { Database } from "../../src/store/database.ts";
import { createDeliveries } from "../../src/store/deliveries.ts";
import { createSchedules } from "../../src/store/schedules.ts";
import { quantile, table, verdict } from "../figures.ts";
import { dueAt, stock } from "./stock.ts";
import { withStores } from "./stores.ts";

const stored = 100_000;
const ticks = 2000;
const warmUp = 200;
/** As many as the runner and its upkeep ask for. */
const limits = { posting: 80, upkeep: 10 };

/** How long the store takes to say that nothing is to be done, of 100,000 schedules: what the posting asks each second, and what the upkeep asks. */
export async function measureTicks(): Promise<string> {
  const rows: (string | number)[][] = [];
  const verdicts: string[] = [];
  await withStores(async (store, _url, database) => {
    await stock(database, stored);
    for (const [part, act] of Object.entries(questions(database))) {
      const milliseconds = await measure(act);
      rows.push([`${store}, ${part}`, ...[0.5, 0.99, 1].map((share) => quantile(milliseconds, share).toFixed(2))]);
      if (part === posting) verdicts.push(verdict(`${store}: a look at what is due, under a millisecond in the median`, quantile(milliseconds, 0.5), 1, "ms"));
    }
  });
  return [
    table([`nothing due, of ${stored}`, "p50, ms", "p99", "most"], rows),
    verdicts.join("\n\n"),
    `${ticks} of each after ${warmUp} to warm up, one after another.`,
  ].join("\n\n");
}

const posting = "posting: what was left, and what is due";

/** What `daily/runner.ts` and `daily/upkeep.ts` ask each second. */
function questions(database: Database): Record<string, () => Promise<void>> {
  const schedules = createSchedules(database);
  const deliveries = createDeliveries(database);
  const now = dueAt - 1;
  const lease = { owner: "bench", until: now + 60_000 };
  return {
    [posting]: async () => {
      const left = await deliveries.takeOver(now, limits.posting, lease);
      const due = await deliveries.dueServers(now, limits.posting);
      none(left, due);
    },
    "upkeep: threads, checks, notices": async () => {
      const threads = await deliveries.takeThreads(now, limits.upkeep, lease);
      const toCheck = await schedules.takeToCheck(now, limits.upkeep, now + 60_000);
      none(threads, toCheck, await schedules.toTell(limits.upkeep));
    },
  };
}

function none(...found: unknown[][]): void {
  if (found.some(({ length }) => length > 0)) throw new Error("Nothing was to be done, and something was found.");
}

async function measure(act: () => Promise<void>): Promise<number[]> {
  const milliseconds: number[] = [];
  for (let tick = -warmUp; tick < ticks; tick += 1) {
    const start = performance.now();
    await act();
    if (tick >= 0) milliseconds.push(performance.now() - start);
  }
  return milliseconds;
}
