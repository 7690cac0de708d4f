import { userMention, type APIEmbed } from "discord.js";
import { limits, listed } from "../discord/limits.ts";
import type { Library, LibraryInterview } from "../library/library.ts";
import type { ImportLine } from "../store/shelves.ts";
import { ivory } from "./colour.ts";
import { counted } from "./counted.ts";
import { shownTime } from "./daily.ts";
import { filmName } from "./film.ts";
import { escapeMarkdown, link } from "./markdown.ts";
import { credit } from "./source.ts";

/**
 * An interview as its moderators see it: where it is from, who speaks how much, what it gives to the library.
 *
 * @param imported who brought it and when; nothing for one that every server has
 */
export function interviewCard(interview: LibraryInterview, library: Library, imported?: ImportLine): APIEmbed {
  const { title, url } = interview;
  const quotes = library.quotesFor({ interview: interview.id });
  const films = [...new Set(quotes.flatMap(({ names, asked }) => [...names.films, ...asked.films]))].map((id) => filmName(library.film(id)!));
  const origin = imported ? `Added by ${userMention(imported.by)} ${shownTime(imported.at, "relative")}` : "In the library of every server";
  return {
    color: ivory,
    title: escapeMarkdown(title),
    ...(url ? { url } : {}),
    description: [escapeMarkdown(credit(interview)), ...(url ? [link(shownAddress(url), url)] : []), `-# ${origin}`].join("\n"),
    fields: [
      { name: interview.speakers.length === 1 ? "Speaker" : "Speakers", value: listed(speakerLines(interview), "\n", limits.embedFieldValue) },
      { name: "Exchanges", value: interview.exchanges.length.toLocaleString("en-GB"), inline: true },
      { name: "Quotes", value: quotes.length.toLocaleString("en-GB"), inline: true },
      ...(films.length > 0 ? [{ name: "Films it talks about", value: listed(films.map(escapeMarkdown), ", ", limits.embedFieldValue) }] : []),
    ],
  };
}

/** An import whose transcript cannot be read any more. */
export function unreadableEmbed({ title, by, at }: ImportLine): APIEmbed {
  const advice = "I can't read its text any more, so members find nothing of it. **Export** gives the text; once it is mended, `/library add` reads it anew.";
  return { color: ivory, title: escapeMarkdown(title), description: `⚠️ ${advice}\n-# Added by ${userMention(by)} ${shownTime(at, "relative")}` };
}

function speakerLines({ speakers, exchanges }: LibraryInterview): string[] {
  const answers = exchanges.flatMap((exchange) => exchange.answers);
  return speakers.map(({ name }) => `**${escapeMarkdown(name)}** · ${counted(answers.filter(({ speaker }) => speaker === name).length, "answer")}`);
}

/** An address without what nobody reads. */
function shownAddress(url: string): string {
  return new URL(url).hostname.replace(/^www\./, "");
}
