import type { Block } from "./blocks.ts";
import type { Cast } from "./cast.ts";
import { isLittleWord, readLabel } from "./labels.ts";
import { asks } from "./lines.ts";
import { isHeading, part, runsAboveAnswers, type LabelledBlock, type Part } from "./parts.ts";

/** The blocks of a transcript file with their speakers. */
export interface DeclaredReading {
  cast: Cast;
  blocks: LabelledBlock[];
  /** Labels that stand alone on their lines. */
  apart: Part[];
}

/** Whom an answer in a transcript file is by. */
export function boldLabel(name: string): string {
  return `**${name}:**`;
}

/** Whether words that carry on an answer look as if somebody else began to speak. */
export function isTakenForLabel(words: string): boolean {
  const label = readLabel(words);
  return label !== undefined && label.colon && !isLittleWord(label.name);
}

/**
 * Reads the labels of a file that is in our own form beyond doubt, so that no words in it can be taken for anything else. It is when
 * its front matter lists the speakers, headings stand above answers in bold labels with these very names, and nothing
 * without a mark looks like a label or like a question above an answer; what begins with a backslash has a mark.
 * @returns undefined when it may be written down in another way.
 */
export function readDeclaredLabels(written: Block[], declared: string[]): DeclaredReading | undefined {
  if (declared.length === 0) return undefined;
  const labelled = written.map((block) => withSpeaker(block, declared));
  const firstAnswer = labelled.findIndex(({ speaker }) => speaker !== undefined);
  if (!labelled.slice(0, Math.max(0, firstAnswer)).some(isHeading)) return undefined;
  if (labelled.some((block) => isPlain(block) && isTakenForLabel(block.text))) return undefined;
  if (runsAboveAnswers(labelled).some((run) => !run.some(isHeading) && isAsking(run.at(-1)))) return undefined;
  const { blocks, apart } = withoutLoneLabels(labelled);
  const used = new Set(labelled.flatMap(({ speaker }) => speaker ?? []));
  const labels = new Map(declared.filter((name) => used.has(name)).map((name) => [name, name] as const));
  return { blocks, apart, cast: { labels, askers: new Set(), guest: declared[0] ?? "", isGuestNamed: true } };
}

function withSpeaker(block: Block, declared: string[]): LabelledBlock {
  const speaker = block.fenced || !block.text.startsWith("**") ? undefined : declared.find((name) => block.text.startsWith(boldLabel(name)));
  return { ...block, speaker, words: speaker === undefined ? block.text : block.text.slice(boldLabel(speaker).length).trim() };
}

/** A label alone on its line is of the block below it. */
function withoutLoneLabels(labelled: LabelledBlock[]): { blocks: LabelledBlock[]; apart: Part[] } {
  const blocks: LabelledBlock[] = [];
  const apart: Part[] = [];
  let speakerAbove: string | undefined;
  for (const block of labelled) {
    if (block.speaker !== undefined && block.words === "") {
      apart.push(part("label", { ...block, words: block.text }));
      speakerAbove = block.speaker;
    } else {
      blocks.push({ ...block, speaker: block.speaker ?? speakerAbove });
      speakerAbove = undefined;
    }
  }
  return { blocks, apart };
}

/** Whether a block begins with no mark at all. */
function isPlain({ speaker, fenced, text }: LabelledBlock): boolean {
  return speaker === undefined && !fenced && !/^[#>\\]/.test(text);
}

function isAsking(block: LabelledBlock | undefined): boolean {
  return block !== undefined && isPlain(block) && asks(block.text);
}
