import type { Block } from "./blocks.ts";
import { fullNamesIn } from "./fullNames.ts";
import { isLittleWord, NUMBERED_LETTER, readLabel, type Label } from "./labels.ts";
import { sidesOf } from "./sides.ts";
import { initialsOf, MOST_TEXTS } from "./speakers.ts";
import { bareWords } from "./words.ts";

/** A block with the label that it begins with, if it does. */
export interface LabelledLine {
  block: Block;
  label?: Label;
}

const FEWEST_TURNS = 2;
/** A name and a colon inside a paragraph: how far back from the colon the name may begin. */
const LONGEST_INSIDE = 60;
/** What a sentence ends with, and what may stand between that and the next speaker's name. */
const SENTENCE_END = /[.!?…"”»')\]*_—–]\s{1,3}|[。！？]\s{0,3}/gu;
/** The stops of these are in a name and end no sentence. */
const BEFORE_NAME = /(?:^|\s)(?<word>(?:mrs?|ms|dr|prof|st|\p{Lu})\.\s{1,3})$/iu;
const LETTER_INSIDE = /(?<=[.!?…—–"”»')\]]\s{1,3})[\p{Lu}]\d{0,3}\.(?=\s)/gu;

/** The blocks of a text, each with what looks like a label at its beginning. */
export function labelledLines(blocks: Block[]): LabelledLine[] {
  return blocks.map((block) => ({ block, label: block.fenced ? undefined : readLabel(block.text) }));
}

/**
 * Of what looks like labels, those that are. A name followed by a colon may always be one. A name without a colon counts when
 * it comes again and again, as one of several or with words beside it, and more often than names with a colon; so do
 * handles; and a letter with a stop ("Q.") when its counterpart is there. A little word in capitals ("SO:") counts when it is
 * somebody's initials.
 * @param people Full names that are known of the text beforehand.
 */
export function findLabels(looking: LabelledLine[], people: string[]): LabelledLine[] {
  const lines = withoutLittleWords(looking, people);
  const recurring = new Map<Kind, Map<string, number>>();
  for (const { label } of lines) {
    if (label === undefined) continue;
    const [kind, name] = [kindOf(label), keyOf(label)];
    const names = recurring.get(kind) ?? new Map<string, number>();
    names.set(name, (names.get(name) ?? 0) + 1);
    recurring.set(kind, names);
  }
  const turns = (kind: Kind): number[] => [...(recurring.get(kind)?.values() ?? [])].filter((count) => count >= FEWEST_TURNS);
  const total = (kind: Kind): number => turns(kind).reduce((sum, count) => sum + count, 0);
  const counts = (kind: Kind): boolean => {
    if (kind === "colon") return true;
    if (kind === "letter") return total(kind) > 0;
    return total(kind) > total("colon") && (kind === "beside" ? total(kind) > FEWEST_TURNS : turns(kind).length > 1);
  };
  const kinds = new Set([...recurring.keys()].filter((kind) => counts(kind)));
  const sides = sidesOf(lines.flatMap(({ label }) => label?.name ?? []));
  return lines.map((line) => {
    const { block, label } = line;
    if (label === undefined) return line;
    const kind = kindOf(label);
    if (!kinds.has(kind) || ((kind === "letter" || NUMBERED_LETTER.test(label.name)) && !sides.has(label.name))) return { block };
    return kind === "colon" || (recurring.get(kind)?.get(keyOf(label)) ?? 0) >= FEWEST_TURNS ? line : { block };
  });
}

/**
 * Cuts blocks in which one speaker follows another: "LANE: By ferry. BRANDT: Third." becomes two. Inside a paragraph
 * a label counts behind the end of a sentence, when it is in capitals or bold, or known from the beginnings of lines, and
 * stands in the text more than once.
 * @param looking The blocks with what looks like a label.
 * @param labelled The same with their labels.
 * @returns All that there is then, again with what looks like a label.
 */
export function splitRunOn(looking: LabelledLine[], labelled: LabelledLine[]): LabelledLine[] {
  const known = new Set(labelled.flatMap(({ label }) => (label === undefined ? [] : bareWords(label.name))));
  const letters = labelled.some(({ label }) => label !== undefined && kindOf(label) === "letter");
  const counts = new Map<string, number>();
  const add = (name: string): void => void counts.set(name, (counts.get(name) ?? 0) + 1);
  for (const { label } of labelled) if (label !== undefined) add(bareWords(label.name));
  const inside = looking.map(({ block }) => (block.fenced ? [] : labelsInside(block.text, letters)));
  const sides = sidesOf([...known, ...inside.flat().map(({ label }) => label.name)]);
  const mayCount = ({ label }: Inside): boolean => (label.colon ? (label.marked && !isLittleWord(label.name)) || known.has(bareWords(label.name)) : sides.has(label.name));
  const found = inside.map((labels) => labels.filter(mayCount));
  for (const { label } of found.flat()) add(bareWords(label.name));
  return looking.flatMap((line, index) => {
    const { block } = line;
    const cuts = (found[index] ?? []).filter(({ label }) => (counts.get(bareWords(label.name)) ?? 0) >= FEWEST_TURNS).map(({ place }) => place);
    if (cuts.length === 0) return line;
    const places = [0, ...cuts, block.text.length];
    return labelledLines(
      places.slice(1).map((end, piece) => ({
        ...block,
        text: block.text.slice(places[piece], end).trim(),
        afterBlank: piece > 0 || block.afterBlank,
      })),
    );
  });
}

/** The lines, with no little word for a label that is not the initials of somebody whom the text or its labels name. */
function withoutLittleWords(lines: LabelledLine[], people: string[]): LabelledLine[] {
  if (!lines.some(({ label }) => label !== undefined && isLittleWord(label.name))) return lines;
  const texts = lines.flatMap(({ block, label }) => (label === undefined ? block.text : [])).slice(0, MOST_TEXTS);
  const labels = lines.flatMap(({ label }) => label?.name ?? []);
  const initials = initialsOf([...people, ...labels, ...fullNamesIn(texts).map(({ name }) => name)]);
  return lines.map((line) => {
    const isNobody = line.label !== undefined && isLittleWord(line.label.name) && initials.get(bareWords(line.label.name)) === undefined;
    return isNobody ? { block: line.block } : line;
  });
}

type Kind = "colon" | "letter" | "lone" | "beside" | "handle";

function kindOf(label: Label): Kind {
  if (label.handle) return "handle";
  if (label.colon) return "colon";
  if (/^\p{Lu}\d{0,3}$/u.test(label.name)) return "letter";
  return label.words === "" ? "lone" : "beside";
}

/** What a label has in common with those of the same person: "A1" and "A2" are one. */
function keyOf({ name }: Label): string {
  return bareWords(name.replace(NUMBERED_LETTER, "$1"));
}

interface Inside {
  /** Where in the text it begins. */
  place: number;
  label: Label;
}

/** What may be a label behind the end of a sentence: a name and a colon, or a letter and a stop. */
function labelsInside(text: string, letters: boolean): Inside[] {
  const found: Inside[] = [];
  const take = (place: number): void => {
    const label = place > 0 ? readLabel(text.slice(place, place + 2 * LONGEST_INSIDE)) : undefined;
    if (label !== undefined && label.words !== "" && !label.handle && (label.colon || (letters && kindOf(label) === "letter"))) found.push({ place, label });
  };
  for (const { index: colon } of text.matchAll(/[:：]/g)) take(nameBefore(text, colon));
  if (letters) for (const { index } of text.matchAll(LETTER_INSIDE)) take(index);
  return found.sort((one, other) => one.place - other.place);
}

/** Where the name in front of a colon would begin, if it is one. */
function nameBefore(text: string, colon: number): number {
  const from = Math.max(0, colon - LONGEST_INSIDE);
  const end = [...text.slice(from, colon).matchAll(SENTENCE_END)].at(-1);
  if (end === undefined) return -1;
  const place = from + end.index + end[0].length;
  const honorific = BEFORE_NAME.exec(text.slice(from, place))?.groups?.["word"];
  return honorific === undefined ? place : place - honorific.length;
}
