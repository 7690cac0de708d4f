import type { Block } from "./blocks.ts";
import { readByline } from "./bylines.ts";
import { readDate } from "./dates.ts";
import { withoutMarks } from "./emphasis.ts";
import { furnitureRole } from "./furniture.ts";
import { readLabel } from "./labels.ts";
import { asks, isShortAndOpen } from "./lines.ts";
import { naturalPublication } from "./names.ts";
import { bareWords } from "./words.ts";

/** In characters. */
const LONGEST_NAME = 60;
const LONGEST_COPYRIGHT = 200;
/** In blocks: how far from the beginning a byline stands, and from the end a copyright. */
const HEADER = 20;
const FOOTER = 10;
const BEFORE_SITE = /\s[|–—-]\s|\|/;
const COPYRIGHT = /^(?:©|\(c\)|copyright\b)/i;

/** A line above the headline that is the name of the site. */
export interface SiteName {
  block: Block;
  name: string;
}

/**
 * Finds the name of a site that stands above the headline. A short line there is one only when something else names the site,
 * too: the publication that is known, the end of a title ("Night Trains | The Sleeper"), a byline, or the copyright at the end.
 * @param publication What the file says of itself, as do its titles.
 */
export function findSiteName(blocks: Block[], publication: string | undefined, titles: string[]): SiteName | undefined {
  const header = blocks.slice(0, HEADER).filter(({ text, fenced }) => !fenced && furnitureRole(text) === undefined);
  const [block, below] = header;
  if (block === undefined || below === undefined) return undefined;
  const [written, headline] = [wordsOf(block), wordsOf(below)];
  if (written.length > LONGEST_NAME || !isHeading(written) || !isHeading(headline)) return undefined;
  const named = [publication, ...[...titles, headline].map((title) => siteBehind(title)), ...header.map(({ text }) => readByline(text)?.publication)];
  const site = bareWords(written);
  const known = named.find((name) => name !== undefined && bareWords(name) === site);
  if (known !== undefined) return { block, name: known };
  const isCopyrights = blocks.slice(-FOOTER).some(({ text }) => text.length <= LONGEST_COPYRIGHT && COPYRIGHT.test(text) && ` ${bareWords(text)} `.includes(` ${site} `));
  return isCopyrights ? { block, name: naturalPublication(written) } : undefined;
}

function wordsOf({ text }: Block): string {
  return withoutMarks(text.replace(/^#{1,6}\s+/, ""));
}

/** Whether a line may be a headline, or a name: no sentence, no question, nobody's words, and no byline or date. */
function isHeading(words: string): boolean {
  return isShortAndOpen(words) && !asks(words) && readLabel(words)?.colon !== true && readByline(words) === undefined && readDate(words) === undefined;
}

function siteBehind(title: string): string | undefined {
  const parts = title.split(BEFORE_SITE);
  return parts.length > 1 ? parts.at(-1) : undefined;
}
