/** A process that claims whatever is due, noon after noon, until it is killed or all is claimed. It tells the ids it was given. */
import { writeSync } from "node:fs";
import { openDatabase } from "../../src/store/database.ts";
import { createDeliveries } from "../../src/store/deliveries.ts";
import { createSchedules } from "../../src/store/schedules.ts";
import { planNoon } from "./samples.ts";

const [url, until] = process.argv.slice(2);
const database = await openDatabase(url!);
const schedules = createSchedules(database);
const deliveries = createDeliveries(database);
for (let at = await schedules.nextAt(); at! < Number(until); at = await schedules.nextAt()) {
  const claimed = await deliveries.claimDue(at!, 10, planNoon(String(process.pid)));
  writeSync(1, claimed.map(({ id }) => `${id}\n`).join(""));
}
await database.destroy();
