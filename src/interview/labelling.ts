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

/** Fewer times, a name without a colon is no label, and neither is a name inside a paragraph. */
export const FEWEST_TURNS = 2;

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
  const turns = countTurns(lines);
  const kinds = labellingKinds(turns);
  const sides = sidesOf(lines.flatMap(({ label }) => label?.name ?? []));
  return lines.map((line) => (line.label === undefined || isSpeakers(line.label) ? line : { block: line.block }));

  function isSpeakers(label: Label): boolean {
    const kind = kindOf(label);
    if (!kinds.has(kind) || ((kind === "letter" || NUMBERED_LETTER.test(label.name)) && !sides.has(label.name))) return false;
    return kind === "colon" || (turns.get(kind)?.get(keyOf(label)) ?? 0) >= FEWEST_TURNS;
  }
}

/** The lines, with no little word for a label that is not the initials of somebody whom the text or its labels name. */
function withoutLittleWords(lines: LabelledLine[], people: string[]): LabelledLine[] {
  const names = lines.flatMap(({ label }) => label?.name ?? []);
  if (!names.some((name) => isLittleWord(name))) return lines;
  const texts = lines.flatMap(({ block, label }) => (label === undefined ? block.text : [])).slice(0, MOST_TEXTS);
  const initials = initialsOf([...people, ...names, ...fullNamesIn(texts).map(({ name }) => name)]);
  const isNobody = (name: string): boolean => isLittleWord(name) && initials.get(bareWords(name)) === undefined;
  return lines.map((line) => (line.label !== undefined && isNobody(line.label.name) ? { block: line.block } : line));
}

type Kind = "colon" | "letter" | "lone" | "beside" | "handle";
/** How often each name comes, by the kind of its label. */
type Turns = Map<Kind, Map<string, number>>;

function kindOf(label: Label): Kind {
  if (label.handle) return "handle";
  if (label.colon) return "colon";
  if (isLetter(label)) return "letter";
  return label.words === "" ? "lone" : "beside";
}

/** Whether a label is a letter without a colon: "Q.", "A2 —". */
export function isLetter({ name, colon }: Label): boolean {
  return !colon && /^\p{Lu}\d{0,3}$/u.test(name);
}

function countTurns(lines: LabelledLine[]): Turns {
  const turns: Turns = new Map();
  for (const { label } of lines) {
    if (label === undefined) continue;
    const [kind, name] = [kindOf(label), keyOf(label)];
    const names = turns.get(kind) ?? new Map<string, number>();
    turns.set(kind, names.set(name, (names.get(name) ?? 0) + 1));
  }
  return turns;
}

/** The kinds of labels by which the turns of a text are told. */
function labellingKinds(turns: Turns): Set<Kind> {
  const recurring = (kind: Kind): number[] => [...(turns.get(kind)?.values() ?? [])].filter((count) => count >= FEWEST_TURNS);
  const total = (kind: Kind): number => recurring(kind).reduce((sum, count) => sum + count, 0);
  const tells = (kind: Kind): boolean => {
    if (kind === "colon") return true;
    if (kind === "letter") return total(kind) > 0;
    return total(kind) > total("colon") && (kind === "beside" ? total(kind) > FEWEST_TURNS : recurring(kind).length > 1);
  };
  return new Set([...turns.keys()].filter((kind) => tells(kind)));
}

/** What is counted together as one label: "A1" and "A2", whoever they are. */
function keyOf({ name }: Label): string {
  return bareWords(name.replace(NUMBERED_LETTER, "$1"));
}
