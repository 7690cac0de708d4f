import { titlesOfFilm, type Film } from "./film.ts";
import type { LibraryInterview, LibraryQuote } from "./library.ts";
import { namesOfPerson, type Person } from "./person.ts";
import { isEnglish } from "./search/english.ts";
import type { Searchable } from "./search/segment.ts";
import { stopWords, wordsOf } from "./words.ts";

/** So many exchanges later "he" may still mean whom the one before named: the next question often goes on from there. */
const STILL_MEANT = 1;

/**
 * What search is told about quotes, in their order: what they name by all its names, who speaks, what they may mean, and what stands
 * around them. "He was also a great pedagogue" is said of whoever was named last, in the question or before it.
 */
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

  let last = { interview: "", exchange: 0, names: "" };
  return quotes.map((quote) => {
    const { interview, exchange } = quote;
    const { question } = interviewById.get(interview)!.exchanges[exchange]!;
    const people = [...new Set([...quote.names.people, ...quote.asked.people])];
    const films = [...new Set([...quote.names.films, ...quote.asked.films])];
    const named = [...spelt("film", quote.names.films), ...spelt("person", quote.names.people)].join(" ");
    const asked = [...spelt("film", quote.asked.films), ...spelt("person", quote.asked.people)].join(" ");

    const isStillMeant = last.interview === interview && exchange - last.exchange <= (asked === "" ? STILL_MEANT : 0);
    const before = isStillMeant ? last.names : "";
    if (named !== "" || asked !== "") last = { interview, exchange, names: named === "" ? asked : named };
    return {
      quote,
      named,
      speaker: names.get(`person/${quote.person}`)!,
      names: namesAlone(`${named} ${asked} ${before}`),
      around: [question, asked, before, quote.topics].join(" "),
      marks: [`by/${quote.person}`, ...people.map((id) => `about/${id}`), ...films.map((id) => `film/${id}`), `in/${interview}`],
    };
  });
}

/** Of names, the words that are no others: "home" is a word more often than a film of that title. */
function namesAlone(names: string): string {
  return wordsOf(names).filter((word) => !isEnglish(word) && !stopWords.has(word)).join(" ");
}
