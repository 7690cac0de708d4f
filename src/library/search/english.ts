import { readFileSync } from "node:fs";
import { join } from "node:path";
import { projectFolder } from "../../project.ts";
import { stem } from "./stem.ts";

/**
 * What search knows of English, as two lists in src/data/english. They are held as numbers, which take a tenth of the
 * memory that maps of words would.
 */
interface English {
  /** The hashes of all words, sorted: a word of no such hash is none, and one misspelling in a hundred thousand has one by chance. */
  words: Uint32Array;
  /** Groups of words with one meaning, parted by spaces. */
  groups: string[];
  /** For each stem of each group, its hash and the group's place, both in one number, sorted. */
  stems: Float64Array;
}

/** So many groups fit beside a hash. */
const MOST_GROUPS = 2 ** 16;
let english: English | undefined;

/** Whether this is an English word that most people know. */
export function isEnglish(word: string): boolean {
  const { words } = known();
  const hash = hashOf(word);
  return words[placeOf(words, hash)] === hash;
}

/** The words that have a meaning in common with this one, as far as the list has it, in the form that dictionaries give. */
export function relatedTo(word: string): string[] {
  const { groups, stems } = known();
  const root = stem(word);
  const first = hashOf(root) * MOST_GROUPS;
  const related: string[] = [];
  for (let at = placeOf(stems, first); at < stems.length && stems[at]! < first + MOST_GROUPS; at += 1) {
    for (const other of groups[stems[at]! - first]!.split(" ")) if (stem(other) !== root) related.push(other);
  }
  return related;
}

/** Read at the first search, for a bot that is not asked has no use for it. */
function known(): English {
  return (english ??= readEnglish());
}

function readEnglish(): English {
  const groups = read("synonyms.txt").toString().trim().split(/\r?\n/);
  const stems = groups.flatMap((group, place) => group.split(" ").map((word) => hashOf(stem(word)) * MOST_GROUPS + place));
  return { words: hashesOfLines(read("words.txt")).sort(), groups, stems: Float64Array.from(stems).sort() };
}

function read(file: string): Buffer {
  return readFileSync(join(projectFolder, "src", "data", "english", file));
}

/** FNV-1a (Fowler, Noll and Vo, public domain). */
const HASH_START = 0x811c9dc5;
const HASH_FACTOR = 0x01000193;
const SPACE = 32;

function hashOf(word: string): number {
  let hash = HASH_START;
  for (let at = 0; at < word.length; at += 1) hash = Math.imul(hash ^ word.charCodeAt(at), HASH_FACTOR);
  return hash >>> 0;
}

/** The hash of each line, none of them made into a string: these are ASCII, and forty thousand. */
function hashesOfLines(text: Uint8Array): Uint32Array {
  const hashes: number[] = [];
  let hash = HASH_START;
  for (let at = 0; at <= text.length; at += 1) {
    const byte = text[at] ?? 0;
    if (byte > SPACE) {
      hash = Math.imul(hash ^ byte, HASH_FACTOR);
    } else if (hash !== HASH_START) {
      hashes.push(hash);
      hash = HASH_START;
    }
  }
  return Uint32Array.from(hashes);
}

/** The place of a number in a sorted list, or where it would stand. */
function placeOf(list: Uint32Array | Float64Array, number: number): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (list[middle]! < number) low = middle + 1;
    else high = middle;
  }
  return low;
}
