import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { DataProblem } from "./check.ts";

/** The subfolders of a library, and what each of their files is about. */
export const kinds = ["interviews", "films", "people", "topics"] as const;
export type Kind = (typeof kinds)[number];

/** A file of a library, as it was read. */
export interface DataFile {
  kind: Kind;
  /** Its name without the ending, by which links and other files refer to it. */
  id: string;
  path: string;
  /** The library's folder. */
  folder: string;
  text: string;
}

/**
 * All files of a library's folder, in order of their kinds and names; a subfolder that is missing has none.
 *
 * @throws DataProblem when there is no such folder, or a file may not be read or is not in UTF-8
 */
export async function readFolder(folder: string): Promise<DataFile[]> {
  const found = await stat(folder).catch(() => undefined);
  if (!found?.isDirectory()) throw new DataProblem(folder, undefined, "there is no such folder; a library is a folder with interviews, films and people in it");
  const files = await Promise.all(kinds.map((kind) => readKind(folder, kind)));
  return files.flat();
}

/** Every Markdown file of a subfolder but its notices, which are written in capitals. */
async function readKind(folder: string, kind: Kind): Promise<DataFile[]> {
  const names = (await namesIn(join(folder, kind))).filter((name) => name.endsWith(".md") && !/^[A-Z]+\.md$/.test(name)).sort();
  return Promise.all(
    names.map(async (name) => {
      const path = join(folder, kind, name);
      return { kind, id: name.slice(0, -".md".length), path, folder, text: await readText(path) };
    }),
  );
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw new DataProblem(folder, undefined, "the folder may not be read", { cause: error });
  }
}

async function readText(path: string): Promise<string> {
  const bytes = await readFile(path).catch((cause: unknown) => {
    throw new DataProblem(path, undefined, "the file may not be read", { cause });
  });
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new DataProblem(path, undefined, "the file is not in UTF-8", { cause });
  }
}
