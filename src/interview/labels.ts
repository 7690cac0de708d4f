import { OPENERS, listed } from "./openers.ts";
import { isSide } from "./sides.ts";
import { withoutBracketedTimeCode, withoutTimeCode, withoutTimeCodeBehind } from "./timeCodes.ts";

/** A name at the beginning of a line: perhaps the label of who speaks. */
export interface Label {
  name: string;
  /** What is said after the label; empty when it stands alone on its line. */
  words: string;
  /** Set in capitals or in bold, as hardly anything but a speaker's name is. */
  marked: boolean;
  /** A colon follows. Without one, only a name that comes again and again is a label (labelling.ts). */
  colon: boolean;
  /** Written as on the internet, with no capital: "ada_l", "@ada". */
  handle: boolean;
}

const LONGEST_NAME = 60;
const MOST_WORDS = 5;
/** Room for marks, a time code, a name, and something in brackets. */
const HEAD = 200;
/** A word of a name: it begins with a capital, or with a letter of a script that has none. */
const NAME_WORD = /^[\p{Lu}\p{Lt}\p{Lo}][\p{L}\p{M}'’.-]*$/u;
/** Most texts show one at once. */
const SMALL_LETTER = /[a-z]/;
const NUMBER = /^[#№]?\d{1,3}$/;
/** "A2", which is somebody's only beside "Q2" (labelling.ts). */
export const NUMBERED_LETTER = /^(\p{Lu})\d{1,3}$/u;
const NUMBERED = /^(?:SPEAKER|Speaker)_\d{1,3}$/;
const HANDLE = /^@?[\p{Ll}\d][\p{Ll}\d_.-]{1,29}$/u;
const EMPHASIS = /^(?:\*{1,3}|_{1,3})(?=[^\s*_])/;
const NAME_ENDS = /[:：*()[\]<>|]/;
const ASIDE = /^\s?[([][^()[\]]{1,40}[)\]]/;
const LETTER_AND_STOP = /^(?:\*{1,3}|_{1,3})?(\p{Lu})(\d{0,3})(?:\.|\s[-–—])(?:\*{1,3}|_{1,3})?(?=\s|$)/u;
const HEADING_MARK = /^#{1,6}\s+/;
/** Captions begin another speaker's words with these. */
const TURN_MARK = /^>{2,3}\s?/;
const ANGLED = /^<([^<>\s]{2,30})>\s/;
const DASH = /^\.?\s?[—–]\s/;
/** Small words inside names. */
export const PARTICLES: ReadonlySet<string> = new Set(["al", "bin", "da", "de", "del", "della", "den", "der", "di", "dos", "du", "el", "la", "le", "ten", "van", "von", "y"]);
/** Words that begin a remark or the placing of a picture, never a name. */
const NO_NAMES = new Set(
  (
    "left right from above below top bottom clockwise center centre opposite previous next page photo photos photograph photographs " +
    "image images picture pictures pictured still stills credit credits courtesy caption note notes nb editor's editors' " +
    "warning caution danger tip hint important info attention todo fixme example examples usage default returns return type " +
    "parameters name description version license author date see source sources agenda item present tags filed related share " +
    "absent action decision minutes ext ps http https mailto www advertisement advertisements advertising sponsored subscribe comments menu " +
    "publicité publicidad werbung anzeige pubblicità реклама applause laughter music silence pause " +
    "well look listen okay ok oh ah indeed anyway remember imagine first second third secondly thirdly lastly plus conclusion result"
  ).split(" "),
);

/**
 * The label that a line begins with, time codes and what stands in brackets behind the name apart: `NAME: words`,
 * `**Name:** words`, `[00:12] Name (laughs): words`, `**NAME** words`, `NAME — words`, `Q. words`, or the name alone.
 */
export function readLabel(line: string): Label | undefined {
  const letter = LETTER_AND_STOP.exec(line.slice(0, HEAD));
  if (letter !== null) return { name: `${letter[1]}${letter[2]}`, words: line.slice(letter[0].length).trim(), marked: true, colon: false, handle: false };
  const angled = ANGLED.exec(line.slice(0, HEAD));
  if (angled?.[1] !== undefined) return labelled(angled[1], line.slice(angled[0].length), false, false);

  const bare = withoutTimeCode(line.replace(TURN_MARK, "")).replace(HEADING_MARK, "");
  const emphasis = EMPHASIS.exec(bare)?.[0] ?? "";
  let isOpen = emphasis !== "";
  let rest = withoutTimeCode(bare.slice(emphasis.length));
  const close = (): void => {
    if (isOpen && rest.startsWith(emphasis)) [rest, isOpen] = [rest.slice(emphasis.length), false];
  };
  let written = nameAt(rest.slice(0, HEAD));
  rest = rest.slice(written.length);
  if (isOpen && emphasis.startsWith("_") && written.endsWith(emphasis)) [written, isOpen] = [written.slice(0, -emphasis.length), false];
  close();
  const hadTime = rest.length > (rest = withoutTimeCode(rest.replace(/^\s{1,3}/, ""))).length;
  const aside = ASIDE.exec(rest.slice(0, HEAD))?.[0] ?? "";
  rest = rest.slice(aside.length);
  close();
  const colon = /^\s?[:：]/.exec(rest)?.[0] ?? "";
  rest = rest.slice(colon.length);
  close();
  const name = written.trim();
  // A label at the beginning of a line that is in bold as a whole.
  if (isOpen && rest.endsWith(emphasis) && colon !== "") [rest, isOpen] = [rest.slice(0, -emphasis.length), false];
  if (isOpen || !isName(name)) return undefined;
  const marked = emphasis.length > 1 || isInCapitals(name);
  // "However:" and "Again:" open a sentence; "SO:" may be Samir Oduya.
  if (isLittleWord(name) && (colon === "" || !isInCapitals(name))) return undefined;
  if (colon === "") return withoutColon(name, rest, emphasis !== "", hadTime, aside);
  const isApart = /^\s|^$/.test(rest) || colon.endsWith("：") || (marked && /^["'“«¿¡\p{L}]/u.test(rest));
  return isApart ? labelled(name, withoutBracketedTimeCode(rest.trim()), marked, true) : undefined;
}

/** Whether all letters of a text that can be capitals are. */
export function isInCapitals(text: string): boolean {
  return !SMALL_LETTER.test(text) && text === text.toUpperCase() && text !== text.toLowerCase();
}

/** Whether a name is also a word that opens sentences: "SO" and "IT" may be somebody's initials before a colon (labelling.ts). */
export function isLittleWord(name: string): boolean {
  return name.length > 1 && OPENERS.has(listed(name));
}

function withoutColon(name: string, rest: string, emphasised: boolean, hadTime: boolean, aside: string): Label | undefined {
  const marked = emphasised || isInCapitals(name);
  if (rest.trim() === "" && aside === "") return labelled(name, "", marked, false);
  const dash = DASH.exec(rest)?.[0];
  const begins = dash !== undefined ? marked : emphasised && /^\s/.test(rest);
  if (!begins && !hadTime) return undefined;
  return labelled(name, rest.slice(dash?.length ?? 0), marked, false);
}

function labelled(name: string, words: string, marked: boolean, colon: boolean): Label {
  return { name, words: words.trim(), marked, colon, handle: !isSide(name) && HANDLE.test(name) };
}

/** What stands at the beginning of a text up to a mark that no name holds, or up to a time code or a dash. */
function nameAt(head: string): string {
  const end = head.search(NAME_ENDS);
  const text = end < 0 ? head : head.slice(0, end);
  const dash = text.search(/\.?\s[—–]\s/);
  if (dash > 0) return text.slice(0, dash);
  // The colon of "Ada Lane 0:12" is the time code's.
  const time = /\s\d{1,3}$/.exec(text);
  if (time !== null && withoutTimeCodeBehind(head.slice(0, end + 12).trimEnd()).length <= time.index) return text.slice(0, time.index);
  return text;
}

function isName(text: string): boolean {
  if (text.length > LONGEST_NAME) return false;
  if (isSide(text)) return true;
  const words = text.split(/\s/);
  const first = words[0] ?? "";
  if (words.length > MOST_WORDS || NO_NAMES.has(first.toLowerCase().replace("’", "'"))) return false;
  if (NUMBERED.test(text) || HANDLE.test(text) || NUMBERED_LETTER.test(text)) return true;
  return NAME_WORD.test(first) && words.every((word, index) => NAME_WORD.test(word) || PARTICLES.has(word) || (index > 0 && index === words.length - 1 && NUMBER.test(word)));
}
