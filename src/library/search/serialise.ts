import { crc32 } from "node:zlib";
import { searchSegments, type QuoteSearch } from "./search.ts";
import type { Postings } from "./postings.ts";
import { createSegment, type SearchableQuote, type Segment } from "./segment.ts";

/** The bytes of an index cannot be used: index the quotes anew. */
export class UnusableIndex extends Error {
  override readonly name = "UnusableIndex";
}

/** Says what these bytes are and, read as a number, that this machine orders bytes as the one that wrote them. */
const MAGIC = 0x4c544e49;
/** To be raised whenever the bytes, or the words that a text is cut into, come to mean something else. */
const VERSION = 2;
const HEADER = 4;

/**
 * The index of a search in a few large pieces: four numbers (magic, version, checksum of the rest, fingerprint of the
 * quotes' ids), then pieces, each behind its length in bytes. The quotes themselves are not in it.
 */
export function serialise(search: QuoteSearch): Buffer {
  const pieces = search.segments.flatMap(({ quotes, lengths, words, names, marks }) => [
    numbers([quotes.length]),
    lengths,
    ...piecesOf(words),
    ...piecesOf(names),
    ...piecesOf(marks),
  ]);
  const body = Buffer.concat(pieces.flatMap((piece) => [numbers([piece.length]), piece]));
  return Buffer.concat([numbers([MAGIC, VERSION, crc32(body), fingerprint(search.segments.flatMap(({ quotes }) => quotes))]), body]);
}

/**
 * The search whose index these bytes are, over the same quotes in the same order.
 *
 * @throws UnusableIndex when they are broken, of another version, or of other quotes
 */
export function deserialise(index: Uint8Array, quotes: readonly SearchableQuote[]): QuoteSearch {
  // A Buffer's slices are no copies, a plain array's are.
  const bytes = new Uint8Array(index.buffer, index.byteOffset, index.length);
  const body = bytes.subarray(HEADER * 4);
  if (bytes.length < HEADER * 4) throw new UnusableIndex("The index is too short to be one.");
  const [magic, version, checksum, print] = readNumbers(bytes.subarray(0, HEADER * 4));
  if (magic !== MAGIC) throw new UnusableIndex("These bytes are no index of quotes.");
  if (version !== VERSION) throw new UnusableIndex(`The index is of version ${version}, not ${VERSION}.`);
  if (checksum !== crc32(body)) throw new UnusableIndex("The index is damaged.");
  if (print !== fingerprint(quotes)) throw new UnusableIndex("The index is of other quotes.");

  let at = 0;
  const next = (): Uint8Array => {
    const [length = 0] = readNumbers(body.subarray(at, at + 4));
    at += 4 + length;
    return body.subarray(at - length, at);
  };
  const segments: Segment[] = [];
  let from = 0;
  while (at < body.length) {
    const [count = 0] = readNumbers(next());
    segments.push(
      createSegment({
        quotes: quotes.slice(from, (from += count)),
        lengths: next().slice(),
        words: readPieces(next),
        names: readPieces(next),
        marks: readPieces(next),
      }),
    );
  }
  return searchSegments(segments);
}

function piecesOf({ terms, starts, counts, said, bytes }: Postings): Uint8Array[] {
  return [Buffer.from(terms.join("\n")), numbers(starts), numbers(counts), said, bytes];
}

function readPieces(next: () => Uint8Array): Postings {
  const text = new TextDecoder().decode(next());
  return { terms: text === "" ? [] : text.split("\n"), starts: readNumbers(next()), counts: readNumbers(next()), said: next().slice(), bytes: next().slice() };
}

function numbers(values: ArrayLike<number>): Uint8Array {
  return new Uint8Array(Uint32Array.from(values).buffer);
}

/** Copied, for the bytes may stand anywhere and numbers only at every fourth place. */
function readNumbers(bytes: Uint8Array): Uint32Array {
  return new Uint32Array(bytes.slice().buffer);
}

/** Tells other quotes or topics, or the same in another order, from these: FNV-1a over their ids and topics. */
function fingerprint(quotes: readonly SearchableQuote[]): number {
  let hash = 0x811c9dc5;
  for (const { id, topics = "" } of quotes) {
    for (const text of [id, topics]) for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
    hash = Math.imul(hash ^ 10, 0x01000193);
  }
  return hash >>> 0;
}
