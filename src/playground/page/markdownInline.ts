/** What stands inside a line of Discord's Markdown: emphasis, code, links, mentions, times. */
import type { MarkdownNode } from "./markdown.ts";
import { CodeSpans, matchBrackets } from "./markdownPairs.ts";

type Mark = "**" | "*" | "__" | "_" | "~~" | "||";

const nodeOf = {
  "**": "strong",
  "*": "emphasis",
  __: "underline",
  _: "emphasis",
  "~~": "strike",
  "||": "spoiler",
} as const;

/** Every pattern is sticky and bounded, so that each is tried once a character at a fixed cost. */
const angled = [
  { pattern: /<@!?(\d{1,20})>/y, node: ([, id = ""]) => ({ type: "user", id }) },
  { pattern: /<@&(\d{1,20})>/y, node: ([, id = ""]) => ({ type: "role", id }) },
  { pattern: /<#(\d{1,20})>/y, node: ([, id = ""]) => ({ type: "channel", id }) },
  { pattern: /<\/([-_ \p{L}\p{N}]{1,98}):(\d{1,20})>/uy, node: ([, name = "", id = ""]) => ({ type: "command", name, id }) },
  {
    pattern: /<t:(-?\d{1,13})(?::([tTdDfFRsS]))?>/y,
    node: ([, unix = "", style = "f"]) => ({ type: "time", unix: Number(unix), style }),
  },
  { pattern: /<a?:(\w{2,32}):\d{1,20}>/y, node: ([, name = ""]) => ({ type: "emoji", name }) },
  { pattern: /<(https?:\/\/[^\s<>]{1,2000})>/y, node: ([, url = ""]) => link(url, [{ type: "text", text: url }]) },
] satisfies { pattern: RegExp; node: (match: RegExpExecArray) => MarkdownNode }[];

const bareLink = /https?:\/\/[^\s<>]{1,2000}/y;
const target = /\(<?(https?:\/\/[^\s<>()]{1,2000}(?:\([^\s<>()]{0,200}\)[^\s<>()]{0,200})?)>?(?: "[^"\n]{0,200}")?\)/y;
const punctuation = /[!-/:-@[-`{-~]/;
const word = /[\p{L}\p{N}_]/u;

function link(url: string, children: MarkdownNode[]): MarkdownNode {
  return { type: "link", url, children };
}

/** Collects nodes; open marks wait on a stack until their other half comes, or turn back into text. */
class Builder {
  private readonly stack: { mark: Mark | undefined; children: MarkdownNode[] }[] = [{ mark: undefined, children: [] }];

  private get top(): { mark: Mark | undefined; children: MarkdownNode[] } {
    return this.stack.at(-1) as { mark: Mark | undefined; children: MarkdownNode[] };
  }

  /** Which of two marks was opened last, if either is open. */
  innermost(marks: Mark[]): Mark | undefined {
    return this.stack.findLast(({ mark }) => mark !== undefined && marks.includes(mark))?.mark;
  }

  isOpen(mark: Mark): boolean {
    return this.innermost([mark]) !== undefined;
  }

  text(text: string): void {
    const last = this.top.children.at(-1);
    if (last?.type === "text") last.text += text;
    else if (text !== "") this.top.children.push({ type: "text", text });
  }

  add(node: MarkdownNode): void {
    this.top.children.push(node);
  }

  open(mark: Mark): void {
    this.stack.push({ mark, children: [] });
  }

  /** Closes an open mark; marks inside it that never closed become text. */
  close(mark: Mark): void {
    while (this.top.mark !== mark) this.unwrap();
    const { children } = this.top;
    if (children.length === 0) {
      this.unwrap();
      this.text(mark);
      return;
    }
    this.stack.pop();
    this.add({ type: nodeOf[mark], children });
  }

  /** Gives everything, with marks that never closed as text. */
  finish(): MarkdownNode[] {
    while (this.stack.length > 1) this.unwrap();
    return this.top.children;
  }

  private unwrap(): void {
    const layer = this.stack.pop();
    this.text(layer?.mark ?? "");
    for (const child of layer?.children ?? []) {
      if (child.type === "text") this.text(child.text);
      else this.add(child);
    }
  }
}

/** Gives the tree of a text without blocks. `linked` is true inside a link's own text, where no further link may begin. */
export function parseInline(source: string, linked = false): MarkdownNode[] {
  const builder = new Builder();
  const codeSpans = new CodeSpans(source);
  const brackets = linked ? undefined : matchBrackets(source);
  let position = 0;
  while (position < source.length) {
    const character = source[position] as string;
    if (character === "\\" && punctuation.test(source[position + 1] ?? "")) {
      builder.text(source[position + 1] as string);
      position += 2;
    } else if (character === "`") {
      const span = codeSpans.at(position);
      if (span.code === undefined) builder.text(source.slice(position, span.end));
      else builder.add({ type: "code", text: span.code });
      position = span.end;
    } else if (character === "<") {
      position = readAngled(source, position, builder);
    } else if (character === "[" && brackets?.has(position)) {
      const close = brackets.get(position) as number;
      target.lastIndex = close + 1;
      const [whole, url] = target.exec(source) ?? [];
      if (whole === undefined || url === undefined) {
        builder.text("[");
        position++;
      } else {
        builder.add(link(url, parseInline(source.slice(position + 1, close), true)));
        position = close + 1 + whole.length;
      }
    } else if (character === "h" && !linked) {
      bareLink.lastIndex = position;
      const url = bareLink.exec(source)?.[0].replace(/[.,:;"')\]*_~|!?]{1,20}$/, "");
      if (url === undefined) builder.text("h");
      else builder.add(link(url, [{ type: "text", text: url }]));
      position += url?.length ?? 1;
    } else if ("*_~|".includes(character)) {
      position = readMarks(source, position, builder);
    } else {
      builder.text(character);
      position++;
    }
  }
  return builder.finish();
}

function readAngled(source: string, position: number, builder: Builder): number {
  for (const { pattern, node } of angled) {
    pattern.lastIndex = position;
    const match = pattern.exec(source);
    if (match) {
      builder.add(node(match));
      return position + match[0].length;
    }
  }
  builder.text("<");
  return position + 1;
}

/** Reads a run of one mark's character: "***" may close one emphasis and open another. */
function readMarks(source: string, position: number, builder: Builder): number {
  const character = source[position] as "*" | "_" | "~" | "|";
  let end = position;
  while (source[end] === character) end++;
  const before = source[position - 1] ?? " ";
  const after = source[end] ?? " ";
  const double = (character + character) as Mark;
  const single = character === "*" || character === "_" ? character : undefined;
  let left = end - position;
  while (left > 0) {
    const inner = builder.innermost(single ? [double, single] : [double]);
    const closesSingle = !/\s/.test(before) && (character === "*" || !word.test(after));
    const opensSingle = !/\s/.test(after) && (character === "*" || !word.test(before));
    if (left >= 2 && (inner === double || (left === 2 && builder.isOpen(double)))) {
      builder.close(double);
      left -= 2;
    } else if (single && inner === single && closesSingle && (left !== 2 || !opensSingle)) {
      builder.close(single);
      left -= 1;
    } else if (left >= 2 && !builder.isOpen(double)) {
      builder.open(double);
      left -= 2;
    } else if (single && opensSingle && !builder.isOpen(single)) {
      builder.open(single);
      left -= 1;
    } else {
      builder.text(character);
      left -= 1;
    }
  }
  return end;
}
