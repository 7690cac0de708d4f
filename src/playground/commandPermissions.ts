/** Who may use a command by the server's own settings, which go before what the command asks for by default. */
import { ApplicationCommandPermissionType as For, type APIApplicationCommand, type APIGuildApplicationCommandPermissions } from "discord-api-types/v10";
import { Mistake } from "./mistake.ts";
import type { World } from "./world.ts";

/**
 * Lets someone use a command, or keeps them from it, as a moderator does in the server's settings.
 *
 * @param command its name
 * @param whom a role or a member, by name or id; "everyone" for all
 * @throws Mistake when there is no such command or nobody of that name
 */
export function openCommand(world: World, command: string, whom: string, allowed: boolean): void {
  const found = [...world.commands.values()].flat().find(({ name }) => name === command.replace(/^\//, ""));
  if (!found) throw new Mistake(`There is no command /${command}.`);
  const called = whom.replace(/^@/, "").toLowerCase();
  const role = world.server.roles.find(({ id, name }) => id === whom || name.replace(/^@/, "").toLowerCase() === called);
  const member = [...world.members.values()].find(({ user }) => user.id === whom || user.username.toLowerCase() === called);
  const id = role?.id ?? member?.user.id;
  if (id === undefined) throw new Mistake(`There is nobody called ${whom}, and no such role.`);
  const others = (world.commandPermissions.get(found.id) ?? []).filter((one) => one.id !== id);
  world.commandPermissions.set(found.id, [...others, { id, type: role ? For.Role : For.User, permission: allowed }]);
  world.announce({ kind: "permissions", permissions: describePermissions(world, found.id) });
  world.announce({ kind: "commands", commands: [...world.commands.values()].flat() });
}

/** The settings of one command as Discord describes them. */
export function describePermissions(world: World, command: string): APIGuildApplicationCommandPermissions {
  return { id: command, application_id: world.bot.id, guild_id: world.server.id, permissions: world.commandPermissions.get(command) ?? [] };
}

/** Whether the settings open a command to a member, or close it: for the member alone first, then for a role, then for everyone. Nothing where they don't say. */
export function settingFor(world: World, user: string, { id }: APIApplicationCommand): boolean | undefined {
  const settings = world.commandPermissions.get(id) ?? [];
  const roles = world.members.get(user)?.roles ?? [];
  const own = settings.find((one) => one.type === For.User && one.id === user);
  if (own) return own.permission;
  const ofRoles = settings.filter((one) => one.type === For.Role && roles.includes(one.id));
  if (ofRoles.length > 0) return ofRoles.some(({ permission }) => permission);
  return settings.find((one) => one.id === world.server.id)?.permission;
}
