const MARK = /^(?:\*{1,3}|_{1,3})(?=[^\s*_])/;
const TITLE_MARK = /^#\s+/;
/** A question mark may stand behind the bold words. */
const STOP_BEHIND = /[?.!…]$/;
const MARKS_TOGETHER = /[*_]+/g;
const RUN = /\*+|_+/g;
const SPACELESS = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}`;
/** Emphasis opens at the beginning of a word, and closes at the end of one; French words begin behind an apostrophe, too. */
const MAY_STAND_BEFORE = new RegExp(String.raw`^(?:[\s\p{Ps}\p{Pi}\p{Pf}\p{Pd}"'¿¡${SPACELESS}]|$)`, "u");
const MAY_STAND_BEHIND = new RegExp(String.raw`^(?:[^\p{L}\p{M}\p{N}]|[${SPACELESS}]|$)`, "u");
const MAY_BEGIN = /^[^\s\p{Pe}.,;:!?]/u;
const MAY_END = /^[^\s\p{Ps}]/u;
/** What two lines hold in names of programs and files: "__init__", "_final_final_". */
const IN_ITS_NAME = /[\p{L}\p{N}]_{1,3}[\p{L}\p{N}]/u;
const PROGRAMS_NAME = /^[a-z\d]{1,60}$/;
/** Bold and italic at once: may be opened, or closed, as one and two. */
const MOST_MARKS = 3;
/** Nobody nests so deeply: bounds the work on a text that is all marks. */
const DEEPEST = 8;

/** A whole line that is set in bold or italics in Markdown, without the marks; undefined for any other line. */
export function emphasisOf(line: string): { words: string; bold: boolean } | undefined {
  const mark = MARK.exec(line)?.[0];
  if (mark === undefined) return undefined;
  const stop = line.endsWith(mark) ? "" : (STOP_BEHIND.exec(line)?.[0] ?? "");
  const end = line.length - mark.length - stop.length;
  if (end <= mark.length || !line.startsWith(mark, end)) return undefined;
  const words = line.slice(mark.length, end);
  return words.includes(mark) ? undefined : { words: words + stop, bold: mark.length > 1 };
}

/** Whether a whole line is set in bold. */
export function isBold(line: string): boolean {
  return emphasisOf(line)?.bold ?? false;
}

/** A line without the Markdown around it, a title's `# ` or stars from end to end. Marks inside it stay. */
export function withoutMarks(line: string): string {
  const words = line.replace(TITLE_MARK, "");
  return emphasisOf(words)?.words ?? words;
}

/**
 * Words without the printer's marks for bold and italics inside them: "I saw *The Bell*" becomes "I saw The Bell". Marks go in pairs
 * alone, around whole words: "sh*t and f*ck", "5 * 3 * 2", "snake_case" and the star of a footnote stay. Time grows with the length
 * of the text and no faster.
 * @param stays Whether the marks of italics stay around the words between two offsets.
 */
export function withoutEmphasis(text: string, stays: Stays = () => false): string {
  const runs = runsIn(text);
  const open: Run[] = [];
  const keeps = (opening: Run, closing: Run): boolean => {
    const [start, end] = [opening.place + opening.marks.length, closing.place];
    if (isOfName(opening.marks, text.slice(start, end))) return true;
    return opening.marks.length === 1 && closing.marks.length === 1 && stays(start, end);
  };
  for (const run of runs) {
    if (run.closes) closePairs(run, open, keeps);
    if (!run.opens || run.isKept || run.left < run.marks.length) continue;
    open.push(run);
    if (open.length > DEEPEST) open.shift();
  }
  let end = 0;
  const kept = runs.map(({ marks, place, left }) => {
    const before = text.slice(end, place);
    end = place + marks.length;
    return before + marks.slice(0, left);
  });
  return kept.join("") + text.slice(end);
}

/** Whether two lines stand around a name that holds lines itself, as those of programs do. */
function isOfName(marks: string, words: string): boolean {
  return marks.startsWith("_") && (IN_ITS_NAME.test(words) || (marks.length === 2 && PROGRAMS_NAME.test(words)));
}

type Stays = (start: number, end: number) => boolean;

/** One or more of the same mark. */
interface Run {
  marks: string;
  place: number;
  /** How many of the marks have no counterpart yet. */
  left: number;
  opens: boolean;
  closes: boolean;
  /** Whether it closes words whose marks stay. */
  isKept: boolean;
}

function runsIn(text: string): Run[] {
  const runs: Run[] = [];
  for (const { 0: together, index } of text.matchAll(MARKS_TOGETHER)) {
    const before = text.charAt(index - 1);
    const behind = text.charAt(index + together.length);
    const opens = MAY_STAND_BEFORE.test(before) && MAY_BEGIN.test(behind);
    const closes = MAY_END.test(before) && MAY_STAND_BEHIND.test(behind);
    let place = index;
    for (const marks of together.match(RUN) ?? []) {
      const isEmphasis = marks.length <= MOST_MARKS;
      runs.push({ marks, place, left: marks.length, opens: opens && isEmphasis, closes: closes && isEmphasis, isKept: false });
      place += marks.length;
    }
  }
  return runs;
}

/** Pairs a run with the nearest that it may close. What was opened in between and is not closed stays. */
function closePairs(run: Run, open: Run[], keeps: (opening: Run, closing: Run) => boolean): void {
  while (run.left > 0) {
    const place = open.findLastIndex(({ marks, left }) => marks[0] === run.marks[0] && (left === run.left || marks.length === MOST_MARKS || run.marks.length === MOST_MARKS));
    const opening = open[place];
    if (opening === undefined) return;
    if (keeps(opening, run)) {
      run.isKept = true;
      open.length = place;
      return;
    }
    const pairs = Math.min(opening.left, run.left);
    opening.left -= pairs;
    run.left -= pairs;
    open.length = opening.left > 0 ? place + 1 : place;
  }
}
