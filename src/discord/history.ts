/** Whether a daily post stands in its channel already: asked after a crash, when nobody wrote down what became of it. */
import type { REST } from "@discordjs/rest";
import { ComponentType, Routes, SnowflakeUtil, type APIMessage } from "discord.js";
import type { Delivery } from "../daily/delivery.ts";
import { readCustomId } from "./customId.ts";
import { neededToRead, refusalFor } from "./permissions.ts";

/** What a channel's history says of a post; `at` is when Discord had it, in epoch milliseconds. */
export type InHistory =
  | { kind: "found"; message: string; at: number }
  | { kind: "absent" }
  /** Nobody can say: the history may not be read, or is too long to read. */
  | { kind: "unreadable"; words: string };

/**
 * How far a history is read: pages of a hundred messages, back to an hour (in milliseconds) before the first attempt, or before the
 * newest message where that is older: the attempt may have been noted by a clock that ran ahead, the ids of messages are by Discord's.
 */
const mostPages = 5;
const pageLength = 100;
const margin = 3_600_000;

/**
 * Looks for the message of a delivery, by the mark that its *In context* carries. Where nobody knows when it was attempted, it is
 * absent only from a history that was read to its beginning.
 *
 * @param patience milliseconds for each page
 * @throws DiscordAPIError, HTTPError or a connection's error when Discord cannot say
 */
export async function findPost(rest: REST, { id, server, channel, attemptedAt = 0 }: Delivery, patience: number): Promise<InHistory> {
  // Without the permission Discord shows an empty history, which would look as if nothing had been posted.
  const refusal = await refusalFor(rest, { server, channel }, neededToRead);
  if (refusal) return { kind: "unreadable", words: "I may have posted it just before I stopped, and cannot read the channel's history to see." };
  let before: string | undefined;
  let earliest: number | undefined;
  for (let page = 0; page < mostPages; page += 1) {
    const query = new URLSearchParams({ limit: String(pageLength), ...(before ? { before } : {}) });
    const messages = (await rest.get(Routes.channelMessages(channel), { query, signal: AbortSignal.timeout(patience) })) as APIMessage[];
    const found = messages.find((message) => carries(message, id));
    if (found) return { kind: "found", message: found.id, at: SnowflakeUtil.timestampFrom(found.id) };
    const [newest, oldest] = [messages[0]?.id, messages.at(-1)?.id];
    if (newest === undefined || oldest === undefined || messages.length < pageLength) return { kind: "absent" };
    earliest ??= Math.min(attemptedAt, SnowflakeUtil.timestampFrom(newest)) - margin;
    if (SnowflakeUtil.timestampFrom(oldest) < earliest) return { kind: "absent" };
    before = oldest;
  }
  return { kind: "unreadable", words: "I may have posted it just before I stopped, and too much was written since to see." };
}

/** Whether this message is the post of a delivery. */
function carries(message: APIMessage, delivery: string): boolean {
  return (message.components ?? []).some(
    (row) => row.type === ComponentType.ActionRow && row.components.some((component) => "custom_id" in component && isMark(component.custom_id, delivery)),
  );
}

function isMark(customId: string, delivery: string): boolean {
  const { name, values } = readCustomId(customId);
  return name === "context" && values[1] === delivery;
}
