import { join } from "node:path";
import { projectFolder } from "../project.ts";
import { createLibrary, type Holdings, type Library } from "./library.ts";
import { readLibraryFolders } from "./read.ts";

/** The files that come with Intertitle. */
export const bundledData = join(projectFolder, "src", "data");

/**
 * Loads the bundled interviews, films, people and topics as one library, together with those of a folder of the host's.
 *
 * @param libraryDir a folder with `interviews`, `films`, `people` and `topics`, or some of these; it adds, and redefines nothing that is bundled
 * @throws DataProblem naming the file, its line, and what to mend, for the first thing that is wrong in any of them
 */
export async function loadLibrary(libraryDir?: string): Promise<Library> {
  return createLibrary(await loadHoldings([bundledData, ...(libraryDir === undefined ? [] : [libraryDir])]));
}

/** What these folders hold together. @throws DataProblem as loadLibrary does */
export async function loadHoldings(folders: readonly string[]): Promise<Holdings> {
  const { holdings, problems } = await readLibraryFolders(folders);
  if (problems[0]) throw problems[0];
  return holdings;
}
