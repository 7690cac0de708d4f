import type { SelectQueryBuilder, Transaction } from "kysely";
import type { Delivery, MissReason } from "../daily/delivery.ts";
import type { Schedule } from "../daily/schedule.ts";
import { putBack } from "../library/deck.ts";
import type { Database, Tables } from "./database.ts";
import { deliveryOfRow, rowOfDelivery, type DeliveryRow } from "./deliveryRow.ts";
import { insertRows, portions } from "./manyRows.ts";
import { rowOfSchedule, scheduleOfRow } from "./scheduleRow.ts";

/** What becomes of a due schedule: how it is afterwards, and its new deliveries, at most one of them "claimed". */
export interface Plan {
  schedule: Schedule;
  deliveries: Delivery[];
}

/** Who claims, and until when nobody else may touch it. */
export interface Lease {
  owner: string;
  until: number;
}

/** Claims schedules that are due; see `Deliveries.claimDue`. */
export function claimDue(database: Database, now: number, limit: number, plan: (schedule: Schedule) => Plan | undefined): Promise<Delivery[]> {
  return database.transaction().execute(async (transaction) => {
    const due = await transaction
      .selectFrom("schedules")
      .select("schedule")
      .where("next_at", "<=", now)
      .orderBy("next_at")
      .limit(limit)
      .forUpdate()
      .skipLocked()
      .execute();
    const planned = due.map(scheduleOfRow).map((before) => ({ before, plan: plan(before) }));
    const deliveries = planned.flatMap(({ plan }) => plan?.deliveries ?? []);
    const written = await writeDeliveries(transaction, deliveries);
    const isThere = ({ id, state }: Delivery) => state === "claimed" && !written.has(id);
    // A date that has its post already, since a clock ran ahead, uses up no other quote.
    const after = planned.map(({ before, plan }) => (plan?.deliveries.some(isThere) ? { ...plan.schedule, deck: before.deck } : plan?.schedule));
    await writeSchedules(transaction, after.filter((schedule) => schedule !== undefined));
    return deliveries.filter(({ id, state }) => state === "claimed" && written.has(id));
  });
}

/** Keeps an extra delivery; see `Deliveries.addExtra`. */
export async function addExtra(database: Database, id: string, plan: (schedule: Schedule) => Plan | undefined): Promise<boolean> {
  return database.transaction().execute(async (transaction) => {
    const row = await transaction.selectFrom("schedules").select("schedule").where("id", "=", id).forUpdate().executeTakeFirst();
    const planned = row && plan(scheduleOfRow(row));
    if (!planned) return false;
    const written = await writeDeliveries(transaction, planned.deliveries);
    if (written.size < planned.deliveries.length) return false;
    await writeSchedules(transaction, [planned.schedule]);
    return true;
  });
}

/** Ends a claimed delivery as missed; see `Deliveries.missed`. */
export function giveUp(database: Database, id: string, owner: string, miss: MissReason): Promise<boolean> {
  return database.transaction().execute(async (transaction) => {
    const delivery = await transaction.selectFrom("deliveries").select(["schedule", "quote"]).where("id", "=", id).executeTakeFirst();
    if (!delivery) return false;
    // The schedule first, as for a claim: two who each held what the other wants would wait for ever.
    const row = await transaction.selectFrom("schedules").select("schedule").where("id", "=", delivery.schedule).forUpdate().executeTakeFirst();
    const { numUpdatedRows } = await transaction
      .updateTable("deliveries")
      .set({ state: "missed", miss: JSON.stringify(miss) })
      .where("id", "=", id)
      .where("owner", "=", owner)
      .where("state", "=", "claimed")
      .executeTakeFirstOrThrow();
    if (numUpdatedRows === 0n) return false;
    if (row) {
      const schedule = scheduleOfRow(row);
      const { place, moved } = schedule.deck;
      await writeSchedules(transaction, [{ ...schedule, deck: { ...schedule.deck, ...putBack(schedule.id, place, moved, delivery.quote) } }]);
    }
    return true;
  });
}

/** Gives the deliveries that `choose` chooses to this owner: those that nobody else is just taking. */
export function take(
  database: Database,
  { owner, until }: Lease,
  choose: (deliveries: SelectQueryBuilder<Tables, "deliveries", DeliveryRow>) => SelectQueryBuilder<Tables, "deliveries", DeliveryRow>,
): Promise<Delivery[]> {
  return database.transaction().execute(async (transaction) => {
    const rows = await choose(transaction.selectFrom("deliveries").selectAll()).forUpdate().skipLocked().execute();
    const taken = { owner, lease_until: until, retry_at: 0 };
    for (const some of portions(rows)) {
      const ids = some.map(({ id }) => id);
      await transaction.updateTable("deliveries").set(taken).where("id", "in", ids).execute();
    }
    return rows.map((row) => deliveryOfRow({ ...row, ...taken }));
  });
}

/** Writes schedules that are stored already, and that this transaction holds. Their server and number stay as they are. */
export async function writeSchedules(transaction: Transaction<Tables>, schedules: Schedule[]): Promise<void> {
  for (const some of portions(schedules)) {
    await insertRows(transaction, "schedules", some.map(rowOfSchedule))
      .onConflict((conflict) =>
        conflict.column("id").doUpdateSet((row) => ({
          state: row.ref("excluded.state"),
          next_at: row.ref("excluded.next_at"),
          check_at: row.ref("excluded.check_at"),
          untold_since: row.ref("excluded.untold_since"),
          idle_since: row.ref("excluded.idle_since"),
          schedule: row.ref("excluded.schedule"),
        })),
      )
      .execute();
  }
}

/** Writes the deliveries that are not stored yet, and gives their ids. A date that was missed may be claimed after all: when its hour is moved to later that day. */
async function writeDeliveries(transaction: Transaction<Tables>, deliveries: Delivery[]): Promise<Set<string>> {
  const written = new Set<string>();
  for (const some of portions(deliveries)) {
    const rows = some.map(rowOfDelivery);
    const columns = Object.keys(rows[0]!) as (keyof DeliveryRow)[];
    const added = await insertRows(transaction, "deliveries", rows)
      .onConflict((conflict) =>
        conflict
          .column("id")
          .doUpdateSet((row) => Object.fromEntries(columns.map((column) => [column, row.ref(`excluded.${column}`)])))
          .where("deliveries.state", "=", "missed")
          .where("excluded.state", "=", "claimed"),
      )
      .returning("id")
      .execute();
    for (const { id } of added) written.add(id);
  }
  return written;
}
