import Fuse from "fuse.js";
import { fold } from "./words.ts";

/** Something that is looked up by name: a film by its titles, a person by the spellings of a name. */
export interface Entry {
  id: string;
  /** The first one is what it is usually called. */
  names: string[];
  year?: number;
}

/** What a name led to. */
export type Lookup =
  /** It can only mean this one. */
  | { kind: "one"; id: string }
  /** It may mean any of these, the likeliest first. */
  | { kind: "several"; ids: string[] }
  /** It means none that we know; these come nearest. */
  | { kind: "none"; nearest: string[] };

/** Looks things up by an id, or by names as people type them: misspelt, half, in any of their titles, with or without the year. */
export interface NameFinder {
  find(text: string): Lookup;
  /** The entries that a beginning may grow into, the likeliest first; with nothing typed, all in their own order. */
  complete(beginning: string, limit: number): string[];
}

interface Name {
  id: string;
  folded: string;
}

const longestText = 100;
/** As many as a menu of Discord's holds. */
const longestMenu = 25;
/** Fuse's score is 0 for the same words and 1 for nothing in common; measured on titles, a typo costs about .1 to .25. */
const close = 0.3;
/** The first of several counts alone when the second is this much further off. */
const clearlyCloser = 0.15;

/** Indexes the entries once, for as many look-ups as one likes. */
export function createNameFinder(entries: Entry[]): NameFinder {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const names: Name[] = entries.flatMap(({ id, names }) => names.map((name) => ({ id, folded: simplify(name) })));
  const fuse = new Fuse(names, {
    keys: ["folded"],
    includeScore: true,
    threshold: 0.4,
    distance: 40,
  });
  const loose = new Fuse(names, { keys: ["folded"], includeScore: true, threshold: 0.8, ignoreLocation: true });

  function find(text: string): Lookup {
    if (byId.has(text)) return { kind: "one", id: text };
    const whole = simplify(text.slice(0, longestText));
    const { name, year } = splitYear(whole);
    const same = idsOf((folded) => folded === whole);
    const sameWithoutYear = idsOf((folded) => folded === name);
    const sameWords = name === "" ? [] : idsOf((folded) => beginsWords(folded, name));
    for (const ids of [same, preferYear(sameWithoutYear, year), preferYear(sameWords, year)]) {
      if (ids.length === 1) return { kind: "one", id: ids[0]! };
      if (ids.length > 1) return { kind: "several", ids: ids.slice(0, longestMenu) };
    }
    const scores = bestScores(fuse, name);
    const ids = preferYear([...scores.keys()], year);
    const [first, second] = ids;
    if (first === undefined) return { kind: "none", nearest: nearest(name) };
    const lead = second === undefined ? 1 : scores.get(second)! - scores.get(first)!;
    if (scores.get(first)! <= close && lead >= clearlyCloser) return { kind: "one", id: first };
    const likely = ids.filter((id) => scores.get(id)! <= close + clearlyCloser);
    return likely.length > 1 ? { kind: "several", ids: likely.slice(0, longestMenu) } : { kind: "none", nearest: nearest(name) };
  }

  function idsOf(fits: (folded: string) => boolean): string[] {
    return unique(names.filter(({ folded }) => fits(folded)).map(({ id }) => id));
  }

  /** Of the films with this name, those of this year if any (festival and release years may differ by one). */
  function preferYear(ids: string[], year: number | undefined): string[] {
    if (year === undefined) return ids;
    const ofThatYear = ids.filter((id) => Math.abs((byId.get(id)!.year ?? 0) - year) <= 1);
    return ofThatYear.length > 0 ? ofThatYear : ids;
  }

  function nearest(name: string): string[] {
    const ids = [...bestScores(fuse, name).keys(), ...bestScores(loose, name).keys(), ...byId.keys()];
    return unique(ids).slice(0, 3);
  }

  function complete(beginning: string, limit: number): string[] {
    const { name } = splitYear(simplify(beginning.slice(0, longestText)));
    if (name === "") return [...byId.keys()].slice(0, limit);
    const begun = [...idsOf((folded) => folded.startsWith(name)), ...idsOf((folded) => beginsWords(folded, name))];
    return unique([...begun, ...bestScores(fuse, name).keys()]).slice(0, limit);
  }

  return { find, complete };
}

function simplify(text: string): string {
  return fold(text).replace(/[^\p{L}\p{N}]+/gu, " ").trim();
}

/** Whether each typed word begins a word of the name, as "quai brume" does in "le quai des brumes". */
function beginsWords(name: string, typed: string): boolean {
  const words = name.split(" ");
  return typed.split(" ").every((beginning) => words.some((word) => word.startsWith(beginning)));
}

/** "beanpole 2019" is a name and a year; "2019" alone is a name. */
function splitYear(text: string): { name: string; year?: number } {
  const match = /^(.+) (1[89]\d\d|20\d\d)$/.exec(text);
  return match ? { name: match[1]!, year: Number(match[2]) } : { name: text };
}

/** The best score of each id that fits, best first. Fuse finds everything for an empty text; we find nothing. */
function bestScores(fuse: Fuse<Name>, text: string): Map<string, number> {
  const scores = new Map<string, number>();
  if (text === "") return scores;
  for (const { item, score } of fuse.search(text)) {
    if (!scores.has(item.id)) scores.set(item.id, score ?? 1);
  }
  return scores;
}

function unique(ids: string[]): string[] {
  return [...new Set(ids)];
}
