import { SlashCommandBuilder, type BaseInteraction } from "discord.js";
import { whisper, type Answer } from "../discord/answer.ts";
import type { Command } from "../discord/command.ts";
import { isPrivate } from "../discord/press.ts";
import type { NameFinder } from "../library/names.ts";
import { bring, type Asker } from "./bring.ts";
import { nothingFound, unknownName } from "./misses.ts";
import { everywhere } from "./places.ts";
import { quoteMessage } from "./quoteMessage.ts";
import { filmChoices, personChoices, quoteChoices } from "./suggestions.ts";
import { readWish, wishFor, wishId } from "./wish.ts";

const longestAbout = 200;

/** The quote that fits best, or one from the channel's deck. */
export const quote: Command = {
  data: new SlashCommandBuilder()
    .setName("quote")
    .setDescription("Bring a film-maker's words into the talk")
    .addStringOption((option) =>
      option
        .setName("about")
        .setDescription("A word, a half-remembered line, a question: “nostalgia”")
        .setMaxLength(longestAbout)
        .setAutocomplete(true),
    )
    .addStringOption((option) =>
      option.setName("person").setDescription("Who says it, or who it is about").setMaxLength(100).setAutocomplete(true),
    )
    .addStringOption((option) =>
      option.setName("film").setDescription("The film it is about").setMaxLength(100).setAutocomplete(true),
    )
    .addBooleanOption((option) => option.setName("private").setDescription("Only you see it, until you press Share"))
    .setIntegrationTypes(everywhere.integration_types)
    .setContexts(everywhere.contexts)
    .toJSON(),

  execute(interaction, services) {
    const { library } = services;
    const about = interaction.options.getString("about") ?? "";
    const personTyped = interaction.options.getString("person");
    const filmTyped = interaction.options.getString("film");
    const hidden = interaction.options.getBoolean("private") ?? false;

    const person = idOf(personTyped, library.names);
    const film = idOf(filmTyped, library.titles);
    if (personTyped !== null && !person) return unknownName("person", personTyped, { filter: { film }, about, hidden }, library);
    if (filmTyped !== null && !film) return unknownName("film", filmTyped, { filter: { person }, about, hidden }, library);

    const picked = library.quote(about);
    if (picked && library.quotesFor({ person, film }).includes(picked)) {
      const another = wishId({ person, film, query: "" }, 0);
      return { how: "post", private: hidden, ...quoteMessage(picked, library, { another, shareable: hidden }) };
    }
    const wish = wishFor({ person, film }, picked?.words ?? about, library);
    const saysNothing = wish.query === "" && about.trim() !== "";
    return saysNothing ? nothingFound(wish, about, hidden, library) : bring({ wish, rank: 0, typed: picked?.words ?? about, hidden }, askerOf(interaction), services);
  },

  autocomplete(interaction, { library }) {
    const focused = interaction.options.getFocused(true);
    if (focused.name === "person") return personChoices(focused.value, library);
    if (focused.name === "film") return filmChoices(focused.value, library);
    const person = idOf(interaction.options.getString("person"), library.names);
    const film = idOf(interaction.options.getString("film"), library.titles);
    return quoteChoices(focused.value, { person, film }, library);
  },

  presses: {
    another: (values, interaction, services) => {
      const { wish, rank, open } = readWish(values);
      const { library } = services;
      const isGone = (wish.person && !library.person(wish.person)) || (wish.film && !library.film(wish.film));
      if (isGone) return whisper("What that button asks for is no longer in the library. `/quote` has what there is.");
      return bring({ wish, rank, typed: wish.query, hidden: !open && isPrivate(interaction) }, askerOf(interaction), services);
    },

    /** A suggestion under "nothing found": brings the quote to where it was asked for. */
    quote: ([id = "", where], interaction, { library }) => {
      const found = library.quote(id);
      if (!found) return goneQuote();
      const hidden = where !== "open" && isPrivate(interaction);
      return { how: "post", private: hidden, ...quoteMessage(found, library, { shareable: hidden }) };
    },

    share: ([id = ""], interaction, { library }) => {
      const found = library.quote(id);
      if (!found) return goneQuote();
      const content = `Shared by ${interaction.user.toString()}`;
      return { how: "post", private: false, content, ...quoteMessage(found, library, { another: wishId({ query: "" }, 0) }) };
    },
  },
};

/** The id that a name means, where it can mean but one. */
function idOf(typed: string | null, names: NameFinder): string | undefined {
  const found = typed === null ? undefined : names.find(typed);
  return found?.kind === "one" ? found.id : undefined;
}

function askerOf({ user, channelId }: BaseInteraction): Asker {
  return { user: user.id, channel: channelId ?? "" };
}

function goneQuote(): Answer {
  return whisper("That quote is no longer in the library. `/quote` has others.");
}
