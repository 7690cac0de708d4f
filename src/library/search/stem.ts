/** What a stem leaves of a word, and takes off it, at the least and most. */
export const SHORTEST_STEM = 3;
export const LONGEST_ENDING = 8;
/** Endings that make another English word, the longest first; what is left must keep five letters, or "mention" meets "mentor". */
const LATIN_DERIVED =
  /^(.{5,}?)(?:ational|ations?|ated?|ates|ating|ators?|ative|ments?|ional|ionally|ically|ities|fully|ful|less|ively|ives?|ences?|ently|ent|able|ably|ions?|ants?|ists?|ally|ors?|ity|al)$/;
/** Endings that make another form of the same word, or nearly; what is left must keep four letters. */
const LATIN = /^(.{4,}?)(?:ness|ings?|ers?|ies|ied|(?<![aeiou])ying|ing|est|ed|es|ly|s|e|y)$/;
/** Endings of Russian nouns and adjectives; "й" has become "и" by then. */
const CYRILLIC = /^(.{3,}?)(?:ами|ями|ого|его|ому|ему|ыми|ими|ах|ях|ов|ев|еи|ои|ом|ем|ам|ям|ую|юю|ая|яя|ое|ее|ые|ие|ыи|ии|ым|им|ых|их|а|я|о|е|ы|и|у|ю|ь)$/;

/**
 * The beginning that a word shares with its other forms: "confin" for confined and confinement, "movi" for movie and
 * movies, "кулак" for кулаки. It only ever takes letters away at the end, so that all words of one stem stand together
 * in the alphabet. Light on purpose: it would rather miss a relative than join two strangers.
 */
export function stem(word: string): string {
  const first = word.charCodeAt(0);
  if (first > 0x7f) return first >= 0x430 && first <= 0x44f ? (CYRILLIC.exec(word)?.[1] ?? word) : word;
  // "films" and "cars" are too short for the rule, but not for this one.
  if (word.length <= 4) return word.length === 4 && word.endsWith("s") && !word.endsWith("ss") ? word.slice(0, 3) : word;
  if (word.endsWith("ss")) return word;
  const short = LATIN_DERIVED.exec(word)?.[1] ?? LATIN.exec(word)?.[1] ?? word;
  if (short === word || short.length <= 4) return short;
  // "confinement" gives "confin", as "confined" does, and "planning" gives "plan", as "plan" does.
  return short.endsWith("e") || short.at(-1) === short.at(-2) ? short.slice(0, -1) : short;
}
