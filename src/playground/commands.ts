/** Which commands someone may use where, and what the parts of a command are. */
import {
  ApplicationCommandOptionType as Option,
  ApplicationCommandType,
  ChannelType,
  InteractionContextType as Context,
  PermissionFlagsBits,
  type APIApplicationCommand,
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandOption,
} from "discord-api-types/v10";
import { settingFor } from "./commandPermissions.ts";
import { Mistake } from "./mistake.ts";
import type { Place, World } from "./world.ts";

/** Commands that someone may see anywhere: the typed ones, as Discord's picker would offer them, and those in a message's menu. */
export function commandsFor(world: World, user: string): APIApplicationCommand[] {
  const here = [...world.places.values()];
  const all = [...world.commands.values()].flat().filter(({ type }) => type === ApplicationCommandType.ChatInput || type === ApplicationCommandType.Message);
  return all.filter((command) => here.some((place) => whyNot(world, user, place, command) === undefined));
}

/**
 * The command that someone runs in a place; a server's own goes before a global one of the same name.
 * @throws Mistake when there is none, or when they may not use it here.
 */
export function findCommand(world: World, user: string, place: Place, name: string, type = ApplicationCommandType.ChatInput): APIApplicationCommand {
  const wanted = type === ApplicationCommandType.ChatInput ? name.replace(/^\//, "") : name;
  const own = [...(world.commands.get(world.server.id) ?? []), ...(world.commands.get("global") ?? [])];
  const named = own.filter((command) => command.type === type && command.name === wanted);
  const command = named.find((one) => whyNot(world, user, place, one) === undefined);
  if (command) return command;
  throw new Mistake(named[0] ? (whyNot(world, user, place, named[0]) ?? "") : `There is no command ${called({ type, name: wanted })}.`);
}

/** A command as people call it: by its slash, or by the words in the menu. */
function called({ type, name }: Pick<APIApplicationCommand, "type" | "name">): string {
  return type === ApplicationCommandType.ChatInput ? `/${name}` : `"${name}"`;
}

/** What keeps someone from using a command in a place, if anything does. */
function whyNot(world: World, user: string, place: Place, command: APIApplicationCommand): string | undefined {
  const inDirectMessage = place.type === ChannelType.DM;
  const contexts = command.contexts ?? [Context.Guild, ...(command.dm_permission === false ? [] : [Context.BotDM])];
  if (inDirectMessage && command.guild_id !== undefined) return `${called(command)} belongs to a server.`;
  if (!contexts.includes(inDirectMessage ? Context.BotDM : Context.Guild)) return `${called(command)} can't be used here.`;
  if (inDirectMessage) return undefined;
  if (!world.invited) return `There is no command ${called(command)}.`;
  const has = world.permissions(user, place);
  if (!(has & PermissionFlagsBits.UseApplicationCommands)) return "You may not use commands in this channel.";
  const needs = command.default_member_permissions;
  const byDefault = needs === null || needs === undefined || (needs !== "0" && (has & BigInt(needs)) === BigInt(needs));
  const allowed = (has & PermissionFlagsBits.Administrator) > 0n || (settingFor(world, user, command) ?? byDefault);
  return allowed ? undefined : "You do not have permission to use this command.";
}

/** The subcommand asked for, its group if it is in one, and the options it takes. */
export interface Part {
  path: { type: Option.Subcommand | Option.SubcommandGroup; name: string }[];
  takes: APIApplicationCommandBasicOption[];
}

/**
 * A part of a command by its name: "", "add" or "group add".
 * @throws Mistake when there is no such part.
 */
export function findPart(command: APIApplicationCommand, subcommand = ""): Part {
  const names = subcommand.split(" ").filter(Boolean);
  const path: Part["path"] = [];
  let options: APIApplicationCommandOption[] = command.options ?? [];
  for (const name of names) {
    const next = options.find((option) => option.name === name);
    if (next?.type !== Option.Subcommand && next?.type !== Option.SubcommandGroup) throw new Mistake(`/${command.name} has no part called "${name}".`);
    path.push({ type: next.type, name });
    options = next.options ?? [];
  }
  const deeper = options.filter(({ type }) => type === Option.Subcommand || type === Option.SubcommandGroup);
  if (deeper.length > 0) throw new Mistake(`Which part of /${command.name}? ${deeper.map(({ name }) => name).join(", ")}`);
  return { path, takes: options as APIApplicationCommandBasicOption[] };
}
