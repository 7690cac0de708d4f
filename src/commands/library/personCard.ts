import { ButtonStyle } from "discord.js";
import type { Answer } from "../../discord/answer.ts";
import { button, buttonRows } from "../../discord/components.ts";
import { customId } from "../../discord/customId.ts";
import { personEmbed } from "../../embeds/person.ts";
import type { Person } from "../../library/person.ts";
import { lay, type Desk } from "./desk.ts";

/** Whether this server may write about a person: not about one who has a biography for every server. */
export function mayBeWritten({ id }: Person, { services }: Desk): boolean {
  return services.libraries.shared.person(id)?.biography === undefined;
}

/** Whether there is an entry of the server's own to remove. Who speaks and has none is known by the name alone. */
function hasOwnEntry(person: Person, desk: Desk): boolean {
  if (!mayBeWritten(person, desk)) return false;
  const { library, libraries } = desk.services;
  const isNamedAnyhow = libraries.shared.person(person.id) !== undefined || library.quotes.some((quote) => quote.person === person.id);
  return person.biography !== undefined || !isNamedAnyhow;
}

/**
 * The card of a person, with what a moderator can do about it.
 *
 * @param said what just happened, above it
 */
export function personCard(person: Person, desk: Desk, said?: string): Answer {
  const may = mayBeWritten(person, desk);
  return lay(desk, {
    content: said ?? (may ? undefined : "This person is in the library of every server, so the entry can't be changed here."),
    embeds: [personEmbed(person, desk.services.library)],
    rows: buttonRows([
      ...(may ? [button(person.biography === undefined ? "Write a biography" : "Edit", customId("library-person", person.id), { style: ButtonStyle.Primary })] : []),
      ...(hasOwnEntry(person, desk) ? [button("Remove", customId("library-person-remove", person.id))] : []),
    ]),
  });
}

/** What to say where there is no such person any more. */
export function gonePerson(desk: Desk): Answer {
  return lay(desk, { content: "That person is no longer there. `/library person` knows those that are." });
}
