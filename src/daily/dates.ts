import { dayNames, readDay } from "./days.ts";
import { addDays, weekdayOf } from "./localTime.ts";
import { notUnderstood, plainly, understood, type Reading } from "./reading.ts";
import { furthestAhead } from "./runs.ts";

const months = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];
const nearby = new Map([["today", 0], ["tomorrow", 1], ["the day after tomorrow", 2], ["day after tomorrow", 2]]);
const example = "Say it as 24 December, 2026-12-24, tomorrow or Friday.";

/**
 * Reads a date to come, as people write it: "tomorrow", "friday", "in 3 days", "24 dec", "December 24, 2027", "2026-12-24". A date
 * without its year is the next one. Digits that mean two dates, such as 03/04, are not guessed at.
 *
 * @param today the date where it is meant, such as "2026-11-22"
 */
export function readDate(typed: string, today: string): Reading<string> {
  const text = plainly(typed).replace(/^(?:on|the|until|till) (?!day)/, "");
  const date = readNearby(text, today) ?? readNamed(text, today) ?? readDigits(text, today);
  if (date === undefined) return notUnderstood(`I can't read that as a date. ${example}`);
  if (typeof date !== "string") return date;
  if (date < today) return notUnderstood(`${written(date)} is over.`);
  if (date > addDays(today, furthestAhead)) return notUnderstood("That is more than two years ahead. Pause the daily post instead.");
  return understood(date);
}

type Found = string | ReturnType<typeof notUnderstood> | undefined;

function readNearby(text: string, today: string): Found {
  const ahead = nearby.get(text);
  if (ahead !== undefined) return addDays(today, ahead);
  const counted = /^in (a|\d{1,3}) (day|week)s?$/.exec(text);
  if (counted) return addDays(today, (counted[1] === "a" ? 1 : Number(counted[1])) * (counted[2] === "week" ? 7 : 1));
  const [, next, word = ""] = /^(next |this )?([a-z.]+)$/.exec(text) ?? [];
  const day = readDay(word);
  if (day === undefined) return undefined;
  const coming = addDays(today, (day - weekdayOf(today) + 7) % 7 || 7);
  if (next === "next ") return notUnderstood(`“Next ${dayNames[day - 1]!}” may be ${coming} or ${addDays(coming, 7)}: which of the two?`);
  return coming;
}

/** "24 dec", "24th of December 2026", "dec 24", "December 24th, 2026", each with a day of the week in front or not. */
function readNamed(text: string, today: string): Found {
  const words = text.replaceAll(",", " ").split(/[ .]+/).filter((word) => word !== "" && word !== "of" && word !== "the");
  if (words.length > 2 && readDay(words[0]!) !== undefined) words.shift();
  const [one = "", other = "", year, ...more] = words;
  const [dayText, monthText] = /^\d/.test(one) ? [one, other] : [other, one];
  const day = /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(dayText)?.[1];
  const month = monthText.length < 3 ? 0 : months.findIndex((name) => name.startsWith(monthText) || (monthText === "sept" && name === "september")) + 1;
  if (day === undefined || month === 0 || more.length > 0 || (year !== undefined && !/^\d{4}$/.test(year))) return undefined;
  return coming(year, month, Number(day), today);
}

/** "2026-12-24", and with slashes or dots where the day is beyond 12 or the same as the month. */
function readDigits(text: string, today: string): Found {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  if (iso) return coming(iso[1], Number(iso[2]), Number(iso[3]), today);
  const [, one, other, year] = /^(\d{1,2})[/.-](\d{1,2})[/.-]?(\d{4})?$/.exec(text) ?? [];
  if (!one || !other) return undefined;
  const [first, second] = [Number(one), Number(other)];
  if (first <= 12 && second <= 12 && first !== second) {
    const may = (day: number, month: number) => `${day} ${capitalised(months[month - 1]!)}`;
    return first * second > 0 ? notUnderstood(`That may be ${may(first, second)} or ${may(second, first)}: write the month as a word.`) : undefined;
  }
  return first > 12 ? coming(year, second, first, today) : coming(year, first, second, today);
}

/** That day of that year, or the next such day that there is (29 February may be years away). */
function coming(year: string | undefined, month: number, day: number, today: string): Found {
  const first = year === undefined ? Number(today.slice(0, 4)) : Number(year);
  const last = year === undefined ? first + 8 : first;
  for (let one = first; one <= last; one += 1) {
    const date = existing(one, month, day);
    if (date !== undefined && (year !== undefined || date >= today)) return date;
  }
  return notUnderstood(`There is no such day. ${example}`);
}

function existing(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  return month >= 1 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.toISOString().slice(0, 10) : undefined;
}

/** "1 January 2026". */
function written(date: string): string {
  const [year, month, day] = date.split("-").map(Number);
  return `${day!} ${capitalised(months[month! - 1]!)} ${year!}`;
}

function capitalised(word: string): string {
  return word[0]!.toUpperCase() + word.slice(1);
}
