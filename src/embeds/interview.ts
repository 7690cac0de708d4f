import type { APIEmbed } from "discord.js";
import type { LibraryInterview } from "../library/library.ts";
import { ivory } from "./colour.ts";
import { escapeMarkdown } from "./markdown.ts";
import { credit, titleLink } from "./source.ts";

/** One interview in a list of them: its title, who speaks, how long it is, and its source. Markdown. */
export function interviewLines(interview: LibraryInterview): string {
  const speakers = interview.speakers.map(({ name }) => `**${escapeMarkdown(name)}**`).join(" and ");
  const count = interview.exchanges.length;
  return [
    `### ${titleLink(interview)}`,
    `with ${speakers} · ${count} exchange${count === 1 ? "" : "s"}`,
    `-# ${escapeMarkdown(credit(interview))}`,
  ].join("\n");
}

/** A page of the list of interviews. */
export function interviewsEmbed(interviews: LibraryInterview[]): APIEmbed {
  return { color: ivory, title: "Interviews in the library", description: interviews.map(interviewLines).join("\n\n") };
}
