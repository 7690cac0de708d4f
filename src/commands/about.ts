import { readFileSync } from "node:fs";
import { join } from "node:path";
import { SlashCommandBuilder } from "discord.js";
import type { Command } from "../discord/command.ts";
import { limits, listed } from "../discord/limits.ts";
import { ivory } from "../embeds/colour.ts";
import { interviewLines } from "../embeds/interview.ts";
import { projectFolder } from "../project.ts";
import { everywhere } from "./places.ts";

const { version } = JSON.parse(readFileSync(join(projectFolder, "package.json"), "utf8")) as { version: string };

/** The sources with credit, the privacy in a few sentences, the version. */
export const about: Command = {
  data: new SlashCommandBuilder()
    .setName("about")
    .setDescription("Where the quotes come from, what I store, and which version I am")
    .setIntegrationTypes(everywhere.integration_types)
    .setContexts(everywhere.contexts)
    .toJSON(),

  execute: (_interaction, { library }) => ({
    how: "post",
    private: true,
    embeds: [
      {
        color: ivory,
        title: "About Intertitle",
        description: listed(
          [
            `I know ${library.quotes.length} quotes and ${library.films.length} films. The words belong to those who spoke and published them; I show them as they were said, always with their source:`,
            ...library.interviews.map(interviewLines),
          ],
          "\n\n",
          limits.embedDescription,
        ),
        fields: [
          {
            name: "Films and people",
            value: "Summaries and biographies are our own; each card lists where its facts come from.",
          },
          {
            name: "Privacy",
            value: [
              "I read what you say to me, by a command, a button, a mention or a direct message, and nothing else.",
              "I store how far each channel's deck of quotes is dealt, under the channel's id, or under yours when you draw in private.",
              "Of each daily post I store its settings, which quotes it has shown, when and with which message, and who set it up or paused it.",
              "Of a server's own interviews I keep the text, its films, people and corrections, who changed what, and reports of misquotes with who sent them.",
              "When I am removed from a server, I delete its daily posts, its interviews and its reports after 30 days.",
              "My log notes which command was used and how long it took, never who used it or what they typed.",
            ].join(" "),
          },
        ],
        footer: { text: `Intertitle ${version}` },
      },
    ],
  }),
};
