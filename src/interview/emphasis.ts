const MARK = /^(?:\*{1,3}|_{1,3})(?=[^\s*_])/;
const TITLE_MARK = /^#\s+/;
/** A question mark may stand behind the bold words. */
const STOP_BEHIND = /[?.!…]$/;

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
