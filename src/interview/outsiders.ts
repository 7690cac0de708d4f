import { readTranslationCredit } from "./credits.ts";
import { furnitureRole } from "./furniture.ts";
import { isInCapitals } from "./labels.ts";
import { asks, isCaption } from "./lines.ts";
import { isHeading, part, type LabelledBlock, type Part } from "./parts.ts";
import { passageFinder } from "./pullQuotes.ts";

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
/** The caption of a page's figure (formats/html.ts). */
const FIGURE = /^!\[([^\][]{1,500})\]\(\)$/;

/**
 * Finds the unlabelled blocks that are neither asked nor answered, whatever stands around them: headings, captions that
 * say so, credits, what belongs to the page (furniture.ts), and pull quotes.
 * @param isQuestion Of an unlabelled block: whether it is known to be a question, whatever it looks like.
 * @returns Their parts, by the place of each part's first block.
 */
export function findOutsiders(blocks: LabelledBlock[], isQuestion: (block: LabelledBlock) => boolean = () => false): Map<number, Part> {
  const isTurn = (block: LabelledBlock): boolean => block.speaker !== undefined || isQuestion(block);
  const outsiders = new Map<number, Part>();
  const firstTurn = blocks.findIndex((block) => isTurn(block));
  let blockQuote: Part | undefined;
  for (const [index, block] of blocks.entries()) {
    const above = block.afterBlank ? undefined : blockQuote;
    blockQuote = undefined;
    if (isTurn(block)) continue;
    const figure = FIGURE.exec(block.text.slice(0, 600))?.[1];
    if (figure !== undefined) {
      outsiders.set(index, part("caption", block, figure));
      continue;
    }
    const role = block.fenced ? "leftover" : isHeading(block) && index > firstTurn ? "heading" : furnitureRole(block.words);
    if (role !== undefined) outsiders.set(index, part(role, block));
    else if (isBlockQuote(block)) {
      const words = block.words.slice(1).trim();
      blockQuote = above ?? part("pull quote", block, words);
      if (above === undefined) outsiders.set(index, blockQuote);
      else {
        above.blocks.push(block);
        above.words += ` ${words}`;
      }
    } else if (readTranslationCredit(block.words) !== undefined) outsiders.set(index, part("credit", block));
    else if (index > 0 && isCaption(block.words)) outsiders.set(index, part("caption", block));
  }
  const findPassage = passageFinder(blocks.map(({ words }) => words));
  const lengths = blocks.map(({ words }) => words.split(" ").length);
  for (let index = 1; index < blocks.length; index++) {
    const group = groupAt(blocks, index, (block, place) => isTurn(block) || outsiders.has(place));
    const words = group.map((block) => block.words).join(" ");
    const quoted = OPENS.test(words);
    // A title or a headline may quote an answer, and a question may be said again by who answers it.
    if (group.length === 0 || (!quoted && (index < firstTurn || asks(words)))) continue;
    const count = lengths.slice(index, index + group.length).reduce((sum, length) => sum + length, 0);
    // Nobody says the same thing twice in the same words: what an answer, or a longer paragraph, says too was lifted from there.
    const isSource = (place: number): boolean => blocks[place]?.speaker !== undefined || (lengths[place] ?? 0) > 1.2 * count;
    if (!quoted && count > MOST_PLAIN_WORDS && !isInCapitals(words)) continue;
    const lifted = (count >= FEWEST_WORDS || quoted) && findPassage(words, isSource, sameFor(words)) !== undefined;
    // A quotation that is broken into short lines is set as a pull quote, even when the editors rewrote it.
    const brokenUp = quoted && group.length > 1 && group.slice(1).every(({ afterBlank }) => !afterBlank);
    if (!lifted && !brokenUp) continue;
    outsiders.set(index, { role: "pull quote", blocks: group, words });
    index += group.length - 1;
  }
  return outsiders;
}

/** How much of a pull quote must be in its source; undefined for as much as usual. */
function sameFor(words: string): number | undefined {
  if (OPENS.test(words)) return CLOSES.test(words) ? SAME_WHEN_QUOTED : undefined;
  return isInCapitals(words) ? undefined : SAME_WHEN_PLAIN;
}

/** Whether a line is marked as Markdown marks a quotation: `> We came by ferry`. */
function isBlockQuote(block: LabelledBlock): boolean {
  return !block.fenced && block.words.startsWith(">");
}

/** The lines from a place on that may be one pull quote: a quotation to its end, a run of capitals, or one line. */
function groupAt(blocks: LabelledBlock[], index: number, isTaken: (block: LabelledBlock, place: number) => boolean): LabelledBlock[] {
  const free = (place: number): LabelledBlock | undefined => {
    const block = blocks[place];
    return block === undefined || isTaken(block, place) || isBlockQuote(block) ? undefined : block;
  };
  const first = free(index);
  if (first === undefined) return [];
  const group = [first];
  const quoted = OPENS.test(first.words);
  if (!quoted && !isInCapitals(first.words)) return group;
  for (let place = index + 1; group.length < MOST_LINES; place++) {
    if (quoted && CLOSES.test(group.at(-1)?.words ?? "")) return group;
    const next = free(place);
    if (next === undefined || next.words.length > LONGEST_LINE || (!quoted && !isInCapitals(next.words))) break;
    group.push(next);
  }
  return quoted && !CLOSES.test(group.at(-1)?.words ?? "") ? [first] : group;
}
