import { findAskers } from "./askers.ts";
import type { Block } from "./blocks.ts";
import { readByline } from "./bylines.ts";
import { readTranslationCredit } from "./credits.ts";
import { withoutMarks } from "./emphasis.ts";
import type { FrontMatter } from "./frontMatter.ts";
import { fullNamesIn } from "./fullNames.ts";
import type { LabelledLine } from "./labelling.ts";
import { NUMBERED_LETTER } from "./labels.ts";
import { asks, isCaption } from "./lines.ts";
import { naturalCase } from "./names.ts";
import { NotAnInterview } from "./notAnInterview.ts";
import { isCopyright } from "./notices.ts";
import { numberBehind, numbersCountAnswers, withoutNumber } from "./numberedAnswers.ts";
import { part, type LabelledBlock, type Part } from "./parts.ts";
import { sidesOf, unnamedGuest, type Side } from "./sides.ts";
import { isFullName, resolveSpeakers } from "./speakers.ts";
import type { Warning } from "./warnings.ts";
import { bareWords } from "./words.ts";

/** Who speaks in a text. */
export interface Cast {
  /** The full name that each label stands for. */
  labels: Map<string, string>;
  /** Those of them who ask. */
  askers: ReadonlySet<string>;
  /** Who answers where no label says so. */
  guest: string;
  /** Whether the text says of the guest that it is he. */
  isGuestNamed: boolean;
}

/** A text whose labels are understood. */
export interface CastReading {
  cast: Cast;
  blocks: LabelledBlock[];
  /** Labels that stand alone on their lines. */
  apart: Part[];
  warnings: Warning[];
}

/** Titles and introductions are no longer than this, in blocks. */
const LONGEST_HEADER = 20;

/**
 * Finds out who speaks behind each label, who asks, and who answers where no label says so.
 * @throws NotAnInterview when a name in bold or capitals is not among the speakers that the front matter lists.
 */
export function readCast(lines: LabelledLine[], frontMatter: FrontMatter): CastReading {
  const written = lines.flatMap(({ label }) => label ?? []);
  const sides = sidesOf(written.map(({ name }) => name));
  const header = headerOf(lines);
  const introduced = [frontMatter.title ?? "", frontMatter.interviewer ?? "", ...frontMatter.guests, ...header.map((text) => naturalCase(text))];
  const texts = [...introduced, ...lines.flatMap(({ block, label }) => (label !== undefined || isCopyright(block.text) ? [] : block.text))];
  const bylines = [...header.flatMap((text) => creditedIn(text)), ...(frontMatter.interviewer === undefined ? [] : [frontMatter.interviewer])];
  const labels = resolveSpeakers(written.filter(({ name }) => !sides.has(name)), frontMatter.speakers, texts);
  const guest = guestOf(frontMatter, [frontMatter.title ?? "", ...header], bylines);
  const isOne = numbersCountAnswers(written.map(({ name }) => name), sides);
  for (const [label, side] of sides) {
    if (side === "asks") labels.set(label, label.replace(NUMBERED_LETTER, "$1"));
    else if (numberBehind(label) !== undefined && !isOne) labels.set(label, label);
    else labels.set(label, guest ?? withoutNumber(label));
  }

  const { blocks, apart } = label(lines, labels);
  const sideOfSpeaker = new Map([...sides].flatMap(([name, side]): [string, Side][] => [[labels.get(name) ?? name, side]]));
  const askers = findAskers(blocks, sideOfSpeaker, frontMatter, bylines);
  for (const block of blocks) if (block.speaker !== undefined) block.asks = askers.has(block.speaker);
  checkDeclared(lines, labels, askers, sides, frontMatter.speakers);
  const cast: Cast = { labels, askers, guest: guest ?? soleAnswerer(labels, askers) ?? unnamedGuest, isGuestNamed: guest !== undefined };
  return { cast, blocks, apart, warnings: warningsAbout(lines, labels, askers, frontMatter.speakers) };
}

/** The texts above the first label or question, the title among them. */
function headerOf(lines: LabelledLine[]): string[] {
  const end = lines.findIndex(({ block, label }, index) => label !== undefined || (index > 0 && asks(withoutMarks(block.text))));
  return lines.slice(0, Math.min(end < 0 ? lines.length : end, LONGEST_HEADER)).map(({ block }) => withoutMarks(block.text));
}

