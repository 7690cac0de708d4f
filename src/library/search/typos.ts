import { sortedLetters } from "./distance.ts";
import { isEnglish } from "./english.ts";

/**
 * Whether someone who meant a term would type so. The shorter the word, the less may be wrong with it, the least when it
 * is English as it stands: or else "soup" would find a soul. Vowels may always be wrong, as in a name that was only
 * heard: "Folkner". So may the spelling of a consonant be, in what is no English word: "Munk" for Munch (sounds.ts).
 *
 * @param typos How many letters are wrong, as distance.ts counts them
 */
export function isLikelyTypo(word: string, term: string, typos: number): boolean {
  if (typos > 2 || (typos === 2 && word.length === 4)) return false;
  // Of three letters, all that may be is a vowel left out, "flm", or wrong, "jem".
  if (word.length < 4) return term.length >= word.length && consonants(word) === consonants(term) && !isEnglish(word);
  if (consonants(word) === consonants(term)) return true;
  if (!hasSameStart(word, term)) return word.length >= (typos === 1 ? 5 : 9);
  if (typos === 2) return word.length >= 8;
  return word.length >= 5 || word.length !== term.length || sortedLetters(word) === sortedLetters(term) || !isEnglish(word);
}

/** Whether two words begin alike, or with their first two letters swapped: hardly anybody mistypes the first. */
export function hasSameStart(word: string, term: string): boolean {
  return word[0] === term[0] || (word[0] === term[1] && word[1] === term[0]);
}

function consonants(word: string): string {
  return word.replaceAll(/[aeiouyаеиоуыэюяь]/g, "");
}
