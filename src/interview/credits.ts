import { PARTICLES, isInCapitals } from "./labels.ts";
import { naturalCase } from "./names.ts";

/** In characters. */
export const LONGEST_CREDIT = 200;
/** Of a name, or several. */
const MOST_WORDS = 8;
const BETWEEN_NAMES: ReadonlySet<string> = new Set([...PARTICLES, "and", "&"]);
const TRANSLATED = /^(?:interview )?translat(?:ed|ion)(?: from(?: the)? (\p{L}[\p{L} -]{1,40}?))?(?: by |: ?)(.{1,80})$/iu;
const TRANSLATED_BY_FIRST = /^translated by (.{1,60}?) from(?: the)? (\p{L}[\p{L} -]{1,40})\.?$/iu;
const EDITED = /^(?:this|the|our) (?:interview|conversation|text|transcript)\b.{0,120}\b(?:edited|condensed|shortened|translated)\b/i;

/** Who put the answers into another language, and out of which. */
export interface TranslationCredit {
  translator: string;
  translatedFrom?: string;
}

/** What a line such as "Translated from Russian by Katya Apekina" says. */
export function readTranslationCredit(line: string): TranslationCredit | undefined {
  if (line.length > LONGEST_CREDIT) return undefined;
  const byFirst = TRANSLATED_BY_FIRST.exec(line);
  const translator = nameIn(byFirst ? byFirst[1] : TRANSLATED.exec(line)?.[2]);
  if (translator === undefined) return undefined;
  return { translator, translatedFrom: byFirst ? byFirst[2] : TRANSLATED.exec(line)?.[1] };
}

/** Whether a line is the editors' word about the text: "This interview has been edited and condensed." */
export function isEditorsNote(line: string): boolean {
  return line.length <= 2 * LONGEST_CREDIT && EDITED.test(line);
}

/** A name, or several, as it stands in a credit; undefined for a run of words that no name is. */
export function nameIn(text = ""): string | undefined {
  const name = text.replace(/[.\s]{1,5}$/, "");
  if (!isCapitalised(name, BETWEEN_NAMES)) return undefined;
  return isInCapitals(name) ? naturalCase(name) : name;
}

/** Whether a text is a few words with capitals, and perhaps such small ones between them. */
export function isCapitalised(text: string, between: ReadonlySet<string>): boolean {
  const words = text.split(/\s/);
  return words.length <= MOST_WORDS && words.every((word) => /^[\p{Lu}\p{Lt}\p{Lo}]/u.test(word) || between.has(word));
}
