import { readdir, readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import type * as z from "zod";
import { FrontMatterError, readFrontMatter, splitFrontMatter } from "../frontMatter.ts";
import type { Interview } from "../interview/interview.ts";
import { NotAnInterview } from "../interview/notAnInterview.ts";
import { parseInterview } from "../interview/parse.ts";
import { projectFolder } from "../project.ts";
import { checkReferences, DataProblem, type TextFile } from "./check.ts";
import { identifier } from "./fields.ts";
import { filmSchema } from "./film.ts";
import { createLibrary, type Library } from "./library.ts";
import { personSchema } from "./person.ts";

/** The files that come with Intertitle. */
export const bundledData = join(projectFolder, "src", "data");

/**
 * Loads a folder with `interviews`, `films` and `people` into a library.
 *
 * @throws DataProblem naming the file, its line, and what to mend, for the first thing that is wrong in any of them
 */
export async function loadLibrary(folder: string = bundledData): Promise<Library> {
  const files = new Map<object, TextFile>();
  const [interviews, films, people] = await Promise.all([
    readEach(join(folder, "interviews"), readInterview, files),
    readEach(join(folder, "films"), (path, text) => readEntry(path, text, filmSchema, "summary"), files),
    readEach(join(folder, "people"), (path, text) => readEntry(path, text, personSchema, "biography"), files),
  ]);
  checkReferences({ interviews, films, people, files });
  return createLibrary({ interviews, films, people });
}

/** Reads every Markdown file of a folder but its notices, which are written in capitals, and notes which file made which entry. */
async function readEach<Entry>(
  folder: string,
  read: (path: string, text: string) => Entry,
  files: Map<object, TextFile>,
): Promise<(Entry & { id: string })[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".md") && !/^[A-Z]+\.md$/.test(name)).sort();
  return Promise.all(
    names.map(async (name) => {
      const path = join(folder, name);
      const text = await readFile(path, "utf8");
      const entry = { ...read(path, text), id: idOf(path) };
      files.set(entry, { path, text });
      return entry;
    }),
  );
}

function readInterview(path: string, text: string): Interview {
  try {
    return parseInterview(text);
  } catch (error) {
    if (error instanceof NotAnInterview) throw new DataProblem(path, undefined, error.message);
    throw error;
  }
}

function readEntry<Schema extends z.ZodType>(path: string, text: string, schema: Schema, bodyField: string): z.output<Schema> {
  try {
    return readFrontMatter(splitFrontMatter(text.split(/\r?\n/)), schema, bodyField);
  } catch (error) {
    if (error instanceof FrontMatterError) throw new DataProblem(path, error.line, error.message);
    throw error;
  }
}

function idOf(path: string): string {
  const id = basename(path, ".md");
  const checked = identifier.safeParse(id);
  if (!checked.success) throw new DataProblem(path, undefined, `the file's name ${checked.error.issues[0]!.message}`);
  return id;
}
