/** Writing, changing and taking away messages: from a checked payload to what Discord would show. */
import { EmbedType, MessageFlags, MessageType, type APIAttachment, type APIChannel, type APIEmbed, type APIMessage, type APIUser } from "discord-api-types/v10";
import { storeFile } from "./files.ts";
import { checkAttachments, type MessagePayload, type SentFile } from "./payloads/messages.ts";
import { refuse } from "./refusals.ts";
import type { Kept, Place, World } from "./world.ts";

/** How a message comes about, besides its payload. */
export interface Writing {
  author: APIUser;
  payload: MessagePayload;
  files?: SentFile[];
  onlyFor?: string;
  /** Fields of the message that the payload doesn't decide: its type, the interaction that it answers. */
  also?: Partial<APIMessage>;
}

/** Puts a message into a place and announces it. */
export function post(world: World, place: Place, { author, payload, files = [], onlyFor, also = {} }: Writing): APIMessage {
  const id = world.ids.next();
  const written: object = {
    id,
    channel_id: place.id,
    type: MessageType.Default,
    author,
    content: "",
    timestamp: new Date(world.now()).toISOString(),
    edited_timestamp: null,
    tts: payload.tts ?? false,
    mention_everyone: false,
    mentions: [],
    mention_roles: [],
    attachments: [],
    embeds: [],
    components: [],
    pinned: false,
    flags: ((payload.flags ?? 0) & MessageFlags.SuppressNotifications) | (onlyFor === undefined ? 0 : MessageFlags.Ephemeral),
    ...also,
  };
  const message = written as APIMessage;
  if (payload.nonce) message.nonce = payload.nonce;
  const kept: Kept = { message, onlyFor, files: [] };
  fill(world, place, kept, payload, files);
  place.messages.set(id, kept);
  if (onlyFor === undefined) place.last = id;
  world.announce({ kind: "message", message, onlyFor });
  return message;
}

/** Changes a message and announces it. @throws Refusal 50006 when nothing would be left of it, 50035 when a file that it lists isn't there. */
export function edit(world: World, kept: Kept, payload: MessagePayload, files: SentFile[] = []): APIMessage {
  checkAttachments(payload, files, kept.files);
  const changed: Kept = { ...kept, message: { ...kept.message }, files: [...kept.files] };
  fill(world, world.place(kept.message.channel_id), changed, payload, files);
  const { content, embeds, components, flags = 0 } = changed.message;
  if (!content && !embeds.length && !components?.length && !changed.files.length) throw refuse.emptyMessage();
  // A deferred answer that comes is no correction: nobody reads "(edited)" below it.
  const edited_timestamp = flags & MessageFlags.Loading ? null : new Date(world.now()).toISOString();
  const edited: object = { ...changed.message, edited_timestamp, flags: flags & ~MessageFlags.Loading };
  const message = edited as APIMessage;
  for (const { id, url } of kept.files) if (!changed.files.some((file) => file.id === id)) world.files.delete(new URL(url).pathname);
  kept.message = message;
  kept.files = changed.files;
  world.announce({ kind: "edited", message, onlyFor: kept.onlyFor });
  return message;
}

/** Has a message say that a thread grows from it. */
export function announceThread(world: World, kept: Kept, thread: APIChannel): void {
  const grown: object = { ...kept.message, flags: (kept.message.flags ?? 0) | MessageFlags.HasThread, thread };
  kept.message = grown as APIMessage;
  world.announce({ kind: "edited", message: kept.message, onlyFor: kept.onlyFor });
}

/** Takes a message away and announces it. */
export function remove(world: World, place: Place, id: string): void {
  const kept = place.messages.get(id);
  if (!kept) throw refuse.unknownMessage();
  place.messages.delete(id);
  for (const { url } of kept.files) world.files.delete(new URL(url).pathname);
  world.announce({ kind: "deleted", channel: place.id, message: id, onlyFor: kept.onlyFor });
}

