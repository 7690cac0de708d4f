import type { AutocompleteInteraction, ChatInputCommandInteraction } from "discord.js";
import type { Reply } from "../../discord/answer.ts";
import type { Choice, Command } from "../../discord/command.ts";
import type { Here } from "../../services.ts";
import { deskOf } from "../desk.ts";
import { filmChoices, personChoices } from "../suggestions.ts";
import { lay, libraryCommand, type Desk } from "./desk.ts";
import { data } from "./options.ts";

/** What a server's library has of its own: for its moderators, and only they see the answers. */
export const library: Command = {
  data,
  hidden: true,
  execute: async (interaction, services) => {
    const desk = await deskOf(interaction, services, libraryCommand);
    return "server" in desk ? run(interaction, desk) : desk;
  },
  autocomplete: complete,
  presses: {},
  submissions: {},
};

function run(interaction: ChatInputCommandInteraction, desk: Desk): Reply | Promise<Reply> {
  const subcommand = interaction.options.getSubcommand();
  return lay(desk, { content: `\`/library ${subcommand}\` is not there yet.` });
}

function complete(interaction: AutocompleteInteraction, { library }: Here): Choice[] {
  const { name, value } = interaction.options.getFocused(true);
  return name === "person" ? personChoices(value, library) : filmChoices(value, library);
}
