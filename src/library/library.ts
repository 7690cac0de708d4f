import type { Interview } from "../interview/interview.ts";
import type { Quote } from "../interview/quote.ts";
import { createBinder } from "./bind.ts";
import { titlesOfFilm, type Film } from "./film.ts";
import type { Mentions } from "./mentions.ts";
import { createNameFinder, type NameFinder } from "./names.ts";
import { namesOfPerson, peopleWhoSpeak, type Person } from "./person.ts";
import { createQuestionReader, type Question, type QuoteFilter } from "./question.ts";
import { createQuoteSearch, type QuoteSearch } from "./search/search.ts";
import { searchablesOf } from "./searchables.ts";
import type { Passage } from "./topics.ts";

/** An interview with the id by which links and buttons refer to it, its file's name, and what its passages are about. */
export type LibraryInterview = Interview & { id: string; topics?: readonly Passage[] | undefined };

/** A quote, and what it is about. */
export type LibraryQuote = Quote & {
  interview: string;
  /** The speaker's id. */
  person: string;
  /** What its own words name. */
  names: Mentions;
  /** What the question that drew it names. */
  asked: Mentions;
  /** What it is about, in other words than its own; empty for most. */
  topics: string;
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

/** What a library is put together from. */
export interface Holdings {
  interviews: LibraryInterview[];
  films: Film[];
  people: Person[];
}

/** Makes the library of these interviews, films and people. Whoever speaks and has no entry gets one, made of the name alone. */
export function createLibrary({ interviews, films, people }: Holdings): Library {
  const everybody = [...people, ...peopleWhoSpeak(interviews.flatMap(({ speakers }) => speakers), people)];
  const holdings = { interviews, films, people: everybody };
  const bind = createBinder(holdings);
  const quotes = interviews.flatMap((interview) => bind(interview).quotes);
  return putTogether(holdings, quotes, { search: () => createQuoteSearch(searchablesOf(quotes, holdings)) });
}

/** The indexes that a library may share with another one, or make in another way than from scratch. */
interface Indexes {
  titles?: (() => NameFinder) | undefined;
  search: () => QuoteSearch;
}

/** A library of quotes that are cut already. Its indexes are made when somebody first looks something up. */
export function putTogether({ interviews, films, people }: Holdings, quotes: LibraryQuote[], indexes: Indexes): Library {
  const filmById = byId(films);
  const personById = byId(people);
  const interviewById = byId(interviews);
  const quoteById = byId(quotes);
  const speakerIds = new Set(quotes.map((quote) => quote.person));

  const quotesFor = ({ person, film, interview }: QuoteFilter) =>
    quotes.filter(
      (quote) =>
        (person === undefined || (speakerIds.has(person) ? quote.person === person : isAbout(quote, "people", person))) &&
        (film === undefined || isAbout(quote, "films", film)) &&
        (interview === undefined || quote.interview === interview),
    );

  const titles = once(
    indexes.titles ?? (() => createNameFinder(films.map((film) => ({ id: film.id, names: titlesOfFilm(film), year: film.year })))),
  );
  const names = once(() => createNameFinder(people.map((person) => ({ id: person.id, names: namesOfPerson(person) }))));
  const interviewTitles = once(() => createNameFinder(interviews.map((interview) => ({ id: interview.id, names: titlesOfInterview(interview) }))));
  const search = once(indexes.search);
  const readQuestion = once(() => createQuestionReader({ films, people }));

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
    get titles() {
      return titles();
    },
    get names() {
      return names();
    },
    get interviewTitles() {
      return interviewTitles();
    },
    get search() {
      return search();
    },
    marksFor: ({ person, film, interview }) => [
      ...(person === undefined ? [] : [speakerIds.has(person) ? `by/${person}` : `about/${person}`]),
      ...(film === undefined ? [] : [`film/${film}`]),
      ...(interview === undefined ? [] : [`in/${interview}`]),
    ],
    readQuestion: (text) => readQuestion()(text),
  };
}

function isAbout(quote: LibraryQuote, kind: keyof Mentions, id: string): boolean {
  return quote.names[kind].includes(id) || quote.asked[kind].includes(id);
}

function titlesOfInterview({ title, headline, speakers }: LibraryInterview): string[] {
  return [title, ...(headline ? [headline] : []), ...speakers.map(({ name }) => name)];
}

function byId<Entry extends { id: string }>(entries: readonly Entry[]): Map<string, Entry> {
  return new Map(entries.map((entry) => [entry.id, entry]));
}

/** Makes something when it is first asked for, and gives the same from then on. */
function once<Made>(make: () => Made): () => Made {
  let made: { thing: Made } | undefined;
  return () => (made ??= { thing: make() }).thing;
}
