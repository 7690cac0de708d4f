import { ButtonStyle } from "discord.js";
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
  "daily-cancel": pressOn(async ({ id, state, number }, desk) => {
    if (state !== "draft") return lay(desk, { content: `Daily post ${number} was started already. \`/daily remove\` takes it away.` });
    await desk.services.schedules.remove(id);
    return lay(desk, { content: "Cancelled: nothing is set up." });
  }),
};
