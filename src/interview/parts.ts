import type { Block } from "./blocks.ts";

/** What a part of a transcript is. */
export type Role =
  | "front matter"
  | "markup"
  | "time code"
  | "label"
  | "publication"
  | "title"
  | "headline"
  | "byline"
  | "date"
  | "introduction"
  | "question"
  | "answer"
  | "continuation"
  | "caption"
  | "pull quote"
  | "credit"
  | "heading"
  | "stage direction"
  | "note"
  | "link"
  | "sponsor"
  | "navigation"
  | "leftover";

/** One or more lines that have one role together. Every line that has something on it belongs to a part. */
export interface Part {
  role: Role;
  blocks: Block[];
  /** The words alone, without label or mark. */
  words: string;
  /** Of an answer: the speaker's full name. */
  speaker?: string;
  /** Why the role may be wrong, as a sentence without its stop. */
  doubt?: string;
}

/** A block, and what is known of it before its role is. */
export interface LabelledBlock extends Block {
  /** Set when the block begins with a speaker's label. */
  speaker?: string;
  /** Whether that speaker is an interviewer. */
  asks?: boolean;
  /** The words behind the label; the whole text when there is none. */
  words: string;
}

/**
 * A way in which interviews are written down. To teach the parser another one, write another of these and add it to
 * the list in conventions/index.ts.
 */
export interface Convention {
  /** As members read it: "bold questions, answers without labels". */
  name: string;
  /** How many answers have a question above them that is marked as this convention marks questions: most wins. */
  evidence(blocks: LabelledBlock[]): number;
  /**
   * Gives every block its role, in order.
   * @param guest Who answers where no label says so.
   */
  read(blocks: LabelledBlock[], guest: string): Part[];
}

/** For each labelled answer that does not directly follow another: the unlabelled blocks above it, up to the last answer. */
export function runsAboveAnswers(blocks: LabelledBlock[]): LabelledBlock[][] {
  const runs: LabelledBlock[][] = [];
  let run: LabelledBlock[] = [];
  for (const block of blocks) {
    if (block.speaker === undefined) run.push(block);
    else if (run.length > 0) {
      runs.push(run);
      run = [];
    }
  }
  return runs;
}

const HEADING = /^#{2,6}\s/;

/** Whether a block is a Markdown heading below the title's. */
export function isHeading(block: LabelledBlock): boolean {
  return !block.fenced && HEADING.test(block.text);
}

/** A part of one block. */
export function part(role: Role, block: LabelledBlock, words = block.words): Part {
  return { role, blocks: [block], words, speaker: role === "answer" ? block.speaker : undefined };
}

/** Parts in the order of their blocks. */
export function inOrder(parts: Part[], blocks: LabelledBlock[]): Part[] {
  const partOf = new Map<Block, Part>();
  for (const each of parts) for (const block of each.blocks) partOf.set(block, each);
  return [...new Set(blocks.flatMap((block) => partOf.get(block) ?? []))];
}
