import type { Interview } from "../../src/interview/interview.ts";
import { NotAnInterview } from "../../src/interview/notAnInterview.ts";
import { readTranscript } from "../../src/interview/parse.ts";
import { cutQuotes } from "../../src/interview/quotes.ts";
import { writeTranscript } from "../../src/interview/transcriptFile.ts";
import { quantile, table, verdict } from "../figures.ts";
import { hostileTexts } from "./hostile.ts";
import { forms, textOf } from "./texts.ts";

const runs = 7;
const megabyte = 1_000_000;
const sizes = [1 / 8, 1 / 4, 1 / 2, 1].map((share) => share * megabyte);

/** How fast transcripts are read, how the time grows with their length, and what the worst of texts cost: the median of seven runs, after one to warm up. */
export async function measureParser(): Promise<string> {
  // The first one would else pay for what Node learns of the program.
  for (const form of forms) timeOf(() => readTranscript(textOf(form, megabyte)));
  const rows = forms.map((form) => {
    const times = sizes.map((size) => {
      const text = textOf(form, size);
      return medianOf(() => readTranscript(text));
    });
    return { name: form.name, times };
  });
  const slowest = Math.max(...rows.map(({ times }) => times.at(-1)!));
  const worst = hostileTexts(megabyte).map(([name, text]) => ({ name, times: timesOf(text) }));
  return [
    table(
      ["read", ...sizes.map((size) => `${size / 1000} kB, ms`), "MB a second", "time of 1 MB over 8 × that of 125 kB"],
      rows.map(({ name, times }) => [name, ...times.map((time) => time.toFixed(0)), (1000 / times.at(-1)!).toFixed(1), (times.at(-1)! / (8 * times[0]!)).toFixed(2)]),
    ),
    verdict("a megabyte in less than a second, in the median", slowest / 1000, 1, "s"),
    table(["a megabyte of", "read, ms", "cut into quotes, ms", "written, ms"], worst.map(({ name, times: [read, ...others] }) => [name, read!.toFixed(0), ...(others.length > 0 ? others.map((time) => time.toFixed(0)) : ["refused", ""])])),
    verdict("the worst megabyte in less than a second a step, in the median", Math.max(...worst.flatMap(({ times }) => times)) / 1000, 1, "s"),
  ].join("\n\n");
}

/** What it takes to read a text, to cut it into quotes and to write it as a transcript file; or to refuse it. */
function timesOf(text: string): number[] {
  const interview = readOrRefused(text);
  const read = medianOf(() => readOrRefused(text));
  return interview === undefined ? [read] : [read, medianOf(() => cutQuotes(interview)), medianOf(() => writeTranscript(interview))];
}

function readOrRefused(text: string): Interview | undefined {
  try {
    return readTranscript(text).interview;
  } catch (error) {
    if (error instanceof NotAnInterview) return undefined;
    throw error;
  }
}

function medianOf(step: () => unknown): number {
  step();
  return quantile(Array.from({ length: runs }, () => timeOf(step)), 0.5);
}

function timeOf(step: () => unknown): number {
  const began = performance.now();
  step();
  return performance.now() - began;
}
