import { listed } from "./openers.ts";
import { asks } from "./lines.ts";
import { sentencesOf } from "./sentences.ts";

const FIRST_PERSON = new Set("i i'd i'll i'm i've me mine my myself we we'd we'll we're we've our ours us".split(" "));
const SECOND_PERSON = new Set("you you'd you'll you're you've your yours yourself".split(" "));
const SHORT = 160;

/**
 * Whether an unlabelled paragraph between two labelled answers is the interviewer's, and not the first speaker going
 * on. In order of strength:
 * 1. It asks.
 * 2. The same speaker is labelled on both sides: one labels a speaker again only when somebody else spoke in between.
 * 3. The speakers differ, so nobody need have spoken in between: someone who says "I" or "we" goes on answering,
 *    someone who says "you" does not, and of the rest a short remark is the interviewer's.
 */
export function isInterviewers(paragraph: string, before: string, after: string): boolean {
  if (asks(paragraph) || before === after) return true;
  const words = paragraph.slice(0, 2000).split(/\s+/).map((word) => listed(word));
  if (words.some((word) => FIRST_PERSON.has(word))) return false;
  if (words.some((word) => SECOND_PERSON.has(word))) return true;
  return paragraph.length <= SHORT && sentencesOf(paragraph).length <= 2;
}
