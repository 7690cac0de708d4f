/** What interviews are called where one is chosen: in suggestions and in menus. */
import { limits, shorten } from "../discord/limits.ts";
import { readableDate } from "../embeds/dates.ts";
import type { Library, LibraryInterview } from "../library/library.ts";
import { fold } from "../library/words.ts";
import type { Here } from "../services.ts";

/** How much is said, in characters, of what tells an interview from another of the same title. */
const longestMark = 50;

/** How an interview stands among others to choose from; plain text, each up to Discord's limit. */
export interface InterviewName {
  /** In a suggestion, which has one line: "Night Trains — Ada Lane", "Night Trains (The Sleeper) — Ada Lane". */
  suggestion: string;
  /** Under its title in a menu: "Ada Lane", "The Sleeper · Ada Lane". */
  description: string;
}

/** Gives the function that names the interviews of a library, each of several with one title by what tells it from the others. */
export function createInterviewNames({ library, libraries }: Pick<Here, "library" | "libraries">): (interview: LibraryInterview) => InterviewName {
  const marks = marksOf(library, libraries.shared);
  return ({ id, title, speakers }) => {
    const mark = marks.get(id);
    const names = speakers.map(({ name }) => name).join(" and ");
    if (mark === undefined) return { suggestion: shorten(`${title} — ${names}`, limits.choiceText), description: names };
    const called = `${shorten(title, limits.choiceText - mark.length - " ()".length)} (${mark})`;
    return { suggestion: shorten(`${called} — ${names}`, limits.choiceText), description: `${mark} · ${names}` };
  };
}

/** What tells interviews of one title apart, by their ids; nothing for one whose title no other has. */
function marksOf({ interviews }: Library, shared: Library): Map<string, string> {
  const byTitle = new Map<string, LibraryInterview[]>();
  for (const interview of interviews) {
    const title = fold(interview.title);
    byTitle.set(title, [...(byTitle.get(title) ?? []), interview]);
  }
  const marks = new Map<string, string>();
  for (const alike of byTitle.values()) {
    if (alike.length === 1) continue;
    for (const [at, mark] of marksAmong(alike, shared).entries()) marks.set(alike[at]!.id, mark);
  }
  return marks;
}

/** The first of these that is another one for each: publication, date, both, whose it is; else their numbers, in the library's order. */
function marksAmong(alike: readonly LibraryInterview[], shared: Library): string[] {
  const publications = alike.map(({ publication = "" }) => shorten(publication, longestMark));
  const dates = alike.map(({ date }) => (date === undefined ? "" : readableDate(date)));
  const both = publications.map((publication, at) => [publication, dates[at]].filter(Boolean).join(", "));
  const owners = alike.map(({ id }) => (shared.interview(id) ? "of every server" : "of this server"));
  const numbers = owners.map((owner, at) => `${owner}, no. ${at + 1}`);
  return [publications, dates, both, owners].find((marks) => !marks.includes("") && new Set(marks).size === marks.length) ?? numbers;
}
