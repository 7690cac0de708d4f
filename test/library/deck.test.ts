import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { draw, drawOutOfTurn, leftInCycle, newDeck, putBack, swap, type Moved } from "../../src/library/deck.ts";

const someIds = fc.uniqueArray(fc.stringMatching(/^[0-9a-f]{12}$/), { minLength: 1, maxLength: 60 });

function deal(ids: string[], deck: string, times: number): string[] {
  const dealt: string[] = [];
  for (let place = newDeck; dealt.length < times; ) {
    const next = draw(ids, deck, place);
    dealt.push(next.id);
    place = next.place;
  }
  return dealt;
}

describe("a deck", () => {
  it("deals every quote once before any comes again, cycle after cycle", () => {
    fc.assert(
      fc.property(someIds, fc.string(), (ids, deck) => {
        const dealt = deal(ids, deck, ids.length * 3);
        for (let cycle = 0; cycle < 3; cycle += 1) {
          expect(dealt.slice(cycle * ids.length, (cycle + 1) * ids.length).toSorted()).toEqual(ids.toSorted());
        }
      }),
    );
  });

  it("never deals the same quote twice in a row, however small it is", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.stringMatching(/^[0-9a-f]{12}$/), { minLength: 2, maxLength: 6 }), fc.string(), (ids, deck) => {
        const dealt = deal(ids, deck, 60);
        expect(dealt.filter((id, at) => id === dealt[at - 1])).toEqual([]);
      }),
    );
  });

  it("keeps the showings of a quote far apart, across the end of a cycle too", () => {
    const ids = Array.from({ length: 80 }, (_, at) => `quote${at}`);
    for (const deck of ["general", "film-club", "off-topic"]) {
      const dealt = deal(ids, deck, 800);
      const apart = dealt.map((id, at) => at - dealt.lastIndexOf(id, at - 1)).filter((_, at) => at > 80);
      expect(Math.min(...apart)).toBeGreaterThan(20);
    }
  });

  it("has another order in each channel and in each cycle", () => {
    const ids = Array.from({ length: 30 }, (_, at) => `quote${at}`);
    const [general, other] = [deal(ids, "general", 60), deal(ids, "other", 30)];
    expect(general.slice(0, 30)).not.toEqual(other);
    expect(general.slice(0, 30)).not.toEqual(general.slice(30));
  });

  it("lets a quote slip in or out of a cycle without a repeat", () => {
    fc.assert(
      fc.property(someIds, fc.stringMatching(/^[0-9a-f]{12}$/), fc.nat(59), (ids, added, moment) => {
        fc.pre(!ids.includes(added));
        const dealt: string[] = [];
        let place = newDeck;
        let deck = ids;
        for (;;) {
          if (dealt.length === moment % ids.length) deck = [...ids.slice(1), added];
          const next = draw(deck, "general", place);
          if (next.place.cycle > 0) break;
          dealt.push(next.id);
          place = next.place;
        }
        expect(new Set(dealt).size).toBe(dealt.length);
        for (const id of ids.slice(1)) expect(dealt).toContain(id);
      }),
    );
  });

  it("brings no quote twice when the one it began with is removed, though another was pushed behind that", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.stringMatching(/^[0-9a-f]{12}$/), { minLength: 3, maxLength: 5 }), fc.string(), fc.nat(4), (ids, deck, moment) => {
        let place = newDeck;
        for (const _ of ids) ({ place } = draw(ids, deck, place));
        const dealt: string[] = [];
        let left = ids;
        for (;;) {
          const next = draw(left, deck, place);
          if (next.place.cycle > 1) break;
          dealt.push(next.id);
          place = next.place;
          if (dealt.length === moment + 1 && left.length > 2) left = left.filter((id) => id !== dealt[0]);
        }
        expect(dealt.toSorted()).toEqual(ids.filter((id) => left.includes(id) || dealt.includes(id)).toSorted());
      }),
    );
  });

  it("keeps the round whole when quotes change places or are shown out of turn", () => {
    const moves = fc.array(fc.tuple(fc.constantFrom("draw", "swap", "out of turn"), fc.nat(59)), { maxLength: 80 });
    fc.assert(
      fc.property(someIds, fc.string(), moves, (ids, deck, moves) => {
        let place = newDeck;
        let moved: Moved = {};
        const rounds: string[][] = [[]];
        for (const [move, index] of [...moves, ...ids.map(() => ["draw", 0] as const)]) {
          if (move === "swap") {
            moved = swap(ids, deck, place, moved, ids[index % ids.length]!) ?? moved;
            continue;
          }
          const next = move === "draw" ? draw(ids, deck, place, moved) : drawOutOfTurn(ids, deck, place, moved);
          if (next.place.cycle > place.cycle) rounds.push([]);
          rounds.at(-1)!.push(next.id);
          ({ place, moved } = next);
          expect(leftInCycle(ids, deck, place, moved)).toBe(ids.length - rounds.at(-1)!.length);
        }
        const last = rounds.pop()!;
        for (const round of rounds) expect(round.toSorted()).toEqual(ids.toSorted());
        expect(new Set(last).size).toBe(last.length);
      }),
    );
  });

  it("shows every quote once in a round, whatever was dealt and not shown, and whenever that is known", () => {
    const moves = fc.array(fc.tuple(fc.constantFrom("draw", "swap", "out of turn"), fc.constantFrom("shown", "shown", "missed", "missed, but known later"), fc.nat(59)), {
      minLength: 20,
      maxLength: 120,
    });
    fc.assert(
      fc.property(fc.uniqueArray(fc.stringMatching(/^[0-9a-f]{12}$/), { minLength: 1, maxLength: 12 }), fc.string(), moves, (ids, deck, moves) => {
        let place = newDeck;
        let moved: Moved = {};
        const rounds: string[][] = [[]];
        let missed: string[] = [];
        for (const [move, fate, index] of moves) {
          if (move === "swap") {
            moved = swap(ids, deck, place, moved, ids[index % ids.length]!) ?? moved;
            continue;
          }
          if (leftInCycle(ids, deck, place, moved) < 2) {
            for (const id of missed) ({ place, moved } = putBack(deck, place, moved, id));
            missed = [];
          }
          const next = move === "draw" ? draw(ids, deck, place, moved) : drawOutOfTurn(ids, deck, place, moved);
          if (next.place.cycle > place.cycle) rounds.push([]);
          ({ place, moved } = next);
          if (fate === "shown") rounds.at(-1)!.push(next.id);
          else if (fate === "missed") ({ place, moved } = putBack(deck, place, moved, next.id));
          else missed.push(next.id);
          expect(leftInCycle(ids, deck, place, moved)).toBe(ids.length - rounds.at(-1)!.length - missed.length);
        }
        const last = rounds.pop()!;
        for (const round of rounds) expect(round.toSorted()).toEqual(ids.toSorted());
        expect(new Set(last).size).toBe(last.length);
      }),
      { numRuns: 300 },
    );
  });

  it("never shows the same quote twice in a row, though quotes change places, are shown out of turn, come and go", () => {
    const moves = fc.array(fc.tuple(fc.constantFrom("draw", "draw", "swap", "out of turn", "comes or goes"), fc.nat(7)), { minLength: 20, maxLength: 60 });
    fc.assert(
      fc.property(fc.uniqueArray(fc.stringMatching(/^[0-9a-f]{12}$/), { minLength: 3, maxLength: 8 }), fc.string(), moves, (all, deck, moves) => {
        let ids = all;
        let place = newDeck;
        let moved: Moved = {};
        const shown: string[] = [];
        for (const [move, index] of moves) {
          const id = all[index % all.length]!;
          if (move === "swap") moved = swap(ids, deck, place, moved, id) ?? moved;
          else if (move === "comes or goes") {
            const changed = ids.includes(id) ? ids.filter((one) => one !== id) : [...ids, id];
            if (changed.length > 1) ids = changed;
          } else {
            const next = move === "draw" ? draw(ids, deck, place, moved) : drawOutOfTurn(ids, deck, place, moved);
            shown.push(next.id);
            ({ place, moved } = next);
          }
        }
        expect(shown.filter((id, at) => id === shown[at - 1])).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  it("deals a quote again at once that was drawn and not shown, and nothing else moves", () => {
    const ids = Array.from({ length: 12 }, (_, at) => `quote${at + 10}`);
    const dealt = deal(ids, "general", 30);
    let place = newDeck;
    for (const id of dealt) {
      const missed = draw(ids, "general", place);
      const again = draw(ids, "general", putBack("general", missed.place, {}, missed.id).place);
      expect([missed.id, again.id]).toEqual([id, id]);
      expect(again.place).toEqual(missed.place);
      ({ place } = again);
    }
  });

  it("swaps a quote within its half, so that the showings stay far apart", () => {
    const ids = Array.from({ length: 80 }, (_, at) => `quote${at}`);
    for (const id of deal(ids, "general", 20)) {
      const [own, other] = Object.values(swap(ids, "general", newDeck, {}, id)!);
      expect(own![0]).toBe(other![0]);
    }
  });

  it("refuses to deal nothing", () => {
    expect(() => draw([], "general", newDeck)).toThrow(RangeError);
  });
});
