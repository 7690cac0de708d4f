import { PARTICLES, isInCapitals } from "./labels.ts";
import { naturalCase } from "./names.ts";

const LONGEST_CREDIT = 200;
const BETWEEN_NAMES = new Set([...PARTICLES, "and", "&"]);
const BYLINE = /^(?:(?:(?:interview(?:ed)?|words|text|written|story) )?by:? |(?:interview|interviewer|words|text): |(?:propos recueillis|entretien réalisé) par |entrevista de |por |intervista di |von |беседовал[аи]? )(.{1,80})$/iu;
const TRANSLATED = /^(?:interview )?translat(?:ed|ion)(?: from(?: the)? (\p{L}[\p{L} -]{1,40}?))?(?: by |: ?)(.{1,80})$/iu;
const TRANSLATED_BY_FIRST = /^translated by (.{1,60}?) from(?: the)? (\p{L}[\p{L} -]{1,40})\.?$/iu;
const EDITED = /^(?:this|the|our) (?:interview|conversation|text|transcript)\b.{0,120}\b(?:edited|condensed|shortened|translated)\b/i;

/** Who put the answers into another language, and out of which. */
export interface TranslationCredit {
  translator: string;
  translatedFrom?: string;
}

/** The name in a line such as "By Katya Apekina" or "Interview by Katya Apekina". */
export function readByline(line: string): string | undefined {
  return line.length > LONGEST_CREDIT ? undefined : nameIn(BYLINE.exec(line)?.[1]);
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
function nameIn(text = ""): string | undefined {
  const name = text.replace(/[.\s]{1,5}$/, "");
  const words = name.split(/\s/);
  const isName = words.length <= 8 && words.every((word) => /^[\p{Lu}\p{Lt}\p{Lo}]/u.test(word) || BETWEEN_NAMES.has(word));
  if (!isName) return undefined;
  return isInCapitals(name) ? naturalCase(name) : name;
}
