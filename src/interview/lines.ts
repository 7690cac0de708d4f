import { readDate } from "./dates.ts";

/**
 * What a single line looks like when it is neither label nor heading. Each test is evidence from the line alone;
 * a convention weighs it with what stands around.
 */
const CLOSERS = /["'”’»›)\]*_]{1,6}$/;
/** A line that ends with one of these is part of running text: a sentence's end, or a pause in one. */
const ENDS_LIKE_PROSE = /[.?!…:;,。！？—–-]$/;
const PLACING =
  /^(?:(?:from |top |bottom |centre |center )?(?:left|right)|above|below|top|bottom|opposite(?: page)?|clockwise(?: from [a-z ]{1,20})?|cent(?:er|re))(?: to right)?:/i;
const PICTURE_CREDIT = /^(?:(?:photo(?:graph)?s?|images?|stills?)(?: by | courtesy |: )|courtesy of |©)/i;
const DIRECTED_BY = /, dir\.? /i;
const ENDS_WITH_YEAR = /, (?:c\. )?(?:1[89]|20)\d\d(?:[–-]\d{2,4})?$/;
const LONGEST_CAPTION = 500;
const LONGEST_CREDIT = 120;
const LONGEST_SHORT_LINE = 150;
const PICTURE_FILE = /^\S{0,200}\.(?:avif|gif|jpe?g|png|svg|webp)\)?$/i;

/** Whether a line says of itself that it belongs to a picture: "From left: …", "…, dir. …", "…, 2022", "Photo by …". */
export function isCaption(line: string): boolean {
  if (line.length > LONGEST_CAPTION) return false;
  const isCredit = line.length <= LONGEST_CREDIT && PICTURE_CREDIT.test(line);
  return (isCredit || PLACING.test(line) || DIRECTED_BY.test(line) || ENDS_WITH_YEAR.test(line)) && readDate(line) === undefined;
}

/** Whether a line is short and not a sentence, such as "Telluride, Colorado": a caption, a heading, or a careless question. */
export function isShortAndOpen(line: string): boolean {
  return line.length <= LONGEST_SHORT_LINE && !endsLikeProse(line);
}

/** Whether a line ends as running text does. */
export function endsLikeProse(line: string): boolean {
  return ENDS_LIKE_PROSE.test(withoutClosers(line));
}

/** Whether the last sentence of a line asks something. */
export function asks(line: string): boolean {
  return /[?？؟]$/.test(withoutClosers(line));
}

/** Whether a line is what is left of something else: no letter or digit in it, or the end of a picture's address. */
export function isLeftover(line: string): boolean {
  return !/[\p{L}\p{N}]/u.test(line) || PICTURE_FILE.test(line) || line.startsWith("![");
}

function withoutClosers(line: string): string {
  const end = line.slice(-20);
  return end.replace(CLOSERS, "");
}
