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

/** How far *Another* goes through what fits: two digits, for nobody presses it a hundred times. */
export const lastRank = 99;

/** The wish for what was typed; only the words that search looks at are kept, as many as fit in a custom id. */
export function wishFor(filter: QuoteFilter, typed: string): Wish {
  const room = roomIn(name, filter.person ?? "", filter.film ?? "", String(lastRank), "open");
  const words = keywords(typed);
  while (words.join(" ").length > room) words.pop();
  return { ...filter, query: words.join(" ") };
}

/**
 * The custom id of a button that asks for the quote of this rank, from 0, among those a wish is for.
 *
 * @param where "open" to bring it to the channel even from a message that only one person sees
 */
export function wishId(wish: Wish, rank: number, where: "open" | "" = ""): string {
  return customId(name, wish.person ?? "", wish.film ?? "", String(rank), where, wish.query);
}

/** The wish that a custom id's values carry. */
export function readWish([person, film, rank, where, query = ""]: string[]): { wish: Wish; rank: number; open: boolean } {
  return { wish: { person: person || undefined, film: film || undefined, query }, rank: Number(rank), open: where === "open" };
}

/** The quotes a wish is for: those that fit its words, best first, or all that its filter lets through. */
export function fittingQuotes(wish: Wish, library: Library): LibraryQuote[] {
  if (wish.query === "") return library.quotesFor(wish);
  return library.search.find(wish.query, library.marksFor(wish)).map((id) => library.quote(id)!);
}
