import { notUnderstood, plainly, understood, type Reading } from "./reading.ts";

const words = new Map([
  ["noon", "12:00"], ["midday", "12:00"], ["12 noon", "12:00"],
  ["midnight", "00:00"], ["12 midnight", "00:00"],
]);
/** Hours, minutes in two digits behind a mark or straight after, and which half of the day. */
const shape = /^(\d{1,2}) ?(?:[:.h]? ?(\d\d))? ?(?:h|o'?clock|uhr)? ?(am|pm|a|p)?$/;
const example = "Say it as 09:00, 9am or 21:30.";

/**
 * Reads an hour as people write it, on 12 hours or 24: "9am", "9 p.m.", "21.30", "0900", "9h30", "noon", "8 in the evening".
 * Gives it as "09:00", on 24 hours; an hour with no am or pm is on 24.
 */
export function readTime(typed: string): Reading<string> {
  const text = plainly(typed)
    .replace(/^at /, "")
    .replace(/’/g, "'")
    .replace(/ (?:in the )?morning$/, " am")
    .replace(/ (?:in the )?(?:afternoon|evening)$| at night$/, " pm")
    .replace(/([ap])\. ?m\.?$/, "$1m");
  const word = words.get(text);
  if (word) return understood(word);
  const match = shape.exec(text);
  if (!match) return notUnderstood(`I can't read that as an hour. ${example}`);
  const [, hours = "", minutes = "00", half] = match;
  const hour = Number(hours);
  if (Number(minutes) > 59) return notUnderstood(`An hour has 60 minutes, from 00 to 59. ${example}`);
  if (half && (hour < 1 || hour > 12)) return notUnderstood(`With am and pm, hours go from 1 to 12. ${example}`);
  if (hour === 24 && minutes === "00") return notUnderstood("Say 00:00 for midnight: it begins the day.");
  if (hour > 23) return notUnderstood(`A day has 24 hours, from 00 to 23. ${example}`);
  const on24 = half ? (hour % 12) + (half.startsWith("p") ? 12 : 0) : hour;
  return understood(`${String(on24).padStart(2, "0")}:${minutes}`);
}
