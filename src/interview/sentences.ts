import { asidesOf } from "./asides.ts";
import { OPENERS, listed } from "./openers.ts";

const STOPS = /[.!?…؟।۔。！？]+/g;
/** These need no white space behind them. */
const FULL_WIDTH_STOP = /[。！？]$/;
const CLOSERS = new Set("\"'”’»›)]*_」』）");
/** Stand before a name: a stop behind one never ends a sentence. */
const TITLES = new Set("Mr Mrs Ms Mx Dr St Mt Ft Prof Rev Hon Gen Col Lt Sgt Capt Gov Sen Rep Messrs vs cf approx e.g i.e им ул".split(" "));
/** Stand before a number. */
const BEFORE_NUMBERS = new Set("no nos fig pp vol ca art см".split(" "));
/** May end a sentence, or not. */
const ABBREVIATIONS = new Set("jr sr inc ltd co corp bros etc al jan feb mar apr jun jul aug sep sept oct nov dec т.д т.п т.е др".split(" "));
/** One letter, or letters each with a stop: an initial, or such as "U.S", "L.A", "p.m", without the last stop. */
const INITIALS = /^\p{L}(?:\.\p{L}){0,9}$/u;
const LAST_TOKEN = /[\p{L}\p{M}\p{N}.]{1,20}$/u;
const NEXT_TOKEN = /^[^\p{L}\p{N}\s]{0,4}\s?([\p{L}\p{M}\p{N}'’]{1,20}\.?)/u;

/**
 * Cuts a paragraph into its sentences. The white space between two belongs to the first, so that joined they give the
 * paragraph back. A quotation or bracket is not cut in the middle. Works for any script that ends sentences with one
 * of . ! ? … 。 and their like, and knows English and some Russian abbreviations.
 */
export function sentencesOf(paragraph: string): string[] {
  const sentences: string[] = [];
  const isInAside = asidesOf(paragraph);
  let start = 0;
  for (const { 0: stops, index: stop } of paragraph.matchAll(STOPS)) {
    const afterClosers = passOver(paragraph, stop + stops.length, (character) => CLOSERS.has(character));
    const next = passOver(paragraph, afterClosers, (character) => /\s/.test(character));
    if (next >= paragraph.length) break;
    if ((next === afterClosers && !FULL_WIDTH_STOP.test(stops)) || isInAside(afterClosers)) continue;
    const before = paragraph.slice(Math.max(start, stop - 20), stop);
    if (!endsSentence(stops, before, paragraph.slice(next, next + 30), stop - start < 4)) continue;
    sentences.push(paragraph.slice(start, next));
    start = next;
  }
  return start < paragraph.length ? [...sentences, paragraph.slice(start)] : sentences;
}

/** How many stops a text has, "?!" counted once: at least as many as sentences. */
export function countStops(text: string): number {
  return text.match(STOPS)?.length ?? 0;
}

/**
 * @param stops "." or "?!" and so on.
 * @param atBeginning Whether the sentence only just began, as at "1." of a list.
 */
function endsSentence(stops: string, before: string, after: string, atBeginning: boolean): boolean {
  const next = NEXT_TOKEN.exec(after)?.[1] ?? "";
  if (/^\p{Ll}/u.test(next)) return false;
  // "And then… I left": the one word that has its capital anywhere.
  if (/^(?:…|\.{2,})$/.test(stops)) return !/^I(?:['’]\p{Ll}{1,2})?$/u.test(next);
  if (stops !== ".") return true;
  const token = LAST_TOKEN.exec(before)?.[0] ?? "";
  if (TITLES.has(token)) return false;
  if (/^\p{N}/u.test(next) && BEFORE_NUMBERS.has(token.toLowerCase())) return false;
  if (atBeginning && /^\p{N}{1,2}$/u.test(token)) return false;
  if (token === "I" || !(INITIALS.test(token) || ABBREVIATIONS.has(token.toLowerCase()))) return true;
  return OPENERS.has(listed(next)) && !/^\p{Lu}\.$/u.test(next);
}

function passOver(text: string, from: number, belongs: (character: string) => boolean): number {
  let index = from;
  while (index < text.length && belongs(text.charAt(index))) index++;
  return index;
}
