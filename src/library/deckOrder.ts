/** Where quotes lie in a deck, and how a place in it is written down; deck.ts has the rules. */

/** Where a quote lies in a cycle: its half and the shuffle's number in one, and what settles a draw between equals. */
export interface Position {
  order: number;
  tail: string;
}

export interface Card extends Position {
  id: string;
}

/** As text, a position is a key: its half, seven digits of the shuffle's number, and then its tail. */
const idStart = 8;
const halfSize = 2 ** 32;
/** Sorts behind every letter and digit, and is in no id: what follows it stands right behind what it follows. */
export const behind = "~";
/** Where "" stands: before all others, and never to come. */
export const beforeAll: Position = { order: -1, tail: "" };

/** Whether one lies behind the other. */
export function isAfter(one: Position, other: Position): boolean {
  return one.order > other.order || (one.order === other.order && one.tail > other.tail);
}

/** 0 or 1. */
export function halfOf({ order }: Position): number {
  return order < halfSize ? 0 : 1;
}

/** The position that a key stands for. */
export function positionOf(key: string): Position {
  if (key === "") return beforeAll;
  return { order: Number(key[0]) * halfSize + Number.parseInt(key.slice(1, idStart), 36), tail: key.slice(idStart) };
}

/** A position as text. */
export function keyOf(position: Position): string {
  const half = halfOf(position);
  return `${half}${(position.order - half * halfSize).toString(36).padStart(idStart - 1, "0")}${position.tail}`;
}

/** The id of the card that has this key. */
export function idOf(key: string): string {
  return key.slice(Math.max(idStart, key.lastIndexOf(behind) + 1));
}

/** The key of a card without its id. */
export function beginningOf(card: Card): string {
  const key = keyOf(card);
  return key.slice(0, key.length - card.id.length);
}

/** Where the shuffle puts an id in a cycle of a deck; its half is the same in every cycle. */
export function shuffler(deck: string, cycle: number): (id: string) => Position {
  const half = hash(deck, 0);
  const shuffle = hash(`${deck} ${cycle}`, 0);
  return (id) => ({ order: (hash(id, half) & 1) * halfSize + hash(id, shuffle), tail: id });
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
