import { readByline } from "./bylines.ts";
import { readTranslationCredit } from "./credits.ts";
import { furnitureRole } from "./furniture.ts";
import { isCaption } from "./lines.ts";
import { isHeading, part, type LabelledBlock, type Part } from "./parts.ts";
import { findPlainPullQuotes } from "./plainPullQuotes.ts";

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
    else if (index > 0 && isCaption(block.words) && !(index < firstTurn && readByline(block.words))) outsiders.set(index, part("caption", block));
  }
  const isTaken = blocks.map((block, place) => isTurn(block) || isBlockQuote(block) || outsiders.has(place));
  return new Map([...outsiders, ...findPlainPullQuotes(blocks, isTaken, firstTurn)]);
}

/** Whether a line is marked as Markdown marks a quotation: `> We came by ferry`. */
function isBlockQuote(block: LabelledBlock): boolean {
  return !block.fenced && block.words.startsWith(">");
}
