import type { Block } from "../blocks.ts";
import { namesIn, readEnd } from "../endNotes.ts";
import { readHeader } from "../header.ts";
import { isShortAndOpen } from "../lines.ts";
import { findOutsiders } from "../outsiders.ts";
import { inOrder, part, type LabelledBlock, type Part } from "../parts.ts";

/** How a convention without labels on its answers tells turns apart. */
export interface Turns {
  /** The words of each block that is a question, without its mark. */
  questions: ReadonlyMap<LabelledBlock, string>;
  /** Whether an unmarked block under a question begins the answer; else it carries on the question. */
  beginsAnswer: (block: LabelledBlock) => boolean;
  guest: string;
}

/** The dash that a spoken turn begins with, as in French, Spanish and Russian print. */
const DASH = /^[—–―]\s?/;

/**
 * Gives every block its role when questions are marked and answers are not: header, questions, answers by the guest (or
 * whoever a label names), what belongs to no talk, and the notes at the end.
 */
export function readTurns(blocks: LabelledBlock[], turns: Turns): Part[] {
  const { questions, guest } = turns;
  const outsiders = findOutsiders(blocks, (block) => questions.has(block));
  const first = blocks.findIndex((block) => questions.has(block));
  const lastQuestion = blocks.findLastIndex((block) => questions.has(block));
  const outside = new Set<Block>([...outsiders.values()].flatMap((outsider) => outsider.blocks));
  const header = new Map(readHeader(blocks.slice(0, Math.max(0, first)).filter((block) => !outside.has(block))).map((each) => [each.blocks[0], each] as const));
  const parts: Part[] = [];
  const tail: LabelledBlock[] = [];
  let answered = true;
  for (let index = 0; index < blocks.length; index++) {
    const block = blocks[index] as LabelledBlock;
    const outsider = outsiders.get(index);
    const question = questions.get(block);
    if (outsider !== undefined && (answered || !isPlain(outsider))) {
      parts.push(outsider);
      index += outsider.blocks.length - 1;
    } else if (index < first) parts.push(header.get(block) ?? part("leftover", block));
    else if (question !== undefined || block.asks) {
      parts.push(part("question", block, question ?? block.words));
      answered = false;
    } else if (block.speaker !== undefined) {
      parts.push(part("answer", block));
      answered = true;
    } else if (!answered && !turns.beginsAnswer(block)) parts.push(part("question", block));
    else if (!answered) {
      parts.push({ ...part("answer", block, block.text.replace(DASH, "")), speaker: guest });
      answered = true;
    } else if (index > lastQuestion) tail.push(block);
    else parts.push(isShortAndOpen(block.words) ? doubtfulCaption(block) : part("continuation", block, block.text.replace(DASH, "")));
  }
  return inOrder([...parts, ...readEnd(tail, namesIn(parts))], blocks);
}

/** Whether a pull quote has no mark: right below a question it is the answer that is repeated elsewhere. */
function isPlain({ role, words, blocks }: Part): boolean {
  return role === "pull quote" && blocks.length === 1 && /^[\p{L}\p{N}]/u.test(words) && blocks[0]?.text === words;
}

/** A line between paragraphs of an answer that is no sentence. */
export function doubtfulCaption(block: LabelledBlock): Part {
  return { ...part("caption", block), doubt: `"${block.words.slice(0, 60)}" is no sentence; taken for a caption` };
}
