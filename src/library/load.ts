import { readdir, readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { z } from "zod";
import { FrontMatterError, readFrontMatter, splitFrontMatter } from "../frontMatter.ts";
import { NotAnInterview } from "../interview/notAnInterview.ts";
import { parseInterview } from "../interview/parse.ts";
import { checkReferences, DataProblem } from "./check.ts";
import { identifier } from "./fields.ts";
import { filmSchema } from "./film.ts";
import { createLibrary, type Library, type LibraryInterview } from "./library.ts";
import { personSchema } from "./person.ts";

/** The files that come with Intertitle; the same folder whether the program runs from src or from dist. */
export const bundledData = fileURLToPath(new URL("../../src/data/", import.meta.url));

/**
 * Loads a folder with `interviews`, `films` and `people` into a library.
 *
 * @throws DataProblem naming the file, its line, and what to mend, for the first thing that is wrong in any of them
 */
export async function loadLibrary(folder: string = bundledData): Promise<Library> {
  const [interviews, films, people] = await Promise.all([
    readEach(join(folder, "interviews"), readInterview),
    readEach(join(folder, "films"), (file, text) => readEntry(file, text, filmSchema, "summary")),
    readEach(join(folder, "people"), (file, text) => readEntry(file, text, personSchema, "biography")),
  ]);
  checkReferences({ interviews, films, people });
  return createLibrary({ interviews, films, people });
}

/** Reads every Markdown file of a folder but its notices, which are written in capitals. */
async function readEach<Entry>(folder: string, read: (file: string, text: string) => Entry): Promise<Entry[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".md") && name !== name.toUpperCase().replace(".MD", ".md"));
  const files = names.sort().map((name) => join(folder, name));
  return Promise.all(files.map(async (file) => read(file, await readFile(file, "utf8"))));
}

function readInterview(file: string, text: string): LibraryInterview {
  const id = idOf(file);
  try {
    return { id, ...parseInterview(text) };
  } catch (error) {
    if (error instanceof NotAnInterview) throw new DataProblem(file, undefined, error.message);
    throw error;
  }
}

function readEntry<Schema extends z.ZodType>(file: string, text: string, schema: Schema, bodyField: string) {
  const id = idOf(file);
  try {
    return { id, ...(readFrontMatter(splitFrontMatter(text.split(/\r?\n/)), schema, bodyField) as object) } as z.output<Schema> & {
      id: string;
    };
  } catch (error) {
    if (error instanceof FrontMatterError) throw new DataProblem(file, error.line, error.message);
    throw error;
  }
}

function idOf(file: string): string {
  const id = basename(file, ".md");
  const checked = identifier.safeParse(id);
  if (!checked.success) throw new DataProblem(file, undefined, `the file's name ${checked.error.issues[0]!.message}`);
  return id;
}
