/** `npm run --silent parse -- FILE` prints the interview that a file holds, as JSON. */
import { readFile, stat } from "node:fs/promises";
import { decodeText } from "./interview/decode.ts";
import type { Interview } from "./interview/interview.ts";
import { NotAnInterview } from "./interview/notAnInterview.ts";
import { parseInterview } from "./interview/parse.ts";

const MEGABYTE = 1_000_000;
const LARGEST = 16 * MEGABYTE;

/** The text of a file. Throws NotAnInterview when there is no such file, or it is no text. */
async function readText(file: string): Promise<string> {
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

/** An interview as other programs read it: what is absent is null, and an answer's paragraphs are one text. */
function toJson({ interviewer, exchanges, ...interview }: Interview): string {
  const { title, headline, publication, url, date, translator, translatedFrom, ...lists } = interview;
  const about = { title, headline, author: interviewer, publication, url, date, translator, translatedFrom };
  const spoken = exchanges.map(({ question, answers }) => ({
    question,
    answers: answers.map(({ speaker, paragraphs }) => ({ speaker, text: paragraphs.join("\n\n") })),
  }));
  return JSON.stringify({ ...about, ...lists, exchanges: spoken }, (_key, value: unknown) => (value === undefined ? null : value), 2);
}

async function main([file, ...others]: string[]): Promise<number> {
  if (file === undefined || others.length > 0) {
    process.stderr.write("Name one file, as in: npm run --silent parse -- interview.txt\n");
    return 1;
  }
  try {
    process.stdout.write(`${toJson(parseInterview(await readText(file)))}\n`);
    return 0;
  } catch (error) {
    if (!(error instanceof NotAnInterview)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 1;
  }
}

process.exitCode = await main(process.argv.slice(2));
