import { resolve } from "node:path";
import type * as z from "zod";
import { FrontMatterError, readFrontMatter, splitFrontMatter } from "../frontMatter.ts";
import { linesOf } from "../interview/blocks.ts";
import type { Interview } from "../interview/interview.ts";
import { interviewFieldProblems } from "../interview/frontMatter.ts";
import { frontMatterProblems } from "../interview/frontMatterProblems.ts";
import { NotAnInterview } from "../interview/notAnInterview.ts";
import { readTranscript } from "../interview/parse.ts";
import type { Warning } from "../interview/warnings.ts";
import { DataProblem, problemsAmong } from "./check.ts";
import { identifier, longestIdentifier } from "./fields.ts";
import { readFolder, type DataFile, type Kind } from "./files.ts";
import { filmSchema, type Film } from "./film.ts";
import type { Holdings, LibraryInterview } from "./library.ts";
import { personSchema, type Person } from "./person.ts";
import { readTopics, type Topics } from "./topics.ts";

/** What the folders of a library hold, and what is to be said of it. */
export interface LibraryReading {
  /** All that could be read. */
  holdings: Holdings;
  /** Everything that someone has to mend, in the order of the files, and then what is wrong between them. */
  problems: DataProblem[];
  /** What the parser was not sure of. */
  notes: Note[];
}

/** A remark on a file that is good enough as it is. */
export interface Note extends Warning {
  path: string;
}

/**
 * Reads folders with `interviews`, `films`, `people` and `topics` as one library. It finds everything that is wrong, not only the first thing.
 *
 * @param folders the bundled one first: a film of a later folder is added to its director's list of an earlier one
 */
export async function readLibraryFolders(folders: readonly string[]): Promise<LibraryReading> {
  const problems: DataProblem[] = [];
  const notes: Note[] = [];
  const found: DataFile[] = [];
  for (const folder of new Set(folders.map((each) => resolve(each)))) {
    found.push(...(await orProblem(readFolder(folder), problems)));
  }
  const files = withoutTwins(found, problems);
  problems.push(...files.flatMap((file) => problemsWithName(file)));

  const entries = new Map<object, DataFile>();
  function readEach<Entry extends object>(kind: Kind, read: (file: DataFile) => Entry | DataProblem[]): (Entry & { id: string })[] {
    return files.filter((file) => file.kind === kind).flatMap((file) => {
      const content = read(file);
      if (Array.isArray(content)) {
        problems.push(...content);
        return [];
      }
      const entry = { ...content, id: file.id };
      entries.set(entry, file);
      return entry;
    });
  }
  const interviews: LibraryInterview[] = readEach("interviews", (file) => readInterview(file, notes));
  const films: Film[] = readEach("films", (file) => readEntry(file, filmSchema, "summary"));
  const people: Person[] = readEach("people", (file) => readEntry(file, personSchema, "biography"));
  const topics: Topics[] = readEach("topics", ({ text }) => readTopics(text));
  problems.push(...problemsAmong({ interviews, films, people, topics, files, fileOf: (entry) => entries.get(entry)! }));
  // Whoever takes an interview away needs to think of nothing else.
  const orphans = files.filter(({ kind, id }) => kind === "topics" && !files.some((other) => other.kind === "interviews" && other.id === id));
  notes.push(...orphans.map(({ path, id }) => ({ path, message: `there is no interviews/${id}.md, so these topics lead nowhere` })));
  const passages = new Map(topics.map((one) => [one.id, one.passages]));
  return { holdings: { interviews: interviews.map((interview) => ({ ...interview, topics: passages.get(interview.id) })), films, people: people.map((person) => withTheirFilms(person, films)) }, problems, notes };
}

async function orProblem(reading: Promise<DataFile[]>, problems: DataProblem[]): Promise<DataFile[]> {
  try {
    return await reading;
  } catch (error) {
    if (!(error instanceof DataProblem)) throw error;
    problems.push(error);
    return [];
  }
}

/** Files of several folders may not have one id: the later one would redefine what links to the first mean. */
function withoutTwins(files: DataFile[], problems: DataProblem[]): DataFile[] {
  const byId = new Map<string, DataFile>();
  return files.filter((file) => {
    const other = byId.get(`${file.kind}/${file.id}`);
    if (other === undefined) byId.set(`${file.kind}/${file.id}`, file);
    else problems.push(new DataProblem(file.path, undefined, `there is ${other.path} already; give this file another name`));
    return other === undefined;
  });
}

function problemsWithName({ id, path }: DataFile): DataProblem[] {
  if (identifier.safeParse(id).success) return [];
  const what = id.length > longestIdentifier ? `is longer than ${longestIdentifier} characters` : "should be lower-case words joined by hyphens";
  return [new DataProblem(path, undefined, `the file's name ${what}`)];
}

function readInterview({ path, text }: DataFile, notes: Note[]): Interview | DataProblem[] {
  try {
    const { interview, warnings } = readTranscript(text);
    notes.push(...warnings.map((warning) => ({ ...warning, path })));
    return interview;
  } catch (error) {
    if (!(error instanceof NotAnInterview)) throw error;
    if (!(error.cause instanceof FrontMatterError)) return [new DataProblem(path, error.line, error.problem)];
    return interviewFieldProblems(linesOf(text)).map(({ line, message }) => new DataProblem(path, line, message));
  }
}

function readEntry<Schema extends z.ZodType<object>>({ path, text }: DataFile, schema: Schema, bodyField: string): z.output<Schema> | DataProblem[] {
  const file = splitFrontMatter(linesOf(text));
  try {
    return readFrontMatter(file, schema, bodyField);
  } catch (error) {
    if (!(error instanceof FrontMatterError)) throw error;
    return frontMatterProblems(file, schema, bodyField).map(({ line, message }) => new DataProblem(path, line, message));
  }
}

/** A person with all films in the list that name this director. */
function withTheirFilms(person: Person, films: Film[]): Person {
  const others = films.filter(({ id, directors }) => directors.includes(person.id) && !person.films.includes(id)).map(({ id }) => id);
  return others.length === 0 ? person : { ...person, films: [...person.films, ...others] };
}
