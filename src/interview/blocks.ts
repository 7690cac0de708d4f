/** A paragraph, which is mostly one line that has something on it. */
export interface Block {
  /** The lines that it stands on, counted from 1: several when wrapped lines or captions were joined. */
  lines: number[];
  /** As written, without the white space around it. */
  text: string;
  /** Whether an empty line, or the beginning, comes before it. */
  afterBlank: boolean;
  /** Whether it stands in a fenced block of code. */
  fenced: boolean;
}

const LINE_END = /\r\n|\n|\r/;
/** White space (which counts non-breaking spaces and the byte-order mark) and characters of no width. */
const NOTHING_TO_SEE = /^[\s\u200b-\u200d\u2060]*$/;
const FENCE = /^(?:```|~~~)/;

/** The lines of a text, whatever ends them. */
export function linesOf(text: string): string[] {
  return text.split(LINE_END);
}

/**
 * The blocks of a text, in order.
 * @param lines All lines of the text.
 * @param from How many lines to pass over at the beginning (the front matter).
 */
export function blocksOf(lines: string[], from = 0): Block[] {
  const blocks: Block[] = [];
  let afterBlank = true;
  let fence: string | undefined;
  for (const [index, line] of lines.entries()) {
    if (index < from) continue;
    if (NOTHING_TO_SEE.test(line)) {
      afterBlank = true;
      continue;
    }
    const text = line.trim();
    const mark = FENCE.exec(text)?.[0];
    blocks.push({ lines: [index + 1], text, afterBlank, fenced: fence !== undefined || mark !== undefined });
    if (fence === undefined) fence = mark;
    else if (mark === fence) fence = undefined;
    afterBlank = false;
  }
  return blocks;
}
