/**
 * `npm run check [-- DIR]` looks a library's folder through, together with the bundled one, as the bot would load them (the
 * folder that LIBRARY_DIR names, unless told), and prints everything that is wrong in both.
 */
import { relative } from "node:path";
import { config as readDotenv } from "dotenv";
import { ConfigProblem, readConfig } from "./config.ts";
import { counted } from "./embeds/counted.ts";
import { createLibrary } from "./library/library.ts";
import { bundledData } from "./library/load.ts";
import { readLibraryFolders } from "./library/read.ts";

async function main([folder, ...others]: string[]): Promise<number> {
  if (others.length > 0 || folder?.startsWith("-")) throw new ConfigProblem("Name one folder, or none: npm run check -- DIR");
  readDotenv({ quiet: true });
  const own = folder ?? readConfig(process.env).libraryDir;
  const { holdings, problems, notes } = await readLibraryFolders([bundledData, ...(own === undefined ? [] : [own])]);
  for (const { path, line, message } of notes) process.stdout.write(`${place(path, line)}: note: ${message}\n`);
  for (const { file, line, problem } of problems) process.stderr.write(`${place(file, line)}: ${problem}\n`);
  const noted = notes.length === 0 ? "" : `, ${counted(notes.length, "note")}`;
  if (problems.length > 0) {
    process.stderr.write(`${counted(problems.length, "fault")} to mend${noted}.\n`);
    return 1;
  }
  const { interviews, quotes, films, people } = createLibrary(holdings);
  const counts = [counted(interviews.length, "interview"), counted(quotes.length, "quote"), counted(films.length, "film"), people.length === 1 ? "1 person" : `${people.length} people`];
  process.stdout.write(`All is well: ${counts.join(", ")}${noted}.\n`);
  return 0;
}

/** A place in a file as editors open it. */
function place(path: string, line: number | undefined): string {
  const near = relative(process.cwd(), path);
  return `${near.startsWith("..") || near === "" ? path : near}${line === undefined ? "" : `:${line}`}`;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof ConfigProblem)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
