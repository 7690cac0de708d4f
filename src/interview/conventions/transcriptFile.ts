import { isLeftover } from "../lines.ts";
import { isHeading, part, runsAboveAnswers, type Convention, type LabelledBlock, type Part, type Role } from "../parts.ts";

/**
 * The Markdown of our own transcript files:
 *
 *     ### How did you two meet?
 *
 *     **Ada Lane:** On a ferry.
 *
 *     A paragraph without a mark carries on what stands above it.
 *
 *     > A pull quote, where the editors set it
 *
 *     ![The caption of a picture]()
 *
 * Before the first question it is the introduction. Lines without an empty one between them are one paragraph.
 *
 * Only the mark at the beginning of a line means anything; what follows is taken word for word, stars and brackets
 * too. A paragraph whose own words begin like a mark gets a backslash in front: `\> so he typed`, and it is dropped. A backslash alone
 * before any other paragraph does no harm; see declaredLabels.ts for when it is needed to leave no doubt.
 */
export const transcriptFile: Convention = {
  name: "headings over labelled answers",

  evidence(blocks) {
    return runsAboveAnswers(blocks).filter((run) => run.some(isHeading)).length;
  },

  read(blocks) {
    const parts: Part[] = [];
    const asking = headingsThatAsk(blocks);
    // What a plain paragraph is: it carries on what was last begun.
    let plain: Role = "introduction";
    let previous: LabelledBlock | undefined;
    for (const block of blocks) {
      const role = asking.has(block) ? "question" : roleByMark(block, previous === undefined);
      if (role === "question") plain = "question";
      if (role === "answer") plain = "continuation";
      const words = withoutMark(block);
      const above = parts.at(-1);
      if (above !== undefined && previous !== undefined && isSameParagraph(previous, block)) {
        above.blocks.push(block);
        above.words += ` ${words}`;
      } else parts.push(part(role ?? plain, block, words));
      previous = block;
    }
    return parts;
  },
};

const HEADING_MARK = /^#{1,6}\s+/;

/** A heading asks when an answer comes before the next heading. */
function headingsThatAsk(blocks: LabelledBlock[]): Set<LabelledBlock> {
  const asking = new Set<LabelledBlock>();
  let last: LabelledBlock | undefined;
  for (const block of blocks) {
    if (isHeading(block)) last = block;
    else if (block.speaker !== undefined && last !== undefined) asking.add(last);
  }
  return asking;
}

/** The role that the beginning of a line gives; undefined for a plain paragraph. */
function roleByMark(block: LabelledBlock, isFirst: boolean): Role | undefined {
  if (block.speaker !== undefined) return "answer";
  if (isEscaped(block)) return undefined;
  if (isPullQuote(block)) return "pull quote";
  if (isFirst && isTitle(block)) return "title";
  if (isHeading(block)) return "leftover";
  if (isCaption(block)) return "caption";
  return block.fenced || isLeftover(block.text) ? "leftover" : undefined;
}

/** Whether a line goes on in the next: both of a pull quote, or plain words under plain words or an answer's first line. */
function isSameParagraph(previous: LabelledBlock, block: LabelledBlock): boolean {
  if (block.afterBlank) return false;
  if (isPullQuote(previous)) return isPullQuote(block);
  const isWords = (each: LabelledBlock): boolean => !isHeading(each) && !isTitle(each) && !isPullQuote(each) && !isCaption(each) && roleByMark(each, false) !== "leftover";
  return isWords(previous) && isWords(block) && block.speaker === undefined;
}

function isTitle(block: LabelledBlock): boolean {
  return !block.fenced && /^#\s/.test(block.text);
}

function isPullQuote(block: LabelledBlock): boolean {
  return !block.fenced && block.text.startsWith(">");
}

function isCaption(block: LabelledBlock): boolean {
  return !block.fenced && block.text.startsWith("![") && block.text.endsWith("]()") && block.text.slice(2, -3).trim() !== "";
}

/** Whether a paragraph says that it begins with words and no mark. */
function isEscaped(block: LabelledBlock): boolean {
  return !block.fenced && block.text.startsWith("\\");
}

function withoutMark(block: LabelledBlock): string {
  if (block.speaker !== undefined || block.fenced) return block.words;
  if (isEscaped(block)) return block.text.slice(1);
  if (isPullQuote(block)) return block.text.slice(1).trim();
  if (isCaption(block)) return block.text.slice(2, -3).trim();
  return block.text.replace(HEADING_MARK, "");
}
