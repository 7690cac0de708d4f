import type { Block } from "./blocks.ts";
import { readLabel } from "./labels.ts";

const NARROWEST = 50;
const WIDEST = 100;
/** Of the lines above another, so many fit in the width; a web address may be longer. */
const SHARE_WITHIN_WIDTH = 0.9;
const SHARE_OF_WRAPS = 2 / 3;
const FEWEST_BREAKS = 5;
const FIRST_WORD = /^\S+/;
/** Marks that give a line a meaning of its own: a heading, a block quote, a picture, a number, the dash of a dialogue, "Q.". */
const MARK = /^(?:#{1,6}\s|>|!\[|\d{1,3}[.)]\s|[—–―]\s?|\p{Lu}\.\s)/u;
/** The hyphen or dash behind which a word goes on in the next line. */
const ENDS_INSIDE_WORD = /[\p{L}\p{N}][-–—]$/u;

/**
 * Joins lines that were broken to a width, as in plain-text mail, into one block a paragraph. A line break is such a
 * wrap when the next line's first word would not have fitted any more. Texts whose breaks are mostly of another kind,
 * or lie outside 50 to 100 characters, are left as they are.
 */
export function joinWrapped(blocks: Block[]): Block[] {
  const breaks = blocks.slice(1).flatMap((block, index) => {
    const above = blocks[index];
    return above !== undefined && mayGoOn(above, block) ? [{ above, block }] : [];
  });
  if (breaks.length < FEWEST_BREAKS) return blocks;
  const lengths = breaks.map(({ above }) => above.text.length).toSorted((one, other) => one - other);
  const width = lengths[Math.floor(SHARE_WITHIN_WIDTH * (lengths.length - 1))] ?? 0;
  const wraps = new Set(breaks.filter(({ above, block }) => isFull(above, block, width)).map(({ block }) => block));
  if (width < NARROWEST || width > WIDEST || wraps.size < SHARE_OF_WRAPS * breaks.length) return blocks;

  const joined: Block[] = [];
  for (const [index, block] of blocks.entries()) {
    const last = joined.at(-1);
    if (last === undefined || !wraps.has(block)) joined.push({ ...block, lines: [...block.lines] });
    else {
      // Asked of the line above, not of all that is joined: to look at the end of that would copy it each time.
      last.text += (ENDS_INSIDE_WORD.test(blocks[index - 1]?.text.slice(-2) ?? "") ? "" : " ") + block.text;
      last.lines.push(...block.lines);
    }
  }
  return joined;
}

/** Whether a line could go on in the one below it: nothing lies between them, and neither has a meaning of its own. */
function mayGoOn(above: Block, block: Block): boolean {
  if (block.afterBlank || block.fenced || above.fenced || MARK.test(above.text) || MARK.test(block.text)) return false;
  const label = readLabel(block.text);
  return label === undefined || !label.marked || !label.colon;
}

function isFull(above: Block, block: Block, width: number): boolean {
  return above.text.length + 1 + (FIRST_WORD.exec(block.text)?.[0].length ?? 0) > width;
}
