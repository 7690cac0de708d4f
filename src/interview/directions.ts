import { withoutEmphasis } from "./emphasis.ts";
import type { Part, Role } from "./parts.ts";

const SPOKEN: ReadonlySet<Role> = new Set<Role>(["question", "answer", "continuation"]);
/** What may stand before a direction: nothing, or the end of a sentence. */
const SENTENCE_ENDS = /(?:^|[.!?…]["'”’»)\]*_]{0,5}\s{1,3})$/;
const BEFORE = 12;
/** "laughs", "a long pause": no sentence begins with a small letter. */
const SMALL_WORDS = /^\p{Ll}[\p{Ll}\p{M}'’-]{0,30}(?:,? \p{Ll}[\p{Ll}\p{M}'’-]{0,30}){0,2}[.…]?$/u;
/** "Looks out of the window." */
const SENTENCE = /^\p{Lu}[^.!?…]{1,120}[.…]$/u;

/**
 * The words of a part without the printer's marks. Those around what may be a stage direction stay where somebody speaks: better
 * a star than a word that nobody said. A whole turn in italics is said, and so is no direction.
 */
export function withoutPrintersMarks({ role, words }: Part): string {
  if (!SPOKEN.has(role)) return withoutEmphasis(words);
  return withoutEmphasis(words, (start, end) => {
    if (!SENTENCE_ENDS.test(words.slice(Math.max(0, start - 1 - BEFORE), start - 1))) return false;
    const marked = words.slice(start, end);
    const isWhole = role !== "continuation" && start === 1 && end === words.length - 1;
    return SMALL_WORDS.test(marked) || (!isWhole && SENTENCE.test(marked));
  });
}
