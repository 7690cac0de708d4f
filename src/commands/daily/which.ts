import type { ChatInputCommandInteraction } from "discord.js";
import type { Schedule } from "../../daily/schedule.ts";
import type { Reply } from "../../discord/answer.ts";
import { menuRow } from "../../discord/components.ts";
import { customId } from "../../discord/customId.ts";
import { limits, listed } from "../../discord/limits.ts";
import { whenWords } from "../../embeds/daily.ts";
import { actOn, lay, press, type Act, type Desk } from "./desk.ts";

/** What to do with the daily post that is chosen from a menu, by the name in the menu's custom id. */
type Acts = Record<string, Act>;

/** Where a server has no daily post yet. */
export const noneYet = "There is no daily post here yet. `/daily add` sets one up.";

/**
 * Does something with the daily post that a command means: that of its `number`, or the only one there is. Where it may mean
 * several, a menu asks, or, for an act that the menu's custom id cannot carry, a sentence.
 *
 * @param name of the act among those that the menu knows; nothing for no menu
 */
export async function actOnNamed(interaction: ChatInputCommandInteraction, desk: Desk, act: Act, name?: string): Promise<Reply> {
  const all = await desk.services.schedules.ofServer(desk.server);
  const number = interaction.options.getInteger("number");
  if (all.length === 0) return lay(desk, { content: noneYet });
  const named = number === null ? (all.length === 1 ? all[0] : undefined) : all.find((schedule) => schedule.number === number);
  if (named) return act(named, desk, []);
  const lines = listed(all.map((schedule) => `**${schedule.number}** · <#${schedule.channel}>, ${whenWords(schedule)}`), "\n", limits.content - 100);
  const question = number === null ? "Which one?" : `There is no daily post ${number}.`;
  if (name === undefined) return lay(desk, { content: `${number === null ? "Which one? Say its `number`." : question}\n${lines}` });
  return lay(desk, { content: `${question}\n${lines}`, rows: [menu(all, name)] });
}

/** A menu of daily posts that does something with the one that is chosen. */
export function menu(all: readonly Schedule[], name: string) {
  return menuRow(
    customId("daily-pick", name),
    "Choose a daily post",
    all.map((schedule) => ({ label: `Daily post ${schedule.number}`, value: schedule.id, description: whenWords(schedule) })),
  );
}

/** The press on such a menu. */
export function pickPress(acts: Acts) {
  return press((desk, [name = ""], choice = "") => {
    const act = acts[name];
    return act ? actOn(choice, desk, act) : lay(desk, { content: "I no longer know what that does. `/daily list` shows the daily posts." });
  });
}
