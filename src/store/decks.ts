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
        // A row that is there can be locked: two who open a new deck at once come one after the other, too.
        await transaction
          .insertInto("deck_places")
          .values({ deck, ...newDeck })
          .onConflict((conflict) => conflict.column("deck").doNothing())
          .execute();
        const place = await transaction
          .selectFrom("deck_places")
          .select(["cycle", "key", "ended"])
          .where("deck", "=", deck)
          .forUpdate()
          .executeTakeFirstOrThrow();
        const next = draw(ids, deck, place);
        await transaction.updateTable("deck_places").set(next.place).where("deck", "=", deck).execute();
        return next.id;
      }),
  };
}
