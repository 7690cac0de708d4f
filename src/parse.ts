/**
 * `npm run --silent parse -- FILE` prints the interview that a file holds, as JSON, and its warnings beside it.
 * With `--explain` it prints every line with the role that it was given instead.
 */
import { readFile, stat } from "node:fs/promises";
import { decodeText, type DecodedText } from "./interview/decode.ts";
import { explain } from "./interview/explain.ts";
import type { Interview } from "./interview/interview.ts";
import { NotAnInterview } from "./interview/notAnInterview.ts";
import { readTranscript } from "./interview/parse.ts";
import { showWarning } from "./interview/warnings.ts";

const MEGABYTE = 1_000_000;
const LARGEST = 16 * MEGABYTE;
const EXPLAIN = "--explain";

/** The text of a file, and how its bytes were understood. Throws NotAnInterview when there is no such file, or it is no text. */
async function readText(file: string): Promise<DecodedText> {
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

async function main(words: string[]): Promise<number> {
  const [file, ...others] = words.filter((word) => word !== EXPLAIN);
  if (file === undefined || others.length > 0) {
    process.stderr.write(`Name one file, as in: npm run --silent parse -- interview.txt [${EXPLAIN}]\n`);
    return 1;
  }
  try {
    const { text, encoding } = await readText(file);
    if (encoding === "Latin-1") process.stderr.write("This is not in UTF-8, and was read as Latin-1: look at its accents and quotation marks.\n");
    const reading = readTranscript(text);
    if (words.includes(EXPLAIN)) process.stdout.write(`${explain(reading)}\n`);
    else {
      process.stdout.write(`${toJson(reading.interview)}\n`);
      for (const warning of reading.warnings) process.stderr.write(`${showWarning(warning)}\n`);
    }
    return 0;
  } catch (error) {
    if (!(error instanceof NotAnInterview)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 1;
  }
}

process.exitCode = await main(process.argv.slice(2));
