/**
 * `npm run import -- FILE… [--to DIR]` writes published interviews as transcript files into DIR, else into the folder that
 * LIBRARY_DIR names, else among the bundled ones, and shows what it understood of them.
 */
import { createInterface } from "node:readline/promises";
import { config as readDotenv } from "dotenv";
import { ConfigProblem, readConfig } from "./config.ts";
import { runImport } from "./importing/run.ts";
import type { Ask } from "./importing/details.ts";

/** Asks at the terminal; whoever ends the input has gone. */
const ask: Ask = async (question) => {
  const lines = createInterface({ input: process.stdin, output: process.stdout });
  const gone = new AbortController();
  lines.once("close", () => gone.abort());
  try {
    return await lines.question(question, { signal: gone.signal });
  } catch (error) {
    if (!gone.signal.aborted) throw error;
    process.stdout.write("\n");
    return undefined;
  } finally {
    lines.close();
  }
};

try {
  readDotenv({ quiet: true });
  process.exitCode = await runImport(process.argv.slice(2), readConfig(process.env).libraryDir, {
    say: (words) => process.stdout.write(`${words}\n`),
    complain: (words) => process.stderr.write(`${words}\n`),
    ask: process.stdin.isTTY && process.stdout.isTTY ? ask : undefined,
  });
} catch (error) {
  if (!(error instanceof ConfigProblem)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
