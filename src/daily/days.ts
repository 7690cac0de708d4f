import { notUnderstood, plainly, understood, type Reading } from "./reading.ts";

/** The days of the week in English, in ISO's order: Monday is the first. */
export const dayNames = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"] as const;

const everyDay = [1, 2, 3, 4, 5, 6, 7];
const groups: Record<string, number[]> = {
  daily: everyDay, everyday: everyDay, "every day": everyDay, all: everyDay, "all days": everyDay,
  weekdays: [1, 2, 3, 4, 5], weekday: [1, 2, 3, 4, 5], workdays: [1, 2, 3, 4, 5], "working days": [1, 2, 3, 4, 5],
  weekends: [6, 7], weekend: [6, 7],
};
const hint = "Say “every day”, “weekdays”, or name the days: “mon wed fri”, “mon-fri”.";

/** The number of a day of the week by its name or a beginning of three letters and more ("tues", "Thursdays"); nothing for other words. */
export function readDay(word: string): number | undefined {
  const name = word.replace(/\.$/, "").replace(/(?<=.{3})s$/, "");
  if (name.length < 3) return undefined;
  const index = dayNames.findIndex((day) => day.toLowerCase().startsWith(name));
  return index < 0 ? undefined : index + 1;
}

/**
 * Reads days of the week as people write them: "weekdays", "mon wed fri", "Monday to Friday", "daily except Sundays". Gives ISO's
 * numbers in order, Monday 1 to Sunday 7; at least one.
 */
export function readDays(typed: string): Reading<number[]> {
  const [wanted = "", unwanted, ...more] = plainly(typed).split(/,? (?:except(?: for)?|but(?: not)?|not)(?: on)? /);
  const days = readList(wanted);
  const without = unwanted === undefined ? [] : readList(unwanted);
  if (!days || !without || more.length > 0) return notUnderstood(`I can't read that as days of the week. ${hint}`);
  const left = everyDay.filter((day) => days.includes(day) && !without.includes(day));
  return left.length > 0 ? understood(left) : notUnderstood(`No day is left of these. ${hint}`);
}

function readList(text: string): number[] | undefined {
  if (Object.hasOwn(groups, text)) return groups[text];
  const parts = text
    .replace(/ ?- ?| (?:to|through|thru|until|till) /g, "-")
    .split(/(?:[,;/&+ ]|\band\b|\bon\b|\bevery\b)+/)
    .filter(Boolean);
  const lists = parts.map((part) => (Object.hasOwn(groups, part) ? groups[part] : readSpan(part)));
  return lists.length === 0 || lists.includes(undefined) ? undefined : lists.flatMap((days) => days ?? []);
}

/** "mon" is one day, "fri-mon" four. */
function readSpan(part: string): number[] | undefined {
  const [from, to, ...more] = part.split("-").map(readDay);
  if (from === undefined || more.length > 0) return undefined;
  if (!part.includes("-")) return [from];
  if (to === undefined) return undefined;
  return Array.from({ length: ((to - from + 7) % 7) + 1 }, (_, index) => ((from - 1 + index) % 7) + 1);
}

/** Days of the week in words, to follow a verb: "every day", "on weekdays", "on Mondays and Thursdays", "every day but Sundays". */
export function describeDays(days: readonly number[]): string {
  if (days.length === 7) return "every day";
  if (days.join("") === "12345") return "on weekdays";
  if (days.join("") === "67") return "at weekends";
  if (days.length === 6) return `every day but ${plural(everyDay.find((day) => !days.includes(day))!)}`;
  const names = days.map(plural);
  const last = names.pop()!;
  return `on ${names.length > 0 ? `${names.join(", ")} and ` : ""}${last}`;
}

function plural(day: number): string {
  return `${dayNames[day - 1]!}s`;
}
