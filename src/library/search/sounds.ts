/** Russian letters in Latin ones, nearly as BGN/PCGN has them; й and ё come without their accents (words.ts). */
const LATIN: Record<string, string> = Object.fromEntries(
  "а a б b в v г g д d е e ж zh з z и i к k л l м m н n о o п p р r с s т t у u ф f х kh ц ts ч ch ш sh щ shch ы y э e ю yu я ya"
    .split(" ")
    .flatMap((letter, index, all) => (index % 2 === 0 ? [[letter, all[index + 1] ?? ""]] : [])),
);
/** "Уильям" is William. */
const RUSSIAN_W = /^у(?=[аеиоэя])/;
const CYRILLIC = /\p{Script=Cyrillic}/u;

/** Spellings of one consonant, in the order in which they are tried. A sound that English has no letter for is near enough to another. */
const CONSONANTS: [spelling: RegExp, sound: string][] = [
  [/dzh|dj|zh|j/g, "j"],
  [/shch|sch|sh/g, "s"],
  [/c(?=[eiy])|ts|tz|z/g, "s"],
  [/ck|tch|ch|kh|c|q/g, "k"],
  [/x/g, "ks"],
  [/ph|v|w/g, "f"],
  [/h/g, ""],
];
/** A "w" or an "l" that is part of the vowel before it, as in "Fawkner", "Newark" and "Faulkner". */
const SILENT = /(?<=[aiou])w(?![aeiouy])|(?<=e)w|(?<=[aou])l(?=k)/g;
/** Of a plural, or of "Carné's" (words.ts). */
const ENDING = /s$/;
const OPENING_VOWEL = /^[aeiouy]/;
const VOWELS = /[aeiouy]+/g;
const LAST_VOWEL = /[aeiouy]+$/;
const DOUBLED = /(.)\1+/g;

/** Whether a word has no Cyrillic letter. */
export function isLatin(word: string): boolean {
  return !CYRILLIC.test(word);
}

/** A Cyrillic word in Latin letters; any other word as it is. Russian has two letters each for the English J and X. */
export function inLatin(word: string): string {
  return CYRILLIC.test(word) ? word.replace(RUSSIAN_W, "w").replaceAll("дж", "j").replaceAll("кс", "x").replaceAll(/./gu, (letter) => LATIN[letter] ?? (CYRILLIC.test(letter) ? "" : letter)) : word;
}

/**
 * How a word sounds to somebody who never saw it written: its consonants, one letter for all spellings of each, and
 * whether a vowel comes first. "Munk" and "Munch" sound alike, and so do "Goia" and "Goya's".
 */
export function soundOf(word: string): string {
  return soundWith(word, "");
}

/** The same with a mark for the vowels inside the word, whichever they are: "Bootcha" and "Bucha" have one between two consonants. */
export function syllablesOf(word: string): string {
  return soundWith(word, "-");
}

function soundWith(word: string, vowel: string): string {
  let sound = inLatin(word).replace(ENDING, "").replaceAll(SILENT, "").replace(LAST_VOWEL, "");
  const opening = OPENING_VOWEL.test(sound) ? "a" : "";
  for (const [spelling, letter] of CONSONANTS) sound = sound.replaceAll(spelling, letter);
  return opening + sound.replaceAll(VOWELS, vowel).replaceAll(DOUBLED, "$1");
}
