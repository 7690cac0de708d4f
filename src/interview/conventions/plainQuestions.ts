import { asks } from "../lines.ts";
import type { Convention, LabelledBlock, Part } from "../parts.ts";
import { openingOf, type Opening } from "../questions.ts";
import { readTurns } from "./readTurns.ts";

/** A question that fills a paragraph longer than this is somebody's rhetoric. */
const LONGEST = 600;
/** There is nothing but the question mark to tell: any better mark outweighs it. */
const WEIGHT = 1 / 2;

/**
 * Paragraphs that ask, above paragraphs that don't, and no mark at all: what is left of bold questions after copy and paste.
 *
 * A paragraph in the middle of an answer that begins with a question to "you" and then goes on is in doubt, and said to be. It is taken
 * for a question when it can hardly be the guest's.
 */
export const plainQuestions: Convention = {
  name: "plain questions and answers without any mark",

  evidence(blocks) {
    const answered = blocks.filter((block, index) => isQuestion(block) && blocks[index + 1] !== undefined && !asks(blocks[index + 1]?.words ?? ""));
    return Math.floor(WEIGHT * answered.length);
  },

  read(blocks, guest) {
    const title = blocks[0];
    const sure = new Set(blocks.filter((block) => block !== title && isQuestion(block)));
    const openings = openingsInside(blocks, sure);
    const asking = blocks.filter((block) => sure.has(block) || openings.get(block) === "interviewer's");
    const parts = readTurns(blocks, { questions: new Map(asking.map((block) => [block, block.words] as const)), guest, beginsAnswer: () => true });
    return parts.map((each) => (each.blocks.some((block) => openings.has(block as LabelledBlock)) ? withDoubt(each) : each));
  },
};

function isQuestion({ speaker, fenced, words }: LabelledBlock): boolean {
  return speaker === undefined && !fenced && words.length <= LONGEST && asks(words);
}

/** Of the paragraphs between the first question and the last that carry on an answer: whose each is that begins with a question. */
function openingsInside(blocks: LabelledBlock[], sure: ReadonlySet<LabelledBlock>): Map<LabelledBlock, Opening> {
  const last = blocks.findLastIndex((block) => sure.has(block));
  const openings = new Map<LabelledBlock, Opening>();
  let paragraphs: number | undefined;
  for (const [index, block] of blocks.slice(0, Math.max(0, last)).entries()) {
    const next = blocks[index + 1];
    if (sure.has(block)) paragraphs = 0;
    else if (paragraphs !== undefined) {
      const isPlain = block.speaker === undefined && !block.fenced && block.words.length <= LONGEST;
      const opening = isPlain && paragraphs > 0 && next !== undefined && !sure.has(next) ? openingOf(block.words) : undefined;
      if (opening !== undefined) openings.set(block, opening);
      paragraphs = opening === "interviewer's" ? 0 : paragraphs + 1;
    }
  }
  return openings;
}

function withDoubt(each: Part): Part {
  if (each.role === "question") return { ...each, doubt: "begins with a question, and goes on; taken for one" };
  return each.role === "continuation" ? { ...each, doubt: "begins with a question; taken for a part of the answer" } : each;
}
