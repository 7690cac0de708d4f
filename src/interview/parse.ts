import { assemble } from "./assemble.ts";
import { blocksOf, linesOf } from "./blocks.ts";
import { conventions } from "./conventions/index.ts";
import { checkEvidence } from "./evidence.ts";
import { readInterviewFields, type FrontMatter } from "./frontMatter.ts";
import type { Interview } from "./interview.ts";
import { readLabel, type Label } from "./labels.ts";
import { NotAnInterview } from "./notAnInterview.ts";
import type { LabelledBlock, Part } from "./parts.ts";
import { resolveSpeakers } from "./speakers.ts";
import { joinWrapped } from "./wrapped.ts";

/** A text with the role of each of its lines. */
export interface Reading {
  parts: Part[];
  frontMatter: FrontMatter;
  /** The full name that each label stands for. */
  labels: Map<string, string>;
}

/**
 * Reads a published interview, or a transcript file of ours. Time grows with the length of the text and no faster.
 * @param text Any text at all; line ends, byte-order mark and non-breaking spaces as they come.
 * @throws NotAnInterview, and nothing else, with one sentence that says what is missing or what to mend on which line.
 */
export function parseInterview(text: string): Interview {
  const { parts, frontMatter, labels } = readParts(text);
  const interview = assemble(parts, frontMatter, labels);
  checkEvidence(interview, frontMatter.speakers.length > 0);
  return interview;
}

/**
 * Gives every line its role: lines to blocks (one a paragraph), labels to speakers, and then the convention that finds most answers.
 * @throws NotAnInterview when the text is empty, its front matter is broken, or nobody is labelled.
 */
export function readParts(text: string): Reading {
  const lines = linesOf(text);
  const { fields: frontMatter, lineCount } = readInterviewFields(lines);
  const blocks = joinWrapped(blocksOf(lines, lineCount));
  if (blocks.length === 0) throw new NotAnInterview("The text is empty.");

  const labelOf = blocks.map((block) => (block.fenced ? undefined : readLabel(block.text)));
  const texts = blocks.flatMap(({ text: line }, index) => (labelOf[index] === undefined ? line : []));
  const labels = resolveSpeakers(labelOf.flatMap((label) => label ?? []), frontMatter.speakers, texts);
  if (labels.size === 0) throw new NotAnInterview("No interview: no answer begins with its speaker's name and a colon.");

  const labelled = blocks.map((block, index) => labelledBlock(block, labelOf[index], labels, frontMatter.speakers));
  const best = conventions.map((convention) => ({ convention, evidence: convention.evidence(labelled) })).reduce((a, b) => (b.evidence > a.evidence ? b : a));
  const parts = best.convention.read(labelled);
  if (lineCount > 0) {
    const front = blocksOf(lines.slice(0, lineCount));
    parts.unshift({ role: "front matter", blocks: front, words: front.map((block) => block.text).join("\n") });
  }
  return { parts, frontMatter, labels };
}

function labelledBlock(
  block: LabelledBlock | Omit<LabelledBlock, "words">,
  label: Label | undefined,
  labels: ReadonlyMap<string, string>,
  declared: string[],
): LabelledBlock {
  const speaker = label && labels.get(label.name);
  // A name misspelt while correcting a file must not become part of the answer above it.
  if (label?.marked && declared.length > 0 && (speaker === undefined || !declared.includes(speaker))) {
    throw new NotAnInterview(`Line ${block.line}: "${label.name}" is not among the speakers of the front matter.`);
  }
  return speaker === undefined || label === undefined ? { ...block, words: block.text } : { ...block, speaker, words: label.words };
}
