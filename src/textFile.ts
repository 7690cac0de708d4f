import { readFile, stat } from "node:fs/promises";
import { decodeText, type DecodedText } from "./interview/decode.ts";
import { NotAnInterview } from "./interview/notAnInterview.ts";

const MEGABYTE = 1_000_000;
const LARGEST = 16 * MEGABYTE;

/** What is said of a file whose encoding was guessed. */
export const latin1Remark = "This is not in UTF-8, and was read as Latin-1: look at its accents and quotation marks.";

/** The text of a file, and how its bytes were understood. Throws NotAnInterview when there is no such file, or it is no text. */
export async function readTextFile(file: string): Promise<DecodedText> {
  const found = await stat(file).catch((cause: unknown) => {
    throw new NotAnInterview("There is no such file, or it may not be read.", { cause });
  });
  if (found.isDirectory()) throw new NotAnInterview("This is a folder: name a file in it.");
  if (!found.isFile()) throw new NotAnInterview("This is no ordinary file.");
  if (found.size > LARGEST) throw new NotAnInterview(`The file is larger than ${LARGEST / MEGABYTE} MB.`);
  const bytes = await readFile(file).catch((cause: unknown) => {
    throw new NotAnInterview("The file may not be read.", { cause });
  });
  return decodeText(bytes);
}
