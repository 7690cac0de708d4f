import * as z from "zod";
import { identifier, line, link, partialDate, prose, year } from "./fields.ts";

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
  colour: z.string().regex(/^#[0-9a-f]{6}$/i, "should be a colour such as \"#4f8a8b\""),
  /** Films in the order they were made: the id of a film in the index, or title and year of another. */
  films: z.array(z.union([identifier, z.strictObject({ title: line, year: year.optional() })])).min(1).max(15),
  sources: z.array(link).min(1).max(8),
  /** Three to six sentences of our own. */
  biography: prose,
});

/** A director, or anyone else who has an entry. */
export type Person = z.infer<typeof personSchema> & { id: string };

/** Every spelling a person is found by, the usual one first. */
export function namesOfPerson(person: Person): string[] {
  return [person.name, person.nativeName, ...person.aliases].filter((name) => name !== undefined);
}
