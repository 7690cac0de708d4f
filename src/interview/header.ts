import { readByline } from "./bylines.ts";
import { readDate } from "./dates.ts";
import { endsLikeProse, isShortAndOpen } from "./lines.ts";
import { isInCapitals } from "./labels.ts";
import { part, type LabelledBlock, type Part } from "./parts.ts";
import { bareWords } from "./words.ts";

const LONGEST_TITLE = 200;
const HEADING_MARK = /^#{2,6}\s+/;

/**
 * Gives roles to what stands above the first question, captions and the like already taken out: title, byline, a
 * headline over the text, date, and the introduction.
 */
export function readHeader(blocks: LabelledBlock[]): Part[] {
  const parts: Part[] = [];
  let title: string | undefined;
  let headline: string | undefined;
  let interviewer: string | undefined;
  let proseBegan = false;
  for (const block of blocks) {
    const words = block.words.replace(HEADING_MARK, "");
    const couldBeTitle = words.length <= LONGEST_TITLE && !proseBegan && !words.endsWith(".");
    const byline = readByline(words);
    if (readDate(words) !== undefined) parts.push(part("date", block));
    else if (byline !== undefined || words === interviewer) {
      interviewer ??= byline?.interviewer;
      parts.push(part("byline", block));
    } else if (couldBeTitle && (title === undefined || bareWords(words) === bareWords(title))) {
      title ??= words;
      parts.push(part("title", block, words));
    } else if (couldBeTitle && headline === undefined && (isInCapitals(words) || areAlike(words, title ?? ""))) {
      headline = words;
      parts.push(part("headline", block, words));
    } else if (proseBegan && isShortAndOpen(words)) parts.push(part("caption", block));
    else {
      proseBegan ||= endsLikeProse(words);
      parts.push(part(block.fenced || words === block.words ? "introduction" : "heading", block));
    }
  }
  return parts;
}

/** Whether one line is the other with a word or so changed. */
function areAlike(one: string, other: string): boolean {
  const words = new Set(bareWords(one).split(" "));
  const others = new Set(bareWords(other).split(" "));
  const shared = [...words].filter((word) => others.has(word)).length;
  return shared >= 0.6 * Math.max(words.size, others.size);
}
