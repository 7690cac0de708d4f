import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** Where a test document is. */
export function documentPath(name: string): string {
  return fileURLToPath(new URL(`documents/${name}`, import.meta.url));
}

/** The text of a test document. */
export function readDocument(name: string): string {
  return readFileSync(documentPath(name), "utf8");
}

/** The text of the interview that comes with the bot. */
export function readBundled(): string {
  return readFileSync(new URL("../../src/data/interviews/from-russia-with-love-of-film.md", import.meta.url), "utf8");
}
