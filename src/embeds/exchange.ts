import type { APIEmbed } from "discord.js";
import type { Exchange } from "../interview/interview.ts";
import type { LibraryInterview } from "../library/library.ts";
import { ivory } from "./colour.ts";
import { escapeMarkdown } from "./markdown.ts";
import { credit } from "./source.ts";

/** A piece is shorter than half of what a page holds, so that pages fill well and escaping never makes one too long. */
const longestPiece = 1500;
const longestPage = 3600;

/** One page of an exchange: the question and what everyone answered, as far as it fits. */
export function exchangeEmbed(interview: LibraryInterview, exchange: number, page: number): APIEmbed {
  const pages = exchangePages(interview.exchanges[exchange]!);
  const part = pages.length > 1 ? `, page ${page + 1} of ${pages.length}` : "";
  return {
    color: ivory,
    author: { name: interview.title, url: interview.url },
    description: pages[page]!,
    footer: { text: `Exchange ${exchange + 1} of ${interview.exchanges.length}${part} · ${credit(interview)}` },
  };
}

/** An exchange as Markdown, in as many pages as it takes; nothing is left out. Most take one. */
export function exchangePages({ question, answers }: Exchange): string[] {
  const pieces = [
    ...pieceUp(question).map((text) => `**${escapeMarkdown(text)}**`),
    ...answers.flatMap(({ speaker, paragraphs }) =>
      paragraphs.flatMap(pieceUp).map((text, at) => (at === 0 ? `**${escapeMarkdown(speaker)}**\n` : "") + escapeMarkdown(text)),
    ),
  ];
  const pages: string[] = [];
  for (const piece of pieces) {
    const page = pages.at(-1);
    if (page !== undefined && page.length + piece.length <= longestPage) pages[pages.length - 1] = `${page}\n\n${piece}`;
    else pages.push(piece);
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
