import type { RESTPostAPIChannelMessageJSONBody } from "discord.js";
import type { Schedule } from "../daily/schedule.ts";
import { button, buttonRows } from "../discord/components.ts";
import { customId } from "../discord/customId.ts";
import { refusalWords } from "../embeds/refusal.ts";

/**
 * What moderators are told, once, when a daily post rests for a reason that is not theirs. Told again within a few minutes it makes
 * no second message.
 *
 * @param where "direct" for a direct message, where no command of a server's works
 */
export function dailyNotice(schedule: Schedule, where: "server" | "direct"): RESTPostAPIChannelMessageJSONBody {
  const { id, number, channel, pause } = schedule;
  const buttons = where === "server" ? buttonRows([button("Show it", customId("daily-show", id))]) : [];
  return {
    content: `I have paused daily post ${number}, in <#${channel}>. ${reasonOf(schedule)}`,
    components: buttons,
    allowed_mentions: { parse: [] },
    nonce: `${id}n${(pause?.since ?? 0).toString(36)}`,
    enforce_nonce: true,
  };
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
