import type { Answer } from "../discord/answer.ts";
import type { Here } from "../services.ts";
import { nothingFound } from "./misses.ts";
import { quoteMessage } from "./quoteMessage.ts";
import { lastRank, fittingQuotes, wishId, type Wish } from "./wish.ts";

/** Who asks, and where; by their ids. */
export interface Asker {
  user: string;
  channel: string;
}

/** What is asked for. */
export interface Request {
  wish: Wish;
  /** The place of the quote among those that fit, best first, from 0. */
  rank: number;
  /** The wish in the asker's own words. */
  typed: string;
  /** Whether only the asker may see it. */
  hidden: boolean;
}

/** Brings the quote that is asked for; where words give out, or were never given, the next of the deck. */
export async function bring({ wish, rank, typed, hidden }: Request, asker: Asker, { library, decks }: Here): Promise<Answer> {
  const quotes = fittingQuotes(wish, library);
  if (quotes.length === 0) return nothingFound(wish, typed, hidden, library);
  const filter: Wish = { ...wish, query: "" };
  const fitting = wish.query === "" ? undefined : quotes[rank];
  if (fitting) {
    const another = rank < lastRank ? wishId(wish, rank + 1) : wishId(filter, 0);
    return { how: "post", private: hidden, ...quoteMessage(fitting, library, { another, shareable: hidden }) };
  }
  const ids = library.quoteIdsFor(filter);
  // What one person sees alone must not be missing from what the channel sees.
  const owner = hidden ? `user ${asker.user}` : `channel ${asker.channel}`;
  const drawn = library.quote(await decks.draw([owner, wish.person ?? "", wish.film ?? ""].join("/"), ids))!;
  const content = wish.query === "" ? undefined : "That was all I have on that. Here is something else:";
  // Where a filter lets one quote through, there is no other: *Another* then draws from all.
  const another = wishId(ids.length > 1 ? filter : { query: "" }, 0);
  return { how: "post", private: hidden, content, ...quoteMessage(drawn, library, { another, shareable: hidden }) };
}
