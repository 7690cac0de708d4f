import { expect, it } from "vitest";
import { amended } from "../../src/commands/daily/terms.ts";
import type { Schedule } from "../../src/daily/schedule.ts";
import { draw, newDeck } from "../../src/library/deck.ts";
import { loadLibrary } from "../../src/library/load.ts";

it("another filter deals all of its quotes once, and never the one shown last first", async () => {
  const library = await loadLibrary();
  const ids = (filter: Schedule["filter"]) => library.quoteIdsFor(filter);
  const before: Schedule["filter"] = { person: "kira-kovalenko" };
  for (let number = 0; number < 60; number += 1) {
    const id = `schedule${number}`;
    let dealt = { id: "", place: newDeck, moved: {} };
    for (let count = 0; count <= number; count += 1) dealt = draw(ids(before), id, dealt.place);
    const schedule = { id, filter: before, rule: {}, deck: { place: dealt.place, moved: {}, banned: [] } } as unknown as Schedule;
    const after = amended(schedule, { rule: {}, filter: { person: undefined, film: "unclenching-the-fists" } }, library);
    const shown: string[] = [];
    let { place } = after.deck;
    for (const _ of ids(after.filter)) {
      const next = draw(ids(after.filter), id, place);
      ({ place } = next);
      shown.push(next.id);
    }
    expect(shown[0]).not.toBe(dealt.id);
    expect(new Set(shown)).toEqual(new Set(ids(after.filter)));
  }
});

it("the same filter goes on where the deck is", async () => {
  const library = await loadLibrary();
  const { place } = draw(["a", "b"], "deck", newDeck);
  const schedule = { id: "deck", filter: {}, rule: {}, deck: { place, moved: {}, banned: [] } } as unknown as Schedule;
  expect(amended(schedule, { rule: { time: "10:00" }, filter: {}, silent: true }, library)).toMatchObject({ deck: { place }, silent: true, rule: { time: "10:00" } });
});
