import { draw, newDeck } from "../library/deck.ts";
import type { Database } from "./database.ts";

/** Decks that remember how far they have been dealt, through restarts and for two who draw at the same moment. */
export interface Decks {
  /**
   * Deals the next id of a deck.
   *
   * @throws RangeError when there are no ids
   */
  draw(deck: string, ids: string[]): Promise<string>;
}

/** The decks of a store. */
export function createDecks(database: Database): Decks {
  return {
    draw: (deck, ids) =>
      database.transaction().execute(async (transaction) => {
        const place = await transaction
          .selectFrom("deck_places")
          .select(["cycle", "key", "ended"])
          .where("deck", "=", deck)
          .executeTakeFirst();
        const next = draw(ids, deck, place ?? newDeck);
        await transaction
          .insertInto("deck_places")
          .values({ deck, ...next.place })
          .onConflict((conflict) => conflict.column("deck").doUpdateSet(next.place))
          .execute();
        return next.id;
      }),
  };
}
