/** Channels, their messages, and threads. */
import { ChannelType, MessageReferenceType, MessageType, type APIMessage } from "discord-api-types/v10";
import { Hono } from "hono";
import * as z from "zod";
import { announceThread, edit, post, remove } from "../messages.ts";
import { checkForm, oneOf, snowflake, text } from "../payloads/form.ts";
import { answer, checkMessage, posted, type MessagePayload } from "../payloads/messages.ts";
import { addThread, archive } from "../places.ts";
import { refuse } from "../refusals.ts";
import type { Kept, Place, World } from "../world.ts";
import { readBody } from "./body.ts";

/** A nonce is remembered for a few minutes. */
const NONCE_LASTS = 5 * 60_000;

const threadShape = z.object({
  name: text(1, 100),
  auto_archive_duration: oneOf(60, 1440, 4320, 10_080).nullish(),
  rate_limit_per_user: z.number().int().nullish(),
});

export function channelRoutes(world: World): Hono {
  const routes = new Hono();
  const bot = world.bot;
  const nonces = new Map<string, { message: APIMessage; at: number }>();

  /** A place that the bot may look into. */
  const enter = (id: string | undefined): Place => {
    const place = world.place(id ?? "");
    if (!world.may(bot.id, place, "ViewChannel")) throw refuse.missingAccess();
    return place;
  };

  routes.post("/users/@me/channels", async (context) => {
    const { recipient_id } = checkForm(z.object({ recipient_id: snowflake }), (await readBody(context)).body);
    if (!world.members.has(recipient_id)) throw refuse.unknownUser();
    return context.json(world.describe(world.directMessage(recipient_id)));
  });

  routes.get("/channels/:channel", (context) => context.json(world.describe(enter(context.req.param("channel")))));

  routes.post("/channels/:channel/typing", (context) => {
    world.announce({ kind: "typing", channel: enter(context.req.param("channel")).id, user: bot.id });
    return context.body(null, 204);
  });

  routes.get("/channels/:channel/messages", (context) => {
    const place = enter(context.req.param("channel"));
    if (!world.may(bot.id, place, "ReadMessageHistory")) return context.json([]);
    const limit = Number(context.req.query("limit") ?? 50);
    if (!Number.isInteger(limit) || limit < 1 || limit > 100) {
      throw refuse.invalidForm({ path: ["limit"], code: "NUMBER_TYPE_MAX", message: "int value should be between 1 and 100." });
    }
    const all = [...place.messages.values()].filter(({ onlyFor }) => onlyFor === undefined).map(({ message }) => message);
    return context.json(page(all, limit, context.req.query()).toReversed());
  });

  routes.get("/channels/:channel/messages/:message", (context) =>
    context.json(own(enter(context.req.param("channel")), context.req.param("message")).message),
  );

  routes.post("/channels/:channel/messages", async (context) => {
    const place = enter(context.req.param("channel"));
    const { body, files } = await readBody(context);
    const payload = checkMessage(posted, body, files);
    mayPost(world, place, payload, files.length);
    const key = `${place.id} ${payload.nonce}`;
    const twin = payload.nonce && payload.enforce_nonce ? nonces.get(key) : undefined;
    if (twin && world.now() - twin.at < NONCE_LASTS) return context.json(twin.message);
    // Writing into a thread takes it out of the archive.
    if (place.thread?.archived) archive(world, place, false);
    const message = post(world, place, { author: bot, payload, files, also: reply(place, payload) });
    if (payload.nonce) nonces.set(key, { message, at: world.now() });
    for (const [old, { at }] of nonces) if (world.now() - at >= NONCE_LASTS) nonces.delete(old);
    return context.json(message);
  });

  routes.patch("/channels/:channel/messages/:message", async (context) => {
    const place = enter(context.req.param("channel"));
    const kept = own(place, context.req.param("message"));
    if (kept.message.author.id !== bot.id) throw refuse.notYourMessage();
    if (place.thread?.archived) throw refuse.archivedThread();
    const { body, files } = await readBody(context);
    return context.json(edit(world, kept, checkForm(answer, body), files));
  });

  routes.delete("/channels/:channel/messages/:message", (context) => {
    const place = enter(context.req.param("channel"));
    const { message } = own(place, context.req.param("message"));
    if (message.author.id !== bot.id && !world.may(bot.id, place, "ManageMessages")) throw refuse.missingPermissions();
    remove(world, place, message.id);
    return context.body(null, 204);
  });

  routes.post("/channels/:channel/messages/:message/threads", async (context) => {
    const place = enter(context.req.param("channel"));
    const kept = own(place, context.req.param("message"));
    const { message } = kept;
    const { name } = checkForm(threadShape, (await readBody(context)).body);
    if (place.type !== ChannelType.GuildText) throw refuse.wrongChannelType();
    if (!world.may(bot.id, place, "CreatePublicThreads")) throw refuse.missingPermissions();
    if (world.places.has(message.id)) throw refuse.threadExists();
    const channel = world.describe(addThread(world, place, name, message.id));
    announceThread(world, kept, channel);
    return context.json(channel, 201);
  });
  return routes;
}

/** A message that the whole channel sees: an ephemeral one is not to be had here. @throws Refusal 10008 */
function own(place: Place, id: string): Kept {
  const kept = place.messages.get(id);
  if (!kept || kept.onlyFor !== undefined) throw refuse.unknownMessage();
  return kept;
}

/** @throws Refusal 50013 when the bot may not post this here, 50083 when the thread is archived and locked. */
function mayPost(world: World, place: Place, payload: MessagePayload, files: number): void {
  const may = (permission: Parameters<World["may"]>[2]) => world.may(world.bot.id, place, permission);
  const speak = place.type === ChannelType.PublicThread ? "SendMessagesInThreads" : "SendMessages";
  const allowed = may(speak) && (files === 0 || may("AttachFiles")) && (!payload.embeds?.length || may("EmbedLinks"));
  if (!allowed) throw refuse.missingPermissions();
  if (place.thread?.archived && place.thread.locked && !may("ManageThreads")) throw refuse.archivedThread();
}

/** The fields that make a message a reply. @throws Refusal 50035 when the message it replies to is gone. */
function reply(place: Place, { message_reference: reference }: MessagePayload): Partial<APIMessage> {
  if (!reference) return {};
  const referenced = place.messages.get(reference.message_id)?.message;
  if (!referenced && reference.fail_if_not_exists !== false) {
    throw refuse.invalidForm({ path: ["message_reference"], code: "MESSAGE_REFERENCE_UNKNOWN_MESSAGE", message: "Unknown message" });
  }
  if (!referenced) return {};
  return { type: MessageType.Reply, message_reference: { type: MessageReferenceType.Default, channel_id: place.id, message_id: referenced.id }, referenced_message: referenced };
}

/** At most `limit` messages before, after or around one of them, or else the last ones; oldest first. */
function page(all: APIMessage[], limit: number, { before, after, around }: Record<string, string>): APIMessage[] {
  const older = (id: string) => all.filter((message) => BigInt(message.id) < BigInt(id));
  const newer = (id: string) => all.filter((message) => BigInt(message.id) > BigInt(id));
  for (const id of [before, after, around]) if (id !== undefined) checkForm(snowflake, id);
  if (around !== undefined) {
    const half = Math.floor(limit / 2);
    return [...older(around).slice(-half), ...all.filter(({ id }) => id === around), ...newer(around).slice(0, half)].slice(0, limit);
  }
  if (after !== undefined) return newer(after).slice(0, limit);
  return (before === undefined ? all : older(before)).slice(-limit);
}
