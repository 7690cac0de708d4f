import { DiscordAPIError, Routes, type APIChannel } from "discord.js";
import { quotesOf } from "../../daily/decks.ts";
import type { Schedule } from "../../daily/schedule.ts";
import { isRoleGone, mayPing, needsOf, refusalFor } from "../../discord/permissions.ts";
import { permissionName, refusalWords } from "../../embeds/refusal.ts";
import { ahead } from "./card.ts";
import type { Desk } from "./desk.ts";

/**
 * What a moderator should know before a daily post is what they want, in sentences: what keeps it from its channel and where to
 * mend it, a mention that pings nobody or everybody, a deck of few quotes. Asks Discord.
 *
 * @throws DiscordAPIError, HTTPError or a connection's error when Discord cannot say
 */
export async function notesOn(schedule: Schedule, desk: Desk): Promise<string[]> {
  const { channel } = schedule;
  const refusal = await refusalFor(desk.rest, schedule, needsOf(schedule));
  const notes: string[] = [];
  if (refusal) {
    const { what, mend } = refusalWords(refusal, channel);
    notes.push(`${what} ${mend}`);
  }
  const unheard = await unheardRole(schedule, desk);
  if (unheard !== "") notes.push(unheard);
  else if (schedule.role === schedule.server) notes.push("Every post mentions **everyone** in the server.");
  const quotes = quotesOf(schedule, desk.services.library.quoteIdsFor(schedule.filter)).length;
  if (quotes < ahead) notes.push(quotes === 1 ? "Only one quote fits, so it comes every time." : `Only ${quotes} quotes fit, so each comes again after ${quotes} posts.`);
  return notes;
}

/**
 * Why the role of a daily post pings nobody, and what mends it, in sentences; "" where it does ping, or there is none. Asks Discord.
 *
 * @throws DiscordAPIError, HTTPError or a connection's error when Discord cannot say
 */
export async function unheardRole(schedule: Schedule, { rest }: Desk): Promise<string> {
  const { role, server, channel } = schedule;
  if (role === "" || (await mayPing(rest, schedule, role))) return "";
  if (await isRoleGone(rest, server, role)) {
    return "The role that it mentions is gone, so posts ping nobody. Choose another with `/daily change role`, or take it away with `/daily change without: the role`.";
  }
  const permission = `${permissionName("MentionEveryone")} in <#${channel}>.`;
  if (role === server) return `**@everyone** will be shown, but pings nobody. Give me ${permission}`;
  return `<@&${role}> will be shown, but pings nobody. Let anyone mention it, in the role's settings, or give me ${permission}`;
}

/** Whether a channel is a thread, in which no threads can be opened. One that Discord doesn't show us counts as none. */
export async function isThread({ rest }: Desk, channel: string): Promise<boolean> {
  try {
    return "thread_metadata" in ((await rest.get(Routes.channel(channel))) as APIChannel);
  } catch (error) {
    if (error instanceof DiscordAPIError) return false;
    throw error;
  }
}
