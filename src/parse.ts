/**
 * `npm run --silent parse -- FILE` prints the interview that a file holds, as JSON, and its warnings beside it.
 * With `--explain` it prints every line with the role that it was given instead.
 */
import { explain } from "./interview/explain.ts";
import type { Interview } from "./interview/interview.ts";
import { NotAnInterview } from "./interview/notAnInterview.ts";
import { readTranscript } from "./interview/parse.ts";
import { showWarning } from "./interview/warnings.ts";
import { latin1Remark, readTextFile } from "./textFile.ts";

const EXPLAIN = "--explain";

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
    const { text, encoding } = await readTextFile(file);
    if (encoding === "Latin-1") process.stderr.write(`${latin1Remark}\n`);
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
