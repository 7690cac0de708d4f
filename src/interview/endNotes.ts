import { readByline } from "./bylines.ts";
import { isShortAndOpen } from "./lines.ts";
import { part, type LabelledBlock, type Part } from "./parts.ts";

/** Gives roles to the unlabelled blocks behind the last answer, which may go on; notes on the people come after it. */
export function readEnd(blocks: LabelledBlock[], names: string[]): Part[] {
  let notes = false;
  return blocks.map((block) => {
    if (isShortAndOpen(block.words)) return part("caption", block);
    notes ||= names.some((name) => block.words.startsWith(name));
    return part(notes ? "note" : "continuation", block, block.text);
  });
}

/** The names of those who speak in some parts, or wrote them. */
export function namesIn(parts: Part[]): string[] {
  return [...new Set(parts.flatMap((each) => each.speaker ?? (each.role === "byline" ? (readByline(each.words)?.interviewer ?? []) : [])))];
}
