/**
 * What the bot may do in a channel, by Discord's own reckoning, asked of Discord at the moment it matters.
 * Source: https://discord.com/developers/docs/topics/permissions, "Permission Overwrites" and "Inherited Permissions (Threads)".
 */
import type { REST } from "@discordjs/rest";
import {
  ChannelType,
  DiscordAPIError,
  OverwriteType,
  PermissionFlagsBits,
  RESTJSONErrorCodes,
  Routes,
  type APIChannel,
  type APIGuild,
  type APIGuildMember,
  type APIOverwrite,
  type APIUser,
} from "discord.js";
import type { NeededPermission, Refusal } from "../daily/refusal.ts";
import type { Schedule } from "../daily/schedule.ts";

/** A channel of a server, by their ids. */
export interface ServerChannel {
  server: string;
  channel: string;
}

/** What a message with an embed needs; in a thread, *Send Messages in Threads* stands in for *Send Messages*. */
export const neededToPost: readonly NeededPermission[] = ["ViewChannel", "SendMessages", "EmbedLinks"];

/** What the bot needs to look for a message of its own. */
export const neededToRead: readonly NeededPermission[] = ["ViewChannel", "ReadMessageHistory"];

const takesMessages: ChannelType[] = [
  ChannelType.GuildText,
  ChannelType.GuildAnnouncement,
  ChannelType.GuildVoice,
  ChannelType.GuildStageVoice,
  ChannelType.AnnouncementThread,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
];

/**
 * All that a schedule should be given when it is set up. To find its own post again after a crash it has to read the history;
 * what
 * its role needs, `mayPing` says.
 */
export function needsOf({ thread }: Pick<Schedule, "thread">): NeededPermission[] {
  return [...neededToPost, "ReadMessageHistory", ...(thread ? (["CreatePublicThreads"] as const) : [])];
}

/**
 * What keeps the bot from doing this in a channel; nothing when nothing does. In a thread *SendMessages* means
 * *SendMessagesInThreads*, and *CreatePublicThreads* means nothing, as no thread grows in one.
 *
 * @throws DiscordAPIError, HTTPError or a connection's error when Discord cannot say
 */
export async function refusalFor(rest: REST, { server, channel }: ServerChannel, needs: readonly NeededPermission[]): Promise<Refusal | undefined> {
  const guild = await askFor<APIGuild>(rest, Routes.guild(server));
  if (!guild) return { kind: "left" };
  const found = await findChannel(rest, channel);
  if (typeof found === "string") return found === "gone" ? { kind: "channelGone" } : { kind: "permissions", missing: ["ViewChannel"] };
  if (!takesMessages.includes(found.type)) return { kind: "channelKind" };
  const isThread = "thread_metadata" in found;
  const granted = await grantedIn(rest, guild, found);
  // Writing into an archived thread opens it; a locked one opens only for those who manage threads.
  const isShut = isThread && found.thread_metadata?.archived && found.thread_metadata.locked;
  if (isShut && (granted & PermissionFlagsBits.ManageThreads) === 0n) return { kind: "channelArchived" };
  const wanted = needs.flatMap((need): NeededPermission[] => {
    if (!isThread) return [need];
    if (need === "CreatePublicThreads") return [];
    return [need === "SendMessages" ? "SendMessagesInThreads" : need];
  });
  const missing = wanted.filter((need) => (granted & PermissionFlagsBits[need]) === 0n);
  return missing.length > 0 ? { kind: "permissions", missing } : undefined;
}

/**
 * Whether a mention of this role by the bot pings those who have it: it is open to anyone, or the bot may mention everyone.
 *
 * @param role the server's own id for everyone
 * @throws DiscordAPIError, HTTPError or a connection's error when Discord cannot say
 */
