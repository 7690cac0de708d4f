import { asks } from "../lines.ts";
import type { Convention, LabelledBlock } from "../parts.ts";
import { readTurns } from "./readTurns.ts";

/** A question that fills a paragraph longer than this is somebody's rhetoric. */
const LONGEST = 600;
/** There is nothing but the question mark to tell: any better mark outweighs it. */
const WEIGHT = 1 / 2;

/** Paragraphs that ask, above paragraphs that don't, and no mark at all: what is left of bold questions after copy and paste. */
export const plainQuestions: Convention = {
  name: "plain questions and answers without any mark",

  evidence(blocks) {
    const answered = blocks.filter((block, index) => isQuestion(block) && blocks[index + 1] !== undefined && !asks(blocks[index + 1]?.words ?? ""));
    return Math.floor(WEIGHT * answered.length);
  },

  read(blocks, guest) {
    const title = blocks[0];
    const questions = new Map(blocks.filter((block) => block !== title && isQuestion(block)).map((block) => [block, block.words] as const));
    return readTurns(blocks, { questions, guest, beginsAnswer: () => true });
  },
};

function isQuestion({ speaker, fenced, words }: LabelledBlock): boolean {
  return speaker === undefined && !fenced && words.length <= LONGEST && asks(words);
}
