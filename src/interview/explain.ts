import type { Reading } from "./parse.ts";
import { showWarning } from "./warnings.ts";

const ROLE_WIDTH = 15;

/**
 * What the parser made of a text, to be read in a terminal: its convention and confidence, every line with its number and
 * role (a line that holds several turns once for each), and the warnings.
 */
export function explain({ convention, confidence, parts, lines, warnings }: Reading): string {
  const rows = new Map<number, string[]>();
  const turns = new Map<number, number>();
  for (const number of parts.flatMap(({ blocks }) => blocks.flatMap((block) => block.lines))) turns.set(number, (turns.get(number) ?? 0) + 1);
  for (const { role, blocks, speaker } of parts) {
    for (const { lines: numbers, text } of blocks) {
      for (const number of numbers) {
        const written = (turns.get(number) ?? 0) > 1 ? text : (lines[number - 1] ?? "").trim();
        const row = `${role.padEnd(ROLE_WIDTH)} ${speaker === undefined ? "" : `(${speaker}) `}${written}`;
        rows.set(number, [...(rows.get(number) ?? []), row]);
      }
    }
  }
  const width = String(lines.length).length;
  const numbered = lines.flatMap((_, index) => (rows.get(index + 1) ?? [""]).map((row) => `${String(index + 1).padStart(width)}  ${row}`.trimEnd()));
  return [`${convention}, confidence ${confidence}`, "", ...numbered, ...(warnings.length > 0 ? ["", ...warnings.map((warning) => showWarning(warning))] : [])].join("\n");
}
