import { SlashCommandBuilder } from "discord.js";
import { whisper, type Answer } from "../discord/answer.ts";
import type { Command } from "../discord/command.ts";
import { button, buttonRows } from "../discord/components.ts";
import { customId } from "../discord/customId.ts";
import { chosen } from "../discord/press.ts";
import { personEmbed } from "../embeds/person.ts";
import type { Library } from "../library/library.ts";
import type { Person } from "../library/person.ts";
import { cardFor } from "./cards.ts";
import { everywhere } from "./places.ts";
import { personChoices } from "./suggestions.ts";
import { wishId } from "./wish.ts";

/** A director's life and films. */
export const director: Command = {
  data: new SlashCommandBuilder()
    .setName("director")
    .setDescription("A director's life and films")
    .addStringOption((option) =>
      option
        .setName("name")
        .setDescription("Kovalenko, Sokurov, Campion…")
        .setRequired(true)
        .setMaxLength(100)
        .setAutocomplete(true),
    )
    .setIntegrationTypes(everywhere.integration_types)
    .setContexts(everywhere.contexts)
    .toJSON(),

  execute(interaction, { library }) {
    const typed = interaction.options.getString("name", true);
    return cardFor(library.names.find(typed), typed, {
      press: "person",
      emoji: "👤",
      one: "director",
      many: "directors",
      card: (id) => personCard(library.person(id)!, library),
      label: (id) => library.person(id)!.name,
    });
  },

  autocomplete: (interaction, { library }) => personChoices(interaction.options.getFocused(), library),

  presses: {
    /** A person's button under a quote or a film, a suggestion, or a choice from the menu of several. */
    person: ([id = "", where], interaction, { library }) => {
      const found = library.person(chosen(interaction) ?? id);
      if (!found) return whisper("I have no entry for that person any more. `/director` knows the others.");
      return { ...personCard(found, library), ...(where === "open" ? { private: false } : {}) };
    },
  },
};

function personCard(person: Person, library: Library): Answer {
  const quotes = library.quotesFor({ person: person.id });
  const verb = quotes[0]?.person === person.id ? "by" : "about";
  const films = person.films.filter((film) => typeof film === "string").map((id) => library.film(id)!);
  return {
    how: "post",
    embeds: [personEmbed(person, library)],
    rows: buttonRows([
      ...(quotes.length > 0 ? [button(`Quotes ${verb} ${person.name}`, wishId({ person: person.id, query: "" }, 0), { emoji: "💬" })] : []),
      ...films.map((film) => button(film.title, customId("film", film.id), { emoji: "🎬" })),
    ]),
  };
}
