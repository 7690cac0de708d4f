import { channelMention, time, TimestampStyles, userMention, type APIEmbed } from "discord.js";
import { shorten } from "../discord/limits.ts";
import type { LibraryEvent } from "../store/shelves.ts";
import { ivory } from "./colour.ts";
import { escapeMarkdown } from "./markdown.ts";

/** How much of a title, a name or a quote stands in a line, and of what a correction changed. */
const longestSubject = 80;
const longestChange = 160;
/** How much of a speaker's name, of which five may be changed at once. */
const longestName = 30;
/** How much stands before the place where a correction begins. */
const lead = 30;

/** What happened in a server's library, in the order given. */
export function libraryLogEmbed(events: readonly LibraryEvent[]): APIEmbed {
  return { color: ivory, title: "What was done in this library", description: events.map(eventLines).join("\n") };
}

function eventLines(event: LibraryEvent): string {
  const when = time(Math.floor(event.at / 1000), TimestampStyles.ShortDateTime);
  return `${when} · ${userMention(event.by)} ${deedWords(event)}`;
}

function deedWords({ what, subject, detail, names = [] }: LibraryEvent): string {
  const title = `**${shown(subject)}**`;
  const quote = `“${shown(subject)}”`;
  switch (what) {
    case "added":
      return `added ${title}`;
    case "changed":
      return [`changed ${title}`, ...names.map(nameLine)].join("\n");
    case "removed":
      return `removed ${title}`;
    case "restored":
      return `brought ${title} back`;
    case "film":
      return `wrote the entry of the film ${title}`;
    case "person":
      return `wrote the entry of ${title}`;
    case "entryRemoved":
      return `removed the entry of ${title}`;
    case "corrected":
      return `corrected a quote\n${changeLines(subject, detail)}`;
    case "hidden":
      return `hid ${quote}`;
    case "shown":
      return `showed ${quote} again`;
    case "dismissed":
      return `dismissed a report of ${quote}`;
    default:
      return subject === "" ? "chose no channel for reports" : `chose ${channelMention(subject)} for reports`;
  }
}

/** A text on one line, with little more than so many characters however many of them have to be escaped. */
function shown(text: string, longest = longestSubject): string {
  return shorten(escapeMarkdown(shorten(text.replace(/\s+/g, " "), longest)), longest * 1.25);
}

function nameLine([before, after]: [string, string]): string {
  return `> **${shown(before, longestName)}** is now **${shown(after, longestName)}**`;
}

/** What a correction changed: the words before and after, from just before the place where they begin to differ. */
function changeLines(before: string, after: string): string {
  let same = 0;
  while (same < before.length && before[same] === after[same]) same += 1;
  const from = before.lastIndexOf(" ", Math.max(0, same - lead)) + 1;
  const words = (text: string) => `“${from > 0 ? "…" : ""}${shown(text.slice(from), longestChange)}”`;
  return `> ${words(before)}\n> now ${words(after)}`;
}
