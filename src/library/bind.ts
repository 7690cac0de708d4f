import type { Interview } from "../interview/interview.ts";
import type { Quote } from "../interview/quote.ts";
import { cutQuotes } from "../interview/quotes.ts";
import { titlesOfFilm, type Film } from "./film.ts";
import type { LibraryInterview, LibraryQuote } from "./library.ts";
import { createMentionFinder, type Mentions, type Nameable } from "./mentions.ts";
import { namesInText, namesOfPerson, type Person } from "./person.ts";
import { topicsByQuote } from "./topics.ts";
import { fold } from "./words.ts";

/** What a shelf says of quotes: what some of them say in truth, and which are out of sight. */
export interface Edits {
  /** The words that a quote has now, by its id. */
  corrected: ReadonlyMap<string, string>;
  hidden: ReadonlySet<string>;
}

const noEdits: Edits = { corrected: new Map(), hidden: new Set() };

/** An interview with all corrections made, and its quotes, in the order they were said. */
export interface Bound {
  interview: LibraryInterview;
  quotes: LibraryQuote[];
}

/**
 * Gives a function that cuts one interview after the other into quotes and finds what these name. A corrected quote keeps its id; a
 * hidden one is left out, while its exchange stays whole. Where two interviews share a sentence, the first keeps it.
 *
 * @param people all who speak must be among them
 */
export function createBinder({ films, people }: { films: Film[]; people: Person[] }, edits = noEdits): (published: LibraryInterview) => Bound {
  const personByName = new Map(people.flatMap((person) => namesOfPerson(person).map((name) => [fold(name), person])));
  const findFilms = createMentionFinder(films.map((film) => ({ id: film.id, names: titlesOfFilm(film) })));
  const seen = new Set<string>();

  return (published) => {
    const cut = cutQuotes(published);
    const topics = topicsByQuote(published.topics ?? [], cut);
    const { interview, quotes } = correct(published, cut, edits.corrected);
    const persons = new Map(interview.speakers.map(({ name }) => [name, personByName.get(fold(name))!]));
    const findPeople = createMentionFinder(nameablePeople(people, new Set(persons.values())));
    const mentionsIn = (text: string): Mentions => ({ films: findFilms(text), people: findPeople(text) });
    const asked = interview.exchanges.map(({ question }) => mentionsIn(question));
    const bound: LibraryQuote[] = [];
    for (const quote of quotes) {
      if (seen.has(quote.id) || edits.hidden.has(quote.id)) continue;
      seen.add(quote.id);
      bound.push({
        ...quote,
        interview: interview.id,
        person: persons.get(quote.speaker)!.id,
        names: mentionsIn(quote.words),
        asked: asked[quote.exchange]!,
        topics: topics.get(quote.id) ?? "",
      });
    }
    return { interview, quotes: bound };
  };
}

/** The interview and its quotes with the corrected words in both. */
function correct(interview: LibraryInterview, quotes: Quote[], corrected: Edits["corrected"]): { interview: LibraryInterview; quotes: Quote[] } {
  if (!quotes.some(({ id }) => corrected.has(id))) return { interview, quotes };
  const exchanges: Interview["exchanges"] = structuredClone(interview.exchanges);
  let [last, paragraph, from] = ["", 0, 0];
  for (const { id, words, exchange, answer } of quotes) {
    const { paragraphs } = exchanges[exchange]!.answers[answer]!;
    // Quotes come in the order they were said: the same words may stand in an earlier one as well.
    if (last !== `${exchange}/${answer}`) [last, paragraph, from] = [`${exchange}/${answer}`, 0, 0];
    let start = paragraphs[paragraph]!.indexOf(words, from);
    while (start < 0 && paragraph + 1 < paragraphs.length) start = paragraphs[(paragraph += 1)]!.indexOf(words);
    if (start < 0) continue;
    const now = corrected.get(id) ?? words;
    paragraphs[paragraph] = paragraphs[paragraph]!.slice(0, start) + now + paragraphs[paragraph]!.slice(start + words.length);
    from = start + now.length;
  }
  return {
    interview: { ...interview, exchanges },
    quotes: quotes.map((quote) => ({ ...quote, words: corrected.get(quote.id) ?? quote.words })),
  };
}

/** In an interview, its speakers are also named by their first names, everybody by the surname. */
function nameablePeople(people: Person[], speakers: ReadonlySet<Person>): Nameable[] {
  return people.map((person) => ({ id: person.id, names: [...namesInText(person), ...(speakers.has(person) ? [person.name.split(" ")[0]!] : [])] }));
}