export async function mayPing(rest: REST, { server, channel }: ServerChannel, role: string): Promise<boolean> {
  const guild = await askFor<APIGuild>(rest, Routes.guild(server));
  const wanted = guild?.roles.find(({ id }) => id === role);
  if (!guild || !wanted) return false;
  if (wanted.mentionable && role !== server) return true;
  const found = await findChannel(rest, channel);
  return typeof found !== "string" && ((await grantedIn(rest, guild, found)) & PermissionFlagsBits.MentionEveryone) !== 0n;
}

/**
 * Whether a server has no such role any more. Of a server that the bot is not in, it says no.
 *
 * @throws DiscordAPIError, HTTPError or a connection's error when Discord cannot say
 */
export async function isRoleGone(rest: REST, server: string, role: string): Promise<boolean> {
  const guild = await askFor<APIGuild>(rest, Routes.guild(server));
  return guild !== undefined && guild.roles.every(({ id }) => id !== role);
}

/** A channel, or why it cannot be looked at: it is gone, or hidden from the bot. */
async function findChannel(rest: REST, id: string): Promise<APIChannel | "gone" | "hidden"> {
  try {
    return (await rest.get(Routes.channel(id))) as APIChannel;
  } catch (error) {
    if (isRefusedWith(error, RESTJSONErrorCodes.UnknownChannel)) return "gone";
    if (isRefusedWith(error, RESTJSONErrorCodes.MissingAccess)) return "hidden";
    throw error;
  }
}

/** What Discord has there; nothing where the bot has no business any more. */
async function askFor<Found>(rest: REST, route: `/${string}`): Promise<Found | undefined> {
  try {
    return (await rest.get(route)) as Found;
  } catch (error) {
    const isOutside = isRefusedWith(error, RESTJSONErrorCodes.UnknownGuild, RESTJSONErrorCodes.UnknownMember, RESTJSONErrorCodes.MissingAccess);
    if (isOutside) return undefined;
    throw error;
  }
}

/** The bot's permissions in a channel, as bits; a thread has those of the channel it belongs to. */
async function grantedIn(rest: REST, guild: APIGuild, channel: APIChannel): Promise<bigint> {
  const me = (await rest.get(Routes.user())) as APIUser;
  const member = await askFor<APIGuildMember>(rest, Routes.guildMember(guild.id, me.id));
  if (!member) return 0n;
  const isThread = "thread_metadata" in channel;
  const parent = isThread && channel.parent_id ? await findChannel(rest, channel.parent_id) : channel;
  if (typeof parent === "string") return 0n;
  const overwrites = ("permission_overwrites" in parent && parent.permission_overwrites) || [];

  const roles = guild.roles.filter(({ id }) => id === guild.id || member.roles.includes(id));
  const base = roles.reduce((all, role) => all | BigInt(role.permissions), 0n);
  if (guild.owner_id === me.id || base & PermissionFlagsBits.Administrator) return ~0n;
  const ofRoles = overwrites.filter(({ type }) => type === OverwriteType.Role);
  const ofEveryone = overlay(base, ofRoles.filter(({ id }) => id === guild.id));
  const ofOwnRoles = overlay(ofEveryone, ofRoles.filter(({ id }) => member.roles.includes(id)));
  const granted = overlay(ofOwnRoles, overwrites.filter(({ id, type }) => type === OverwriteType.Member && id === me.id));
  return granted & PermissionFlagsBits.ViewChannel ? granted : 0n;
}

/** Permissions with these overwrites over them: all that is denied goes, then all that is allowed comes. */
function overlay(base: bigint, overwrites: readonly APIOverwrite[]): bigint {
  const denied = overwrites.reduce((all, { deny }) => all | BigInt(deny), 0n);
  const allowed = overwrites.reduce((all, { allow }) => all | BigInt(allow), 0n);
  return (base & ~denied) | allowed;
}

function isRefusedWith(error: unknown, ...codes: number[]): boolean {
  return error instanceof DiscordAPIError && typeof error.code === "number" && codes.includes(error.code);
}
