import type { DomNode, HtmlToTextOptions } from "html-to-text";
import { checkCount } from "../bounds.ts";
import { readDate } from "../dates.ts";
import { NotAnInterview } from "../notAnInterview.ts";
import { htmlToText } from "./htmlToText.ts";
import { withoutTagsInWords } from "./splitWords.ts";

/** What a page says of itself in its head. */
export interface PageFields {
  title?: string;
  interviewer?: string;
  publication?: string;
  url?: string;
  date?: string;
}

/** A page as Markdown, as far as interviews need it: headings, bold, italics, block quotes, numbers, one paragraph a line. */
export interface Page {
  text: string;
  fields: PageFields;
  /** What the browser writes above the page; often with the site's name behind it. */
  windowTitle?: string;
}

const HTML = /^\ufeff?\s{0,200}(?:<!--[^]{0,2000}?-->\s{0,200}|<\?xml[^<>]{0,200}\?>\s{0,200})?<(?:!doctype html|html|head|body|article|main|section|div|p|h[1-6])[\s>]/i;
const WINDOW = 3000;
/** Deeper pages are made to break readers, not to be read. */
const DEEPEST = 200;
/** What surrounds an article. */
const FURNITURE = ["nav", "script", "style", "noscript", "template", "iframe", "form", "button", "select", "svg", "img", "picture", "video", "audio", "footer", "aside"];
const EMPTY_EMPHASIS = /\*{4}|\*\* \*\*/g;
/** White space on the inside of emphasis, at the beginning or end of a line. */
const LOOSE_EMPHASIS = /(?<=^\*{1,3})[ \u00a0]|[ \u00a0](?=\*{1,3}$)/gm;
/** White space and line breaks inside emphasis, where they belong outside. */
const SPACE_AT_BEGINNING = /((?:<(?:b|strong|em|i)(?:\s[^<>]{0,200})?>){1,4})((?:<br\s{0,3}\/?>|&nbsp;|\s){1,20})/gi;
const SPACE_AT_END = /((?:<br\s{0,3}\/?>|&nbsp;|\s){1,20})((?:<\/(?:b|strong|em|i)>){1,4})/gi;
const TAG_END = />/g;
const SCRIPT_END = /<\/script/gi;
const STYLE_END = /<\/style/gi;
const TAG = /<(\/?)([a-z][a-z0-9-]{0,30})/gi;
/** Elements that hold nothing. */
const EMPTY = new Set("area base br col embed hr img input link meta source track wbr".split(" "));
/** Elements that another of their kind ends. */
const ENDED_BY_NEXT = new Set("p li dt dd td th tr option".split(" "));

/** Whether a text is a page of HTML: it begins as one. */
export function isHtml(text: string): boolean {
  return HTML.test(text.slice(0, WINDOW));
}

/**
 * The article of a page: what `article` holds, or `main`, or else the whole body. Links keep their words only.
 * @throws NotAnInterview when elements are nested as deeply as on no honest page, or more than any has.
 */
export function readHtml(html: string): Page {
  checkElements(html);
  const page: Page = { text: "", fields: {} };
  const headEnd = html.search(/<\/head>|<body/i);
  if (headEnd > 0) readHead(html.slice(0, headEnd), page);
  const spaced = html.replace(SPACE_AT_BEGINNING, "$2$1").replace(SPACE_AT_END, "$2$1");
  const converted = htmlToText().convert(withoutTagsInWords(spaced), asMarkdown);
  page.text = converted.replace(EMPTY_EMPHASIS, (found) => (found.length > 4 ? " " : "")).replace(LOOSE_EMPHASIS, "");
  return page;
}

