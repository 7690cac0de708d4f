import { MessageFlags, MessageFlagsBitField, type MessageComponentInteraction, type ModalSubmitInteraction } from "discord.js";

/** Whether only one person sees the message that was pressed on. Without its channel in the cache it is as Discord sent it. */
export function isPrivate({ message }: MessageComponentInteraction | ModalSubmitInteraction): boolean {
  return new MessageFlagsBitField(message?.flags ?? 0).has(MessageFlags.Ephemeral);
}

/** What was chosen from a menu; nothing for a button. */
export function chosen(interaction: MessageComponentInteraction): string | undefined {
  return interaction.isStringSelectMenu() ? interaction.values[0] : undefined;
}
