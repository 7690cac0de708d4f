import type {
  APIActionRowComponent,
  APIComponentInMessageActionRow,
  APIEmbed,
  APIModalInteractionResponseCallbackData,
  BaseMessageOptions,
} from "discord.js";
import { fitEmbeds, limits, shorten } from "./limits.ts";

export type Row = APIActionRowComponent<APIComponentInMessageActionRow>;

/** A message that a handler wants shown. Handlers only say what; the dispatcher sends it, within Discord's limits. */
export interface Answer {
  /** "post" adds a message, "edit" changes the one whose button was pressed. */
  how: "post" | "edit";
  /** Only for the one who asked. Left open, it is as private as the message whose button was pressed. */
  private?: boolean;
  content?: string;
  embeds?: APIEmbed[];
  rows?: Row[];
  files?: TextFile[];
}

/** A file that an answer brings along. */
export interface TextFile {
  name: string;
  content: string;
}

/** A window with fields to fill in; what is sent in goes to the submission that its custom id names. */
export interface Modal {
  how: "modal";
  modal: APIModalInteractionResponseCallbackData;
}

/** What a handler gives: a message, or where Discord takes one, a modal. */
export type Reply = Answer | Modal;

/** A line to the one who asked, and to nobody else. */
export function whisper(content: string, rows: Row[] = []): Answer {
  return { how: "post", private: true, content, rows };
}

/** An answer as discord.js sends it: no text over its limit, and nobody pinged. */
export function messageOf(answer: Answer): BaseMessageOptions {
  return {
    content: shorten(answer.content ?? "", limits.content),
    embeds: fitEmbeds(answer.embeds ?? []),
    components: (answer.rows ?? []).filter((row) => row.components.length > 0).slice(0, limits.rows),
    ...(answer.files ? { files: answer.files.map(({ name, content }) => ({ name, attachment: Buffer.from(content) })) } : {}),
    allowedMentions: { parse: [] },
  };
}
