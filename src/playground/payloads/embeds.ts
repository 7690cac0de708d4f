/** What Discord takes as an embed (its "Embed limits"). */
import * as z from "zod";
import { address, flaw, lengthOf, list, trimmed, whole } from "./form.ts";

const picture = z.object({ url: address("http", "https", "attachment"), description: z.string().nullish() });

export const embed = z
  .object({
    title: trimmed(0, 256).nullish(),
    description: trimmed(0, 4096).nullish(),
    url: address("http", "https").nullish(),
    color: whole(0, 0xff_ff_ff).nullish(),
    timestamp: z.string().nullish(),
    footer: z.object({ text: trimmed(1, 2048), icon_url: address("http", "https", "attachment").nullish() }).nullish(),
    image: picture.nullish(),
    thumbnail: picture.nullish(),
    author: z
      .object({
        name: trimmed(1, 256),
        url: address("http", "https").nullish(),
        icon_url: address("http", "https", "attachment").nullish(),
      })
      .nullish(),
    fields: list(
      z.object({ name: trimmed(1, 256), value: trimmed(1, 1024), inline: z.boolean().nullish() }),
      0,
      25,
    ).nullish(),
  })
  .superRefine((value, context) => {
    const { title, description, footer, image, thumbnail, author, fields } = value;
    if (!title && !description && !footer && !image && !thumbnail && !author && !fields?.length) {
      flaw(context, "BASE_TYPE_REQUIRED", "This field is required", ["description"]);
    }
    if (typeof value.timestamp === "string" && Number.isNaN(Date.parse(value.timestamp))) {
      flaw(context, "DATE_TIME_TYPE_PARSE", `Could not parse ${value.timestamp.slice(0, 40)}. Should be ISO8601.`, ["timestamp"]);
    }
  });

export type EmbedPayload = z.output<typeof embed>;

/** At most ten embeds, with at most 6000 characters between them. */
export const embeds = list(embed, 0, 10).superRefine((value, context) => {
  const total = value.reduce((sum, one) => sum + sizeOf(one), 0);
  if (total > 6000) flaw(context, "MAX_EMBED_SIZE_EXCEEDED", "Embed size exceeds maximum size of 6000");
});

/** Every character of an embed that counts towards the 6000 of a message. */
function sizeOf({ title, description, footer, author, fields }: EmbedPayload): number {
  const texts = [title, description, footer?.text, author?.name, ...(fields ?? []).flatMap(({ name, value }) => [name, value])];
  return texts.reduce((sum, text) => sum + lengthOf(text ?? ""), 0);
}
