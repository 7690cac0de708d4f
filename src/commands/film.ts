import { SlashCommandBuilder } from "discord.js";
import { whisper, type Answer } from "../discord/answer.ts";
import type { Command } from "../discord/command.ts";
import { button, buttonRows } from "../discord/components.ts";
import { customId } from "../discord/customId.ts";
import { chosen } from "../discord/press.ts";
import { filmEmbed, filmName } from "../embeds/film.ts";
import type { Film } from "../library/film.ts";
import type { Library } from "../library/library.ts";
import { cardFor } from "./cards.ts";
import { everywhere } from "./places.ts";
import { filmChoices } from "./suggestions.ts";
import { wishId } from "./wish.ts";

/** A film's card, by any of its titles. */
export const film: Command = {
  data: new SlashCommandBuilder()
    .setName("film")
    .setDescription("A film's card: what it is, who made it, what it won")
    .addStringOption((option) =>
      option
        .setName("title")
        .setDescription("Any of its titles, misspelt or not: beanpole 2019, Дылда")
        .setRequired(true)
        .setMaxLength(100)
        .setAutocomplete(true),
    )
    .setIntegrationTypes(everywhere.integration_types)
    .setContexts(everywhere.contexts)
    .toJSON(),

  execute(interaction, { library }) {
    const typed = interaction.options.getString("title", true);
    return cardFor(library.titles.find(typed), typed, {
      press: "film",
      emoji: "🎬",
      one: "film",
      many: "films",
      card: (id) => filmCard(library.film(id)!, library),
      label: (id) => filmName(library.film(id)!),
      description: (id) => directorsOf(library.film(id)!, library),
    });
  },

  autocomplete: (interaction, { library }) => filmChoices(interaction.options.getFocused(), library),

  presses: {
    /** A film's button under a quote or a person, a suggestion, or a choice from the menu of several. */
    film: ([id = "", where], interaction, { library }) => {
      const found = library.film(chosen(interaction) ?? id);
      if (!found) return whisper("That film is no longer in the index. `/film` knows the others.");
      return { ...filmCard(found, library), ...(where === "open" ? { private: false } : {}) };
    },
  },
};

function filmCard(found: Film, library: Library): Answer {
  const quotes = library.quotesFor({ film: found.id }).length;
  return {
    how: "post",
    embeds: [filmEmbed(found, library)],
    rows: buttonRows([
      ...(quotes > 0 ? [button("Quotes about it", wishId({ film: found.id, query: "" }, 0), { emoji: "💬" })] : []),
      ...found.directors.map((id) => button(library.person(id)!.name, customId("person", id), { emoji: "👤" })),
    ]),
  };
}

function directorsOf(one: Film, library: Library): string {
  return one.directors.map((id) => library.person(id)!.name).join(", ");
}
