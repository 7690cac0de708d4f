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
 * Within a cycle, quotes may be moved: a quote that is not wanted now changes places with a later one, or is taken out of turn.
 */

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
 * The quotes that were moved within this cycle: by id, the beginning of the key that each now has in place of its own, or
 * `outOfTurn`.
 */
export type Moved = Record<string, string>;

/** Marks a quote that was shown before its turn: it does not come again in this cycle. */
export const outOfTurn = "";

/** A quote that was dealt, and how the deck lies afterwards. */
export interface Dealt {
  id: string;
  place: Place;
  moved: Moved;
}

/** The place of a deck nobody has drawn from. */
export const newDeck: Place = { cycle: 0, key: "", ended: "" };

/** Where a quote lies in a cycle: its half and the shuffle's number in one, and what settles a draw between equals. */
interface Position {
  order: number;
  tail: string;
}

interface Card extends Position {
  id: string;
}

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
  const again = nextCycle(all, deck, place);
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
  return { id: last.id, place, moved: { ...moved, [last.id]: outOfTurn } };
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
  const behind = left.filter((one) => isAfter(one, card) && isAfter(positionOf(beginningOf(card) + one.id), positionOf(place.key)));
  const sameHalf = behind.filter((one) => halfOf(one) === halfOf(card));
  const shuffled = new Map(cardsOf(ids, deck, place, {}).map((one) => [one.id, one]));
  const partners = (sameHalf.length > 0 ? sameHalf : behind).toSorted((one, other) => (isAfter(shuffled.get(one.id)!, shuffled.get(other.id)!) ? -1 : 1));
  const partner = partners.find((one) => isAfter(shuffled.get(id)!, shuffled.get(one.id)!)) ?? partners[0];
  return partner && { ...moved, [id]: beginningOf(partner), [partner.id]: beginningOf(card) };
}

/** How many of these ids are still to come in this cycle. */
export function leftInCycle(ids: Iterable<string>, deck: string, place: Place, moved: Moved): number {
  return leftOf(ids, deck, place, moved).length;
}

/** As text, a position is a key: its half, seven digits of the shuffle's number, and then its tail. */
const idStart = 8;
const halfSize = 2 ** 32;
/** Sorts behind every letter and digit, and is in no id: what ended a cycle stands right behind the quote that begins the next. */
const pushed = "~";
/** Where "" stands: before all others, and never to come. */
const beforeAll: Position = { order: -1, tail: "" };

function cardsOf(ids: Iterable<string>, deck: string, { cycle, ended }: Place, moved: Moved): Card[] {
  const half = hash(deck, 0);
  const shuffle = hash(`${deck} ${cycle}`, 0);
  const pushedId = ended.includes(pushed) ? idOf(ended) : undefined;
  const cards: Card[] = [];
  for (const id of ids) {
    const beginning = Object.hasOwn(moved, id) ? moved[id] : undefined;
    if (beginning === outOfTurn) cards.push({ id, ...beforeAll });
    else if (beginning !== undefined) cards.push({ id, ...positionOf(beginning + id) });
    else if (id === pushedId) cards.push({ id, ...positionOf(ended) });
    else cards.push({ id, order: (hash(id, half) & 1) * halfSize + hash(id, shuffle), tail: id });
  }
  return cards;
}

/** Where the next cycle begins. What ended this one is pushed behind the first once and for all, whatever the library loses later. */
function nextCycle(ids: string[], deck: string, place: Place): Place {
  const ended = idOf(place.key);
  const again: Place = { cycle: place.cycle + 1, key: "", ended };
  const cards = cardsOf(ids, deck, again, {});
  const first = firstAfter(beforeAll, cards);
  const second = first?.id === ended ? firstAfter(first, cards) : undefined;
  return second ? { ...again, ended: keyOf({ order: second.order, tail: `${pushed}${ended}` }) } : again;
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

function isAfter(one: Position, other: Position): boolean {
  return one.order > other.order || (one.order === other.order && one.tail > other.tail);
}

function halfOf({ order }: Position): number {
  return order < halfSize ? 0 : 1;
}

function positionOf(key: string): Position {
  if (key === "") return beforeAll;
  return { order: Number(key[0]) * halfSize + Number.parseInt(key.slice(1, idStart), 36), tail: key.slice(idStart) };
}

function keyOf(position: Position): string {
  const half = halfOf(position);
  return `${half}${(position.order - half * halfSize).toString(36).padStart(idStart - 1, "0")}${position.tail}`;
}

function idOf(key: string): string {
  return key.slice(idStart).replace(pushed, "");
}

/** The key of a card without its id. */
function beginningOf(card: Card): string {
  const key = keyOf(card);
  return key.slice(0, key.length - card.id.length);
}

/** MurmurHash3's 32-bit mixing over the text's code units (Austin Appleby, public domain): quick, and even enough to shuffle by. */
function hash(text: string, seed: number): number {
  let state = seed;
  for (let at = 0; at < text.length; at += 1) {
    let block = Math.imul(text.charCodeAt(at), 0xcc9e2d51);
    block = (block << 15) | (block >>> 17);
    state ^= Math.imul(block, 0x1b873593);
    state = (state << 13) | (state >>> 19);
    state = (Math.imul(state, 5) + 0xe6546b64) | 0;
  }
  state ^= text.length;
  state = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
  state = Math.imul(state ^ (state >>> 13), 0xc2b2ae35);
  return (state ^ (state >>> 16)) >>> 0;
}
