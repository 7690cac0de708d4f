/**
 * Discord's Markdown as a tree: blocks here, what stands inside a line in markdownInline.ts.
 *
 * Pure, and linear in the length of the text: the text comes from users. The rules follow Discord's help page
 * "Markdown Text 101"; where Discord leaves a mark alone, so do we.
 */
import { parseInline } from "./markdownInline.ts";

/** A piece of a message, ready to be shown. */
export type MarkdownNode =
  | { type: "text"; text: string }
  | { type: "strong" | "emphasis" | "underline" | "strike" | "spoiler" | "quote" | "subtext"; children: MarkdownNode[] }
  | { type: "heading"; level: 1 | 2 | 3; children: MarkdownNode[] }
  | { type: "list"; ordered: boolean; start: number; items: MarkdownNode[][] }
  | { type: "code"; text: string }
  | { type: "codeBlock"; text: string }
  | { type: "link"; url: string; children: MarkdownNode[] }
  | { type: "user" | "channel" | "role"; id: string }
  | { type: "command"; name: string; id: string }
  | { type: "time"; unix: number; style: string }
  | { type: "emoji"; name: string };

const fence = "```";
const heading = /^(#{1,3}|-#) +(\S.*)$/;
const listItem = /^( {0,20})([-*]|\d{1,9}\.) +(\S.*)$/;
const codeLanguage = /^[\w+#.-]{1,30}\n/;

/** Gives the tree of a message's text. Never throws. */
export function parseMarkdown(source: string): MarkdownNode[] {
  return parseBlocks(source.replaceAll("\r\n", "\n"), true);
}

/** `quotable` is false inside a quote, for quotes do not nest. */
function parseBlocks(source: string, quotable: boolean): MarkdownNode[] {
  const nodes: MarkdownNode[] = [];
  let plain: string[] = [];
  const flush = (): void => {
    if (plain.length > 0) nodes.push(...parseInline(plain.join("\n")));
    plain = [];
  };
  let position = 0;
  while (position < source.length) {
    const line = lineAt(source, position);
    const next = position + line.length + 1;
    if (quotable && line.startsWith(">>> ")) {
      flush();
      nodes.push({ type: "quote", children: parseBlocks(source.slice(position + 4), false) });
      return nodes;
    }
    if (quotable && line.startsWith("> ")) {
      flush();
      const quoted = linesWhile(source, position, (each) => each.startsWith("> "));
      nodes.push({ type: "quote", children: parseBlocks(quoted.map((each) => each.slice(2)).join("\n"), false) });
      position += lengthOf(quoted);
      continue;
    }
    const open = line.indexOf(fence);
    const close = open < 0 ? -1 : source.indexOf(fence, position + open + fence.length);
    if (close >= 0) {
      if (open > 0) plain.push(line.slice(0, open));
      flush();
      nodes.push({ type: "codeBlock", text: codeText(source.slice(position + open + fence.length, close)) });
      position = close + fence.length;
      if (source[position] === "\n") position++;
      continue;
    }
    if (open >= 0) {
      // A fence that never closes is plain text, and so is any fence after it.
      plain.push(source.slice(position));
      break;
    }
    const title = heading.exec(line);
    if (title) {
      flush();
      nodes.push(headingOf(title[1] ?? "", title[2] ?? ""));
      position = next;
      continue;
    }
    if (listItem.test(line)) {
      flush();
      const items = linesWhile(source, position, (each) => listItem.test(each));
      nodes.push(...parseList(items));
      position += lengthOf(items);
      continue;
    }
    plain.push(line);
    position = next;
  }
  flush();
  return nodes;
}

function headingOf(mark: string, text: string): MarkdownNode {
  const children = parseInline(text);
  if (mark === "-#") return { type: "subtext", children };
  return { type: "heading", level: mark.length as 1 | 2 | 3, children };
}

/** Lists of one level of nesting: an item that is indented by two spaces or more belongs to the one above it. */
function parseList(lines: string[]): MarkdownNode[] {
  const lists: Extract<MarkdownNode, { type: "list" }>[] = [];
  let nested: Extract<MarkdownNode, { type: "list" }> | undefined;
  for (const line of lines) {
    const [, indent = "", mark = "-", text = ""] = listItem.exec(line) ?? [];
    const ordered = mark.endsWith(".");
    const item = parseInline(text);
    const list = lists.at(-1);
    const parent = list?.items.at(-1);
    if (indent.length >= 2 && parent) {
      if (!nested || nested.ordered !== ordered) {
        nested = { type: "list", ordered, start: Number.parseInt(mark, 10) || 1, items: [] };
        parent.push(nested);
      }
      nested.items.push(item);
      continue;
    }
    nested = undefined;
    if (list && list.ordered === ordered) list.items.push(item);
    else lists.push({ type: "list", ordered, start: Number.parseInt(mark, 10) || 1, items: [item] });
  }
  return lists;
}

/** The language after the fence is left out, as is the line break around the code. */
function codeText(inside: string): string {
  const language = codeLanguage.exec(inside)?.[0] ?? "";
  return inside.slice(language.length).replace(/^\n/, "").trimEnd();
}

function lineAt(source: string, position: number): string {
  const end = source.indexOf("\n", position);
  return end < 0 ? source.slice(position) : source.slice(position, end);
}

function linesWhile(source: string, position: number, belongs: (line: string) => boolean): string[] {
  const lines: string[] = [];
  let at = position;
  while (at < source.length) {
    const line = lineAt(source, at);
    if (!belongs(line)) break;
    lines.push(line);
    at += line.length + 1;
  }
  return lines;
}

/** The length of whole lines with their line breaks. */
function lengthOf(lines: string[]): number {
  return lines.reduce((sum, line) => sum + line.length + 1, 0);
}
