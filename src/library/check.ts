import type { Film } from "./film.ts";
import type { LibraryInterview } from "./library.ts";
import type { Person } from "./person.ts";
import { fold } from "./words.ts";

/** A file of the library that someone has to mend, with the line where that is known. */
export class DataProblem extends Error {
  override readonly name = "DataProblem";

  constructor(file: string, line: number | undefined, problem: string) {
    super(`${file}${line === undefined ? "" : `:${line}`}: ${problem}`);
  }
}

/**
 * Checks what no file can know alone: that what it refers to exists, and that no name means two things.
 *
 * @throws DataProblem for the first thing that is wrong
 */
export function checkReferences({
  interviews,
  films,
  people,
}: {
  interviews: LibraryInterview[];
  films: Film[];
  people: Person[];
}): void {
  const filmIds = new Map(films.map((film) => [film.id, film]));
  const peopleIds = new Map(people.map((person) => [person.id, person]));
  const titles = new Map<string, string>();
  for (const film of films) {
    const file = `films/${film.id}.md`;
    for (const director of film.directors) {
      const person = peopleIds.get(director);
      if (!person) throw new DataProblem(file, undefined, `directors: there is no people/${director}.md`);
      if (!person.films.includes(film.id)) {
        throw new DataProblem(`people/${director}.md`, undefined, `films: ${film.id} is missing, which names this director`);
      }
    }
    for (const title of [film.title, film.originalTitle, film.transliteration, ...film.aliases]) {
      if (title === undefined) continue;
      const other = titles.get(fold(title));
      if (other !== undefined && other !== film.id && filmIds.get(other)!.year === film.year) {
        throw new DataProblem(file, undefined, `"${title}" is also a title of films/${other}.md, of the same year`);
      }
      titles.set(fold(title), film.id);
    }
  }
  const names = new Map<string, string>();
  for (const person of people) {
    const file = `people/${person.id}.md`;
    for (const film of person.films) {
      if (typeof film !== "string") continue;
      const entry = filmIds.get(film);
      if (!entry) throw new DataProblem(file, undefined, `films: there is no films/${film}.md`);
      if (!entry.directors.includes(person.id)) {
        throw new DataProblem(`films/${film}.md`, undefined, `directors: ${person.id} is missing, who lists this film`);
      }
    }
    for (const name of [person.name, person.nativeName, ...person.aliases]) {
      if (name === undefined) continue;
      const other = names.get(fold(name));
      if (other !== undefined && other !== person.id) {
        throw new DataProblem(file, undefined, `"${name}" is also a name of people/${other}.md`);
      }
      names.set(fold(name), person.id);
    }
  }
  for (const interview of interviews) {
    const file = `interviews/${interview.id}.md`;
    for (const field of ["interviewer", "publication", "url", "date"] as const) {
      if (!interview[field]) throw new DataProblem(file, undefined, `${field}: is missing, and every quote needs its source`);
    }
    for (const { name } of interview.speakers) {
      if (!names.has(fold(name))) throw new DataProblem(file, undefined, `speakers: ${name} has no file in people`);
    }
  }
}
