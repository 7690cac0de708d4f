import type { Delivery, MissReason } from "../daily/delivery.ts";

/** A delivery as it is stored; `miss` is JSON. */
export interface DeliveryRow {
  id: string;
  schedule: string;
  server: string;
  channel: string;
  date: string;
  extra: string;
  quote: string;
  due_at: number;
  until: number;
  state: Delivery["state"];
  owner: string;
  lease_until: number;
  attempted_at: number | null;
  attempts: number;
  retry_at: number;
  failure: string;
  miss: string | null;
  message: string | null;
  sent_at: number | null;
  thread: Delivery["thread"];
}

/** The row to store for a delivery. Ten thousand may fall due at once: to name each property is seventy times as fast as to spread the rest. */
export function rowOfDelivery(delivery: Delivery): DeliveryRow {
  const { id, schedule, server, channel, date, extra, quote, until, state, owner, attempts, thread } = delivery;
  const { dueAt, leaseUntil, attemptedAt, retryAt, failure, miss, message, sentAt } = delivery;
  return {
    id,
    schedule,
    server,
    channel,
    date,
    extra,
    quote,
    until,
    state,
    owner,
    attempts,
    thread,
    due_at: dueAt,
    lease_until: leaseUntil,
    attempted_at: attemptedAt ?? null,
    retry_at: retryAt,
    failure: storable(failure),
    miss: miss ? JSON.stringify(miss) : null,
    message: message ?? null,
    sent_at: sentAt ?? null,
  };
}

/** The delivery that a row keeps. */
export function deliveryOfRow(row: DeliveryRow): Delivery {
  const { due_at, lease_until, attempted_at, retry_at, miss, message, sent_at, ...same } = row;
  return {
    ...same,
    dueAt: due_at,
    leaseUntil: lease_until,
    retryAt: retry_at,
    ...(attempted_at === null ? {} : { attemptedAt: attempted_at }),
    ...(miss === null ? {} : { miss: JSON.parse(miss) as MissReason }),
    ...(message === null ? {} : { message }),
    ...(sent_at === null ? {} : { sentAt: sent_at }),
  };
}

/** Words from elsewhere as any store takes them: PostgreSQL refuses a NUL and half a character, and nobody reads more than a thousand characters. */
export function storable(words: string): string {
  return words.slice(0, 1000).replace(/\0|\p{Surrogate}/gu, "");
}