/** Who asks by a line's byline: a name, and the publication. */
function creditedIn(text: string): string[] {
  const { interviewer, publication } = readByline(text) ?? {};
  return [interviewer, publication].flatMap((name) => name ?? []);
}

/** Who was interviewed, as the front matter, the title or the introduction says. */
function guestOf(frontMatter: FrontMatter, header: string[], bylines: string[]): string | undefined {
  const listed = [...frontMatter.speakers, ...frontMatter.guests];
  if (listed.length > 0) return listed.length === 1 ? listed[0] : undefined;
  const writers = new Set(bylines.map((name) => bareWords(name)));
  const texts = header.filter((text) => !isCaption(text) && readByline(text) === undefined && readTranslationCredit(text) === undefined);
  return fullNamesIn(texts.map((text) => naturalCase(text))).find(({ name }) => !writers.has(bareWords(name)))?.name;
}

function soleAnswerer(labels: ReadonlyMap<string, string>, askers: ReadonlySet<string>): string | undefined {
  const answerers = [...new Set(labels.values())].filter((name) => !askers.has(name));
  return answerers.length === 1 ? answerers[0] : undefined;
}

/** Gives blocks their speakers. A label alone on its line is of the block below it. */
function label(lines: LabelledLine[], labels: ReadonlyMap<string, string>): { blocks: LabelledBlock[]; apart: Part[] } {
  const blocks: LabelledBlock[] = [];
  const apart: Part[] = [];
  let speakerAbove: string | undefined;
  for (const { block, label } of lines) {
    const speaker = label && labels.get(label.name);
    if (label !== undefined && speaker !== undefined && label.words === "") {
      apart.push(part("label", { ...block, words: block.text }));
      speakerAbove = speaker;
      continue;
    }
    if (label !== undefined && speaker !== undefined) blocks.push({ ...block, speaker, words: label.words });
    else if (speakerAbove !== undefined) blocks.push({ ...block, speaker: speakerAbove, words: block.text });
    else blocks.push({ ...block, words: block.fenced ? block.text : withoutMarks(block.text) });
    speakerAbove = undefined;
  }
  return { blocks, apart };
}

/** A name misspelt while correcting a file must not become part of the answer above it. */
function checkDeclared(
  lines: LabelledLine[],
  labels: ReadonlyMap<string, string>,
  askers: ReadonlySet<string>,
  sides: ReadonlyMap<string, Side>,
  declared: string[],
): void {
  if (declared.length === 0) return;
  for (const { block, label } of lines) {
    if (label === undefined || !label.marked || !label.colon || sides.has(label.name)) continue;
    // A heading may be a question that is but a word and a colon.
    if (/^#{1,6}\s/.test(block.text)) continue;
    const speaker = labels.get(label.name) ?? "";
    if (declared.includes(speaker) || askers.has(speaker)) continue;
    throw new NotAnInterview(`"${label.name}" is not among the speakers of the front matter.`, { line: firstLine(block) });
  }
}

/** What was guessed about labels, each where it first stands. */
function warningsAbout(lines: LabelledLine[], labels: ReadonlyMap<string, string>, askers: ReadonlySet<string>, declared: string[]): Warning[] {
  const warnings: Warning[] = [];
  const seen = new Set<string>();
  for (const { block, label } of lines) {
    if (label === undefined || seen.has(label.name)) continue;
    seen.add(label.name);
    const speaker = labels.get(label.name);
    const line = firstLine(block);
    const key = bareWords(label.name);
    if (speaker === undefined) {
      if (label.marked && label.colon) warnings.push({ line, message: `"${label.name}" is no speaker that the text knows; left where it stands` });
    } else if (askers.has(speaker) || declared.includes(speaker)) continue;
    else if (!isFullName(speaker)) warnings.push({ line, message: `nobody says who "${label.name}" is` });
    else if (!bareWords(speaker).split(" ").includes(key.split(" ").at(-1) ?? "")) {
      warnings.push({ line, message: `"${label.name}" was never introduced; taken for ${speaker}` });
    }
  }
  return warnings;
}

function firstLine({ lines }: Block): number | undefined {
  return lines[0];
}
