import { filmName } from "../embeds/film.ts";
import type { Choice } from "../discord/command.ts";
import { limits, shorten } from "../discord/limits.ts";
import type { Library, LibraryQuote } from "../library/library.ts";
import type { QuoteFilter } from "../library/question.ts";
import type { Here } from "../services.ts";
import { createInterviewNames } from "./interviewNames.ts";

/** Suggestions for a film, by any of its titles. */
export function filmChoices(typed: string, library: Library): Choice[] {
  return library.titles.complete(typed, limits.choices).map((id) => ({ name: filmName(library.film(id)!), value: id }));
}

/** Suggestions for a person, by any spelling of the name. */
export function personChoices(typed: string, library: Library): Choice[] {
  return library.names.complete(typed, limits.choices).map((id) => ({ name: library.person(id)!.name, value: id }));
}

/** Suggestions for an interview, by its title. */
export function interviewChoices(typed: string, here: Here): Choice[] {
  const { library } = here;
  const nameOf = createInterviewNames(here);
  return library.interviewTitles.complete(typed, limits.choices).map((id) => ({ name: nameOf(library.interview(id)!).suggestion, value: id }));
}

/** Suggestions for a quote: its readable beginning and who said it, no two alike. */
export function quoteChoices(typed: string, filter: QuoteFilter, library: Library): Choice[] {
  const quotes =
    typed.trim() === ""
      ? worthALook(library.quotesFor(filter))
      : library.search.find(typed, library.marksFor(filter)).map((id) => library.quote(id)!);
  const choices = new Map<string, Choice>();
  for (const quote of quotes) {
    const choice = { name: beginning(quote, limits.choiceText), value: quote.id };
    if (!choices.has(choice.name)) choices.set(choice.name, choice);
    if (choices.size === limits.choices) break;
  }
  return [...choices.values()];
}

/** The beginning of a quote and its speaker's surname, in so many characters. */
export function beginning(quote: LibraryQuote, limit: number): string {
  const speaker = ` — ${quote.speaker.split(" ").at(-1)!}`;
  return `${shorten(quote.words, limit - speaker.length)}${speaker}`;
}

/** What to show to someone who has typed nothing yet: what the editors lifted, then the first quote of each exchange. */
export function worthALook(quotes: LibraryQuote[]): LibraryQuote[] {
  const lifted = quotes.filter((quote) => quote.lifted);
  const exchanges = new Map<string, LibraryQuote>();
  for (const quote of quotes) {
    const exchange = `${quote.interview} ${quote.exchange}`;
    if (!quote.lifted && !exchanges.has(exchange)) exchanges.set(exchange, quote);
  }
  return [...lifted, ...exchanges.values()];
}
