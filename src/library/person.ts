import { createHash } from "node:crypto";
import * as z from "zod";
import type { Speaker } from "../interview/interview.ts";
import { identifier, line, link, longestIdentifier, partialDate, prose, year } from "./fields.ts";
import { slugOf } from "./slug.ts";
import { fold } from "./words.ts";

/** What a person file in data/people says in its front matter; the text below it is the biography. */
export const personSchema = z.strictObject({
  name: line,
  /** The name in its own script, when that is not Latin. */
  nativeName: line.optional(),
  /** Other spellings, by which the person is also found. */
  aliases: z.array(line).max(20).default([]),
  born: partialDate.optional(),
  birthplace: line.optional(),
  died: partialDate.optional(),
  deathplace: line.optional(),
  studied: line.optional(),
  /** The bar of this person's embeds, as #rrggbb. */
  colour: z.string().regex(/^#[0-9a-f]{6}$/i, "should be a colour such as \"#4f8a8b\"").optional(),
  /** Films in the order they were made: the id of a film in the index, or title and year of another. */
  films: z.array(z.union([identifier, z.strictObject({ title: line, year: year.optional() })])).max(15).default([]),
  sources: z.array(link).min(1).max(8),
  /** Three to six sentences of our own. */
  biography: prose,
});

/** A director, or anyone else who speaks or has an entry. Who only speaks has neither biography nor sources. */
export type Person = Omit<z.infer<typeof personSchema>, "biography"> & { id: string; biography?: string | undefined };

/** Every spelling a person is found by, the usual one first. */
export function namesOfPerson(person: Person): string[] {
  return [person.name, person.nativeName, ...person.aliases].filter((name) => name !== undefined);
}

/** In letters: a shorter surname, such as an initial, names nobody by itself. */
const shortestSurname = 3;

/** What a person is called in a text about them: every spelling, and the surname alone. */
export function namesInText(person: Person): string[] {
  const surname = person.name.split(" ").at(-1)!;
  return [...namesOfPerson(person), ...(surname.length < shortestSurname ? [] : [surname])];
}

/** The speakers whom none of these people is, each as a person of whom no more than the name is known. */
export function peopleWhoSpeak(speakers: readonly Speaker[], people: readonly Person[]): Person[] {
  const names = new Set(people.flatMap((person) => namesOfPerson(person).map(fold)));
  const ids = new Set(people.map(({ id }) => id));
  const found: Person[] = [];
  for (const { name } of speakers) {
    if (names.has(fold(name))) continue;
    names.add(fold(name));
    const id = idOf(name, ids);
    ids.add(id);
    found.push({ id, name, aliases: [], films: [], sources: [] });
  }
  return found;
}

/** The id of who has none: it stays the same whoever else comes and goes, unless the words of two names are alike to the letter. */
function idOf(name: string, taken: ReadonlySet<string>): string {
  const whole = slugOf(name, Infinity);
  if (whole.length <= longestIdentifier && !taken.has(whole)) return whole;
  const own = createHash("sha256").update(fold(name)).digest("hex").slice(0, 6);
  return `${slugOf(name, longestIdentifier - own.length - 1)}-${own}`;
}
