const MARK = /^(?:\*{1,3}|_{1,3})(?=[^\s*_])/;
const TITLE_MARK = /^#\s+/;

/** A whole line that is set in bold or italics in Markdown, without the marks; undefined for any other line. */
function emphasised(line: string): { words: string; bold: boolean } | undefined {
  const mark = MARK.exec(line)?.[0];
  if (mark === undefined || line.length <= 2 * mark.length || !line.endsWith(mark)) return undefined;
  const words = line.slice(mark.length, -mark.length);
  return words.includes(mark) ? undefined : { words, bold: mark.length > 1 };
}

/** Whether a whole line is set in bold. */
export function isBold(line: string): boolean {
  return emphasised(line)?.bold ?? false;
}

/** A line without the Markdown around it, a title's `# ` or stars from end to end. Marks inside it stay. */
export function withoutMarks(line: string): string {
  const words = line.replace(TITLE_MARK, "");
  return emphasised(words)?.words ?? words;
}
