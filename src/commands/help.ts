import { SlashCommandBuilder } from "discord.js";
import type { Command } from "../discord/command.ts";
import { ivory } from "../embeds/colour.ts";
import { everywhere } from "./places.ts";

/** What the bot can do, by example. */
export const help: Command = {
  data: new SlashCommandBuilder()
    .setName("help")
    .setDescription("What I can do, by example")
    .setIntegrationTypes(everywhere.integration_types)
    .setContexts(everywhere.contexts)
    .toJSON(),

  execute: () => ({
    how: "post",
    private: true,
    embeds: [
      {
        color: ivory,
        title: "Film-makers' words, between yours",
        description: [
          "`/quote` — a quote from this channel's deck: each of them once before any repeats",
          "`/quote about: nostalgia` — the quote that fits best; half a line or a whole question will do",
          "`/quote person: Kovalenko film: Unclenching the Fists` — what one person says about one film",
          "`/quote private: true` — for your eyes only, until you press **Share**",
          "`/film title: beanpole` — a film's card, by any of its titles",
          "`/director name: Sokurov` — a life and its films",
          "`/interview` — read a whole conversation, one exchange a page",
          "`/about` — where all this comes from, and what I store",
          "`@Intertitle what did Balagov say about comics?` — the same in plain words, here or in a direct message",
          "",
          "Is a quote not what was published? Right-click its message, then **Apps**, then **Report a misquote**: the moderators will hear of it.",
          "",
          "For moderators: `/daily add` posts a quote in a channel every day at the hour you choose; `/daily list` shows how that goes. `/library add` brings an interview of your own to this server; `/library list` shows what it has.",
          "",
          "Under each quote, **In context** opens the question it answers and all that was said. The buttons work for everyone, on old messages too.",
        ].join("\n"),
      },
    ],
  }),
};
