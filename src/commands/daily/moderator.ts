import {
  ApplicationCommandPermissionType,
  DiscordAPIError,
  PermissionFlagsBits,
  RESTJSONErrorCodes,
  Routes,
  type APIApplicationCommand,
  type APIApplicationCommandPermission,
  type APIGuildApplicationCommandPermissions,
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
  const { guildId, user, member } = interaction;
  if (!guildId || !member) return false;
  const permissions = await permissionsOf(interaction, guildId, command);
  const allowed = (type: ApplicationCommandPermissionType, ids: readonly string[]) =>
    permissions.filter((one) => one.type === type && ids.includes(one.id)).map(({ permission }) => permission);

  const [here] = [...allowed(ApplicationCommandPermissionType.Channel, [interaction.channelId ?? ""]), ...allowed(ApplicationCommandPermissionType.Channel, [everyChannel(guildId)])];
  if (here === false) return false;
  const roles = Array.isArray(member.roles) ? member.roles : [...member.roles.cache.keys()];
  // The nearest word counts: of the member, then of any role, then of everyone.
  const [own] = allowed(ApplicationCommandPermissionType.User, [user.id]);
  const ofRoles = allowed(ApplicationCommandPermissionType.Role, roles.filter((id) => id !== guildId));
  const [ofEveryone] = allowed(ApplicationCommandPermissionType.Role, [guildId]);
  return (own ?? (ofRoles.length > 0 ? ofRoles.includes(true) : ofEveryone)) === true;
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
