/** "0:12", "00:12:31", "00:12:31.500", "00:12:31,500" */
const TIME = String.raw`\d{1,3}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?`;
const BRACKETED_OR_BARE = String.raw`(?:[([<]\s?${TIME}(?:\s?[-–—>]{1,3}\s?${TIME})?\s?[)\]>]|${TIME}(?![\p{L}\p{N}:]))`;
const LEADING = new RegExp(String.raw`^${BRACKETED_OR_BARE}(?:\s{0,3}[-–—|](?=\s))?\s{0,3}`, "u");
const LEADING_BRACKETED = new RegExp(String.raw`^[([<]\s?${TIME}(?:\s?[-–—>]{1,3}\s?${TIME})?\s?[)\]>]\s{0,3}`);
const TRAILING = new RegExp(String.raw`\s{0,3}(?:[-–—|,]\s?)?${BRACKETED_OR_BARE}$`, "u");
const ALONE = new RegExp(String.raw`^(?:${TIME}\s{1,3}-->\s{1,3}${TIME}(?:\s.{0,200})?|${BRACKETED_OR_BARE})$`, "u");
/** Longer than any time code with its brackets. */
const WINDOW = 60;

/** A text without the time code that it begins with: "[00:12] Yes." becomes "Yes.". */
export function withoutTimeCode(text: string): string {
  const found = LEADING.exec(text.slice(0, WINDOW));
  return found === null ? text : text.slice(found[0].length);
}

/** Words without the time code in brackets that they begin with; "10:30 was early" stays as it is. */
export function withoutBracketedTimeCode(words: string): string {
  const found = LEADING_BRACKETED.exec(words.slice(0, WINDOW));
  return found === null ? words : words.slice(found[0].length);
}

/** A short text, such as a name, without the time code that it ends with: "Ada Lane 0:12" becomes "Ada Lane". */
export function withoutTimeCodeBehind(text: string): string {
  return text.length > 2 * WINDOW ? text : text.replace(TRAILING, "");
}

/** Whether a line is nothing but a time code, or the span of a caption. */
export function isTimeCode(line: string): boolean {
  return line.length < 300 && ALONE.test(line);
}
