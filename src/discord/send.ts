import {
  DiscordAPIError,
  MessageFlags,
  RESTJSONErrorCodes,
  type ChatInputCommandInteraction,
  type MessageComponentInteraction,
  type MessageContextMenuCommandInteraction,
  type ModalSubmitInteraction,
} from "discord.js";
import { messageOf, whisper, type Answer, type Reply } from "./answer.ts";
import { isPrivate } from "./press.ts";

/** What a handler answers: a command, a press or a choice, a modal that was sent in. */
export type Answerable = ChatInputCommandInteraction | MessageContextMenuCommandInteraction | MessageComponentInteraction | ModalSubmitInteraction;

/**
 * Tells Discord that the answer takes longer than the three seconds it waits: a press leaves its message as it is for now, and
 * everything else shows "thinking…". The answer then has fifteen minutes.
 *
 * @param hidden whether "thinking…" is only for the one who asked
 * @throws DiscordAPIError
 */
export async function defer(interaction: Answerable, hidden: boolean): Promise<void> {
  await onlyOnce(async () => {
    if (isOnMessage(interaction)) await interaction.deferUpdate();
    else await interaction.deferReply({ flags: hidden ? MessageFlags.Ephemeral : undefined });
  });
  // Discord may have taken it although the connection was cut before it could say so.
  interaction.deferred = true;
  if (!isOnMessage(interaction)) interaction.ephemeral = hidden;
}

/**
 * Sends what a handler gave, whether it was deferred or not.
 *
 * @throws DiscordAPIError
 */
export async function send(interaction: Answerable, reply: Reply): Promise<void> {
  if (reply.how !== "modal") return sendMessage(interaction, reply);
  // Discord opens a modal only as the first answer.
  if (interaction.isModalSubmit() || interaction.deferred || interaction.replied) {
    return sendMessage(interaction, whisper("That took me too long to open. Please try once more."));
  }
  await onlyOnce(() => interaction.showModal(reply.modal));
}

/** A message that is edited keeps its files unless it is told which. */
const noOldFiles = { attachments: [] };

async function sendMessage(interaction: Answerable, answer: Answer): Promise<void> {
  const message = messageOf(answer);
  const hidden = answer.private ?? (isOnMessage(interaction) && isPrivate(interaction));
  const flags = hidden ? MessageFlags.Ephemeral : undefined;
  const edits = answer.how === "edit" && isOnMessage(interaction);
  if (interaction.deferred && !interaction.replied) {
    if (edits) await interaction.editReply({ ...message, ...noOldFiles });
    else if (isOnMessage(interaction)) await interaction.followUp({ ...message, flags });
    else if (interaction.ephemeral === hidden) await interaction.editReply(message);
    else {
      // What stands there as "thinking…" keeps its eyes: whoever sees it sees the answer. So it goes, and the answer comes anew.
      await interaction.deleteReply();
      await interaction.followUp({ ...message, flags });
    }
    return;
  }
  await onlyOnce(async () => {
    if (interaction.replied) await interaction.followUp({ ...message, flags });
    else if (edits) await interaction.update({ ...message, ...noOldFiles });
    else await interaction.reply({ ...message, flags });
  });
}

/** Whether it came from a message, which an answer may then change. */
function isOnMessage(interaction: Answerable): interaction is Extract<Answerable, { update: unknown }> {
  return interaction.isMessageComponent() || (interaction.isModalSubmit() && interaction.isFromMessage());
}

/** After a cut connection, the second try finds the first one there already: that is as good as done. */
async function onlyOnce(answer: () => Promise<unknown>): Promise<void> {
  try {
    await answer();
  } catch (error) {
    if (!isDiscordError(error, RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged)) throw error;
  }
}

/** Whether Discord refused with this code. */
export function isDiscordError(error: unknown, code: number): boolean {
  return error instanceof DiscordAPIError && error.code === code;
}
