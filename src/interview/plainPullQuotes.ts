import { isInCapitals } from "./labels.ts";
import { asks } from "./lines.ts";
import type { LabelledBlock, Part } from "./parts.ts";
import { passageFinder } from "./pullQuotes.ts";
import { wordsOf } from "./words.ts";

const OPENS = /^["“„«”]/;
const CLOSES = /["”“»][.,]?$/;
/** A pull quote is set in few lines, and short ones. */
const MOST_LINES = 10;
const LONGEST_LINE = 90;
const FEWEST_WORDS = 5;
/** Without a mark, a longer paragraph is none: nobody would see that it is lifted. */
const MOST_PLAIN_WORDS = 60;
/** A paragraph that is a quotation as a whole may be further from what was said. */
const SAME_WHEN_QUOTED = 0.6;
/** And one with no mark at all must be nearer. */
const SAME_WHEN_PLAIN = 0.9;
/** What a pull quote was lifted from is so many times as long, where it is no answer's own paragraph. */
const LONGER = 1.2;

/** A block as pull quotes are looked for in it. */
interface Line {
  block: LabelledBlock;
  words: string[];
  length: number;
  isTaken: boolean;
  isQuoted: boolean;
  isInCapitals: boolean;
}

/**
 * Finds the pull quotes that have no mark but quotation marks, capitals, or that they say again what an answer says.
 * @param isTaken By the place of each block: whether it is known to be something else.
 * @param firstTurn The place of the first question or answer.
 * @returns Their parts, by the place of each part's first block.
 */
export function findPlainPullQuotes(blocks: LabelledBlock[], isTaken: boolean[], firstTurn: number): Map<number, Part> {
  const lines = blocks.map((block, place): Line => ({
    block,
    words: wordsOf(block.words),
    length: block.words.split(" ").length,
    isTaken: isTaken[place] === true,
    isQuoted: OPENS.test(block.words),
    isInCapitals: isInCapitals(block.words),
  }));
  // Nobody says the same thing twice in the same words: what an answer, or a longer paragraph, says too was lifted from there.
  const sizes = lines.map(({ block, length }) => (block.speaker === undefined ? length : Infinity));
  const findPassage = passageFinder(lines.map(({ words }) => words));
  const found = new Map<number, Part>();
  for (let index = 1; index < lines.length; index++) {
    const group = groupAt(lines, index);
    const [first, last] = [group[0], group.at(-1)];
    if (first === undefined || last === undefined) continue;
    // A title or a headline may quote an answer, and a question may be said again by who answers it.
    if (!first.isQuoted && (index < firstTurn || asks(last.block.words))) continue;
    const count = group.reduce((sum, { length }) => sum + length, 0);
    if (!first.isQuoted && !first.isInCapitals && count > MOST_PLAIN_WORDS) continue;
    const isSource = (place: number): boolean => (sizes[place] ?? 0) > LONGER * count;
    const isLifted = (count >= FEWEST_WORDS || first.isQuoted) && findPassage(wordsOfGroup(group), isSource, sameFor(group)) !== undefined;
    // A quotation that is broken into short lines is set as a pull quote, even when the editors rewrote it.
    const isBrokenUp = first.isQuoted && group.length > 1 && group.slice(1).every(({ block }) => !block.afterBlank);
    if (!isLifted && !isBrokenUp) continue;
    found.set(index, { role: "pull quote", blocks: group.map(({ block }) => block), words: group.map(({ block }) => block.words).join(" ") });
    index += group.length - 1;
  }
  return found;
}

/** How much of a pull quote must be in its source; undefined for as much as usual. */
function sameFor(group: Line[]): number | undefined {
  if (group[0]?.isQuoted) return closes(group.at(-1)) ? SAME_WHEN_QUOTED : undefined;
  return group[0]?.isInCapitals ? undefined : SAME_WHEN_PLAIN;
}

/** The lines from a place on that may be one pull quote: a quotation to its end, a run of capitals, or one line. */
function groupAt(lines: Line[], index: number): Line[] {
  const first = lines[index];
  if (first === undefined || first.isTaken) return [];
  const group = [first];
  if (!first.isQuoted && !first.isInCapitals) return group;
  while (group.length < MOST_LINES && !(first.isQuoted && closes(group.at(-1)))) {
    const next = lines[index + group.length];
    if (next === undefined || next.isTaken || next.block.words.length > LONGEST_LINE || (!first.isQuoted && !next.isInCapitals)) break;
    group.push(next);
  }
  return first.isQuoted && !closes(group.at(-1)) ? [first] : group;
}

function wordsOfGroup(group: Line[]): string[] {
  return group.length === 1 ? (group[0]?.words ?? []) : ([] as string[]).concat(...group.map(({ words }) => words));
}

function closes(line: Line | undefined): boolean {
  return line !== undefined && CLOSES.test(line.block.words);
}
