import { listed } from "./openers.ts";
import { asks } from "./lines.ts";
import { sentencesOf } from "./sentences.ts";

const OF_ONE = new Set("i i'd i'll i'm i've me mine my myself".split(" "));
const OF_SEVERAL = new Set("we we'd we'll we're we've our ours us".split(" "));
/** Also said of people in general: "you can relax there". */
const YOU = new Set("you you'd you'll you're you've".split(" "));
const YOUR = new Set("your yours yourself yourselves".split(" "));
const PROMPT = /^(?:(?:and|now|ok|okay|please|so|well),? )?(?:describe|explain|let['’]s|talk (?:about|(?:me|us) through|to (?:me|us))|tell (?:me|us)|walk (?:me|us))\b/i;
const SHORT = 160;
/** "You see?" is no question to wait for. */
const FEWEST_ASKED = 4;
const WHAT_YOU_DID = /\b(?:did|had|have|were) you\b/i;

/** Whether a paragraph opens as one that bids somebody speak: "Tell me about …", "Let’s …", "Describe …". */
export function opensAsPrompt(paragraph: string): boolean {
  return PROMPT.test(paragraph);
}

/** A paragraph that begins with a question to somebody ("What did you think of it? Some critics …"): whose it is, as far as it tells. */
export type Opening = "interviewer's" | "anybody's";

/**
 * Whose a paragraph is that begins with a question to "you" and goes on. It is the interviewer's when it speaks of what you did, or of
 * what is yours, and says neither "I" nor "we". Else it may be anybody's: "What do you do then? You wait."
 * @returns undefined for any other paragraph.
 */
export function openingOf(paragraph: string): Opening | undefined {
  const [first = ""] = sentencesOf(paragraph.slice(0, 1000));
  const asked = wordsOf(first);
  if (!asks(first.trim()) || asked.length < FEWEST_ASKED || !asked.some((word) => YOU.has(word) || YOUR.has(word))) return undefined;
  const words = wordsOf(paragraph);
  if (words.some((word) => OF_ONE.has(word) || OF_SEVERAL.has(word))) return "anybody's";
  return WHAT_YOU_DID.test(first) || words.some((word) => YOUR.has(word)) ? "interviewer's" : "anybody's";
}

/**
 * Whether an unlabelled paragraph between two labelled answers is the interviewer's, and not the first speaker going
 * on. In order of strength:
 * 1. It asks, or bids somebody speak.
 * 2. The same speaker is labelled on both sides: one labels a speaker again only when somebody else spoke in between.
 * 3. The speakers differ, so nobody need have spoken in between. Somebody who is spoken to ("your film") is spoken to
 *    by the interviewer, and so is "you", but for a longer paragraph of people who say "we": there "you" is anybody.
 *    Of the rest, a short remark is the interviewer's unless it says "I" or "we".
 *
 * In doubt it is the interviewer's: a question put into a speaker's mouth is worse than an answer cut short.
 */
export function isInterviewers(paragraph: string, before: string, after: string): boolean {
  if (asks(paragraph) || opensAsPrompt(paragraph) || before === after) return true;
  const words = wordsOf(paragraph);
  const says = (list: ReadonlySet<string>): boolean => words.some((word) => list.has(word));
  const isShort = paragraph.length <= SHORT && sentencesOf(paragraph).length <= 2;
  if (says(YOUR) || (says(YOU) && (isShort || !says(OF_SEVERAL)))) return true;
  return isShort && !says(OF_ONE) && !says(OF_SEVERAL);
}

function wordsOf(paragraph: string): string[] {
  return paragraph.slice(0, 2000).split(/\s+/).map((word) => listed(word));
}
