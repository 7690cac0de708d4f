import type { REST } from "@discordjs/rest";
import { isDeepStrictEqual } from "node:util";
import {
  ApplicationIntegrationType,
  Routes,
  type APIApplicationCommand,
  type APIApplicationCommandOption,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
  type RESTPostAPIContextMenuApplicationCommandsJSONBody,
} from "discord.js";

type CommandData = RESTPostAPIChatInputApplicationCommandsJSONBody | RESTPostAPIContextMenuApplicationCommandsJSONBody;

/** The names of the commands that Discord would have to add, change and remove. */
export interface Difference {
  added: string[];
  changed: string[];
  removed: string[];
}

/**
 * Compares our commands with those that Discord has, and sends them only if they differ: Discord takes 200 new commands a day.
 *
 * @param guild the server to register in, instead of everywhere
 * @param dryRun only compare
 * @throws DiscordAPIError when Discord refuses
 */
export async function registerCommands(
  rest: REST,
  application: string,
  commands: readonly CommandData[],
  { guild, dryRun = false }: { guild?: string; dryRun?: boolean } = {},
): Promise<Difference> {
  const route = guild ? Routes.applicationGuildCommands(application, guild) : Routes.applicationCommands(application);
  // Where a command may be used is only said of commands that are registered everywhere.
  const ours = guild ? commands.map((command) => ({ ...command, contexts: undefined, integration_types: undefined })) : commands;
  const difference = compare(ours, (await rest.get(route)) as APIApplicationCommand[]);
  if (!dryRun && !isNone(difference)) await rest.put(route, { body: ours });
  return difference;
}

/** Whether Discord has just what we have. */
export function isNone({ added, changed, removed }: Difference): boolean {
  return added.length + changed.length + removed.length === 0;
}

function compare(ours: readonly CommandData[], theirs: readonly APIApplicationCommand[]): Difference {
  const there = new Map(theirs.map((command) => [command.name, command]));
  const here = new Set(ours.map((command) => command.name));
  return {
    added: ours.filter(({ name }) => !there.has(name)).map(({ name }) => name),
    changed: ours
      .filter((command) => there.has(command.name) && !isDeepStrictEqual(essence(command), essence(there.get(command.name)!)))
      .map(({ name }) => name),
    removed: theirs.filter(({ name }) => !here.has(name)).map(({ name }) => name),
  };
}

/** A command with all defaults written out, whether we wrote it or Discord did. */
function essence(command: CommandData | APIApplicationCommand) {
  return {
    type: command.type ?? 1,
    // What is in a message's menu has neither.
    description: "description" in command ? command.description : "",
    options: ("options" in command ? (command.options ?? []) : []).map(essenceOfOption),
    permissions: command.default_member_permissions ?? null,
    integrationTypes: (command.integration_types ?? [ApplicationIntegrationType.GuildInstall]).join(),
    contexts: (command.contexts ?? []).join(),
    nsfw: command.nsfw ?? false,
  };
}

/** Options, and the choices of one, keep their order; what Discord leaves out when it is empty or false is left out here. */
function essenceOfOption(option: APIApplicationCommandOption): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(option)
      .filter(([key, value]) => !key.endsWith("_localizations") && value !== undefined && value !== null && value !== false)
      .filter(([, value]) => !Array.isArray(value) || value.length > 0)
      .map(([key, value]) => [key, key === "options" || key === "choices" ? (value as APIApplicationCommandOption[]).map(essenceOfOption) : value])
      .sort(([one], [other]) => String(one).localeCompare(String(other))),
  );
}
