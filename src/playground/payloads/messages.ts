/** What Discord takes as a message: to a channel, as an answer to an interaction, and as an edit of either. */
import * as z from "zod";
import { MessageFlags, type APIAttachment } from "discord-api-types/v10";
import { rows } from "./components.ts";
import { embeds } from "./embeds.ts";
import { checkForm, flaw, list, snowflake, text, trimmed } from "./form.ts";
import { refuse } from "../refusals.ts";

const allowedMentions = z
  .object({
    parse: z.array(z.enum(["users", "roles", "everyone"])).nullish(),
    users: list(snowflake, 0, 100).nullish(),
    roles: list(snowflake, 0, 100).nullish(),
    replied_user: z.boolean().nullish(),
  })
  .superRefine(({ parse, users, roles }, context) => {
    for (const [kind, ids] of [["users", users], ["roles", roles]] as const) {
      if (parse?.includes(kind) && ids?.length) {
        flaw(context, "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE", `parse:["${kind}"] and ${kind}: [ids...] are mutually exclusive.`);
      }
    }
  });

const flags = z.number().int().superRefine((value, context) => {
  if (value & MessageFlags.IsComponentsV2) {
    flaw(context, "PLAYGROUND_NO_COMPONENTS_V2", "This Discord has no components of the second kind; send rows, content and embeds.");
  }
});

const shared = {
  content: trimmed(0, 2000).nullish(),
  embeds: embeds.nullish(),
  components: rows.nullish(),
  allowed_mentions: allowedMentions.nullish(),
  flags: flags.nullish(),
  tts: z.boolean().nullish(),
  attachments: z
    .array(z.object({ id: snowflake, filename: text(1, 1024).nullish(), description: text(0, 1024).nullish() }))
    .nullish(),
};

/** A message that answers an interaction, or follows it up. */
export const answer = z.object(shared);

/** A message to a channel. */
export const posted = z.object({
  ...shared,
  nonce: z.union([text(0, 25), z.number().int().transform(String)]).nullish(),
  enforce_nonce: z.boolean().nullish(),
  message_reference: z
    .object({ message_id: snowflake, channel_id: snowflake.nullish(), guild_id: snowflake.nullish(), fail_if_not_exists: z.boolean().nullish() })
    .nullish(),
});

export type MessagePayload = z.output<typeof posted>;

/** What Discord lets anyone attach to one message. */
export const MOST_FILES = 10;

/** A file that came with a message. */
export interface SentFile {
  /** The n of its `files[n]`. */
  index: string;
  name: string;
  type: string;
  bytes: Uint8Array;
}

/**
 * The payload of a new message, checked.
 * @throws Refusal 50035 when malformed or with a file that didn't come, 50006 when there is nothing in it.
 */
export function checkMessage(schema: typeof posted | typeof answer, body: unknown, files: SentFile[], under: string[] = []): MessagePayload {
  const payload: MessagePayload = checkForm(schema, body, under);
  if (!payload.content && !payload.embeds?.length && !payload.components?.length && files.length === 0) throw refuse.emptyMessage();
  checkAttachments(payload, files, [], under);
  return payload;
}

/**
 * What a payload lists as its attachments is there: among the files that came along, or of the message already.
 * @throws Refusal 50035 when it isn't, or when there would be more than ten.
 */
export function checkAttachments({ attachments }: MessagePayload, files: SentFile[], there: APIAttachment[], under: string[] = []): void {
  const known = new Set([...files.map(({ index }) => index), ...there.map(({ id }) => id)]);
  const missing = (attachments ?? []).flatMap(({ id }, index) => (known.has(id) ? [] : [index]));
  const flaws = missing.map((index) => ({ path: [...under, "attachments", index], code: "ATTACHMENT_NOT_FOUND", message: "Attachment data not found" }));
  if (flaws.length > 0) throw refuse.invalidForm(...flaws);
  const stays = there.filter(({ id }) => !attachments || attachments.some((one) => one.id === id));
  if (stays.length + files.length > MOST_FILES) {
    throw refuse.invalidForm({ path: [...under, "attachments"], code: "BASE_TYPE_MAX_LENGTH", message: `Must be ${MOST_FILES} or fewer in length.` });
  }
}
