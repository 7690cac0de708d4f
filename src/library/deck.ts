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
 */

/** How far a deck has been dealt. */
export interface Place {
  /** How many times the whole deck has been dealt. */
  cycle: number;
  /** The key of the quote shown last, "" at the beginning of a cycle. */
  key: string;
  /** The quote that ended the cycle before, "" in the first. */
  ended: string;
}

/** The place of a deck nobody has drawn from. */
export const newDeck: Place = { cycle: 0, key: "", ended: "" };

interface Card {
  id: string;
  key: string;
}

/**
 * Deals the next id of a deck, and gives the place to draw from next time.
 *
 * @throws RangeError when there are no ids
 */
export function draw(ids: Iterable<string>, deck: string, place: Place): { id: string; place: Place } {
  const next = firstAfter(place.key, shuffled(ids, deck, place));
  if (next) return { id: next.id, place: { ...place, key: next.key } };
  const ended = place.key.slice(idStart).replace("~", "");
  const again: Place = { cycle: place.cycle + 1, key: "", ended };
  const first = firstAfter("", shuffled(ids, deck, again));
  if (!first) throw new RangeError("A deck without quotes cannot be dealt.");
  return { id: first.id, place: { ...again, key: first.key } };
}

/** A key is its half, seven digits of the shuffle, and the id, which settles a draw between equal digits. */
const idStart = 8;

function shuffled(ids: Iterable<string>, deck: string, { cycle, ended }: Place): Card[] {
  const half = hash(deck, 0);
  const shuffle = hash(`${deck} ${cycle}`, 0);
  const cards: Card[] = [];
  for (const id of ids) {
    const digits = hash(id, shuffle).toString(36).padStart(idStart - 1, "0");
    cards.push({ id, key: `${hash(id, half) & 1}${digits}${id}` });
  }
  const first = firstAfter("", cards);
  const second = first?.id === ended ? firstAfter(first.key, cards) : undefined;
  // "~" sorts behind every letter and digit: the one that would come twice in a row now comes second.
  if (first && second) first.key = `${second.key.slice(0, idStart)}~${first.id}`;
  return cards;
}

function firstAfter(key: string, cards: Card[]): Card | undefined {
  let first: Card | undefined;
  for (const card of cards) if (card.key > key && (!first || card.key < first.key)) first = card;
  return first;
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
