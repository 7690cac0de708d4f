import type { Block } from "./blocks.ts";
import { asks } from "./lines.ts";

const MARK = /^(?:\*{2,3}|_{2}|\*|_)(?=[^\s*_])/;
const LONGEST = 1000;
const FEWEST = 2;

/**
 * Cuts blocks that begin with an emphasised question and go on with its answer: "**How?** By ferry." becomes two. Only in a text
 * that has several of them.
 */
export function splitLeadingQuestions(blocks: Block[]): Block[] {
  const ends = blocks.map((block) => (block.fenced ? 0 : questionEnd(block.text)));
  if (ends.filter((end) => end > 0).length < FEWEST) return blocks;
  return blocks.flatMap((block, index) => {
    const end = ends[index] ?? 0;
    if (end === 0) return block;
    return [
      { ...block, text: block.text.slice(0, end).trim() },
      { ...block, text: block.text.slice(end).trim(), afterBlank: true },
    ];
  });
}

/** Where the emphasised question ends that a text begins with; 0 when it does not, or nothing follows. */
function questionEnd(text: string): number {
  const mark = MARK.exec(text)?.[0];
  if (mark === undefined) return 0;
  const close = text.slice(0, LONGEST).indexOf(mark, mark.length);
  const end = close + mark.length;
  if (close < 0 || !/^\s+\S/.test(text.slice(end, end + 8)) || !asks(text.slice(mark.length, close))) return 0;
  return end;
}
