import { SlashCommandBuilder, type BaseInteraction } from "discord.js";
import { whisper, type Answer } from "../discord/answer.ts";
import type { Command } from "../discord/command.ts";
import { isPrivate } from "../discord/press.ts";
import { escapeMarkdown } from "../embeds/markdown.ts";
import type { Library } from "../library/library.ts";
import type { Services } from "../services.ts";
import { nothingFound, unknownName } from "./misses.ts";
import { everywhere } from "./places.ts";
import { quoteMessage } from "./quoteMessage.ts";
import { filmChoices, personChoices, quoteChoices } from "./suggestions.ts";
import { quotesFor, readWish, wishFor, wishId, type Wish } from "./wish.ts";

const longestAbout = 200;

/** The quote that fits best, or one from the channel's deck. */
export const quote: Command = {
  data: new SlashCommandBuilder()
    .setName("quote")
    .setDescription("Bring a film-maker's words into the talk")
    .addStringOption((option) =>
      option
        .setName("about")
        .setDescription("A word, a half-remembered line, a question: “freedom”")
        .setMaxLength(longestAbout)
        .setAutocomplete(true),
    )
    .addStringOption((option) =>
      option.setName("person").setDescription("Who says it, or whom it is about").setMaxLength(100).setAutocomplete(true),
    )
    .addStringOption((option) =>
      option.setName("film").setDescription("The film it is about").setMaxLength(100).setAutocomplete(true),
    )
    .addBooleanOption((option) => option.setName("private").setDescription("Show it to me only; I can share it afterwards"))
    .setIntegrationTypes(everywhere.integration_types)
    .setContexts(everywhere.contexts)
    .toJSON(),

  execute(interaction, services) {
    const { library } = services;
    const about = interaction.options.getString("about") ?? "";
    const personTyped = interaction.options.getString("person");
    const filmTyped = interaction.options.getString("film");
    const hidden = interaction.options.getBoolean("private") ?? false;

    const person = personTyped === null ? undefined : personId(personTyped, library);
    const film = filmTyped === null ? undefined : filmId(filmTyped, library);
    if (personTyped !== null && !person) return unknownName("person", personTyped, { film }, about, library);
    if (filmTyped !== null && !film) return unknownName("film", filmTyped, { person }, about, library);

    const picked = library.quote(about);
    if (picked) {
      const another = wishId({ person, film, query: "" }, 0);
      return { how: "post", private: hidden, ...quoteMessage(picked, library, { another, shareable: hidden }) };
    }
    const wish = wishFor({ person, film }, about);
    const saysNothing = wish.query === "" && about.trim() !== "";
    return saysNothing ? nothingFound(wish, about, hidden, library) : bring(wish, 0, about, hidden, interaction, services);
  },

  autocomplete(interaction, { library }) {
    const focused = interaction.options.getFocused(true);
    if (focused.name === "person") return personChoices(focused.value, library);
    if (focused.name === "film") return filmChoices(focused.value, library);
    const person = personId(interaction.options.getString("person") ?? "", library);
    const film = filmId(interaction.options.getString("film") ?? "", library);
    return quoteChoices(focused.value, { person, film }, library);
  },

  presses: {
    another: (values, interaction, services) => {
      const { wish, rank } = readWish(values);
      return bring(wish, rank, wish.query, isPrivate(interaction), interaction, services);
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
      const another = wishId({ query: "" }, 0);
      return {
        how: "edit",
        ...quoteMessage(found, library),
        followedBy: { how: "post", private: false, content, ...quoteMessage(found, library, { another }) },
      };
    },
  },
};

/** Brings the quote of this rank among those a wish is for; where words give out, or were never given, the next of the deck. */
async function bring(
  wish: Wish,
  rank: number,
  typed: string,
  hidden: boolean,
  interaction: BaseInteraction,
  { library, decks }: Services,
): Promise<Answer> {
  const quotes = quotesFor(wish, library);
  if (quotes.length === 0) return nothingFound(wish, typed, hidden, library);
  const fitting = wish.query === "" ? undefined : quotes[rank];
  if (fitting) {
    const another = wishId(wish, rank + 1);
    return { how: "post", private: hidden, ...quoteMessage(fitting, library, { another, shareable: hidden }) };
  }
  const filter: Wish = { ...wish, query: "" };
  const ids = library.quotesFor(filter).map(({ id }) => id);
  // What one person sees alone must not be missing from what the channel sees.
  const owner = hidden ? `user ${interaction.user.id}` : `channel ${interaction.channelId}`;
  const drawn = library.quote(await decks.draw([owner, wish.person ?? "", wish.film ?? ""].join("/"), ids))!;
  const content = wish.query === "" ? undefined : `That was all I have about “${escapeMarkdown(wish.query)}”. Here is something else:`;
  return { how: "post", private: hidden, content, ...quoteMessage(drawn, library, { another: wishId(filter, 0), shareable: hidden }) };
}

function personId(typed: string, library: Library): string | undefined {
  if (library.person(typed)) return typed;
  const found = library.names.find(typed);
  return found.kind === "one" ? found.id : undefined;
}

function filmId(typed: string, library: Library): string | undefined {
  if (library.film(typed)) return typed;
  const found = library.titles.find(typed);
  return found.kind === "one" ? found.id : undefined;
}

function goneQuote(): Answer {
  return whisper("That quote is no longer in the library. `/quote` has others.");
}
