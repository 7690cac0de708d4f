import { ButtonStyle, type ChatInputCommandInteraction } from "discord.js";
import type { Answer, Modal } from "../../discord/answer.ts";
import { button, buttonRows } from "../../discord/components.ts";
import { customId } from "../../discord/customId.ts";
import { escapeMarkdown } from "../../embeds/markdown.ts";
import type { Person } from "../../library/person.ts";
import { cardFor } from "../cards.ts";
import { deedOf, lay, press, renewed, type Desk } from "./desk.ts";
import { gonePerson, mayBeWritten, personCard } from "./personCard.ts";
import { personForm } from "./personForm.ts";

/** /library person: the card of someone who speaks or directs, with the way to a biography. */
export function person(interaction: ChatInputCommandInteraction, desk: Desk): Answer {
  const { library } = desk.services;
  const typed = interaction.options.getString("name", true);
  const answer = cardFor(library.names.find(typed), typed, {
    press: "library-person-show",
    emoji: "👤",
    one: "person",
    many: "people",
    card: (id) => personCard(library.person(id)!, desk),
    label: (id) => library.person(id)!.name,
  });
  return { ...answer, private: true };
}

function withPerson(id: string, desk: Desk, act: (one: Person) => Answer | Modal): Answer | Modal {
  const found = desk.services.library.person(id);
  if (!found) return gonePerson(desk);
  return mayBeWritten(found, desk) ? act(found) : personCard(found, desk);
}

export const personPresses = {
  /** The form of a person. */
  "library-person": press((desk, [id = ""]) => withPerson(id, desk, (one) => personForm(one))),
  /** A suggestion, a choice from the menu of several, or back from something else. */
  "library-person-show": press((desk, [id = ""], choice) => {
    const found = desk.services.library.person(choice ?? id);
    return found ? personCard(found, desk) : gonePerson(desk);
  }),
  "library-person-remove": press((desk, [id = ""]) =>
    withPerson(id, desk, ({ name }) =>
      lay(desk, {
        content: `Remove the entry of **${escapeMarkdown(name)}**? What they said stays.`,
        rows: buttonRows([button("Remove it", customId("library-person-removed", id), { style: ButtonStyle.Danger }), button("Keep it", customId("library-person-show", id))]),
      }),
    ),
  ),
  "library-person-removed": press(async (desk, [id = ""]) => {
    const found = desk.services.library.person(id);
    const removed = found && (await desk.services.shelves.removeEntry(deedOf(desk), "person", id, found.name));
    if (!removed) return gonePerson(desk);
    const after = await renewed(desk);
    const named = after.services.library.person(id);
    const said = `The entry of **${escapeMarkdown(found.name)}** is removed.`;
    return named ? personCard(named, after, said) : lay(desk, { content: said });
  }),
};
