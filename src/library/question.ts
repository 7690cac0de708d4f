import { titlesOfFilm, type Film } from "./film.ts";
import { namesOfPerson, type Person } from "./person.ts";
import { fold, wordsOf } from "./words.ts";

/** Which quotes are wanted: said by or about a person, about a film, from an interview. */
export interface QuoteFilter {
  person?: string | undefined;
  film?: string | undefined;
  interview?: string | undefined;
}

/** A question in plain words, taken apart: whom and what it names, and the rest of its words. */
export interface Question extends QuoteFilter {
  rest: string;
}

/**
 * Gives a function that finds the first person and the first film named in a question, in any case and spelling that
 * their entries list, the longest name first: "what did Balagov say about comics" is about comics, by Balagov.
 */
export function createQuestionReader({ films, people }: { films: Film[]; people: Person[] }): (text: string) => Question {
  const names = [
    ...people.flatMap((person) => [...namesOfPerson(person), person.name.split(" ").at(-1)!].map((name) => ({ kind: "person" as const, id: person.id, name }))),
    ...films.flatMap((film) => titlesOfFilm(film).map((name) => ({ kind: "film" as const, id: film.id, name }))),
  ]
    .map(({ kind, id, name }) => ({ kind, id, words: ` ${wordsOf(name).join(" ")} ` }))
    .sort((one, other) => other.words.length - one.words.length);

  return (text) => {
    // A possessive is no part of a name: "Balagov's" is said of Balagov.
    let rest = ` ${wordsOf(fold(text.replace(/['’]s\b/g, ""))).join(" ")} `;
    const question: QuoteFilter = {};
    for (const { kind, id, words } of names) {
      if (question[kind] !== undefined || !rest.includes(words)) continue;
      question[kind] = id;
      rest = rest.replace(words, " ");
    }
    return { ...question, rest: rest.trim() };
  };
}
