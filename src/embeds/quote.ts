import type { APIEmbed } from "discord.js";
import type { Library, LibraryQuote } from "../library/library.ts";
import { barColour } from "./colour.ts";
import { escapeMarkdown } from "./markdown.ts";
import { credit, titleLink } from "./source.ts";

/** A quote word for word, with who said it and where, in the speaker's colour. */
export function quoteEmbed(quote: LibraryQuote, library: Library): APIEmbed {
  const interview = library.interview(quote.interview)!;
  return {
    color: barColour(library.person(quote.person)),
    description: [
      `“${escapeMarkdown(quote.words)}”`,
      "",
      `— **${escapeMarkdown(quote.speaker)}**, in ${titleLink(interview)}`,
    ].join("\n"),
    footer: { text: credit(interview) },
  };
}
