import type { Block } from "../blocks.ts";
import { withoutMarks } from "../emphasis.ts";
import { namesIn, readEnd } from "../endNotes.ts";
import { readHeader } from "../header.ts";
import { isShortAndOpen } from "../lines.ts";
import { findOutsiders } from "../outsiders.ts";
import { inOrder, part, type Convention, type LabelledBlock, type Part } from "../parts.ts";
import { opensAsPrompt } from "../questions.ts";
import { doubtfulCaption } from "./readTurns.ts";

/**
 * Questions and answers behind labels: `NORA WHITFIELD: …` and `ADA LANE: …`, `Q:` and `A:`, the publication's name, several
 * interviewers and guests. What has no label carries on the turn above it.
 *
 * Where only the questions are labelled, what stands between two of them is the guest's answer.
 */
export const labelledTalk: Convention = {
  name: "labelled questions and answers",

  evidence(blocks) {
    const labelled = blocks.filter(({ speaker }) => speaker !== undefined);
    const answered = labelled.filter(({ asks }, index) => asks && labelled[index + 1]?.asks === false).length;
    return answered + answeredWithoutLabel(blocks).size;
  },

  read(blocks, guest) {
    const outsiders = findOutsiders(blocks);
    const outside = new Set<Block>([...outsiders.values()].flatMap((outsider) => outsider.blocks));
    const unlabelledAnswers = answeredWithoutLabel(blocks);
    const first = blocks.findIndex(({ speaker }) => speaker !== undefined);
    const last = blocks.findLastIndex(({ speaker }) => speaker !== undefined);
    const parts: Part[] = [...outsiders.values(), ...readHeader(blocks.slice(0, first).filter((block) => !outside.has(block)))];
    const tail: LabelledBlock[] = [];
    let asked = false;
    let turn: "question" | "answer" | undefined;
    for (const [index, block] of blocks.entries()) {
      if (index < first || outside.has(block)) continue;
      if (block.asks) {
        parts.push(part("question", block, withoutMarks(block.words)));
        [turn, asked] = ["question", true];
      } else if (block.speaker !== undefined) {
        parts.push(asked ? part("answer", block) : opening(block));
        turn = "answer";
      } else if (turn === "question" && unlabelledAnswers.has(block)) {
        parts.push({ ...part("answer", block, block.text), speaker: guest });
        turn = "answer";
      } else if (turn === "answer" && index > last && asked) tail.push(block);
      else parts.push(carryOn(block, turn === "answer" && asked));
    }
    return inOrder([...parts, ...readEnd(tail, namesIn(parts))], blocks);
  },
};

/** The unlabelled blocks with which answers begin: each the first one below a question that no labelled answer follows. */
function answeredWithoutLabel(blocks: LabelledBlock[]): Set<LabelledBlock> {
  const found = new Set<LabelledBlock>();
  if (blocks.some(({ asks }) => asks === false)) return found;
  for (const [index, block] of blocks.entries()) {
    const next = blocks[index + 1];
    if (block.asks && next !== undefined && next.speaker === undefined) found.add(next);
  }
  return found;
}

function carryOn(block: LabelledBlock, inAnswer: boolean): Part {
  if (isShortAndOpen(block.words) && !opensAsPrompt(block.words)) return doubtfulCaption(block);
  return inAnswer ? part("continuation", block, block.text) : part("question", block);
}

/** Words of greeting before anything is asked. */
function opening(block: LabelledBlock): Part {
  return { ...part("introduction", block), doubt: `${block.speaker} speaks before anything is asked; kept in the introduction` };
}
