import type { Attachment } from "discord.js";
import { shorten } from "../../discord/limits.ts";
import { escapeMarkdown } from "../../embeds/markdown.ts";
import { bounds } from "../../library/shelf.ts";

/** Endings of the files that the parser reads. */
const readable = new Set(["txt", "text", "md", "markdown", "html", "htm", "xhtml", "vtt", "srt"]);
/** What else people have their interviews in. */
const others: Readonly<Record<string, string>> = {
  doc: "a Word document",
  docx: "a Word document",
  odt: "a document of LibreOffice",
  pages: "a document of Pages",
  rtf: "rich text",
  pdf: "a PDF",
  epub: "an e-book",
};

/** Where Discord hands out what was attached. */
const hosts = new Set(["cdn.discordapp.com", "media.discordapp.net"]);

/** Milliseconds until a file has to be here. */
const patience = 10_000;

/** Why a file will not do, before it is fetched: a sentence or two in Markdown; nothing when it will. */
export function whyNotRead({ name, size, contentType }: Pick<Attachment, "name" | "size" | "contentType">): string | undefined {
  const ending = /\.([a-z0-9]{1,10})$/i.exec(name)?.[1]?.toLowerCase() ?? "";
  const called = fileName(name);
  if (others[ending]) return `${called} is ${others[ending]}, and I read only text. Save it as plain text in UTF-8, and bring that.`;
  if (!readable.has(ending) && !contentType?.startsWith("text/")) {
    return `I can't tell that ${called} is text. I read plain text (.txt), Markdown (.md), saved web pages (.html) and subtitles (.vtt, .srt).`;
  }
  return size > bounds.fileSize ? tooLarge(name, `has ${inBytes(size)}`) : undefined;
}

/** What a file is called, as people see it. Markdown. */
export function fileName(name: string): string {
  return `**${shorten(escapeMarkdown(name), 100)}**`;
}

/** Thrown when a file cannot be had; its message is a sentence for the moderator, Markdown. */
export class FileProblem extends Error {
  override readonly name = "FileProblem";
}

/**
 * The bytes of a file that somebody attached. It is fetched from Discord and from nowhere else, and no more than the bound is ever read,
 * whatever was said of its size.
 *
 * @param api the address of Discord's API: one of another host, as a playground's, hands out the files itself
 * @param longest milliseconds until all has to be here
 * @throws FileProblem when it is too large, is not handed out, or takes too long
 */
export async function download({ name, url }: Pick<Attachment, "name" | "url">, api: string, longest = patience): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  try {
    if (!isWithDiscord(url, api)) throw new Error("The file is said to lie elsewhere than with Discord.");
    const response = await fetch(url, { signal: AbortSignal.timeout(longest), redirect: "error" });
    if (!response.ok || !response.body) throw new Error(`The file was answered with ${response.status}.`);
    for await (const piece of response.body as AsyncIterable<Uint8Array>) {
      size += piece.byteLength;
      if (size > bounds.fileSize) throw new FileProblem(tooLarge(name, "is larger than it said"));
      pieces.push(piece);
    }
  } catch (error) {
    if (error instanceof FileProblem) throw error;
    throw new FileProblem(`I could not get ${fileName(name)} from Discord. Please bring it once more.`, { cause: error });
  }
  return Buffer.concat(pieces);
}

function isWithDiscord(url: string, api: string): boolean {
  const { protocol, host, origin } = new URL(url);
  return (protocol === "https:" && hosts.has(host)) || origin === new URL(api).origin;
}

function tooLarge(name: string, how: string): string {
  return `${fileName(name)} ${how}, and I take ${inBytes(bounds.fileSize)} at most. If it holds several interviews, bring each in a file of its own.`;
}

function inBytes(size: number): string {
  return `${size.toLocaleString("en-GB")} bytes`;
}
