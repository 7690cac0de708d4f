import { loadavg } from "node:os";

/**
 * The value that this share of all values does not exceed, by the nearest-rank method: always one that was measured.
 *
 * @param share from 0 to 1: 0.5 for the median, 1 for the greatest
 * @throws RangeError when there are no values
 */
export function quantile(values: readonly number[], share: number): number {
  if (values.length === 0) throw new RangeError("Nothing was measured.");
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)]!;
}

/** A row with the least, the median and the greatest of all values, and how many there are. */
export function spread(what: string, values: readonly number[], digits = 0): (string | number)[] {
  return [what, ...[0, 0.5, 1].map((share) => quantile(values, share).toFixed(digits)), values.length];
}

/** A table in Markdown. */
export function table(heads: string[], rows: (string | number)[][]): string {
  const lines = [heads, heads.map((_, column) => (column === 0 ? "---" : "---:")), ...rows];
  return lines.map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

/** Whether an aim is met, in a sentence. Values and limit in the same unit. */
export function verdict(aim: string, measured: number, limit: number, unit: string): string {
  return `Aim: ${aim}. ${measured < limit ? "Met" : "**Missed**"}: ${measured.toFixed(2)} ${unit}.`;
}

/** How busy the machine is: its load over the last minute, in processes that want a core. */
export function load(): string {
  return loadavg()[0]!.toFixed(2);
}
