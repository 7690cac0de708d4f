import { assemble } from "./assemble.ts";
import type { Block } from "./blocks.ts";
import { checkCount } from "./bounds.ts";
import { readCast, type Cast } from "./cast.ts";
import { conventions } from "./conventions/index.ts";
import { transcriptFile } from "./conventions/transcriptFile.ts";
import { readDeclaredLabels } from "./declaredLabels.ts";
import { withoutPrintersMarks } from "./directions.ts";
import { checkEvidence, confidenceIn } from "./evidence.ts";
import { readSource } from "./formats/source.ts";
import type { FrontMatter } from "./frontMatter.ts";
import type { Interview } from "./interview.ts";
import { findLabels, labelledLines, type LabelledLine } from "./labelling.ts";
import { splitLeadingQuestions } from "./leadingQuestions.ts";
import { NotAnInterview } from "./notAnInterview.ts";
import type { Convention, LabelledBlock, Part } from "./parts.ts";
import { splitRunOn } from "./runOn.ts";
import { countStops } from "./sentences.ts";
import { withoutBracketedTimeCode } from "./timeCodes.ts";
import type { Warning } from "./warnings.ts";

const NOTHING_FOUND = "No interview: no answer begins with its speaker's name and a colon, and no questions are set apart from their answers.";

const COLON = /[:：]/g;

/** What the parser understood of a text, and how sure it is. */
export interface Reading {
  interview: Interview;
  /** The way it is written down: "labelled answers under unlabelled questions". */
  convention: string;
  /** From 0 to 1: how well the text fits that convention. */
  confidence: number;
  /** In the order of their lines. */
  warnings: Warning[];
  /** The role of every line that has something on it, in order. */
  parts: Part[];
  /** The lines that warnings and parts count from 1: those of the file, or of a page's text. */
  lines: string[];
}

/**
 * Reads a published interview, or a transcript file of ours. Time grows with the length of the text and no faster.
 * @param text Any text at all; line ends, byte-order mark and non-breaking spaces as they come.
 * @throws NotAnInterview, and nothing else, with one sentence that says what is missing or what to mend on which line.
 */
export function parseInterview(text: string): Interview {
  return readTranscript(text).interview;
}

/**
 * Reads a published interview and tells how: its convention, the confidence, the warnings, the role of every line.
 *
 * Lines to blocks (one a paragraph), labels to speakers, and then the convention that finds most answers gives every block
 * its role. A file of our own form is read by its marks alone.
 * @throws NotAnInterview as parseInterview does.
 */
export function readTranscript(text: string): Reading {
  const { lines, frontMatter, blocks: written, apart: around } = readSource(text);
  if (written.length === 0) throw new NotAnInterview("The text is empty.");

  checkCount(written.length, "paragraphs");
  checkCount(written.reduce((sum, { text: words }) => sum + countStops(words), 0), "sentences");
  // Each may stand behind a label, and before it a paragraph may be cut.
  checkCount(written.reduce((sum, { text: words }) => sum + (words.match(COLON)?.length ?? 0), 0), "colons");
  const declared = readDeclaredLabels(written, frontMatter.speakers);
  const { cast, blocks, apart, warnings } = declared === undefined ? readCast(turnsIn(written, frontMatter), frontMatter) : { ...declared, warnings: [] };
  const convention = declared === undefined ? mostEvident(blocks) : transcriptFile;
  const marked = convention.read(blocks, cast.guest);
  // In our own form stars are words; elsewhere they are the printer's, and have now said who asks.
  const read = declared === undefined ? marked.map((each) => ({ ...each, words: withoutPrintersMarks(each) })) : marked;
  const interview = assemble(read, frontMatter, cast);
  checkEvidence(interview, cast, frontMatter.speakers.length > 0);

  const parts = [...around, ...apart, ...read].toSorted((one, other) => lineOf(one) - lineOf(other));
  // The first answer that is given to somebody whom no label names.
  const guess = new Set(cast.labels.values()).has(cast.guest) ? undefined : read.find(({ role, speaker }) => role === "answer" && speaker === cast.guest);
  const doubts = [...(guess === undefined ? [] : [{ ...guess, doubt: guessAbout(cast) }]), ...parts].flatMap(({ doubt, blocks: [block] }) => (doubt === undefined ? [] : { line: block?.lines[0], message: doubt }));
  return {
    interview,
    convention: convention.name,
    confidence: confidenceIn(interview, parts),
    warnings: [...warnings, ...doubts].toSorted((one, other) => (one.line ?? 0) - (other.line ?? 0)),
    parts,
    lines,
  };
}

/** The convention that finds most answers. */
function mostEvident(blocks: LabelledBlock[]): Convention {
  const found = conventions.map((convention) => ({ convention, evidence: convention.evidence(blocks) }));
  const { convention, evidence } = found.reduce((one, other) => (other.evidence > one.evidence ? other : one));
  if (evidence === 0) throw new NotAnInterview(NOTHING_FOUND);
  return convention;
}

/** Turns with their labels. A block may hold more than one; in a file whose front matter lists its speakers a line is one turn. */
function turnsIn(blocks: Block[], frontMatter: FrontMatter): LabelledLine[] {
  const people = namesIn(frontMatter);
  if (frontMatter.speakers.length > 0) return findLabels(labelledLines(blocks), people);
  const bare = blocks.map((block) => {
    const text = block.fenced ? block.text : withoutBracketedTimeCode(block.text);
    return text === block.text ? block : { ...block, text };
  });
  const lines = labelledLines(splitLeadingQuestions(bare));
  const turns = splitRunOn(lines, findLabels(lines, people));
  checkCount(turns.length, "paragraphs");
  return findLabels(turns, people);
}

function namesIn({ speakers, guests, interviewer }: FrontMatter): string[] {
  return [...speakers, ...guests, ...(interviewer === undefined ? [] : [interviewer])];
}

function guessAbout({ guest, isGuestNamed }: Cast): string {
  return isGuestNamed ? `no label says who answers; taken for ${guest}` : `nobody is named who answers; called "${guest}"`;
}

function lineOf({ blocks }: Part): number {
  return blocks[0]?.lines[0] ?? 0;
}
