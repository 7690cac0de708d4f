/** npm run speed [-- SIZES [ENGINES]], each a list with commas: machine-made queries on corpora of several sizes. */
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { fileURLToPath } from "node:url";
import { bundled, corpus } from "./corpora.ts";
import { engines } from "./engines.ts";
import type { Measured } from "./measure.ts";

/** In milliseconds; an engine that has not finished by then is given up. */
const LONGEST = 600_000;

const run = promisify(execFile);
const [sizes = `${bundled},150,1000,10000,100000,300000`, names = ""] = process.argv.slice(2);

for (const size of sizes.split(",").map(Number)) {
  await corpus(size);
  console.log(`\n${size} quotes\n`);
  console.log("| engine | MRR@5: words, one typo, two typos, prefix | query: median, p99 | keystroke: median, p99 | build | memory | saved | loaded |");
  console.log("|---|---|---|---|---|---|---|---|");
  for (const name of names === "" ? Object.keys(engines) : names.split(";")) {
    console.log(`| ${name} | ${await rowOf(name, size)} |`);
  }
}

async function rowOf(name: string, size: number): Promise<string> {
  const measureFile = fileURLToPath(new URL("measure.ts", import.meta.url));
  const options = ["--expose-gc", "--max-old-space-size=8000", "--import", "tsx", measureFile, name, String(size)];
  try {
    const { stdout } = await run(process.execPath, options, { timeout: LONGEST, cwd: fileURLToPath(new URL(".", import.meta.url)) });
    return cells(JSON.parse(stdout) as Measured).join(" | ");
  } catch (error) {
    const { killed } = error as { killed?: boolean };
    if (!killed) console.error(error);
    return killed ? `not done after ${LONGEST / 1000} s | | | | | |` : "failed | | | | | |";
  }
}

function cells({ quality, query, keystroke, build, memory, saved, loaded }: Measured): string[] {
  return [
    `${Object.values(quality).map((mrr) => mrr.toFixed(3)).join(" ")}${query.count < 400 ? ` (of ${query.count})` : ""}`,
    `${milliseconds(query.median)} ${milliseconds(query.p99)}`,
    `${milliseconds(keystroke.median)} ${milliseconds(keystroke.p99)}`,
    `${milliseconds(build)} ms`,
    `${memory.toFixed(1)} MB`,
    saved === undefined ? "–" : `${saved.toFixed(1)} MB`,
    loaded === undefined ? "–" : `${milliseconds(loaded)} ms`,
  ];
}

function milliseconds(value: number): string {
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}
