import { deliveryId, type Delivery } from "../../src/daily/delivery.ts";
import type { Schedule } from "../../src/daily/schedule.ts";
import { newDeck } from "../../src/library/deck.ts";
import type { Plan } from "../../src/store/deliveries.ts";

/** Noon of a day, in epoch milliseconds; `date` as "2026-11-22". */
export const noon = (date: string): number => Date.parse(`${date}T12:00:00Z`);

export const day = 86_400_000;

let count = 0;

/** A running schedule at noon, due first on 22 November 2026. */
export function sampleSchedule(change: Partial<Schedule> = {}): Schedule {
  count += 1;
  return {
    id: count.toString(36).padStart(10, "s"),
    server: "s1",
    number: 1,
    channel: "c1",
    createdBy: "u1",
    createdAt: noon("2026-11-20"),
    state: "running",
    rule: { time: "12:00", zone: "UTC", days: [1, 2, 3, 4, 5, 6, 7], skipped: ["2026-12-24"], from: "" },
    filter: { person: "jane-campion" },
    role: "",
    thread: false,
    silent: false,
    deck: { place: newDeck, moved: { q1: "0abc" }, banned: ["q9"] },
    lastDate: "",
    next: { date: "2026-11-22", at: noon("2026-11-22") },
    ...change,
  };
}

/** A claimed delivery of a schedule on a date. */
export function sampleDelivery(schedule: Schedule, date: string, change: Partial<Delivery> = {}): Delivery {
  return {
    id: deliveryId(schedule.id, date),
    schedule: schedule.id,
    server: schedule.server,
    channel: schedule.channel,
    date,
    extra: "",
    quote: "q1",
    dueAt: noon(date),
    until: noon(date) + day / 4,
    state: "claimed",
    owner: "me",
    leaseUntil: noon(date) + 60_000,
    attempts: 0,
    retryAt: 0,
    failure: "",
    thread: "none",
    ...change,
  };
}

/** Plans as the simplest of rules would: the due date is claimed, the next is a day later. */
export function planNoon(owner: string): (schedule: Schedule) => Plan {
  return (schedule) => {
    const { date, at } = schedule.next!;
    const next = { date: new Date(at + day).toISOString().slice(0, 10), at: at + day };
    return { schedule: { ...schedule, lastDate: date, next }, deliveries: [sampleDelivery(schedule, date, { owner })] };
  };
}
