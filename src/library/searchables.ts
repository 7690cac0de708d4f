import { titlesOfFilm, type Film } from "./film.ts";
import type { LibraryInterview, LibraryQuote } from "./library.ts";
import { namesOfPerson, type Person } from "./person.ts";
import type { Searchable } from "./search/segment.ts";

/** What search is told about quotes, in their order: what they name by all its names, and what stands around them. */
export function searchablesOf(
  quotes: readonly LibraryQuote[],
  { interviews, films, people }: { interviews: readonly LibraryInterview[]; films: readonly Film[]; people: readonly Person[] },
): Searchable[] {
  const interviewById = new Map(interviews.map((interview) => [interview.id, interview]));
  const names = new Map([
    ...films.map((film): [string, string] => [`film/${film.id}`, titlesOfFilm(film).join(" ")]),
    ...people.map((person): [string, string] => [`person/${person.id}`, namesOfPerson(person).join(" ")]),
  ]);
  const spelt = (kind: string, ids: readonly string[]) => ids.map((id) => names.get(`${kind}/${id}`)!);

  return quotes.map((quote) => {
    const { question } = interviewById.get(quote.interview)!.exchanges[quote.exchange]!;
    const people = [...new Set([...quote.names.people, ...quote.asked.people])];
    const films = [...new Set([...quote.names.films, ...quote.asked.films])];
    return {
      quote,
      named: [...spelt("film", quote.names.films), ...spelt("person", quote.names.people)].join(" "),
      around: [question, ...spelt("person", [quote.person, ...quote.asked.people]), ...spelt("film", quote.asked.films)].join(" "),
      marks: [`by/${quote.person}`, ...people.map((id) => `about/${id}`), ...films.map((id) => `film/${id}`), `in/${quote.interview}`],
    };
  });
}
