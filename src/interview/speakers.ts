import { fullNamesIn, HONORIFICS } from "./fullNames.ts";
import { isInCapitals, type Label } from "./labels.ts";
import { NotAnInterview } from "./notAnInterview.ts";
import { namesInText, naturalCase, type NamesInText } from "./names.ts";
import { bareWords } from "./words.ts";

/** More people than any talk has; without a bound, a list of entries would pass for one. */
const MOST_SPEAKERS = 60;
/** Whoever has initials for a label is introduced with a full name near the beginning. */
export const MOST_TEXTS = 40;
const FEWEST_PLAIN_TURNS = 3;
const SHARE_OF_PLAIN_TURNS = 1 / 4;
/** Who is called by one unmarked word, and introduced nowhere, speaks so much of the text at least: "Mercy:" happens, too. */
const SHARE_OF_UNKNOWN = 0.15;
/** First and last name in scripts that put no space between them. */
const NAME_WITHOUT_SPACE = /^(?:[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{3,10}|[\p{Script=Han}]{2}|\p{Script=Hangul}{2,5})$/u;
const ARTICLE = /^(?:an?|the)\s/i;

/**
 * Tells which labels are speakers', and resolves short ones to the full name introduced elsewhere: "BALAGOV" to
 * Kantemir Balagov, after "KANTEMIR BALAGOV" or because running text says so; "KB" too, after the full name.
 *
 * A label is a speaker's when it is set in capitals or bold, or belongs to a speaker of the front matter. Plain labels
 * ("Name:") count only for someone who speaks at least twice, and in a text that marks others only for someone who speaks
 * nearly as much as they do: "One thing:" happens in any prose. And so does "THE SEA: …": whoever speaks once only must have a full name, or be named elsewhere.
 *
 * @param declared Full names from the front matter.
 * @param texts The lines without a label, where names stand in natural case.
 * @returns Full name by label as written; a label that is nobody's is absent.
 * @throws NotAnInterview when there are too many speakers.
 */
export function resolveSpeakers(labels: Label[], declared: string[], texts: string[]): Map<string, string> {
  const names = [...new Set(labels.map((label) => label.name))];
  const full = fullNames([...declared, ...names]);
  const introduced = fullNamesIn(texts.slice(0, MOST_TEXTS)).map(({ name }) => name);
  const initials = new Map([...initialsOf(introduced), ...initialsOf([...declared, ...names])]);
  const wanted = new Set(names.flatMap((name) => endsOf(name)));
  const written = namesInText(texts, wanted);
  const declaredByWords = new Map(declared.map((name) => [bareWords(name), name] as const));
  const byEnding = namesByEnding(introduced);
  const persons = new Map(names.map((name) => [name, declaredByWords.get(bareWords(name)) ?? personOf(name, full, written, initials, byEnding)] as const));

  const turns = new Map<string, number>();
  for (const label of labels) {
    const person = persons.get(label.name) ?? label.name;
    turns.set(person, (turns.get(person) ?? 0) + 1);
  }
  const marked = new Set(labels.filter((label) => label.marked).map((label) => persons.get(label.name)));
  const mostTurns = [...marked].reduce((most, person) => Math.max(most, turns.get(person ?? "") ?? 0), 0);
  const isDeclared = new Set(declared);
  const byLabel = new Map<string, string>();
  for (const [name, person] of persons) {
    const ownTurns = turns.get(person) ?? 0;
    const isUnknown = !isFullName(person) && ownTurns < SHARE_OF_UNKNOWN * (labels.length + texts.length);
    const plainSpeaker = isUnknown ? false : marked.size === 0 ? ownTurns > 1 : ownTurns >= FEWEST_PLAIN_TURNS && ownTurns >= SHARE_OF_PLAIN_TURNS * mostTurns;
    if (isDeclared.has(person) || marked.has(person) || plainSpeaker) byLabel.set(name, person);
  }
  // Among speakers with plain labels, one more whose full name the introduction gives may speak once.
  const named = new Set(introduced.map((name) => bareWords(name)));
  if (marked.size === 0 && new Set(byLabel.values()).size > 1) {
    for (const [name, person] of persons) if (isFullName(name) && named.has(bareWords(person))) byLabel.set(name, person);
  }
  if (new Set(byLabel.values()).size > MOST_SPEAKERS) throw new NotAnInterview(`No interview: more than ${MOST_SPEAKERS} names stand before a colon.`);
  for (const name of strangersAmong(byLabel, turns, declared, [full, initials, written.natural, written.fullName], labels)) byLabel.delete(name);
  return byLabel;
}

/** Whether a name has two words or more that are not mere initials: "Ada Lane", "J. J. Abrams", "是枝裕和", not "A.L.", "Mr. Lane" or "Speaker 2". */
export function isFullName(name: string): boolean {
  const words = withoutHonorific(bareWords(name)).split(" ");
  if (words.some((word) => /^\d+$/.test(word))) return false;
  if (words.length === 1) return NAME_WITHOUT_SPACE.test(words[0] ?? "");
  return words.some((word) => word.length > 1);
}

/** The labels of those who speak once only, have no full name, and are named nowhere else; or begin with an article. */
function strangersAmong(
  byLabel: ReadonlyMap<string, string>,
  turns: ReadonlyMap<string, number>,
  declared: string[],
  known: ReadonlyMap<string, unknown>[],
  labels: Label[],
): string[] {
  const once = [...byLabel].flatMap(([name, person]) => (turns.get(person) === 1 && !declared.includes(person) ? name : []));
  const unknown = once.filter((name) => !known.some((names) => names.has(bareWords(name))));
  const spokenOf = namesInText(labels.map(({ words }) => words), new Set(unknown.map((name) => bareWords(name)))).natural;
  return once.filter((name) => ARTICLE.test(name) || (unknown.includes(name) && !spokenOf.has(bareWords(name))));
}

/** Full names by their bare words, by their first word, and by each of their endings. Two people under one key: nobody. */
function fullNames(names: string[]): Map<string, string | undefined> {
  const byKey = new Map<string, string | undefined>();
  const exact = new Set<string>();
  for (const name of names) {
    const words = withoutHonorific(bareWords(name)).split(" ");
    const whole = words.join(" ");
    if (!isFullName(name) || exact.has(whole)) continue;
    exact.add(whole);
    const shorter = new Set([words[0] ?? "", ...words.slice(1).map((_, index) => words.slice(index + 1).join(" "))]);
    for (const key of shorter) byKey.set(key, byKey.has(key) ? undefined : name);
  }
  // "DE NIRO" is a name of two words and short for a longer one.
  for (const name of names) {
    const whole = bareWords(name);
    if (exact.has(whole) && !byKey.has(whole)) byKey.set(whole, name);
  }
  return byKey;
}

/** Full names by their initials, as bare words: "so" and "s o" for Samir Oduya. Those of two people: nobody. */
export function initialsOf(names: string[]): Map<string, string | undefined> {
  const byInitials = new Map<string, string | undefined>();
  for (const name of new Map(names.map((each) => [bareWords(each), each])).values()) {
    if (!isFullName(name)) continue;
    const letters = bareWords(name).split(" ").map((word) => word.slice(0, 1));
    for (const key of [letters.join(""), letters.join(" ")]) byInitials.set(key, byInitials.has(key) ? undefined : name);
  }
  return byInitials;
}

/** The first of some names that ends with some of its words, by these: "Walter Edmund Price" by "edmund price" and "price". */
function namesByEnding(names: string[]): Map<string, string> {
  const byEnding = new Map<string, string>();
  for (const name of names) {
    const words = bareWords(name).split(" ");
    for (let from = 1; from < words.length; from++) {
      const ending = words.slice(from).join(" ");
      if (!byEnding.has(ending)) byEnding.set(ending, name);
    }
  }
  return byEnding;
}

/** Bare words without the "mr" or "dr" before them. */
function withoutHonorific(words: string): string {
  const [first = "", ...rest] = words.split(" ");
  return rest.length > 0 && HONORIFICS.has(first) ? rest.join(" ") : words;
}

function personOf(
  label: string,
  full: Map<string, string | undefined>,
  written: NamesInText,
  initials: Map<string, string | undefined>,
  byEnding: ReadonlyMap<string, string>,
): string {
  const key = withoutHonorific(bareWords(label));
  const known = written.fullName.get(key) ?? (isInCapitals(label) ? initials.get(key) : undefined);
  const name = full.get(key) ?? (full.has(key) ? label : (known ?? label));
  // "Edmund Price" is found where "Walter Edmund Price" is written.
  const longer = known === undefined || name !== known ? undefined : byEnding.get(bareWords(name));
  return longer ?? written.natural.get(bareWords(name)) ?? naturalCase(name);
}

function endsOf(name: string): string[] {
  const words = withoutHonorific(bareWords(name)).split(" ");
  return [words[0] ?? "", words.at(-1) ?? ""];
}
