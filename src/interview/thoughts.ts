import { listed } from "./openers.ts";

/** A sentence that begins with one of these is about what was said just before it. */
const LEANING = new Set(
  (
    "also and another because both but either else especially even he he'd he'll he's her here him his however if instead it it'd it'll it's " +
    "its like neither nor only or otherwise she she'd she'll she's so such than that that's their them then therefore these they they'd they'll " +
    "they're they've this those though thus too unlike which yeah yes yet " +
    "а также и или но он она они оно его её их это этот поэтому потом тогда там зато"
  ).split(" "),
);
const PRONOUNS = new Set("he he'd he's her him his it it'd it's its she she'd she's that's their them they they'd they're they've".split(" "));
const DEMONSTRATIVES = new Set("that this these those".split(" "));
/** Behind these, "that" points at something. */
const BEFORE_DEMONSTRATIVES = new Set("about after all at before by for from in like of on to with".split(" "));
const REPLIES = new Set("absolutely definitely exactly maybe no nope perhaps probably right sure yeah yes да нет".split(" "));

/** A sentence of English has one of these, or a verb that ends in -ed, or else it is a fragment: "A similar quiet." */
const SUBJECTS_AND_VERBS = new Set(
  (
    "am are be been began came can can't could did didn't do does doesn't don't felt found gave get go goes got had has have he i i'd i'll i'm i've " +
    "is isn't it it's knew know let let's made makes may me might must needs saw says seems she should somebody someone take takes thought they " +
    "took us was wasn't we we'd we'll we're we've went were what's who will won't would wrote you you'd you'll you're you've"
  ).split(" "),
);
const ENGLISH = new Set("a an and for in of or the to with".split(" "));
const HOW_EARLY = 8;
const FRAGMENT = 3;
const LONGEST_REPLY = 25;

/**
 * How much a sentence needs the one before it: 1 when it begins in the middle of a thought or is a mere fragment, 0.5
 * when an early pronoun stands for something not yet named, 0 when it can open a quote.
 */
export function leaning(sentence: string): 0 | 0.5 | 1 {
  const tokens = sentence.slice(0, 200).split(/[\s—–…]+/).filter((token) => token !== "");
  if (tokens.length <= FRAGMENT || LEANING.has(listed(tokens[0] ?? "")) || isFragment(tokens)) return 1;
  const words = tokens.slice(0, HOW_EARLY).map((token) => listed(token));
  for (const [index, word] of words.entries()) {
    if (index > 0 && /^\p{Lu}\p{Ll}/u.test(tokens[index] ?? "")) return 0;
    if (PRONOUNS.has(word)) return 0.5;
    if (DEMONSTRATIVES.has(word) && BEFORE_DEMONSTRATIVES.has(words[index - 1] ?? "")) return 0.5;
  }
  return 0;
}

function isFragment(tokens: string[]): boolean {
  let isEnglish = false;
  for (const token of tokens) {
    const word = listed(token);
    if (SUBJECTS_AND_VERBS.has(word) || word.endsWith("ed")) return false;
    isEnglish ||= ENGLISH.has(word);
  }
  return isEnglish;
}

/** Whether words only say yes or no to the question, or name one thing: "No, not there.", "Painless." */
export function isBareReply(words: string): boolean {
  const text = words.trim();
  if (text.length > LONGEST_REPLY) return false;
  const [first = "", second] = text.split(/\s/);
  return second === undefined || REPLIES.has(listed(first));
}
