import { ButtonStyle } from "discord.js";
import { pause } from "../../daily/plan.ts";
import { button, buttonRows } from "../../discord/components.ts";
import { customId } from "../../discord/customId.ts";
import { whenWords } from "../../embeds/daily.ts";
import { gone, lay, pressOn, type Act } from "./desk.ts";

/** Asks once more before a daily post is taken away for good. */
export const remove: Act = (schedule, desk) =>
  lay(desk, {
    content: `Remove daily post ${schedule.number} (<#${schedule.channel}>, ${whenWords(schedule)})? Its settings and its deck are forgotten; what it posted stays.`,
    rows: buttonRows([
      button("Remove it", customId("daily-removed", schedule.id), { style: ButtonStyle.Danger }),
      button("Keep it", customId("daily-show", schedule.id)),
    ]),
  });

export const removePresses = {
  "daily-remove": pressOn(remove),
  "daily-removed": pressOn(async ({ id, number }, desk) => {
    const removed = await desk.services.schedules.remove(id);
    return removed ? lay(desk, { content: `Daily post ${number} is removed.` }) : gone(desk);
  }),
  /** A draft that nobody wants. One that was started meanwhile stays. */
  "daily-cancel": pressOn(async ({ id, number }, desk) => {
    const { schedules, now } = desk.services;
    let isDraft = false;
    // At rest it can no longer be started: a Start in this very moment comes before it, and is kept, or too late.
    const after = await schedules.change(id, (one) => {
      isDraft = one.state === "draft";
      return isDraft ? pause(one, { reason: { kind: "moderator", user: desk.user }, since: now(), told: true }) : undefined;
    });
    if (!after) return gone(desk);
    if (!isDraft) return lay(desk, { content: `Daily post ${number} was started already. \`/daily remove\` takes it away.` });
    await schedules.remove(id);
    return lay(desk, { content: "Cancelled: nothing is set up." });
  }),
};
