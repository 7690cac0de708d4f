import { cutQuotes } from "../interview/quotes.ts";
import type { DataFile } from "./files.ts";
import { titlesOfFilm, type Film } from "./film.ts";
import type { Holdings } from "./library.ts";
import { namesOfPerson, type Person } from "./person.ts";
import { longestTopics, quotesBeginning, type Topics } from "./topics.ts";
import { fold } from "./words.ts";

/** A file of the library that someone has to mend, with the line where that is known. */
export class DataProblem extends Error {
  override readonly name = "DataProblem";
  readonly file: string;
  readonly line: number | undefined;
  readonly problem: string;

  constructor(file: string, line: number | undefined, problem: string, options?: ErrorOptions) {
    super(`${file}${line === undefined ? "" : `:${line}`}: ${problem}`, options);
    this.file = file;
    this.line = line;
    this.problem = problem;
  }
}

interface Entries extends Holdings {
  topics: readonly Topics[];
  /** All files, those too that hold no entry because something in them is wrong. */
  files: readonly DataFile[];
  fileOf: (entry: object) => DataFile;
}

/**
 * Everything wrong that no file can know alone: references to what does not exist, films and people that disagree, names that mean two
 * things, interviews without their source, topics of what nobody says. What refers to a file that could not be read is not judged.
 */
export function problemsAmong(entries: Entries): DataProblem[] {
  return [...problemsWithFilms(entries), ...problemsWithPeople(entries), ...problemsWithInterviews(entries), ...problemsWithTopics(entries)];
}

/** A problem on the first line of a file that holds the words in question. */
function problemAt({ path, text }: DataFile, words: string, what: string): DataProblem {
  const line = text.split("\n").findIndex((one) => one.includes(words)) + 1;
  return new DataProblem(path, line === 0 ? undefined : line, what);
}

function problemsWithFilms({ films, people, files, fileOf }: Entries): DataProblem[] {
  const titles = new Map<string, Film>();
  return films.flatMap((film) => {
    const file = fileOf(film);
    const problems: DataProblem[] = [];
    for (const id of film.directors) {
      const director = people.find((person) => person.id === id);
      if (director === undefined) {
        if (!isThere(files, "people", id)) problems.push(problemAt(file, id, `there is no people/${id}.md`));
      } else if (!director.films.includes(film.id) && fileOf(director).folder === file.folder) {
        problems.push(problemAt(fileOf(director), "films:", `"films" lacks ${film.id}, which names this director`));
      }
    }
    for (const title of titlesOfFilm(film)) {
      const other = titles.get(fold(title));
      // Remakes share a title; two films of one title and one year nobody could tell apart.
      if (other !== undefined && other !== film && other.year === film.year) {
        problems.push(problemAt(file, title, `"${title}" is also a title of ${nameFor(fileOf(other), file)}, of the same year`));
      }
      titles.set(fold(title), film);
    }
    return problems;
  });
}

function problemsWithPeople({ films, people, files, fileOf }: Entries): DataProblem[] {
  const names = new Map<string, Person>();
  return people.flatMap((person) => {
    const file = fileOf(person);
    const problems: DataProblem[] = [];
    for (const id of person.films) {
      if (typeof id !== "string") continue;
      const film = films.find((one) => one.id === id);
      if (film === undefined) {
        if (!isThere(files, "films", id)) problems.push(problemAt(file, id, `there is no films/${id}.md`));
      } else if (!film.directors.includes(person.id)) {
        const isOwn = fileOf(film).folder === file.folder;
        problems.push(isOwn ? problemAt(fileOf(film), "directors:", `"directors" lacks ${person.id}, who lists this film`) : problemAt(file, id, `${nameFor(fileOf(film), file)} names other directors`));
      }
    }
    for (const name of namesOfPerson(person)) {
      const other = names.get(fold(name));
      if (other !== undefined && other !== person) problems.push(problemAt(file, name, `"${name}" is also a name of ${nameFor(fileOf(other), file)}`));
      names.set(fold(name), person);
    }
    return problems;
  });
}

/** Rule: a quote is shown with its source, always. Who asked and when it was published may be known to nobody. */
export const neededSource = ["publication", "url"] as const;

function problemsWithInterviews({ interviews, fileOf }: Entries): DataProblem[] {
  return interviews.flatMap((interview) => {
    const missing = neededSource.filter((field) => !interview[field]);
    return missing.map((field) => problemAt(fileOf(interview), "---", `"${field}" is missing, and every quote needs its source`));
  });
}

function problemsWithTopics({ topics, interviews, fileOf }: Entries): DataProblem[] {
  return topics.flatMap((entry) => {
    const { id, passages, strays } = entry;
    const { path } = fileOf(entry);
    const interview = interviews.find((one) => one.id === id);
    const quotes = interview && cutQuotes(interview);
    const told = new Set<string>();
    const problems = strays.map((line) => new DataProblem(path, line, "a heading here is ## and a space, and then the first words of a quote"));
    if (passages.length === 0 && strays.length === 0) problems.push(new DataProblem(path, 1, "there is no heading, such as ## The first words of a quote"));
    for (const { beginning, topics, line } of passages) {
      const found = quotes && quotesBeginning(beginning, quotes);
      const tell = (problem: string) => problems.push(new DataProblem(path, line, problem));
      if (found && found.length !== 1) tell(`"${beginning}" begins ${found.length === 0 ? "no quote" : `${found.length} quotes`} of ${id}; a heading takes the first words of one`);
      else if (found?.some((quote) => told.has(quote))) tell("an earlier heading begins the same quote");
      else if (topics === "") tell("there are no topics below this heading");
      if (topics.length > longestTopics) tell(`the topics below this heading are longer than ${longestTopics} characters`);
      if (found?.length === 1) told.add(found[0]!);
    }
    return problems;
  });
}

function isThere(files: readonly DataFile[], kind: DataFile["kind"], id: string): boolean {
  return files.some((file) => file.kind === kind && file.id === id);
}

/** A file as another one's problem names it: shortly when both are of one folder. */
function nameFor({ kind, id, path, folder }: DataFile, other: DataFile): string {
  return folder === other.folder ? `${kind}/${id}.md` : path;
}
