import { cutQuotes } from "../interview/quotes.ts";
import type { Interview } from "../interview/interview.ts";
import type { Quote } from "../interview/quote.ts";
import { titlesOfFilm, type Film } from "./film.ts";
import { createMentionFinder, type Mentions, type Nameable } from "./mentions.ts";
import { createNameFinder, type NameFinder } from "./names.ts";
import { namesOfPerson, type Person } from "./person.ts";
import { createQuestionReader, type Question, type QuoteFilter } from "./question.ts";
import { createQuoteSearch, type QuoteSearch } from "./search/search.ts";
import { searchablesOf } from "./searchables.ts";
import { fold } from "./words.ts";

/** An interview with the id by which links and buttons refer to it: its file's name. */
export type LibraryInterview = Interview & { id: string };

/** A quote, and what it is about. */
export type LibraryQuote = Quote & {
  interview: string;
  /** The speaker's id. */
  person: string;
  /** What its own words name. */
  names: Mentions;
  /** What the question that drew it names. */
  asked: Mentions;
};

/** All that a server can search. Nothing in it changes once it is made. */
export interface Library {
  interviews: LibraryInterview[];
  quotes: LibraryQuote[];
  films: Film[];
  people: Person[];
  interview(id: string): LibraryInterview | undefined;
  quote(id: string): LibraryQuote | undefined;
  film(id: string): Film | undefined;
  person(id: string): Person | undefined;
  /** The quotes that a filter lets through, in the order they were said. */
  quotesFor(filter: QuoteFilter): LibraryQuote[];
  /** The ids of those, in the same order. */
  quoteIdsFor(filter: QuoteFilter): string[];
  /** Finds films, people and interviews by what they are called. */
  titles: NameFinder;
  names: NameFinder;
  interviewTitles: NameFinder;
  search: QuoteSearch;
  /** The marks by which search keeps to what a filter lets through. */
  marksFor(filter: QuoteFilter): string[];
  /** Takes a question in plain words apart. */
  readQuestion: (text: string) => Question;
}

/**
 * Makes the library of these interviews, films and people: cuts the quotes, finds what they name, indexes everything.
 *
 * @throws Error when a speaker has no entry among the people
 */
export function createLibrary({
  interviews,
  films,
  people,
}: {
  interviews: LibraryInterview[];
  films: Film[];
  people: Person[];
}): Library {
  const filmById = new Map(films.map((film) => [film.id, film]));
  const personById = new Map(people.map((person) => [person.id, person]));
  const personByName = new Map(people.flatMap((person) => namesOfPerson(person).map((name) => [fold(name), person])));
  const quoteById = new Map<string, LibraryQuote>();

  const findFilms = createMentionFinder(films.map((film) => ({ id: film.id, names: titlesOfFilm(film) })));
  for (const interview of interviews) {
    const speakers = interview.speakers.map((speaker) => {
      const person = personByName.get(fold(speaker.name));
      if (!person) throw new Error(`${speaker.name} speaks in "${interview.title}" but has no file in data/people.`);
      return { name: speaker.name, person };
    });
    const findPeople = createMentionFinder(nameablePeople(people, speakers));
    const mentionsIn = (text: string): Mentions => ({ films: findFilms(text), people: findPeople(text) });
    for (const quote of cutQuotes(interview)) {
      // Two interviews may share a sentence; the first keeps it.
      if (quoteById.has(quote.id)) continue;
      quoteById.set(quote.id, {
        ...quote,
        interview: interview.id,
        person: speakers.find(({ name }) => name === quote.speaker)!.person.id,
        names: mentionsIn(quote.words),
        asked: mentionsIn(interview.exchanges[quote.exchange]!.question),
      });
    }
  }
  const quotes = [...quoteById.values()];
  const speakerIds = new Set(quotes.map((quote) => quote.person));
  const interviewById = new Map(interviews.map((interview) => [interview.id, interview]));

  const quotesFor = ({ person, film, interview }: QuoteFilter) =>
    quotes.filter(
      (quote) =>
        (person === undefined || (speakerIds.has(person) ? quote.person === person : isAbout(quote, "people", person))) &&
        (film === undefined || isAbout(quote, "films", film)) &&
        (interview === undefined || quote.interview === interview),
    );

  return {
    interviews,
    quotes,
    films,
    people,
    interview: (id) => interviewById.get(id),
    quote: (id) => quoteById.get(id),
    film: (id) => filmById.get(id),
    person: (id) => personById.get(id),
    quotesFor,
    quoteIdsFor: (filter) => quotesFor(filter).map(({ id }) => id),
    titles: createNameFinder(films.map((film) => ({ id: film.id, names: titlesOfFilm(film), year: film.year }))),
    names: createNameFinder(people.map((person) => ({ id: person.id, names: namesOfPerson(person) }))),
    interviewTitles: createNameFinder(
      interviews.map(({ id, title, headline, speakers }) => ({
        id,
        names: [title, ...(headline ? [headline] : []), ...speakers.map(({ name }) => name)],
      })),
    ),
    search: createQuoteSearch(searchablesOf(quotes, { interviews, films, people })),
    marksFor: ({ person, film, interview }) => [
      ...(person === undefined ? [] : [speakerIds.has(person) ? `by/${person}` : `about/${person}`]),
      ...(film === undefined ? [] : [`film/${film}`]),
      ...(interview === undefined ? [] : [`in/${interview}`]),
    ],
    readQuestion: createQuestionReader({ films, people }),
  };
}

function isAbout(quote: LibraryQuote, kind: keyof Mentions, id: string): boolean {
  return quote.names[kind].includes(id) || quote.asked[kind].includes(id);
}

/** In an interview, its speakers are also named by their first names, everybody by the surname. */
function nameablePeople(people: Person[], speakers: { person: Person }[]): Nameable[] {
  return people.map((person) => {
    const parts = person.name.split(" ");
    const speaks = speakers.some((speaker) => speaker.person === person);
    return { id: person.id, names: [...namesOfPerson(person), parts.at(-1)!, ...(speaks ? [parts[0]!] : [])] };
  });
}
