/** What a moderator does with the deck of a schedule. */
import { leftInCycle, swap } from "../library/deck.ts";
import type { Schedule } from "./schedule.ts";

/** The quotes that a schedule deals: those that fit its filter, without those it was told never to show. */
export function quotesOf(schedule: Schedule, quoteIds: readonly string[]): string[] {
  const banned = new Set(schedule.deck.banned);
  return quoteIds.filter((id) => !banned.has(id));
}

/** How many quotes of the round have been shown, of how many in all. */
export interface Progress {
  shown: number;
  of: number;
}

/** How far through its deck a schedule is. */
export function progress(schedule: Schedule, quoteIds: readonly string[]): Progress {
  const quotes = quotesOf(schedule, quoteIds);
  const { place, moved } = schedule.deck;
  return { shown: quotes.length - leftInCycle(quotes, schedule.id, place, moved), of: quotes.length };
}

/**
 * "Show another instead": this quote and a later one of the round change places, and nothing else moves. Pressed again on the one
 * that came, it brings yet another.
 *
 * @returns nothing when the quote is not to come in this round, or is its last
 */
export function swapQuote(schedule: Schedule, quoteIds: readonly string[], quote: string): Schedule | undefined {
  const { place, moved } = schedule.deck;
  const swapped = swap(quotesOf(schedule, quoteIds), schedule.id, place, moved, quote);
  return swapped && { ...schedule, deck: { ...schedule.deck, moved: swapped } };
}

/** The schedule that never shows this quote. */
export function banQuote(schedule: Schedule, quote: string): Schedule {
  return { ...schedule, deck: { ...schedule.deck, banned: [...new Set([...schedule.deck.banned, quote])] } };
}

/** The schedule that may show every quote again that fits its filter. */
export function unbanAll(schedule: Schedule): Schedule {
  return { ...schedule, deck: { ...schedule.deck, banned: [] } };
}
