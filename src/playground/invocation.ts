/** What the bot receives when a person does something: an interaction with everything that Discord puts into it. */
import {
  ChannelType,
  InteractionContextType,
  type APIApplicationCommand,
  type APIInteraction,
  type APIMessage,
} from "discord-api-types/v10";
import type { Part } from "./commands.ts";
import { describeMember } from "./describe.ts";
import { FILE_LIMIT } from "./files.ts";
import type { Interaction } from "./interaction.ts";
import type { Filled, FilledOption } from "./options.ts";
import type { World } from "./world.ts";

/** An interaction as the bot receives it; `data` depends on its type. */
export function describeInteraction(world: World, { id, token, act }: Interaction, data: object, message?: APIMessage): APIInteraction {
  const { place, user, type } = act;
  const member = world.members.get(user);
  const inServer = place.type !== ChannelType.DM;
  const permissions = world.permissions(user, place).toString();
  const who = inServer
    ? { member: member && { ...describeMember(member), user: member.user, permissions } }
    : { user: member?.user };
  const where = inServer
    ? { guild_id: world.server.id, guild: { id: world.server.id, locale: "en-US", features: [] }, guild_locale: "en-US" }
    : {};
  return {
    id,
    application_id: world.bot.id,
    type,
    token,
    version: 1,
    data,
    ...who,
    ...where,
    channel_id: place.id,
    channel: { ...world.describe(place), permissions },
    ...(message ? { message } : {}),
    locale: "en-US",
    app_permissions: world.permissions(world.bot.id, place).toString(),
    entitlements: [],
    authorizing_integration_owners: { "0": inServer ? world.server.id : "0" },
    context: inServer ? InteractionContextType.Guild : InteractionContextType.BotDM,
    attachment_size_limit: FILE_LIMIT,
  } as unknown as APIInteraction;
}

/** The data of a command, or of typing into one. */
export function commandData(command: APIApplicationCommand, { path }: Part, { options, resolved }: { options: FilledOption[]; resolved?: Filled["resolved"] }): object {
  let inner: object[] = options;
  for (const { type, name } of path.toReversed()) inner = [{ type, name, options: inner }];
  const scope = command.guild_id === undefined ? {} : { guild_id: command.guild_id };
  const along = resolved && Object.keys(resolved).length > 0 ? { resolved } : {};
  return { id: command.id, name: command.name, type: command.type, ...scope, ...(inner.length > 0 ? { options: inner } : {}), ...along };
}

/** The data of a command from a message's menu: the message with all that is in it. */
export function messageCommandData({ id, name, type, guild_id }: APIApplicationCommand, message: APIMessage): object {
  const scope = guild_id === undefined ? {} : { guild_id };
  return { id, name, type, ...scope, target_id: message.id, resolved: { messages: { [message.id]: message } } };
}

/** The name that stands above an answer: "quote", or "daily set" for a part of a command. */
export function fullName(command: APIApplicationCommand, { path }: Part): string {
  return [command.name, ...path.map(({ name }) => name)].join(" ");
}
