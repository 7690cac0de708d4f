import type { APIEmbed } from "discord.js";
import { limits, listed, shorten } from "../discord/limits.ts";
import type { LibraryInterview } from "../library/library.ts";
import { ivory } from "./colour.ts";
import { escapeMarkdown } from "./markdown.ts";
import { credit, titleLink } from "./source.ts";

const mostOnPage = 5;

/** In characters: of a panel's names, and of a source, which may go on and on. */
const longestNames = 500;
const longestCredit = 500;

const between = "\n\n";

/** One interview in a list of them: its title, who speaks, how long it is, and its source. Markdown. */
export function interviewLines(interview: LibraryInterview): string {
  const names = interview.speakers.map(({ name }) => `**${escapeMarkdown(name)}**`);
  const speakers = names.length > 2 ? listed(names, ", ", longestNames) : names.join(" and ");
  const count = interview.exchanges.length;
  return [
    `### ${titleLink(interview)}`,
    `with ${speakers} · ${count} exchange${count === 1 ? "" : "s"}`,
    `-# ${shorten(escapeMarkdown(credit(interview)), longestCredit)}`,
  ].join("\n");
}

/** The interviews as pages of a list: five on each, or fewer where their links are so long that the last would break off. */
export function interviewPages(interviews: readonly LibraryInterview[]): LibraryInterview[][] {
  const pages: LibraryInterview[][] = [];
  let room = 0;
  for (const interview of interviews) {
    const length = interviewLines(interview).length + between.length;
    const page = pages.at(-1);
    if (page && page.length < mostOnPage && length <= room) page.push(interview);
    else {
      pages.push([interview]);
      room = limits.embedDescription + between.length;
    }
    room -= length;
  }
  return pages;
}

/** A page of the list of interviews. */
export function interviewsEmbed(interviews: LibraryInterview[]): APIEmbed {
  return { color: ivory, title: "Interviews in the library", description: interviews.map(interviewLines).join(between) };
}
