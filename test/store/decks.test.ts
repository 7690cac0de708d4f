import { afterEach, beforeEach, expect, it } from "vitest";
import { createDecks } from "../../src/store/decks.ts";
import { describeOnStores, type StorePlace } from "../stores.ts";

const ids = Array.from({ length: 20 }, (_, at) => `quote${at}`);

describeOnStores("the decks", (store) => {
  let place: StorePlace;

  beforeEach(async () => {
    place = await store.makePlace();
  });
  afterEach(() => place.remove());

  it("go on where they were after the bot is started again", async () => {
    const dealt: string[] = [];
    for (let start = 0; start < ids.length; start += 1) {
      const database = await place.open();
      dealt.push(await createDecks(database).draw("#general", ids));
    }
    expect(dealt.toSorted()).toEqual(ids.toSorted());
  });

  it("deal different quotes to those who draw at the same moment", async () => {
    const decks = createDecks(await place.open());
    const dealt = await Promise.all(ids.map(() => decks.draw("#general", ids)));
    expect(dealt.toSorted()).toEqual(ids.toSorted());
  });

  it("deal different quotes to two processes that open a new deck at the same moment", async () => {
    const decks = [createDecks(await place.open()), createDecks(await place.open())];
    for (let deck = 0; deck < 10; deck += 1) {
      const dealt = await Promise.all(decks.map((either) => either.draw(`deck ${deck}`, ids)));
      expect(new Set(dealt).size).toBe(2);
    }
  });
});
