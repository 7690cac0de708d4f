const MONTHS = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];
const MONTHS_ELSEWHERE =
  "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|" +
  "januar|jänner|februar|märz|juni|juli|oktober|dezember|" +
  "enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|setiembre|octubre|noviembre|diciembre|" +
  "gennaio|febbraio|aprile|maggio|giugno|luglio|settembre|ottobre|dicembre|" +
  "janeiro|fevereiro|março|maio|junho|julho|setembro|outubro|novembro|dezembro";
/** ", June 2021", ", le 3 mai 2020", " 3 de mayo de 2020" */
const MONTH_BEHIND = new RegExp(
  String.raw`(?:^|,?\s)(?:(?:on|in|le|el|il|am|em)\s)?(?:\d{1,2}(?:er|\.|º|°)?\s(?:de\s)?)?(?:${[...MONTHS, ...MONTHS_ELSEWHERE.split("|")].join("|")})(?:\s(?:de\s)?|,\s)\d{4}$`,
  "iu",
);
/** "July 5, 2023", "Jul. 5th 2023" */
const MONTH_FIRST = /^([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/;
/** "5 July 2023", "5th of July, 2023" */
const DAY_FIRST = /^(\d{1,2})(?:st|nd|rd|th)? (?:of )?([a-z]{3,9})\.?,? (\d{4})$/;
const ISO = /^(\d{4})-(\d{2})-(\d{2})$/;
/** "Published on 5th of July, 2023" */
const MOST_WORDS = 6;

/**
 * The day that a line names and does nothing else, as YYYY-MM-DD; undefined for any other line, a day that does not
 * exist, and digits such as 5/7/2023, which mean two days.
 */
export function readDate(line: string): string | undefined {
  if (line.length > 60) return undefined;
  const text = line.toLowerCase().replace(/\s+/g, " ").replace(/^(?:published|posted)(?: on)?:? /, "");
  const iso = ISO.exec(text);
  if (iso) return existing(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const monthFirst = MONTH_FIRST.exec(text);
  if (monthFirst) return existing(Number(monthFirst[3]), monthNumber(monthFirst[1]), Number(monthFirst[2]));
  const dayFirst = DAY_FIRST.exec(text);
  if (dayFirst) return existing(Number(dayFirst[3]), monthNumber(dayFirst[2]), Number(dayFirst[1]));
  return undefined;
}

/**
 * The day that a line ends with, and what stands before it: "By Ada Lane, June 2, 2021" is "By Ada Lane" and 2021-06-02. Nothing
 * stands before a day that is alone on its line. Undefined for a line that ends with no day.
 */
export function readDateBehind(line: string): { before: string; date: string } | undefined {
  const words = line.split(" ");
  for (let count = Math.min(MOST_WORDS, words.length); count > 0; count--) {
    const date = readDate(words.slice(-count).join(" "));
    if (date !== undefined) return { before: words.slice(0, -count).join(" ").replace(/(?:,| on)$/, ""), date };
  }
  return undefined;
}

/** A line without the month, or the day in another language than English, that it ends with: such a one is no date of ours. */
export function withoutMonthBehind(line: string): string {
  return line.replace(MONTH_BEHIND, "");
}

function monthNumber(name = ""): number {
  return MONTHS.findIndex((month) => month === name || month.slice(0, 3) === name || (name === "sept" && month === "september")) + 1;
}

function existing(year: number, month: number, day: number): string | undefined {
  if (month < 1 || day < 1) return undefined;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.toISOString().slice(0, 10) : undefined;
}