/** Lays a payload over a message; what the payload leaves out stays as it is. */
function fill(world: World, place: Place, kept: Kept, payload: MessagePayload, files: SentFile[]): void {
  const { message } = kept;
  if (payload.attachments) {
    const listed = new Set(payload.attachments.map(({ id }) => id));
    kept.files = kept.files.filter(({ id }) => listed.has(id));
  }
  kept.files.push(...files.map((file) => attach(world, kept, file, payload)));
  if (payload.content !== undefined) {
    message.content = payload.content ?? "";
    mention(world, place, message, payload);
  }
  if (payload.embeds !== undefined) {
    message.embeds = (payload.embeds ?? []).map((embed) => ({ type: EmbedType.Rich, ...tidy(embed) }) as APIEmbed);
  }
  if (payload.components !== undefined) message.components = numbered(payload.components ?? []);
  const shown = showFiles(message.embeds, kept.files);
  message.attachments = kept.files.filter(({ url }) => !shown.has(url));
}

function attach(world: World, { message, onlyFor }: Kept, file: SentFile, payload: MessagePayload): APIAttachment {
  const said = payload.attachments?.find((one) => one.id === file.index);
  const attachment = storeFile(world, message.channel_id, { ...file, name: said?.filename ?? file.name });
  if (onlyFor !== undefined) attachment.ephemeral = true;
  return said?.description ? { ...attachment, description: said.description } : attachment;
}

/** Embeds may show a file of their own message, as attachment://name. Gives the addresses of the files shown so. */
function showFiles(embeds: APIEmbed[], files: APIAttachment[]): Set<string> {
  const shown = new Set<string>();
  const resolve = (address: string): string => {
    const file = address.startsWith("attachment://") ? files.find(({ filename }) => filename === address.slice(13)) : undefined;
    return file?.url ?? address;
  };
  for (const { image, thumbnail, footer, author } of embeds) {
    for (const part of [image, thumbnail]) if (part) shown.add((part.url = resolve(part.url)));
    for (const part of [footer, author]) if (part?.icon_url) shown.add((part.icon_url = resolve(part.icon_url)));
  }
  return shown;
}

/**
 * Who is mentioned: only those that the message names and its `allowed_mentions` let through. A role that is not
 * mentionable, @everyone and @here are shown, but ping nobody unless the author may mention everyone there.
 */
function mention(world: World, place: Place, message: APIMessage, { allowed_mentions: allowed }: MessagePayload): void {
  const all = !allowed || (!allowed.parse && !allowed.users && !allowed.roles);
  const lets = (kind: "users" | "roles", id: string) =>
    all || (allowed?.parse?.includes(kind) ?? false) || (allowed?.[kind]?.includes(id) ?? false);
  const named = (pattern: RegExp) => [...new Set([...message.content.matchAll(pattern)].map((match) => match[1] ?? ""))];

  message.mentions = named(/<@!?(\d{1,20})>/g)
    .filter((id) => lets("users", id))
    .flatMap((id) => world.members.get(id)?.user ?? []);
  const mayAll = world.may(message.author.id, place, "MentionEveryone");
  const pingable = (id: string) => world.server.roles.some((role) => role.id === id && (role.mentionable || mayAll));
  message.mention_roles = place.recipient ? [] : named(/<@&(\d{1,20})>/g).filter((id) => lets("roles", id) && pingable(id));
  const everyone = /@(everyone|here)\b/.test(message.content) && !place.recipient;
  message.mention_everyone = everyone && mayAll && (all || (allowed?.parse?.includes("everyone") ?? false));
}

/** Gives every component a number that is its own in the message, as Discord does where the bot gave none. */
function numbered(rows: NonNullable<MessagePayload["components"]>): APIMessage["components"] {
  let last = 0;
  const tidied = tidy(rows).map((row) => {
    const id = row.id ?? ++last;
    return { ...row, id, components: row.components.map((component) => ({ ...component, id: component.id ?? ++last })) };
  });
  return tidied as APIMessage["components"];
}

/** A copy without the keys that hold nothing. */
export function tidy<Value>(value: Value): Value {
  if (Array.isArray(value)) return value.map(tidy) as Value;
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).filter(([, held]) => held !== undefined && held !== null);
  return Object.fromEntries(entries.map(([key, held]) => [key, tidy(held)])) as Value;
}
