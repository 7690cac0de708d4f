import { ApplicationIntegrationType, InteractionContextType } from "discord.js";

/** Reading commands work in servers, in direct messages, and for people who install the app for themselves. */
export const everywhere = {
  integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
  contexts: [InteractionContextType.Guild, InteractionContextType.BotDM, InteractionContextType.PrivateChannel],
};