/** The library's time grows with the number of elements and the square of their depth. */
function checkElements(html: string): void {
  const open: string[] = [];
  const counts = new Map<string, number>();
  const change = (name: string, by: number): void => void counts.set(name, (counts.get(name) ?? 0) + by);
  const close = (): void => change(open.pop() ?? "", -1);
  // Where what is no element ends: the attributes of a tag, what a script or a style says.
  let end = 0;
  let count = 0;
  for (const { 1: slash, 2: tag = "", index } of html.matchAll(TAG)) {
    const name = tag.toLowerCase();
    if (slash === "") checkCount(++count, "elements");
    if (index < end) continue;
    end = endOf(html, TAG_END, index);
    if (EMPTY.has(name)) continue;
    if (slash !== "") {
      while ((counts.get(name) ?? 0) > 0 && open.at(-1) !== name) close();
      if ((counts.get(name) ?? 0) > 0) close();
      continue;
    }
    if (ENDED_BY_NEXT.has(name) && open.at(-1) === name) close();
    open.push(name);
    change(name, 1);
    if (name === "script" || name === "style") end = endOf(html, name === "script" ? SCRIPT_END : STYLE_END, index);
    if (open.length > DEEPEST) throw new NotAnInterview(`The page's elements are nested more than ${DEEPEST} deep: copy its text and paste that.`);
  }
}

/** Where a mark stands next; the end of the page where none does. */
function endOf(html: string, mark: RegExp, from: number): number {
  mark.lastIndex = from;
  return mark.exec(html)?.index ?? html.length;
}

const asMarkdown: HtmlToTextOptions = {
  wordwrap: false,
  baseElements: { selectors: ["article", "main", "body"] },
  limits: { maxDepth: DEEPEST, maxBaseElements: 1 },
  formatters: {
    heading: (element, walk, builder) => {
      builder.openBlock({ leadingLineBreaks: 2 });
      builder.addLiteral(`${"#".repeat(Number(element.name?.slice(1)))} `);
      walk(element.children, builder);
      builder.closeBlock({ trailingLineBreaks: 2 });
    },
    // The conventions know what stands in such brackets for a caption.
    caption: (element, walk, builder) => {
      builder.openBlock({ leadingLineBreaks: 2 });
      builder.addLiteral("![");
      walk(element.children, builder);
      builder.addLiteral("]()");
      builder.closeBlock({ trailingLineBreaks: 2 });
    },
  },
  selectors: [
    ...FURNITURE.map((selector) => ({ selector, format: "skip" })),
    ...["h1", "h2", "h3", "h4", "h5", "h6"].map((selector) => ({ selector, format: "heading" })),
    ...["b", "strong"].map((selector) => ({ selector, format: "inlineSurround", options: { prefix: "**", suffix: "**" } })),
    ...["i", "em"].map((selector) => ({ selector, format: "inlineSurround", options: { prefix: "*", suffix: "*" } })),
    { selector: "figcaption", format: "caption" },
    { selector: "a", options: { ignoreHref: true } },
    { selector: "ul", options: { itemPrefix: "• " } },
    { selector: "hr", format: "skip" },
  ],
};

function readHead(html: string, page: Page): void {
  htmlToText().convert(html, {
    wordwrap: false,
    baseElements: { selectors: ["head"], returnDomByDefault: false },
    limits: { maxDepth: DEEPEST },
    formatters: {
      metadata: (element) => readMeta(element, page.fields),
      windowTitle: ({ children }) => void (page.windowTitle ??= children?.[0]?.data?.replace(/\s+/g, " ").trim()),
    },
    selectors: [
      { selector: "*", format: "inline" },
      { selector: "meta", format: "metadata" },
      { selector: "link", format: "metadata" },
      { selector: "title", format: "windowTitle" },
      ...["script", "style", "noscript"].map((selector) => ({ selector, format: "skip" })),
    ],
  });
}

/** Open Graph (https://ogp.me) and the standard names of HTML. */
function readMeta({ attribs = {} }: DomNode, fields: PageFields): void {
  const content = (attribs["content"] ?? attribs["href"] ?? "").replace(/\s+/g, " ").trim();
  if (content === "" || content.length > 300) return;
  const isAddress = /^https?:\/\//.test(content) && URL.canParse(content);
  switch ((attribs["property"] ?? attribs["name"] ?? attribs["rel"] ?? "").toLowerCase()) {
    case "og:title":
      fields.title ??= content;
      break;
    case "og:site_name":
      fields.publication ??= content;
      break;
    case "author":
    case "article:author":
      if (!isAddress) fields.interviewer ??= content;
      break;
    case "article:published_time":
    case "date":
      fields.date ??= readDate(content.slice(0, 10));
      break;
    case "og:url":
    case "canonical":
      if (isAddress) fields.url ??= content;
      break;
    default:
  }
}
