import { shorten } from "../../discord/limits.ts";
import { escapeMarkdown } from "../../embeds/markdown.ts";
import { longestDetail, oneLine, webAddress } from "../../importing/written.ts";
import { readDate } from "../../interview/dates.ts";
import type { Interview } from "../../interview/interview.ts";

/** What a moderator can correct of where an interview is from, by the names of the form's fields. */
export type Details = Pick<Interview, "title" | "interviewer" | "publication" | "date" | "url">;

/** What was typed into the form of details: what could be read of it, and a sentence for each that could not, Markdown. */
export interface DetailsReading {
  details: Partial<Details>;
  problems: string[];
}

/**
 * Reads what was typed; a field that was left empty takes away what it said.
 *
 * @param needed the fields that must not become empty
 */
export function readDetails(typed: Record<string, string>, needed: readonly (keyof Details)[]): DetailsReading {
  const details: Partial<Details> = {};
  const problems: string[] = [];
  for (const name of ["title", "interviewer", "publication", "date", "url"] as const) {
    if (typed[name] === undefined) continue;
    const written = oneLine(typed[name]);
    const value = written === "" ? undefined : read(name, written);
    if (written !== "" && value === undefined) problems.push(unread(name, written));
    else if (value === undefined && (name === "title" || needed.includes(name))) problems.push(`It needs a ${fieldNames[name]}, so that stays as it was.`);
    else Object.assign(details, { [name]: value });
  }
  return { details, problems };
}

/** What the fields are called in a sentence. */
export const fieldNames: Readonly<Record<keyof Details, string>> = { title: "title", interviewer: "interviewer", publication: "publication", date: "date", url: "link" };

function read(name: keyof Details, written: string): string | undefined {
  if (name === "date") return readDate(written);
  if (name === "url") return webAddress(written);
  return written.length <= longestDetail ? written : undefined;
}

function unread(name: keyof Details, written: string): string {
  const quoted = `“${escapeMarkdown(shorten(written, 150))}”`;
  if (name === "date") return `I can't read ${quoted} as a date. Write the day in full, such as 5 July 2023 or 2023-07-05.`;
  if (name === "url") return `${quoted} is not the address of a page. One begins with \`https://\`.`;
  return `The ${fieldNames[name]} ${quoted} is longer than ${longestDetail} characters.`;
}
