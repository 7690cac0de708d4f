import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { basename, dirname, join, relative } from "node:path";
import { parseArgs } from "node:util";
import type { Interview } from "../interview/interview.ts";
import { NotAnInterview } from "../interview/notAnInterview.ts";
import { readTranscript } from "../interview/parse.ts";
import { writeTranscript } from "../interview/transcriptFile.ts";
import { DataProblem } from "../library/check.ts";
import { longestIdentifier } from "../library/fields.ts";
import type { Library } from "../library/library.ts";
import { bundledData, loadLibrary } from "../library/load.ts";
import { slugOf } from "../library/slug.ts";
import { latin1Remark, readTextFile } from "../textFile.ts";
import { DetailProblem, readDetail, withSource, type Ask, type Details } from "./details.ts";
import { newcomersText, previewText } from "./preview.ts";

/** Where words go to and come from. */
export interface Terminal {
  say: (words: string) => void;
  complain: (words: string) => void;
  /** Nothing where nobody is there to answer. */
  ask?: Ask | undefined;
}

const usage = `npm run import -- FILE… [--to DIR] [--replace] [--title WORDS] [--interviewer NAME] [--publication NAME] [--url LINK] [--date DAY]`;
const rights = "Have the right to use it: the words stay those of who said and published them.";

/** What was asked for on the command line. */
interface Order {
  files: string[];
  to: string | undefined;
  replace: boolean;
  details: Details;
}

/**
 * Reads each file, shows what was understood, asks for what is missing, and writes the transcript file; one that fails stops no other.
 *
 * @param words of the command line
 * @param libraryDir the host's own folder, where files go to unless another is named
 * @returns the exit code: 0 when all were written
 */
export async function runImport(words: string[], libraryDir: string | undefined, terminal: Terminal): Promise<number> {
  try {
    const order = readOrder(words);
    const folder = order.to ?? libraryDir ?? bundledData;
    const library = await loadLibrary(existsSync(folder) ? folder : undefined);
    let failed = 0;
    for (const file of order.files) {
      if (order.files.length > 1) terminal.say(`== ${file}\n`);
      if (!(await importFile(file, folder, order, library, terminal))) failed += 1;
    }
    return failed === 0 ? 0 : 1;
  } catch (error) {
    if (!(error instanceof DetailProblem || error instanceof DataProblem)) throw error;
    terminal.complain(error.message);
    return 1;
  }
}

function readOrder(words: string[]): Order {
  const text = { type: "string" } as const;
  try {
    const { positionals: files, values } = parseArgs({
      args: words,
      allowPositionals: true,
      options: { to: text, replace: { type: "boolean", default: false }, title: text, interviewer: text, publication: text, url: text, date: text },
    });
    const { to, replace, ...typed } = values;
    if (files.length === 0) throw new DetailProblem(`Name a file, as in: ${usage}`);
    if (files.length > 1 && (typed.title !== undefined || typed.url !== undefined)) throw new DetailProblem("A title and a link are one interview's: import that file by itself.");
    const details: Details = {};
    for (const field of ["title", "interviewer", "publication", "url", "date"] as const) {
      const written = typed[field];
      if (written !== undefined) details[field] = readDetail(field, written);
    }
    return { files, to, replace, details };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new DetailProblem(`${error.message.split(". ")[0]}. As in: ${usage}`, { cause: error });
  }
}

async function importFile(file: string, folder: string, { replace, details }: Order, library: Library, { say, complain, ask }: Terminal): Promise<boolean> {
  try {
    const { text, encoding } = await readTextFile(file);
    if (encoding === "Latin-1") complain(latin1Remark);
    const reading = readTranscript(text);
    const interview: Interview = { ...reading.interview, ...details };
    const id = slugOf(interview.title, longestIdentifier);
    say(previewText({ ...reading, interview }, id, library));
    const whole = await withSource(interview, ask, complain);
    const path = await write(writeTranscript(whole), id, folder, replace, library);
    const newcomers = newcomersText(whole, library);
    if (newcomers !== "") say(newcomers);
    say(`${shownPath(path)} is written. ${rights}`);
    return true;
  } catch (error) {
    if (!(error instanceof NotAnInterview || error instanceof DetailProblem)) throw error;
    complain(`${basename(file)}: ${error.message}`);
    return false;
  }
}

async function write(text: string, id: string, folder: string, replace: boolean, library: Library): Promise<string> {
  const path = join(folder, "interviews", `${id}.md`);
  if (library.interview(id) !== undefined && !existsSync(path)) {
    throw new DetailProblem(`An interview that comes with Intertitle is called ${id} already: another --title makes another file.`);
  }
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text, { flag: replace ? "w" : "wx" });
    return path;
  } catch (error) {
    if (!(error instanceof Error && "code" in error)) throw error;
    if (error.code === "EEXIST") throw new DetailProblem(`${shownPath(path)} is there already: --replace writes over it, and another --title makes another file.`, { cause: error });
    throw new DetailProblem(`${shownPath(path)} cannot be written (${String(error.code)}).`, { cause: error });
  }
}

function shownPath(path: string): string {
  const near = relative(process.cwd(), path);
  return near.startsWith("..") ? path : near;
}
