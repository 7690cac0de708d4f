import type { APIEmbed } from "discord.js";
import type { Exchange } from "../interview/interview.ts";
import type { LibraryInterview } from "../library/library.ts";
import { ivory } from "./colour.ts";
import { escapeMarkdown } from "./markdown.ts";
import { credit } from "./source.ts";

/** A piece is shorter than half of what a page holds, so that pages fill well and escaping never makes one too long. */
const longestPiece = 1500;
const longestPage = 3600;

/** A page of an exchange, as Markdown, and the same words as they were said. */
export interface ExchangePage {
  markdown: string;
  words: string;
}

/** One page of an exchange: the question and what everyone answered, as far as it fits. */
export function exchangeEmbed(interview: LibraryInterview, exchange: number, page: number): APIEmbed {
  const pages = exchangePages(interview.exchanges[exchange]!);
  const part = pages.length > 1 ? `, page ${page + 1} of ${pages.length}` : "";
  return {
    color: ivory,
    title: escapeMarkdown(interview.title),
    url: interview.url,
    description: pages[page]!.markdown,
    footer: { text: `Exchange ${exchange + 1} of ${interview.exchanges.length}${part} · ${credit(interview)}` },
  };
}

/** An exchange in as many pages as it takes; nothing is left out, and every page says who speaks. Most take one. */
export function exchangePages({ question, answers }: Exchange): ExchangePage[] {
  const pages: ExchangePage[] = [];
  const add = (words: string, markdown: string, continued: string) => {
    const page = pages.at(-1);
    if (page && page.markdown.length + markdown.length <= longestPage) {
      page.markdown += `\n\n${markdown}`;
      page.words += `\n\n${words}`;
    } else pages.push({ markdown: page ? continued + markdown : markdown, words });
  };
  for (const words of pieceUp(question)) add(words, `**${escapeMarkdown(words)}**`, "");
  for (const { speaker, paragraphs } of answers) {
    for (const [at, words] of paragraphs.flatMap(pieceUp).entries()) {
      const label = at === 0 ? `**${escapeMarkdown(speaker)}**\n` : "";
      add(words, label + escapeMarkdown(words), label ? "" : `**${escapeMarkdown(speaker)}**, continued\n`);
    }
  }
  return pages;
}

/** The text in pieces of whole words that a page can hold. */
function pieceUp(text: string): string[] {
  const pieces: string[] = [];
  let rest = text;
  while (rest.length > longestPiece) {
    const space = rest.lastIndexOf(" ", longestPiece);
    const end = space > 0 ? space : longestPiece;
    pieces.push(rest.slice(0, end));
    rest = rest.slice(end).trimStart();
  }
  return [...pieces, rest];
}
