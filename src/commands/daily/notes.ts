import { DiscordAPIError, Routes, type APIChannel } from "discord.js";
import { quotesOf } from "../../daily/decks.ts";
import type { Schedule } from "../../daily/schedule.ts";
import { mayPing, needsOf, refusalFor } from "../../discord/permissions.ts";
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
  const { role, server, channel } = schedule;
  const refusal = await refusalFor(desk.rest, schedule, needsOf(schedule));
  const notes: string[] = [];
  if (refusal) {
    const { what, mend } = refusalWords(refusal, channel);
    notes.push(`${what} ${mend}`);
  }
  if (role === server) notes.push("Every post mentions **everyone** in the server.");
  else if (role !== "" && !(await mayPing(desk.rest, schedule, role))) {
    notes.push(
      `<@&${role}> will be shown, but pings nobody. Let anyone mention it, in the role's settings, or give me ${permissionName("MentionEveryone")} in <#${channel}>.`,
    );
  }
  const quotes = quotesOf(schedule, desk.services.library.quoteIdsFor(schedule.filter)).length;
  if (quotes < ahead) notes.push(quotes === 1 ? "Only one quote fits, so it comes every time." : `Only ${quotes} quotes fit, so each comes again after ${quotes} posts.`);
  return notes;
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
