import { isInCapitals, PARTICLES } from "./labels.ts";
import { OPENERS, listed } from "./openers.ts";
import { bareWords } from "./words.ts";

const WORD = /[\p{L}\p{M}]+(?:[-'’][\p{L}\p{M}]+|\.(?=\s\p{Lu}|\p{Lu}))*\.?/gu;
const POSSESSIVE = /['’]s$/;
const MOST_WORDS = 3;
/** Nobody is introduced later in a paragraph than here. */
const LONGEST_TEXT = 5000;
/** Stand before a name in running text, and are no part of it. */
export const HONORIFICS: ReadonlySet<string> = new Set(
  (
    "actor actress artist author critic director dr editor filmmaker miss mr mrs ms producer prof professor screenwriter sir dame writer " +
    "m mme mlle monsieur madame herr frau señor señora sr sra dott don doña"
  ).split(" "),
);
/** How titles and introductions bring in who was spoken to. */
const BEFORE_GUEST =
  /\b(?:interview(?:s|ed|ing)?(?: with)?|conversation with|conversing with|speaks? (?:to|with)|spoke (?:to|with)|talk(?:s|ed|ing)? (?:to|with)|chat(?:s|ted)? with|questions (?:to|for)|q\s?&\s?a(?: with)?:?|meet(?:s|ing)?|entretien avec|rencontre avec|entrevista (?:a|con|com)|conversación con|conversa com|intervista (?:a|con)|conversazione con|gespräch mit|interview mit|samtal med|gesprek met) $/iu;

/** Said before a guest more often than not. */
const BEFORE_COMPANY = /\b(?:with|avec|con|com|mit|met|med) $/iu;

/** A full name in running text, and how much speaks for its being who was interviewed. */
export interface NameInText {
  name: string;
  weight: number;
}

/**
 * Names of two or three words in titles and introductions, the likeliest guest first: somebody who is said to be
 * interviewed, whose surname comes again alone, or who is named often. Works for scripts that have capitals.
 */
export function fullNamesIn(texts: string[]): NameInText[] {
  const weights = new Map<string, NameInText>();
  const alone = new Map<string, number>();
  for (const text of texts) {
    for (const { words, place } of capitalised(text.slice(0, LONGEST_TEXT))) {
      if (words.length === 1) {
        const word = bareWords(words[0] ?? "");
        alone.set(word, (alone.get(word) ?? 0) + 1);
        continue;
      }
      const name = words.join(" ");
      const before = text.slice(Math.max(0, place - 30), place);
      const said = BEFORE_GUEST.test(before) ? 3 : BEFORE_COMPANY.test(before) ? 2 : 1;
      const known = weights.get(bareWords(name));
      if (known === undefined) weights.set(bareWords(name), { name, weight: said });
      else known.weight += said;
    }
  }
  for (const [key, known] of weights) known.weight += 2 * Math.min(3, alone.get(key.split(" ").at(-1) ?? "") ?? 0);
  return [...weights.values()].sort((one, other) => other.weight - one.weight);
}

/** Runs of words with a capital that stand together, as a name does: without the title before it and the sentence's first word. */
function capitalised(text: string): { words: string[]; place: number }[] {
  const runs: { words: string[]; place: number }[] = [];
  let words: string[] = [];
  let place = 0;
  let end = -1;
  const finish = (): void => {
    while (words.length > 0 && PARTICLES.has(words.at(-1) ?? "")) words.pop();
    if (words.length > 0 && words.filter((word) => !PARTICLES.has(word)).length <= MOST_WORDS) runs.push({ words, place });
    words = [];
  };
  for (const { 0: token, index } of text.matchAll(WORD)) {
    const isInitial = /^\p{Lu}\.(?:\p{Lu}\.)*$/u.test(token);
    const word = isInitial ? token : token.replace(/\.$/, "").replace(POSSESSIVE, "");
    if (end >= 0 && !/^[ \u00a0]$/.test(text.slice(end, index))) finish();
    const isNameWord = word.length > 1 && /^\p{Lu}/u.test(word) && !isInCapitals(word);
    if ((isNameWord || isInitial) && !OPENERS.has(listed(word)) && !HONORIFICS.has(listed(word))) {
      if (words.length === 0) place = index;
      words.push(word);
    } else if (words.length > 0 && PARTICLES.has(word)) words.push(word);
    else finish();
    end = index + token.length;
    // A stop that is no initial's, or an "'s", ends the name.
    if (word !== token) finish();
  }
  finish();
  return runs;
}
