import { customId, roomIn } from "../discord/customId.ts";
import type { Library, LibraryQuote } from "../library/library.ts";
import type { QuoteFilter } from "../library/question.ts";

/**
 * Which quotes someone wants: by or about a person, about a film, about something in their own words. A wish fits a
 * button's custom id, so that *Another* works for as long as its message stands.
 */
export interface Wish extends QuoteFilter {
  /** What was typed, as search takes it; "" for any quote. */
  query: string;
}

const name = "another";

/** How far *Another* goes through what fits: two digits, for nobody presses it a hundred times. */
export const lastRank = 99;

/** The wish for what was typed: all its words if they fit in a custom id, or else as many of the telling ones as do. */
export function wishFor(filter: QuoteFilter, typed: string, library: Library): Wish {
  const room = roomIn(name, filter.person ?? "", filter.film ?? "", String(lastRank), "open");
  const { typed: all, words } = library.search.wordsIn(typed);
  const kept = all.join(" ").length <= room ? [...all] : [...words];
  while (kept.join(" ").length > room) kept.pop();
  return { ...filter, query: kept.join(" ") };
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
