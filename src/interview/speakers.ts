import type { Label } from "./labels.ts";
import { NotAnInterview } from "./notAnInterview.ts";
import { namesInText, naturalCase, type NamesInText } from "./names.ts";
import { bareWords } from "./words.ts";

/** More people than any talk has; without a bound, a list of entries would pass for one. */
const MOST_SPEAKERS = 60;

/**
 * Tells which labels are speakers', and resolves short ones to the full name introduced elsewhere: "BALAGOV" to
 * Kantemir Balagov, after "KANTEMIR BALAGOV" or because running text says so.
 *
 * A label is a speaker's when it is set in capitals or bold, or belongs to a speaker of the front matter. Plain labels
 * ("Name:") count only in a text that marks none, and only for someone who speaks at least twice: "One thing:" happens
 * in any prose.
 *
 * @param declared Full names from the front matter.
 * @param texts The lines without a label, where names stand in natural case.
 * @returns Full name by label as written; a label that is nobody's is absent.
 * @throws NotAnInterview when there are too many speakers.
 */
export function resolveSpeakers(labels: Label[], declared: string[], texts: string[]): Map<string, string> {
  const names = [...new Set(labels.map((label) => label.name))];
  const full = fullNames([...declared, ...names]);
  const wanted = new Set(names.flatMap((name) => endsOf(name)));
  const written = namesInText(texts, wanted);
  const declaredByWords = new Map(declared.map((name) => [bareWords(name), name] as const));
  const persons = new Map(names.map((name) => [name, declaredByWords.get(bareWords(name)) ?? personOf(name, full, written)] as const));

  const turns = new Map<string, number>();
  for (const label of labels) {
    const person = persons.get(label.name) ?? label.name;
    turns.set(person, (turns.get(person) ?? 0) + 1);
  }
  const marked = new Set(labels.filter((label) => label.marked).map((label) => persons.get(label.name)));
  const isDeclared = new Set(declared);
  const byLabel = new Map<string, string>();
  for (const [name, person] of persons) {
    const plainSpeaker = marked.size === 0 && (turns.get(person) ?? 0) > 1;
    if (isDeclared.has(person) || marked.has(person) || plainSpeaker) byLabel.set(name, person);
  }
  if (new Set(byLabel.values()).size > MOST_SPEAKERS) throw new NotAnInterview(`No interview: more than ${MOST_SPEAKERS} names stand before a colon.`);
  return byLabel;
}

/** Full names by their bare words, by their first word, and by each of their endings. Two people under one key: nobody. */
function fullNames(names: string[]): Map<string, string | undefined> {
  const byKey = new Map<string, string | undefined>();
  const exact = new Set<string>();
  for (const name of names) {
    const words = bareWords(name).split(" ");
    const whole = words.join(" ");
    if (words.length < 2 || exact.has(whole)) continue;
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

function personOf(label: string, full: Map<string, string | undefined>, written: NamesInText): string {
  const key = bareWords(label);
  const name = full.get(key) ?? (full.has(key) ? label : (written.fullName.get(key) ?? label));
  return written.natural.get(bareWords(name)) ?? naturalCase(name);
}

function endsOf(name: string): string[] {
  const words = bareWords(name).split(" ");
  return [words[0] ?? "", words.at(-1) ?? ""];
}
