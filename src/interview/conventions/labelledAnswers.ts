import { isBold } from "../emphasis.ts";
import { isInterviewers, opensAsPrompt } from "../questions.ts";
import { asks, isShortAndOpen } from "../lines.ts";
import { readByline } from "../bylines.ts";
import { readDate } from "../dates.ts";
import { namesIn, readEnd } from "../endNotes.ts";
import { readHeader } from "../header.ts";
import { findOutsiders } from "../outsiders.ts";
import { inOrder, isHeading, part, runsAboveAnswers, type Convention, type LabelledBlock, type Part } from "../parts.ts";

/**
 * Questions without a label, each on a line of its own, and answers behind a speaker's label.
 *
 * What has no label and is no outsider (caption, credit, pull quote …) stands in a run between two labelled answers.
 * The last paragraph of the run is the question, if it is the interviewer's (questions.ts); every other one carries on
 * the answer before, as written. A paragraph all in bold is the interviewer's too. A short line that is no sentence is a caption, unless nothing else could be the question.
 * Above the first answer, the last paragraph is the first question and the rest is the header.
 */
export const labelledAnswers: Convention = {
  name: "labelled answers under unlabelled questions",

  evidence(blocks) {
    if (!blocks.some(({ speaker, asks: isAsker }) => speaker !== undefined && !isAsker)) return 0;
    const asked = runsAboveAnswers(blocks).filter((run) => !run.some(isHeading) && asks(run.at(-1)?.text ?? ""));
    // The plainest way of all with labels: what has no other mark is read like this.
    return Math.max(1, asked.length);
  },

  read(blocks) {
    const outsiders = findOutsiders(blocks);
    const parts: Part[] = [];
    let run: Item[] = [];
    let before: string | undefined;
    for (let index = 0; index < blocks.length; index++) {
      const block = blocks[index] as LabelledBlock;
      const outsider = outsiders.get(index);
      if (outsider !== undefined) {
        run.push({ outsider });
        index += outsider.blocks.length - 1;
      } else if (block.speaker === undefined) run.push({ block });
      else {
        parts.push(...(before === undefined ? readBeginning(run) : readBetween(run, before, block.speaker)), part("answer", block));
        run = [];
        before = block.speaker;
      }
    }
    const free = run.flatMap(({ block }) => block ?? []);
    return inOrder([...parts, ...run.flatMap(({ outsider }) => outsider ?? []), ...readEnd(free, namesIn(parts))], blocks);
  },
};

type Item = { outsider: Part; block?: undefined } | { outsider?: undefined; block: LabelledBlock };

function readBeginning(run: Item[]): Part[] {
  const free = run.flatMap(({ block }) => block ?? []);
  const last = free.at(-1);
  const isQuestion = last !== undefined && (asks(last.words) || opensAsPrompt(last.words) || (free.length > 1 && !readDate(last.words) && !readByline(last.words)));
  const roles = new Map(readHeader(isQuestion ? free.slice(0, -1) : free).map((each) => [each.blocks[0], each] as const));
  return run.map(({ outsider, block }) => outsider ?? roles.get(block) ?? part("question", block));
}

function readBetween(run: Item[], before: string, after: string): Part[] {
  const free = run.flatMap(({ block }) => block ?? []);
  const paragraphs = free.filter((block) => !isAside(block));
  const candidate = paragraphs.length > 0 || before !== after ? paragraphs.at(-1) : free.at(-1);
  const question = candidate && (isBold(candidate.text) || isInterviewers(candidate.words, before, after)) ? candidate : undefined;
  return run.map(({ outsider, block }) => {
    if (outsider !== undefined) return outsider;
    if (block === question) return part("question", block);
    return isAside(block) ? part("caption", block) : part("continuation", block, block.text);
  });
}

/** Whether a block is too short for a paragraph, and no prompt that lacks its full stop. */
function isAside({ words }: LabelledBlock): boolean {
  return isShortAndOpen(words) && !opensAsPrompt(words);
}
