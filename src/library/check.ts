import { titlesOfFilm, type Film } from "./film.ts";
import type { LibraryInterview } from "./library.ts";
import { namesOfPerson, type Person } from "./person.ts";
import { fold } from "./words.ts";

/** A file of the library that someone has to mend, with the line where that is known. */
export class DataProblem extends Error {
  override readonly name = "DataProblem";

  constructor(file: string, line: number | undefined, problem: string) {
    super(`${file}${line === undefined ? "" : `:${line}`}: ${problem}`);
  }
}

/** A file as it was read. */
export interface TextFile {
  path: string;
  text: string;
}

interface Entries {
  interviews: LibraryInterview[];
  films: Film[];
  people: Person[];
  /** The file of each of them. */
  files: Map<object, TextFile>;
}

/**
 * Checks what no file can know alone: that what it refers to exists, that films and people agree, that no name means two
 * things, and that every interview has its source.
 *
 * @throws DataProblem for the first thing that is wrong
 */
export function checkReferences({ interviews, films, people, files }: Entries): void {
  /** A problem on the first line of the entry's file that holds the words in question. */
  const problem: MakeProblem = (entry, words, what) => {
    const { path, text } = files.get(entry)!;
    const line = text.split("\n").findIndex((one) => one.includes(words)) + 1;
    return new DataProblem(path, line === 0 ? undefined : line, what);
  };
  checkFilms(films, people, problem);
  checkPeople(films, people, problem);
  const names = new Set(people.flatMap((person) => namesOfPerson(person).map(fold)));
  for (const interview of interviews) {
    for (const field of ["interviewer", "publication", "url", "date"] as const) {
      if (!interview[field]) throw problem(interview, "---", `"${field}" is missing, and every quote needs its source`);
    }
    for (const { name } of interview.speakers) {
      if (!names.has(fold(name))) throw problem(interview, name, `the speaker ${name} has no file in people`);
    }
  }
}

type MakeProblem = (entry: object, words: string, what: string) => DataProblem;

function checkFilms(films: Film[], people: Person[], problem: MakeProblem): void {
  const titles = new Map<string, Film>();
  for (const film of films) {
    for (const id of film.directors) {
      const director = people.find((person) => person.id === id);
      if (!director) throw problem(film, id, `there is no people/${id}.md`);
      if (!director.films.includes(film.id)) throw problem(director, "films:", `"films" lacks ${film.id}, which names this director`);
    }
    for (const title of titlesOfFilm(film)) {
      const other = titles.get(fold(title));
      // Remakes share a title; two films of one title and one year nobody could tell apart.
      if (other && other.id !== film.id && other.year === film.year) {
        throw problem(film, title, `"${title}" is also a title of films/${other.id}.md, of the same year`);
      }
      titles.set(fold(title), film);
    }
  }
}

function checkPeople(films: Film[], people: Person[], problem: MakeProblem): void {
  const names = new Map<string, Person>();
  for (const person of people) {
    for (const id of person.films) {
      if (typeof id !== "string") continue;
      const film = films.find((one) => one.id === id);
      if (!film) throw problem(person, id, `there is no films/${id}.md`);
      if (!film.directors.includes(person.id)) throw problem(film, "directors:", `"directors" lacks ${person.id}, who lists this film`);
    }
    for (const name of namesOfPerson(person)) {
      const other = names.get(fold(name));
      if (other && other.id !== person.id) throw problem(person, name, `"${name}" is also a name of people/${other.id}.md`);
      names.set(fold(name), person);
    }
  }
}
