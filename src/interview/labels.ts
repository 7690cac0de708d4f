/** A name and a colon at the beginning of a line: perhaps the label of who speaks. */
export interface Label {
  name: string;
  /** What is said after the label. */
  words: string;
  /** Set in capitals or in bold, as hardly anything but a speaker's name is. */
  marked: boolean;
}

const LONGEST_NAME = 60;
const MOST_WORDS = 5;
/** A word of a name: it begins with a capital, or with a letter of a script that has none. */
const NAME_WORD = /^[\p{Lu}\p{Lt}\p{Lo}][\p{L}\p{M}'’.-]*$/u;
/** Small words inside names. */
export const PARTICLES: ReadonlySet<string> = new Set(["al", "bin", "da", "de", "del", "della", "den", "der", "di", "dos", "du", "el", "la", "le", "ten", "van", "von", "y"]);
/** Words that begin a remark or the placing of a picture, never a name. */
const NO_NAMES = new Set(
  (
    "left right from above below top bottom clockwise center centre opposite previous next page photo photos photograph photographs " +
    "image images picture pictures pictured still stills credit credits courtesy caption note notes nb editor's editors' " +
    "warning caution danger tip hint important info attention todo fixme example examples usage default returns return type " +
    "parameters name description version license author date see source sources question answer q a agenda item present " +
    "absent action decision minutes int ext ps"
  ).split(" "),
);

/** The label that a line begins with: `NAME: words`, `**Name:** words` or `**Name**: words`; undefined when there is none. */
export function readLabel(line: string): Label | undefined {
  const bold = line.startsWith("**");
  const head = line.slice(0, LONGEST_NAME + 5);
  const colon = head.indexOf(":");
  if (colon < 0) return undefined;
  let name = head.slice(bold ? 2 : 0, colon);
  let rest = line.slice(colon + 1);
  if (bold && name.endsWith("**")) name = name.slice(0, -2);
  else if (bold && rest.startsWith("**")) rest = rest.slice(2);
  else if (bold) return undefined;
  if (!/^\s/.test(rest) || !isName(name)) return undefined;
  return { name, words: rest.trim(), marked: bold || isInCapitals(name) };
}

/** Whether all letters of a text that can be capitals are. */
export function isInCapitals(text: string): boolean {
  return text === text.toUpperCase() && text !== text.toLowerCase();
}

function isName(text: string): boolean {
  const words = text.split(/\s/);
  const first = words[0] ?? "";
  if (text.length > LONGEST_NAME || words.length > MOST_WORDS || NO_NAMES.has(first.toLowerCase().replace("’", "'"))) return false;
  return NAME_WORD.test(first) && words.every((word) => NAME_WORD.test(word) || PARTICLES.has(word));
}
