/**
 * A deck deals every quote once before any comes again.
 *
 * Its order is not stored: it follows from the deck's id and the number of the cycle, so that it is the same after a restart,
 * and a place in it is one short text. A quote added later takes its own place in the order; one that is removed leaves
 * its place without disturbing the others.
 *
 * Each deck is cut into two halves by the deck's id alone; a cycle deals one half and then the other, each shuffled anew.
 * So the beginning of a cycle never repeats the end of the last one: between two showings of a quote lies about half
 * a deck. In a deck too small for that to help, the quote shown last at least never comes first again.
 *
 * Within a cycle, quotes may be moved: a quote that is not wanted now changes places with a later one, or is taken out of turn;
 * one that was dealt and never shown is put back.
 */
import { beforeAll, beginningOf, behind, halfOf, idOf, isAfter, keyOf, positionOf, shuffler, type Card, type Position } from "./deckOrder.ts";

/** How far a deck has been dealt. */
export interface Place {
  /** How many times the whole deck has been dealt. */
  cycle: number;
  /** The key of the quote shown last, "" at the beginning of a cycle. */
  key: string;
  /** The quote that ended the cycle before, "" in the first; where it would have come first again, the key it has instead. */
  ended: string;
}

/**
 * The quotes that were moved within this cycle: by id, the beginning of the key that each now has in place of its own. Of one that
 * was shown before its turn, and does not come again in this cycle, `outOfTurn` and the key of what was drawn last before it.
 */
export type Moved = Record<string, string>;

/** No key begins like this. Older stores have "" for it, and no key after it. */
const outOfTurn = "-";

/** A quote that was dealt, and how the deck lies afterwards. */
export interface Dealt {
  id: string;
  place: Place;
  moved: Moved;
}

/** The place of a deck nobody has drawn from. */
export const newDeck: Place = { cycle: 0, key: "", ended: "" };

/**
 * Deals the next id of a deck, and gives how the deck lies then.
 *
 * @throws RangeError when there are no ids
 */
export function draw(ids: Iterable<string>, deck: string, place: Place, moved: Moved = {}): Dealt {
  const cards = cardsOf(ids, deck, place, moved);
  const next = firstAfter(positionOf(place.key), cards);
  if (next) return { id: next.id, place: { ...place, key: keyOf(next) }, moved };
  const all = cards.map(({ id }) => id);
  const again = nextCycle(all, deck, place, moved);
  const first = firstAfter(beforeAll, cardsOf(all, deck, again, {}));
  if (!first) throw new RangeError("A deck without quotes cannot be dealt.");
  return { id: first.id, place: { ...again, key: keyOf(first) }, moved: {} };
}

/**
 * Takes an id out of turn: the last one of the cycle, so that those which come next stay as they are, and it does not come
 * again before its turn in the next cycle. Where the cycle has but one left, or none, it is simply the next one.
 *
 * @throws RangeError when there are no ids
 */
export function drawOutOfTurn(ids: readonly string[], deck: string, place: Place, moved: Moved): Dealt {
  const left = leftOf(ids, deck, place, moved);
  if (left.length < 2) return draw(ids, deck, place, moved);
  const last = left.reduce((one, other) => (isAfter(other, one) ? other : one));
  const { [last.id]: _, ...others } = moved;
  return { id: last.id, place, moved: { ...others, [last.id]: outOfTurn + place.key } };
}

/**
 * Takes back an id that was dealt and never shown, so that it comes in this cycle after all. Where it was the last one drawn it
 * comes next, as if it had not been drawn; otherwise in its own place, and if that is over, next. One that is still to come
 * stays where it is.
 */
export function putBack(deck: string, place: Place, moved: Moved, id: string): Pick<Dealt, "place" | "moved"> {
  const isToCome = (moved: Moved) => leftInCycle([id], deck, place, moved) > 0;
  if (isToCome(moved)) return { place, moved };
  // A key without its last letter stands just before.
  if (idOf(place.key) === id) return { place: { ...place, key: place.key.slice(0, -1) }, moved };
  const { [id]: _, ...others } = moved;
  return { place, moved: isToCome(others) ? others : { ...others, [id]: place.key + behind } };
}

