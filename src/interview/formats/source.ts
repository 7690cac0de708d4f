import { blocksOf, linesOf, type Block } from "../blocks.ts";
import { checkCount } from "../bounds.ts";
import { readInterviewFields, type FrontMatter } from "../frontMatter.ts";
import { part, type Part, type Role } from "../parts.ts";
import { findSiteName } from "../siteName.ts";
import { isTimeCode } from "../timeCodes.ts";
import { joinWrapped } from "../wrapped.ts";
import { isSubRip, isWebVtt, readCaptions } from "./captions.ts";
import { isHtml, readHtml } from "./html.ts";

/** How a file is written. */
export type Format = "text" | "WebVTT" | "SubRip" | "HTML";

/** A text in blocks, with what is known of it before anybody's words are read. */
export interface Source {
  format: Format;
  /** The lines that warnings count: of a page, those of its text. */
  lines: string[];
  frontMatter: FrontMatter;
  /** What may have been said. */
  blocks: Block[];
  /** Front matter, time codes, markup, the site's name. */
  apart: Part[];
}

/**
 * Reads a text of any format into blocks.
 * @throws NotAnInterview when front matter is broken, a page is nested too deeply, or there are too many lines.
 */
export function readSource(text: string): Source {
  if (isHtml(text)) {
    const page = readHtml(text);
    const source = readLines(linesOf(page.text), "HTML");
    return withoutSiteName({ ...source, frontMatter: { ...source.frontMatter, ...page.fields } }, page.windowTitle);
  }
  const lines = linesOf(text);
  if (isWebVtt(lines) || isSubRip(lines)) {
    checkCount(lines.length, "lines");
    const { blocks, markup } = readCaptions(lines);
    const { fields: frontMatter } = readInterviewFields([]);
    return { format: isWebVtt(lines) ? "WebVTT" : "SubRip", lines, frontMatter, blocks, apart: parts("markup", markup) };
  }
  return withoutSiteName(readLines(lines, "text"));
}

/** A source whose site's name is read, if it stands above the headline. A file that lists its speakers says all in its front matter. */
function withoutSiteName(source: Source, windowTitle = ""): Source {
  const { frontMatter, blocks, apart } = source;
  const site = frontMatter.speakers.length > 0 ? undefined : findSiteName(blocks, frontMatter.publication, [frontMatter.title ?? "", windowTitle]);
  if (site === undefined) return source;
  return {
    ...source,
    frontMatter: { ...frontMatter, publication: frontMatter.publication ?? site.name },
    blocks: blocks.filter((block) => !site.blocks.includes(block)),
    apart: [...apart, ...parts("publication", site.blocks)],
  };
}

function readLines(lines: string[], format: Format): Source {
  checkCount(lines.length, "lines");
  const { fields: frontMatter, lineCount } = readInterviewFields(lines);
  const front = blocksOf(lines.slice(0, lineCount));
  const all = joinWrapped(blocksOf(lines, lineCount));
  return {
    format,
    lines,
    frontMatter,
    blocks: all.filter((block) => !isTime(block)),
    apart: [...parts("front matter", front), ...parts("time code", all.filter((block) => isTime(block)))],
  };
}

function isTime({ fenced, text }: Block): boolean {
  return !fenced && isTimeCode(text);
}

function parts(role: Role, blocks: Block[]): Part[] {
  return blocks.map((block) => part(role, { ...block, words: block.text }));
}
