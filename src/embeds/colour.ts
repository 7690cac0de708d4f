import type { Person } from "../library/person.ts";

/** The ivory of a silent film's lettering, for what belongs to no one person. */
export const ivory = 0xe9dfc7;

/** A person's colour as the number that an embed takes; ivory for who has none. */
export function barColour(person: Person | undefined): number {
  return person?.colour ? Number.parseInt(person.colour.slice(1), 16) : ivory;
}
