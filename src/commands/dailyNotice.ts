import { channelLink, type RESTPostAPIChannelMessageJSONBody } from "discord.js";
import type { Schedule } from "../daily/schedule.ts";
import { button, buttonRows } from "../discord/components.ts";
import { customId } from "../discord/customId.ts";
import { shorten } from "../discord/limits.ts";
import { escapeMarkdown } from "../embeds/markdown.ts";
import { refusalWords } from "../embeds/refusal.ts";

/** A server's name has at most a hundred characters. Source: https://discord.com/developers/docs/resources/guild, "Guild Object". */
const longestName = 100;

/**
 * What moderators are told, once, when a daily post rests for a reason that is not theirs. Told again within a few minutes it makes
 * no second message.
 *
 * @param where "direct" for a direct message, where no command of a server's works and its channels may have no names
 * @param serverName what the server is called, where that is known
 */
export function dailyNotice(schedule: Schedule, where: "server" | "direct", serverName?: string): RESTPostAPIChannelMessageJSONBody {
  const { id, number, server, channel, pause } = schedule;
  const isDirect = where === "direct";
  const buttons = isDirect ? [] : buttonRows([button("Show it", customId("daily-show", id))]);
  const place = isDirect ? ` ${serverWords(serverName)}.\n${channelLink(channel, server)}\n` : `, in <#${channel}>. `;
  const further = isDirect ? " `/daily show` in that server shows it." : "";
  return {
    content: `I have paused daily post ${number}${place}${reasonOf(schedule)}${further}`,
    components: buttons,
    allowed_mentions: { parse: [] },
    nonce: `${id}n${(pause?.since ?? 0).toString(36)}`,
    enforce_nonce: true,
  };
}

function serverWords(name: string | undefined): string {
  return name === undefined ? "in a server of yours" : `in **${escapeMarkdown(shorten(name, longestName))}**`;
}

function reasonOf({ channel, pause }: Schedule): string {
  const reason = pause?.reason;
  if (reason?.kind === "refused") {
    const { what, mend } = refusalWords(reason.refusal, channel);
    const onItsOwn = pause?.checkAt === undefined ? "" : " I look again every now and then, and go on by myself once that is mended.";
    return `${what} ${mend}${onItsOwn}`;
  }
  return "No quote in my library fits it any more. Choose other quotes with `/daily change`.";
}
