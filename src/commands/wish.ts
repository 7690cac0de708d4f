import { customId, roomIn } from "../discord/customId.ts";
import type { Library, LibraryQuote } from "../library/library.ts";
import type { QuoteFilter } from "../library/question.ts";
import { keywords } from "../library/search/keywords.ts";

/**
 * Which quotes someone wants: by or about a person, about a film, about something in their own words. A wish fits a
 * button's custom id, so that *Another* works for as long as its message stands.
 */
export interface Wish extends QuoteFilter {
  /** The telling words of what was typed, "" for any quote. */
  query: string;
}

const name = "another";

/** The wish for what was typed; only the words that search looks at are kept, as many as fit in a custom id. */
export function wishFor(filter: QuoteFilter, typed: string): Wish {
  // Two digits for the rank: nobody presses *Another* a hundred times.
  const room = roomIn(name, filter.person ?? "", filter.film ?? "", "99");
  const words = keywords(typed);
  while (words.join(" ").length > room) words.pop();
  return { ...filter, query: words.join(" ") };
}

/** The custom id of a button that asks for the quote of this rank, from 0, among those a wish is for. */
export function wishId(wish: Wish, rank: number): string {
  return customId(name, wish.person ?? "", wish.film ?? "", String(rank), wish.query);
}

/** The wish that a custom id's values carry. */
export function readWish([person = "", film = "", rank = "0", query = ""]: string[]): { wish: Wish; rank: number } {
  return { wish: { person: person || undefined, film: film || undefined, query }, rank: Number(rank) };
}

/** The quotes a wish is for: those that fit its words, best first, or all that its filter lets through. */
export function quotesFor(wish: Wish, library: Library): LibraryQuote[] {
  if (wish.query === "") return library.quotesFor(wish);
  return library.search.find(wish.query, library.marksFor(wish)).map((id) => library.quote(id)!);
}
