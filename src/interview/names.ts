import { isInCapitals } from "./labels.ts";
import { OPENERS, listed } from "./openers.ts";
import { bareWords } from "./words.ts";

const TOKEN = /[\p{L}\p{M}]+(?:[-.'’][\p{L}\p{M}]+)*/gu;
const POSSESSIVE = /['’]s$/;
/** What no name holds: any mark but those of initials and double names, or the stop of a sentence. */
const PARTS_NAMES = /[^\p{L}\p{M}\s'’.-]|[\p{L}\p{M}]{2}\.\s/u;
const LONGEST = 4;
/** In characters. */
const LONGEST_ROW = 250;
const LONGEST_ABBREVIATION = 4;
/** Stand before a name in running text, and are no part of it. */
const TITLES = new Set("actor actress artist author critic director dr editor filmmaker miss mr mrs ms producer professor screenwriter writer".split(" "));

/** Names in running text, where they are written in their natural case. Keys are bare words. */
export interface NamesInText {
  /** How a name is written, by its bare words. */
  natural: Map<string, string>;
  /** The full name that goes most often with one of the wanted words. */
  fullName: Map<string, string>;
}

/**
 * Looks in running text for names that hold one of the wanted words.
 * @param wanted Last or first words of speakers' labels, as bare words.
 */
export function namesInText(texts: string[], wanted: ReadonlySet<string>): NamesInText {
  const natural = new Map<string, string>();
  const counts = new Map<string, Map<string, number>>();
  for (const text of texts) {
    const tokens = [...text.matchAll(TOKEN)].map((match) => ({ start: match.index, text: match[0].replace(POSSESSIVE, "") }));
    for (const [index, token] of tokens.entries()) {
      if (!beginsName(token.text)) continue;
      for (let length = 1; length <= LONGEST; length++) {
        const last = tokens[index + length - 1];
        if (last === undefined) break;
        if (!beginsWithCapital(last.text)) continue;
        const name = text.slice(token.start, last.start + last.text.length);
        if (PARTS_NAMES.test(name)) break;
        const [first, end] = [bareWords(token.text), bareWords(last.text)];
        if (!wanted.has(first) && !wanted.has(end)) continue;
        const key = bareWords(name);
        if (!natural.has(key)) natural.set(key, name);
        if (length === 2) {
          for (const word of [first, end]) if (wanted.has(word)) count(counts, word, name);
        }
      }
    }
  }
  const fullName = new Map([...counts].map(([word, names]) => [word, mostFrequent(names)] as const));
  return { natural, fullName };
}

/** A name set in capitals, in natural case: "ANNE-MARIE O'NEILL" is Anne-Marie O'Neill. Any other name stays as it is. */
export function naturalCase(name: string): string {
  if (!isInCapitals(name)) return name;
  return name.toLowerCase().replace(/(^|[\s.'’-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());
}

/** A publication's name in natural case, unless it is made of letters that are no word: "BFI". */
export function naturalPublication(name: string): string {
  return name.length > LONGEST_ABBREVIATION ? naturalCase(name) : name;
}

/** "Ada Lane and Tomas Brandt"; the first of them when all would be too long for a field of front matter; undefined for none. */
export function inARow([first, ...others]: string[]): string | undefined {
  let row = first;
  for (const name of others) if (row !== undefined && row.length + name.length < LONGEST_ROW) row += ` and ${name}`;
  return row;
}

function beginsWithCapital(word: string): boolean {
  const first = word.slice(0, 1);
  return first !== first.toLowerCase() && (word.length === 1 || !isInCapitals(word));
}

function beginsName(word: string): boolean {
  return beginsWithCapital(word) && !OPENERS.has(listed(word)) && !TITLES.has(listed(word));
}

function count(counts: Map<string, Map<string, number>>, word: string, name: string): void {
  const names = counts.get(word) ?? new Map<string, number>();
  names.set(name, (names.get(name) ?? 0) + 1);
  counts.set(word, names);
}

function mostFrequent(names: Map<string, number>): string {
  return [...names].reduce((best, next) => (next[1] > best[1] ? next : best))[0];
}
