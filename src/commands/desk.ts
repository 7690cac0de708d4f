import type { REST } from "@discordjs/rest";
import type { ChatInputCommandInteraction, MessageComponentInteraction, MessageContextMenuCommandInteraction, ModalSubmitInteraction } from "discord.js";
import { whisper, type Answer, type Reply } from "../discord/answer.ts";
import type { Press, Submission } from "../discord/command.ts";
import { fieldsOf } from "../discord/modal.ts";
import { chosen, isPrivate } from "../discord/press.ts";
import type { Here } from "../services.ts";
import { mayModerate } from "./moderator.ts";

/** A moderator at work: where, who, with what, and how the answer is given. */
export interface Desk {
  server: string;
  user: string;
  /** The id of what they did, a snowflake: no two are alike. */
  asking: string;
  rest: REST;
  services: Here;
  /** "edit" when they pressed on an answer of their own: the new one takes its place. */
  how: "post" | "edit";
}

export type Moderated = ChatInputCommandInteraction | MessageContextMenuCommandInteraction | MessageComponentInteraction | ModalSubmitInteraction;

/** A command that is for moderators. */
export interface ModeratorsCommand {
  /** By which the server's settings know it. */
  name: string;
  /** What it is about, at the beginning of a sentence: "Daily posts belong". */
  belongs: string;
}

/** The desk of who asks; or the words that refuse them. */
export async function deskOf(interaction: Moderated, services: Here, { name, belongs }: ModeratorsCommand): Promise<Desk | Answer> {
  if (!interaction.guildId) return whisper(`${belongs} to a server: use \`/${name}\` there.`);
  if (!(await mayModerate(interaction, name))) {
    return whisper(`\`/${name}\` is for members with *Manage Server*, and for those to whom the server's settings open it.`);
  }
  return {
    server: interaction.guildId,
    user: interaction.user.id,
    asking: interaction.id,
    rest: interaction.client.rest,
    services,
    how: !interaction.isCommand() && isPrivate(interaction) ? "edit" : "post",
  };
}

/** An answer on the desk: for this moderator only, in place of what was pressed on. */
export function lay(desk: Desk, answer: Pick<Answer, "content" | "embeds" | "rows">): Answer {
  return { how: desk.how, private: true, ...answer };
}

/** Makes a press of what is done at the desk of a command. */
export function pressAt(command: ModeratorsCommand, act: (desk: Desk, values: string[], choice: string | undefined) => Reply | Promise<Reply>): Press {
  return async (values, interaction, services) => {
    const desk = await deskOf(interaction, services, command);
    return "server" in desk ? act(desk, values, chosen(interaction)) : desk;
  };
}

/** Makes a submission of what is done at the desk of a command with the fields of a modal. */
export function submissionAt(command: ModeratorsCommand, act: (desk: Desk, values: string[], fields: Record<string, string>) => Answer | Promise<Answer>): Submission {
  return async (values, interaction, services) => {
    const desk = await deskOf(interaction, services, command);
    return "server" in desk ? act(desk, values, fieldsOf(interaction)) : desk;
  };
}
