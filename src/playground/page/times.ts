/** Dates and times in the viewer's own words, as Discord writes them. */

import type { Scene } from "../protocol.ts";

/** Where and how the viewer reads the clock; the browser's own settings unless told. */
export interface Clock {
  now: Date;
  locale?: string;
  timeZone?: string;
}

/** The playground's time now. */
export function clockOf({ ahead }: Pick<Scene, "ahead">): Clock {
  return { now: new Date(Date.now() + ahead) };
}

/** Day, date and time: "Tue, 24 Mar 2026, 18:30". */
export function fullTime(clock: Clock): string {
  return `${format(clock.now, clock, { weekday: "short", day: "numeric", month: "short", year: "numeric" })}, ${timeOfDay(clock.now, clock)}`;
}

const day = 86_400_000;

/** When a message was sent: "Today at 14:05", "Yesterday at 9:30", or a date with a time. */
export function messageTime(date: Date, clock: Clock): string {
  const time = format(date, clock, { timeStyle: "short" });
  if (sameDay(date, clock.now, clock)) return `Today at ${time}`;
  if (sameDay(date, new Date(clock.now.getTime() - day), clock)) return `Yesterday at ${time}`;
  return `${format(date, clock, { dateStyle: "short" })} ${time}`;
}

/** Only the time of day, for the margin. */
export function timeOfDay(date: Date, clock: Clock): string {
  return format(date, clock, { timeStyle: "short" });
}

const styles: Record<string, Intl.DateTimeFormatOptions> = {
  t: { timeStyle: "short" },
  T: { timeStyle: "medium" },
  d: { dateStyle: "short" },
  D: { dateStyle: "long" },
  f: { dateStyle: "long", timeStyle: "short" },
  F: { dateStyle: "full", timeStyle: "short" },
  s: { dateStyle: "short", timeStyle: "short" },
  S: { dateStyle: "short", timeStyle: "medium" },
};

/** A `<t:unix:style>` mark in words; "R" counts from the clock. `unix` in seconds. A time outside the calendar gives "Invalid date". */
export function markTime(unix: number, style: string, clock: Clock): string {
  const date = new Date(unix * 1000);
  if (Number.isNaN(date.getTime())) return "Invalid date";
  return style === "R" ? relativeTime(date, clock) : format(date, clock, styles[style] ?? styles["f"] ?? {});
}

const units: [Intl.RelativeTimeFormatUnit, number][] = [
  ["year", 365 * day],
  ["month", 30 * day],
  ["day", day],
  ["hour", 3_600_000],
  ["minute", 60_000],
  ["second", 1000],
];

function relativeTime(date: Date, { now, locale }: Clock): string {
  const distance = date.getTime() - now.getTime();
  const [unit, length] = units.find(([, each]) => Math.abs(distance) >= each) ?? ["second", 1000];
  return new Intl.RelativeTimeFormat(locale, { numeric: "always" }).format(Math.round(distance / length), unit);
}

function sameDay(a: Date, b: Date, clock: Clock): boolean {
  return format(a, clock, { dateStyle: "short" }) === format(b, clock, { dateStyle: "short" });
}

function format(date: Date, { locale, timeZone }: Clock, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(locale, { ...options, timeZone }).format(date);
}