/**
 * Lets an id that is still to come change places with one behind it, in its half of the deck if that has any. Whoever asks again
 * for the place meets all of them in turn, those that would have come last first.
 *
 * @returns nothing when the id is not to come in this cycle, or none comes after it
 */
export function swap(ids: readonly string[], deck: string, place: Place, moved: Moved, id: string): Moved | undefined {
  const left = leftOf(ids, deck, place, moved);
  const card = left.find((one) => one.id === id);
  if (!card) return undefined;
  // Equal numbers settle by id: whoever would fall behind the place so is no partner.
  const later = left.filter((one) => isAfter(one, card) && isAfter(positionOf(beginningOf(card) + one.id), positionOf(place.key)));
  const sameHalf = later.filter((one) => halfOf(one) === halfOf(card));
  const shuffled = new Map(cardsOf(ids, deck, place, {}).map((one) => [one.id, one]));
  const partners = (sameHalf.length > 0 ? sameHalf : later).toSorted((one, other) => (isAfter(shuffled.get(one.id)!, shuffled.get(other.id)!) ? -1 : 1));
  const partner = partners.find((one) => isAfter(shuffled.get(id)!, shuffled.get(one.id)!)) ?? partners[0];
  return partner && { ...moved, [id]: beginningOf(partner), [partner.id]: beginningOf(card) };
}

/** How many of these ids are still to come in this cycle. */
export function leftInCycle(ids: Iterable<string>, deck: string, place: Place, moved: Moved): number {
  return leftOf(ids, deck, place, moved).length;
}

function cardsOf(ids: Iterable<string>, deck: string, { cycle, ended }: Place, moved: Moved): Card[] {
  const shuffled = shuffler(deck, cycle);
  const pushedId = ended.includes(behind) ? idOf(ended) : undefined;
  const cards: Card[] = [];
  for (const id of ids) {
    const beginning = Object.hasOwn(moved, id) ? moved[id] : undefined;
    const { order, tail } = beginning !== undefined ? movedTo(beginning, id) : id === pushedId ? positionOf(ended) : shuffled(id);
    cards.push({ id, order, tail });
  }
  return cards;
}

/** Where the next cycle begins. What ended this one is pushed behind the first once and for all, whatever the library loses later. */
function nextCycle(ids: string[], deck: string, place: Place, moved: Moved): Place {
  const ended = shownLast(place, moved);
  const again: Place = { cycle: place.cycle + 1, key: "", ended };
  const cards = cardsOf(ids, deck, again, {});
  const first = firstAfter(beforeAll, cards);
  const second = first?.id === ended ? firstAfter(first, cards) : undefined;
  return second ? { ...again, ended: keyOf({ order: second.order, tail: `${behind}${ended}` }) } : again;
}

/** The id of what was shown last: what was taken out of turn since the last draw, or that draw. */
function shownLast({ key }: Place, moved: Moved): string {
  const since = Object.keys(moved).findLast((id) => moved[id] === outOfTurn + key);
  return since ?? idOf(key);
}

function movedTo(beginning: string, id: string): Position {
  return beginning === "" || beginning.startsWith(outOfTurn) ? beforeAll : positionOf(beginning + id);
}

function leftOf(ids: Iterable<string>, deck: string, place: Place, moved: Moved): Card[] {
  const at = positionOf(place.key);
  return cardsOf(ids, deck, place, moved).filter((card) => isAfter(card, at));
}

function firstAfter(position: Position, cards: Card[]): Card | undefined {
  let first: Card | undefined;
  for (const card of cards) if (isAfter(card, position) && (!first || isAfter(first, card))) first = card;
  return first;
}
