import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { draw, drawOutOfTurn, leftInCycle, newDeck, swap, type Moved } from "../../src/library/deck.ts";

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
