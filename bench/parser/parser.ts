import { readTranscript } from "../../src/interview/parse.ts";
import { quantile, table, verdict } from "../figures.ts";
import { forms, textOf } from "./texts.ts";

const runs = 7;
const megabyte = 1_000_000;
const sizes = [1 / 8, 1 / 4, 1 / 2, 1].map((share) => share * megabyte);

/** How fast transcripts are read, and how the time grows with their length: the median of seven runs, after one to warm up. */
export async function measureParser(): Promise<string> {
  // The first one would else pay for what Node learns of the program.
  for (const form of forms) timeOf(textOf(form, megabyte));
  const rows = forms.map((form) => {
    const times = sizes.map((size) => {
      const text = textOf(form, size);
      readTranscript(text);
      return quantile(Array.from({ length: runs }, () => timeOf(text)), 0.5);
    });
    return { name: form.name, times };
  });
  const slowest = Math.max(...rows.map(({ times }) => times.at(-1)!));
  return [
    table(
      ["read", ...sizes.map((size) => `${size / 1000} kB, ms`), "MB a second", "time of 1 MB over 8 × that of 125 kB"],
      rows.map(({ name, times }) => [name, ...times.map((time) => time.toFixed(0)), (1000 / times.at(-1)!).toFixed(1), (times.at(-1)! / (8 * times[0]!)).toFixed(2)]),
    ),
    verdict("a megabyte in less than a second, in the median", slowest / 1000, 1, "s"),
  ].join("\n\n");
}

function timeOf(text: string): number {
  const began = performance.now();
  readTranscript(text);
  return performance.now() - began;
}
