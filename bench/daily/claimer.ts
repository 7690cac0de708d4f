/** One of the processes that claim: opens the store, says that it is ready, and on a word claims until nothing is due. */
import { once } from "node:events";
import { planDue } from "../../src/daily/plan.ts";
import { openDatabase } from "../../src/store/database.ts";
import { createDeliveries } from "../../src/store/deliveries.ts";
import { dueAt } from "./stock.ts";

const [url, batch] = process.argv.slice(2);
const database = await openDatabase(url!);
const deliveries = createDeliveries(database);
const now = dueAt + 60_000;
const quotes = Array.from({ length: 50 }, (_, at) => `quote${at}`);
const terms = { window: 6 * 3_600_000, owner: String(process.pid), leaseUntil: now + 60_000 };
// The first queries of all are slow with compiling; a bot that has run for a minute has had them.
await deliveries.claimDue(0, Number(batch), (schedule) => planDue(schedule, quotes, 0, terms));

process.send!("ready");
await once(process, "message");
let claimed = 0;
let longest = 0;
for (let given = -1; given !== 0; claimed += given) {
  const start = performance.now();
  given = (await deliveries.claimDue(now, Number(batch), (schedule) => planDue(schedule, quotes, now, terms))).length;
  longest = Math.max(longest, performance.now() - start);
}
process.send!({ claimed, longest });
await database.destroy();
process.disconnect();
