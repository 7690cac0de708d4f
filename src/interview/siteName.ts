import type { Block } from "./blocks.ts";
import { readByline } from "./bylines.ts";
import { readDate } from "./dates.ts";
import { withoutMarks } from "./emphasis.ts";
import { fullNamesIn } from "./fullNames.ts";
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

/** What stands above the headline and is the name of the site: one line, or the same again, as in a logo and the way to the page. */
export interface SiteName {
  blocks: Block[];
  name: string;
}

/**
 * Finds the name of a site that stands above the headline. A short line there is one only when something else names the site,
 * too: the publication that is known, the end of a title ("Night Trains | The Sleeper"), a byline, or the copyright at the end, which may be the guest's own.
 * @param publication What the file says of itself, as do its titles.
 */
export function findSiteName(blocks: Block[], publication: string | undefined, titles: string[]): SiteName | undefined {
  const header = blocks.slice(0, HEADER).filter(({ text, fenced }) => !fenced && furnitureRole(text) === undefined);
  const above = header.findIndex((block) => bareWords(wordsOf(block)) !== bareWords(wordsOf(header[0] ?? block)));
  const [first, below] = [header[0], header[above]];
  if (first === undefined || below === undefined) return undefined;
  const [written, headline] = [wordsOf(first), wordsOf(below)];
  // Where no headline follows, the last of the same lines is it.
  const found = header.slice(0, isHeading(headline) ? above : above - 1);
  if (written.length > LONGEST_NAME || !isHeading(written) || found.length === 0) return undefined;
  const named = [publication, ...[...titles, headline].map((title) => siteBehind(title)), ...header.map(({ text }) => readByline(text)?.publication)];
  const site = bareWords(written);
  const known = named.find((name) => name !== undefined && bareWords(name) === site);
  if (known !== undefined) return { blocks: found, name: known };
  const isCopyrights = blocks.slice(-FOOTER).some(({ text }) => text.length <= LONGEST_COPYRIGHT && COPYRIGHT.test(text) && ` ${bareWords(text)} `.includes(` ${site} `));
  return isCopyrights && !isGuests(written, blocks) ? { blocks: found, name: naturalPublication(written) } : undefined;
}

/** Whether a name may be that of whoever answers: a label's that seldom asks, or the likeliest guest's by the introduction. */
function isGuests(name: string, blocks: Block[]): boolean {
  const own = bareWords(name);
  const words = own.split(" ");
  const initials = words.map((word) => word.slice(0, 1));
  const keys = new Set([own, words.at(-1), words[0], initials.join(""), initials.join(" ")]);
  const turns = blocks.flatMap(({ text, fenced }) => (fenced ? [] : (readLabel(text) ?? []))).filter((label) => keys.has(bareWords(label.name)));
  const said = turns.filter((label) => label.words !== "" && !asks(label.words)).length;
  const introduced = fullNamesIn(blocks.slice(1, HEADER).map(({ text }) => text).filter((text) => readByline(text) === undefined))[0]?.name ?? "";
  return (said > 0 && 2 * said >= turns.length) || bareWords(introduced) === own;
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
