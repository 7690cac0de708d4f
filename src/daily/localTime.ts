/** Dates and hours on the wall clock of a zone. The one place that asks Temporal, and through it the zone data of the machine. */
import { Temporal } from "temporal-polyfill";

const oneDay = 86_400_000;
/** Ten thousand schedules that fall due in one minute share few hours and zones: each is worked out once. */
const known = new Map<string, number | undefined>();
const mostKnown = 2000;

/**
 * The instant, in epoch milliseconds, at which a clock in this zone shows this time on this date. Where clocks leap over that
 * time it is as long after the leap as the time lies in it, and where they show it twice it is the first: Temporal's rule
 * "compatible" (https://tc39.es/proposal-temporal/docs/ambiguity.html). Nothing where the zone left the whole date out, as
 * Pacific/Apia did 30 December 2011.
 *
 * @param date such as "2026-11-22"
 * @param time such as "09:00"
 * @throws RangeError when there is no such date, time or zone
 */
export function instantOf(date: string, time: string, zone: string): number | undefined {
  const key = `${date} ${time} ${zone}`;
  if (known.has(key)) return known.get(key);
  const instant = work(date, time, zone);
  if (known.size >= mostKnown) known.clear();
  known.set(key, instant);
  return instant;
}

function work(date: string, time: string, zone: string): number | undefined {
  const day = Temporal.PlainDate.from(date);
  const moment = day.toZonedDateTime({ timeZone: zone, plainTime: time });
  const exists = moment.toPlainDate().equals(day) || day.toZonedDateTime(zone).toPlainDate().equals(day);
  return exists ? moment.epochMilliseconds : undefined;
}

/** The date that a calendar in this zone shows at this instant (epoch milliseconds), such as "2026-11-22". */
export function dateIn(zone: string, instant: number): string {
  return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone).toPlainDate().toString();
}

/** The date so many days after this one, or before it. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(date) + days * oneDay).toISOString().slice(0, 10);
}

/** The day of the week in ISO's numbers, Monday 1 to Sunday 7. */
export function weekdayOf(date: string): number {
  return new Date(date).getUTCDay() || 7;
}

/** The date that a calendar shows where it is shown first, in UTC+14: no clock that is right is further on. */
export function newestDateAnywhere(instant: number): string {
  return new Date(instant + 14 * 3_600_000).toISOString().slice(0, 10);
}

/** The date that a calendar shows where it is shown last, in UTC-12: no clock that is right is further back. */
export function oldestDateAnywhere(instant: number): string {
  return new Date(instant - 12 * 3_600_000).toISOString().slice(0, 10);
}
