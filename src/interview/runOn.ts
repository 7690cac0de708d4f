import { FEWEST_TURNS, isLetter, labelledLines, type LabelledLine } from "./labelling.ts";
import { isLittleWord, readLabel, type Label } from "./labels.ts";
import { numberBehind } from "./numberedAnswers.ts";
import { sidesOf, type Side } from "./sides.ts";
import { bareWords } from "./words.ts";

/** How far back from a colon the name in front of it may begin. */
const LONGEST_NAME = 60;
/** What a sentence ends with, and what may stand between that and the next speaker's name. */
const SENTENCE_END = /[.!?…"”»')\]*_—–]\s{1,3}|[。！？]\s{0,3}/gu;
/** The stops of these are in a name and end no sentence. */
const BEFORE_NAME = /(?:^|\s)(?<word>(?:mrs?|ms|dr|prof|st|\p{Lu})\.\s{1,3})$/iu;
const LETTER_INSIDE = /(?<=[.!?…—–"”»')\]]\s{1,3})[\p{Lu}]\d{0,3}\.(?=\s)/gu;

/** What may be a label inside a paragraph. */
interface Inside {
  /** Where in the text it begins. */
  place: number;
  label: Label;
  /** The name as bare words. */
  key: string;
}

/**
 * Cuts blocks in which one speaker follows another: "LANE: By ferry. BRANDT: Third." becomes two. Inside a paragraph
 * a label counts behind the end of a sentence, when it is in capitals or bold, or known from the beginnings of lines, and
 * stands in the text more than once; a letter with a number only where the number may come next.
 * @param looking The blocks with what looks like a label.
 * @param labelled The same with their labels.
 * @returns All that there is then, again with what looks like a label.
 */
export function splitRunOn(looking: LabelledLine[], labelled: LabelledLine[]): LabelledLine[] {
  const labels = labelled.flatMap(({ label }) => label ?? []);
  const keys = labels.map(({ name }) => bareWords(name));
  const known = new Set(keys);
  const letters = labels.some((label) => isLetter(label));
  const inside = looking.map(({ block }) => (block.fenced ? [] : labelsInside(block.text, letters)));
  const sides = sidesOf([...known, ...inside.flat().map(({ label }) => label.name)]);
  const mayCount = ({ label, key }: Inside): boolean => (label.colon ? (label.marked && !isLittleWord(label.name)) || known.has(key) : sides.has(label.name));
  const fits = numbersInOrder(sides);
  const found = inside.map((each, index) => {
    const own = labelled[index]?.label?.name;
    if (own !== undefined) fits(own, true);
    return each.filter((one) => mayCount(one) && fits(one.label.name, one.label.colon));
  });
  const counts = new Map<string, number>();
  for (const key of [...keys, ...found.flat().map((each) => each.key)]) counts.set(key, (counts.get(key) ?? 0) + 1);
  return looking.flatMap((line, index) => {
    const cuts = (found[index] ?? []).filter(({ key }) => (counts.get(key) ?? 0) >= FEWEST_TURNS).map(({ place }) => place);
    return cuts.length === 0 ? line : cut(line, cuts);
  });
}

/**
 * Tells of one label after another whether its number may come next: "A1." is a room in a house, where "A2." speaks already. Labels
 * that are sure count always.
 */
function numbersInOrder(sides: ReadonlyMap<string, Side>): (name: string, isSure: boolean) => boolean {
  let question = 0;
  let last: { side: Side | undefined; number: number } | undefined;
  return (name, isSure) => {
    const side = sides.get(name);
    const number = numberBehind(name);
    const next = side === "asks" || last === undefined ? [question + 1] : last.side === "asks" ? [1, question] : [last.number + 1];
    if (!isSure && number !== undefined && !next.includes(number)) return false;
    if (side === "asks") question = number ?? question + 1;
    last = { side, number: number ?? 0 };
    return true;
  };
}

/** The turns of a block that is cut at some places. */
function cut({ block }: LabelledLine, cuts: number[]): LabelledLine[] {
  const places = [0, ...cuts, block.text.length];
  return labelledLines(
    places.slice(1).map((end, piece) => ({
      ...block,
      text: block.text.slice(places[piece], end).trim(),
      afterBlank: piece > 0 || block.afterBlank,
    })),
  );
}

/** What may be a label behind the end of a sentence, in order: a name and a colon, or a letter and a stop. */
function labelsInside(text: string, letters: boolean): Inside[] {
  const names = [...text.matchAll(/[:：]/g)].map(({ index: colon }) => nameBefore(text, colon));
  const places = letters ? [...names, ...[...text.matchAll(LETTER_INSIDE)].map(({ index }) => index)] : names;
  const found = places.flatMap((place): Inside[] => {
    const label = place > 0 ? readLabel(text.slice(place, place + 2 * LONGEST_NAME)) : undefined;
    if (label === undefined || label.words === "" || label.handle || !(label.colon || (letters && isLetter(label)))) return [];
    return [{ place, label, key: bareWords(label.name) }];
  });
  return found.sort((one, other) => one.place - other.place);
}

/** Where the name in front of a colon would begin, if it is one; -1 if it is none. */
function nameBefore(text: string, colon: number): number {
  const from = Math.max(0, colon - LONGEST_NAME);
  const end = [...text.slice(from, colon).matchAll(SENTENCE_END)].at(-1);
  if (end === undefined) return -1;
  const place = from + end.index + end[0].length;
  const honorific = BEFORE_NAME.exec(text.slice(from, place))?.groups?.["word"];
  return honorific === undefined ? place : place - honorific.length;
}
