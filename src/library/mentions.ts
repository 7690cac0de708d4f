import { fold, isPlain, stopWords } from "./words.ts";

/** The films and people that a text names, by id. */
export interface Mentions {
  films: string[];
  people: string[];
}

/** Something that can be named, under any of its names. */
export interface Nameable {
  id: string;
  names: string[];
}

interface Word {
  /** Without accents, in its own case. */
  text: string;
  start: number;
  end: number;
}

/**
 * Gives a function that lists the ids of what a text names, each once, in order of appearance.
 *
 * A name counts where its words stand whole and in their own case, the longest name first, and not as a part of a longer
 * one: "Monica" is not named in "Santa Monica", and "closeness" is a word where "Closeness" is a film.
 */
export function createMentionFinder(nameables: Nameable[]): (text: string) => string[] {
  const byFirstWord = new Map<string, { id: string; words: string[] }[]>();
  for (const { id, names } of nameables) {
    for (const name of names) {
      const words = splitWords(name).map((word) => word.text);
      const first = words[0];
      if (first === undefined || !isCapitalised(first)) continue;
      const sharing = byFirstWord.get(first) ?? [];
      byFirstWord.set(first, sharing);
      sharing.push({ id, words });
    }
  }
  for (const sharing of byFirstWord.values()) sharing.sort((one, other) => other.words.length - one.words.length);

  return (text) => {
    const words = splitWords(text);
    const found = new Set<string>();
    for (let at = 0; at < words.length; at += 1) {
      const named = byFirstWord
        .get(words[at]!.text)
        ?.find((name) => name.words.every((word, offset) => words[at + offset]?.text === word));
      if (!named) continue;
      const last = at + named.words.length - 1;
      if (!continuesName(text, words[at - 1], words[at]!)) found.add(named.id);
      at = last;
    }
    return [...found];
  };
}

/** Whether the word before makes a longer name with this one: capitalised, only a space between, and no "In" or "With". */
function continuesName(text: string, before: Word | undefined, word: Word): boolean {
  return (
    before !== undefined &&
    text.slice(before.end, word.start) === " " &&
    isCapitalised(before.text) &&
    !stopWords.has(fold(before.text))
  );
}

function isCapitalised(word: string): boolean {
  const first = word[0]!;
  return first !== first.toLowerCase() || /\p{N}/u.test(first);
}

function splitWords(text: string): Word[] {
  const hasNoAccents = isPlain(text);
  return [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].map((match) => ({
    text: hasNoAccents ? match[0] : match[0].normalize("NFKD").replace(/\p{M}/gu, ""),
    start: match.index,
    end: match.index + match[0].length,
  }));
}
