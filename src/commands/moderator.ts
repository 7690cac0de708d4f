import {
  ApplicationCommandPermissionType,
  DiscordAPIError,
  PermissionFlagsBits,
  RESTJSONErrorCodes,
  Routes,
  type APIApplicationCommand,
  type APIApplicationCommandPermission,
  type APIGuildApplicationCommandPermissions,
  type APIGuildMember,
  type BaseInteraction,
} from "discord.js";

/**
 * Whether someone may use a command that is meant for moderators: with *Manage Server*, or where the server's own settings open it
 * to them or to a role of theirs. Discord asks the same before it sends a command on, but not before a press.
 * Source: https://discord.com/developers/docs/interactions/application-commands, "Permissions".
 *
 * @throws DiscordAPIError, HTTPError or a connection's error when Discord cannot say
 */
export async function mayModerate(interaction: BaseInteraction, command: string): Promise<boolean> {
  if (interaction.memberPermissions?.has(PermissionFlagsBits.ManageGuild)) return true;
  const { guildId, user, client } = interaction;
  if (!guildId) return false;
  const permissions = await permissionsOf(interaction, guildId, command);
  const wordOn = (type: ApplicationCommandPermissionType, id: string) => permissions.find((one) => one.type === type && one.id === id)?.permission;
  const here = wordOn(ApplicationCommandPermissionType.Channel, interaction.channelId ?? "") ?? wordOn(ApplicationCommandPermissionType.Channel, everyChannel(guildId));
  if (here === false) return false;
  // The nearest word counts: of the member, then of any role, then of everyone.
  const own = wordOn(ApplicationCommandPermissionType.User, user.id);
  if (own !== undefined) return own;
  // discord.js only knows a member's roles where it keeps the server's, and we keep none.
  const { roles } = (await client.rest.get(Routes.guildMember(guildId, user.id))) as APIGuildMember;
  const ofRoles = roles.map((role) => wordOn(ApplicationCommandPermissionType.Role, role)).filter((word) => word !== undefined);
  return ofRoles.length > 0 ? ofRoles.includes(true) : wordOn(ApplicationCommandPermissionType.Role, guildId) === true;
}

/** What a server's settings say of a command; nothing where they say nothing of it. */
async function permissionsOf(interaction: BaseInteraction, server: string, command: string): Promise<APIApplicationCommandPermission[]> {
  const { client, applicationId } = interaction;
  const lists = [Routes.applicationGuildCommands(applicationId, server), Routes.applicationCommands(applicationId)];
  const commands = (await Promise.all(lists.map((route) => client.rest.get(route)))) as APIApplicationCommand[][];
  const id = commands.flat().find(({ name }) => name === command)?.id;
  if (id === undefined) return [];
  try {
    const found = await client.rest.get(Routes.applicationCommandPermissions(applicationId, server, id));
    return (found as APIGuildApplicationCommandPermissions).permissions;
  } catch (error) {
    if (error instanceof DiscordAPIError && error.code === RESTJSONErrorCodes.UnknownApplicationCommandPermissions) return [];
    throw error;
  }
}

/** The id by which settings mean all channels of a server. */
function everyChannel(server: string): string {
  return (BigInt(server) - 1n).toString();
}
