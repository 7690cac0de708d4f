/** A report of a misquote as moderators see it: the quote as it stands, who says what is wrong, and the words around it. */
import type { APIEmbed, APIEmbedField } from "discord.js";
import { limits, shorten } from "../discord/limits.ts";
import type { Library, LibraryQuote } from "../library/library.ts";
import type { Report } from "../store/shelves.ts";
import { ivory } from "./colour.ts";
import { shownTime } from "./daily.ts";
import { escapeMarkdown } from "./markdown.ts";
import { quoteEmbed } from "./quote.ts";

/** How much of a question, of what stands before a quote, and of what stands behind it: in characters. */
const glimpse = 220;
/** How much of the quote between them, which stands whole above. */
const beginning = 80;

/**
 * A report with its quote, as two embeds.
 *
 * @param place which it is among the open ones, from 1, and how many these are
 */
export function reportEmbeds(report: Report, library: Library, place?: { number: number; of: number }): APIEmbed[] {
  const quote = library.quote(report.quote);
  const fields: (APIEmbedField | undefined)[] = quote
    ? [field("It said", quote.words === report.words ? "" : quoted(report.words)), field("Where it stands", surroundings(quote, library))]
    : [];
  return [
    quote ? quoteEmbed(quote, library) : { color: ivory, description: `${quoted(report.words)}\n\n-# This quote is out of the library.` },
    {
      color: ivory,
      title: `Reported misquote${place && place.of > 1 ? `, ${place.number} of ${place.of}` : ""}`,
      description: `<@${report.by}>, ${shownTime(report.at)}\n${asBlock(report.complaint)}`,
      fields: fields.filter((one) => one !== undefined),
    },
  ];
}

/** The question that drew a quote, and its paragraph around it, with the quote's beginning in bold: as much of each as reads quickly. Markdown, "" for nothing. */
function surroundings(quote: LibraryQuote, library: Library): string {
  const { question, answers } = library.interview(quote.interview)!.exchanges[quote.exchange]!;
  const paragraph = answers[quote.answer]?.paragraphs.find((one) => one.includes(quote.words)) ?? "";
  const start = paragraph.indexOf(quote.words);
  const before = endOf(paragraph.slice(0, start), glimpse);
  const after = shorten(paragraph.slice(start + quote.words.length), glimpse);
  const lines = [
    ...(question === "" ? [] : [`-# ${escapeMarkdown(shorten(question, glimpse))}`]),
    ...(before === "" && after === "" ? [] : [`${escapeMarkdown(before)}**${escapeMarkdown(shorten(quote.words, beginning))}**${escapeMarkdown(after)}`]),
  ];
  return lines.join("\n");
}

/** The text, or as many of its last words as fit with an ellipsis before them. */
function endOf(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const cut = text.slice(1 - limit);
  return `…${cut.slice(cut.indexOf(" ") + 1).replace(/^[\uDC00-\uDFFF]/, "")}`;
}

function asBlock(text: string): string {
  return escapeMarkdown(text).replace(/^/gm, "> ");
}

function quoted(words: string): string {
  return `“${escapeMarkdown(words)}”`;
}

function field(name: string, value: string): APIEmbedField | undefined {
  return value === "" ? undefined : { name, value: shorten(value, limits.embedFieldValue) };
}
