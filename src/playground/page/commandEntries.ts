/** The commands as the picker lists them: a subcommand is an entry of its own, "daily add". */
import { ApplicationCommandOptionType, ApplicationCommandType, ChannelType, InteractionContextType } from "discord-api-types/v10";
import type { APIApplicationCommand, APIApplicationCommandBasicOption, APIApplicationCommandOption } from "discord-api-types/v10";

/** One thing that can be run from the message box. */
export interface CommandEntry {
  /** What is typed after the slash. */
  name: string;
  description: string;
  command: APIApplicationCommand;
  /** "add", or "group add" for a subcommand of a group. */
  subcommand?: string;
  options: APIApplicationCommandBasicOption[];
}

/** Gives the entries of the slash commands that may be used in a channel of this type, in the order of their names. */
export function commandEntries(commands: APIApplicationCommand[], channel: ChannelType): CommandEntry[] {
  return commandsIn(commands, channel, ApplicationCommandType.ChatInput)
    .flatMap((command) => entriesOf(command, command.options ?? [], command.description, []))
    .sort((a, b) => a.name.localeCompare(b.name));
}

/** Gives the commands of a message's menu that may be used in a channel of this type, in the order of their names. */
export function messageCommands(commands: APIApplicationCommand[], channel: ChannelType): APIApplicationCommand[] {
  return commandsIn(commands, channel, ApplicationCommandType.Message).sort((a, b) => a.name.localeCompare(b.name));
}

function commandsIn(commands: APIApplicationCommand[], channel: ChannelType, kind: ApplicationCommandType): APIApplicationCommand[] {
  const context = channel === ChannelType.DM ? InteractionContextType.BotDM : InteractionContextType.Guild;
  return commands.filter(({ type, contexts }) => type === kind && (!contexts || contexts.includes(context)));
}

function entriesOf(
  command: APIApplicationCommand,
  options: APIApplicationCommandOption[],
  description: string,
  path: string[],
): CommandEntry[] {
  const nested = options.flatMap((option) =>
    option.type === ApplicationCommandOptionType.Subcommand || option.type === ApplicationCommandOptionType.SubcommandGroup
      ? entriesOf(command, option.options ?? [], option.description, [...path, option.name])
      : [],
  );
  if (nested.length > 0) return nested;
  const entry = { name: [command.name, ...path].join(" "), description, command };
  const basic = options as APIApplicationCommandBasicOption[];
  return [path.length > 0 ? { ...entry, subcommand: path.join(" "), options: basic } : { ...entry, options: basic }];
}

/** Gives the entries that fit what is typed after the slash: names that begin with it, names and descriptions that have it. */
export function matchingEntries(entries: CommandEntry[], typed: string): CommandEntry[] {
  const query = typed.trimEnd().toLowerCase();
  const rank = ({ name, description }: CommandEntry): number => {
    if (name.startsWith(query)) return 0;
    if (name.includes(query)) return 1;
    return description.toLowerCase().includes(query) ? 2 : 3;
  };
  return [0, 1, 2].flatMap((wanted) => entries.filter((entry) => rank(entry) === wanted));
}
