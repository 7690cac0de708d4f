import { setImmediate as othersTurn } from "node:timers/promises";
import { parseInterview } from "../interview/parse.ts";
import { NotAnInterview } from "../interview/notAnInterview.ts";
import { createBinder, type Bound, type Edits } from "./bind.ts";
import { titlesOfFilm, type Film } from "./film.ts";
import { putTogether, type Library, type LibraryInterview } from "./library.ts";
import { createMentionFinder } from "./mentions.ts";
import { namesInText, namesOfPerson, peopleWhoSpeak, type Person } from "./person.ts";
import { searchablesOf } from "./searchables.ts";
import type { Shelf, Transcript } from "./shelf.ts";
import { fold } from "./words.ts";

/**
 * The library of a server: what all see, and its own shelf. It shares with the other whatever the shelf does not touch; only
 * interviews that are the server's own, are corrected, lose a quote, or name one of its films and people are bound anew.
 *
 * @param onUnreadable told of a transcript that cannot be read (any more), and is left out
 */
export async function withShelf(shared: Library, shelf: Shelf, onUnreadable: (transcript: Transcript, problem: NotAnInterview) => void): Promise<Library> {
  const own = readTranscripts(shelf.transcripts, shared, onUnreadable);
  const entries = mergeEntries(shared, shelf, own);
  const edits: Edits = { corrected: new Map(shelf.corrections.map(({ quote, words }) => [quote, words])), hidden: new Set(shelf.hidden) };

  const touched = new Set([...touchedByEdits(shared, edits), ...touchedByNames(shared, entries.newNames)]);
  const bind = createBinder(entries, edits);
  const bound = new Map<string, Bound>();
  for (const interview of [...shared.interviews.filter(({ id }) => touched.has(id)), ...own]) {
    // A full shelf takes a while: in between, others have their turn.
    await othersTurn();
    bound.set(interview.id, bind(interview));
  }
  const interviews = [...shared.interviews, ...own].map((interview) => bound.get(interview.id)?.interview ?? interview);
  const holdings = { ...entries, interviews };

  const kept = shared.quotes.filter(({ interview }) => !touched.has(interview));
  const keptIds = new Set(kept.map(({ id }) => id));
  const fresh = [...bound.values()].flatMap(({ quotes }) => quotes).filter(({ id }) => !keptIds.has(id));
  const order = new Map(interviews.map(({ id }, at) => [id, at]));
  const quotes = [...kept, ...fresh].toSorted((one, other) => order.get(one.interview)! - order.get(other.interview)!);

  return putTogether(holdings, quotes, {
    titles: entries.films === shared.films ? () => shared.titles : undefined,
    search() {
      const untouched = [...touched].reduce((search, interview) => search.without(interview), shared.search);
      return untouched.with(searchablesOf(fresh, holdings));
    },
  });
}

function readTranscripts(transcripts: readonly Transcript[], shared: Library, onUnreadable: (transcript: Transcript, problem: NotAnInterview) => void): LibraryInterview[] {
  const interviews: LibraryInterview[] = [];
  for (const transcript of transcripts) {
    // An id that all servers know has become another interview's.
    if (shared.interview(transcript.id)) continue;
    try {
      interviews.push({ ...parseInterview(transcript.text), id: transcript.id });
    } catch (error) {
      if (!(error instanceof NotAnInterview)) throw error;
      onUnreadable(transcript, error);
    }
  }
  return interviews;
}

interface Entries {
  films: Film[];
  people: Person[];
  /** The names of films and people that all do not see. */
  newNames: string[];
}

/** All films and people. What all servers know comes first, but for a person of whom they know no more than the name. */
function mergeEntries(shared: Library, shelf: Shelf, own: LibraryInterview[]): Entries {
  const knownNames = new Map(shared.people.flatMap((person) => namesOfPerson(person).map((name) => [fold(name), person])));
  const isKnown = (person: Person) => namesOfPerson(person).some((name) => knownNames.get(fold(name))?.biography !== undefined);
  const ownPeople = shelf.people.filter((person) => !isKnown(person) && shared.person(person.id)?.biography === undefined);
  const ownIds = new Set(ownPeople.map(({ id }) => id));
  // Whom an entry of the server's own takes the place of is still found by every name that all servers know.
  const fitted = ownPeople.map((person) => ({ ...person, aliases: [...person.aliases, ...otherNames(shared.person(person.id), person)] }));
  const known = [...shared.people.filter(({ id }) => !ownIds.has(id)), ...fitted];
  const speakers = peopleWhoSpeak(own.flatMap((interview) => interview.speakers), known);
  const everybody = [...known, ...speakers];

  const ids = new Set(everybody.map(({ id }) => id));
  const ownFilms = shelf.films
    .filter(({ id }) => !shared.film(id))
    // A director's entry may have been taken away since.
    .map((film) => ({ ...film, directors: film.directors.filter((id) => ids.has(id)) }));
  const films = ownFilms.length === 0 ? shared.films : [...shared.films, ...ownFilms];
  const newPeople = [...ownPeople, ...speakers].filter(({ id }) => !shared.person(id));
  return {
    films,
    people: everybody.map((person) => withFilms(person, films, ownFilms)),
    newNames: [...ownFilms.flatMap(titlesOfFilm), ...newPeople.flatMap(namesInText)],
  };
}

function otherNames(shared: Person | undefined, person: Person): string[] {
  const names = new Set(namesOfPerson(person).map(fold));
  return shared ? namesOfPerson(shared).filter((name) => !names.has(fold(name))) : [];
}

/** A person with the server's own films among theirs, and without films that there are no more. */
function withFilms(person: Person, films: Film[], ownFilms: Film[]): Person {
  const theirs = ownFilms.filter(({ id, directors }) => directors.includes(person.id) && !person.films.includes(id)).map(({ id }) => id);
  const there = person.films.filter((film) => typeof film !== "string" || films.some(({ id }) => id === film));
  return theirs.length === 0 && there.length === person.films.length ? person : { ...person, films: [...there, ...theirs] };
}

function touchedByEdits(shared: Library, { corrected, hidden }: Edits): string[] {
  return [...corrected.keys(), ...hidden].map((id) => shared.quote(id)?.interview).filter((id) => id !== undefined);
}

/** The interviews of all servers that hold one of these names, wherever it stands. */
function touchedByNames(shared: Library, names: readonly string[]): string[] {
  if (names.length === 0) return [];
  const find = createMentionFinder(names.map((name) => ({ id: name, names: [name] })));
  // To look for a name as letters is a hundred times as fast as to look for it as words.
  const holds = (text: string) => names.some((name) => text.includes(name)) && find(text).length > 0;
  const touched = new Set<string>();
  for (const { id, exchanges } of shared.interviews) if (exchanges.some(({ question }) => holds(question))) touched.add(id);
  for (const { interview, words } of shared.quotes) if (!touched.has(interview) && holds(words)) touched.add(interview);
  return [...touched];
}
