import { time, TimestampStyles, userMention, type APIEmbed } from "discord.js";
import { limits, listed, shorten } from "../discord/limits.ts";
import type { Library } from "../library/library.ts";
import { bounds, daysToBringBack } from "../library/shelf.ts";
import type { ImportLine } from "../store/shelves.ts";
import { ivory } from "./colour.ts";
import { counted } from "./counted.ts";
import { shownTime } from "./daily.ts";
import { escapeMarkdown } from "./markdown.ts";

/** What there is to know of what a server has of its own. */
export interface LibraryFacts {
  /** The interviews on this page, and all of them. */
  shown: readonly ImportLine[];
  all: readonly ImportLine[];
  /** Those that can be brought back. */
  removed: readonly ImportLine[];
  /** How many films and people have an entry of the server's own. */
  entries: number;
  /** Over all interviews. */
  characters: number;
  /** How many reports are open, and how many quotes hidden. */
  reports: number;
  hidden: number;
  library: Library;
}

/** How much of a title stands in the list. */
const longestTitle = 90;
/** How much of its names. */
const longestNames = 120;
const day = 86_400_000;
/** From this share of a bound on, it is worth a word. */
const nearlyFull = 0.5;

/** A server's own interviews, how much room is left, and what waits for a moderator. */
export function libraryListEmbed(facts: LibraryFacts): APIEmbed {
  const { shown, all, removed } = facts;
  const begin = "Nothing of its own yet. `/library add` brings an interview: attach its file, or paste its text.";
  const lines = shown.map((line) => importLines(line, facts.library)).join("\n\n");
  return {
    color: ivory,
    title: "This server's own interviews",
    description: all.length === 0 ? begin : lines,
    fields: [
      ...(removed.length > 0 ? [{ name: "Removed, and can be brought back", value: listed(removed.toReversed().map(removedLine), "\n", limits.embedFieldValue) }] : []),
      ...(facts.reports > 0 ? [{ name: "Reports", value: `${counted(facts.reports, "report")} open: \`/library reports\` shows ${facts.reports === 1 ? "it" : "them"}.` }] : []),
      ...(facts.hidden > 0 ? [{ name: "Hidden", value: `${counted(facts.hidden, "quote")} out of sight. **Hidden quotes** shows them again.` }] : []),
    ],
    footer: { text: roomWords(facts) },
  };
}

/** How much of the bounds is used: "3 of 50 interviews · 412 of 10,000 quotes". Plain text. */
function roomWords({ all, entries, characters }: LibraryFacts): string {
  const quotes = all.reduce((sum, line) => sum + line.quotes, 0);
  return [
    used(all.length, bounds.interviews, "interviews"),
    used(quotes, bounds.quotes, "quotes"),
    ...(characters > bounds.characters * nearlyFull ? [used(characters, bounds.characters, "characters")] : []),
    ...(entries > 0 ? [used(entries, bounds.entries, "films and people")] : []),
  ].join(" · ");
}

function used(count: number, most: number, things: string): string {
  return `${count.toLocaleString("en-GB")} of ${most.toLocaleString("en-GB")} ${things}`;
}

function importLines({ id, title, quotes, by, at }: ImportLine, library: Library): string {
  const speakers = library.interview(id)?.speakers.map(({ name }) => name) ?? [];
  const names = escapeMarkdown(listed(speakers, ", ", longestNames));
  const said = names === "" ? "" : `with ${names} · `;
  return `**${escapeMarkdown(shorten(title, longestTitle))}**\n${said}${counted(quotes, "quote")}\n-# Added by ${userMention(by)} ${shownTime(at, "relative")}`;
}

function removedLine({ title, by, at }: ImportLine): string {
  const until = time(Math.floor((at + daysToBringBack * day) / 1000), TimestampStyles.LongDate);
  return `**${escapeMarkdown(shorten(title, longestTitle))}**, by ${userMention(by)} ${shownTime(at, "relative")}; until ${until}`;
}
