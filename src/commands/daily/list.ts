import { button, buttonRows } from "../../discord/components.ts";
import { customId } from "../../discord/customId.ts";
import type { Answer } from "../../discord/answer.ts";
import { dailyListEmbed } from "../../embeds/daily.ts";
import { factsOf } from "./card.ts";
import { lay, press, type Desk } from "./desk.ts";
import { menu, noneYet } from "./which.ts";

/** Each takes nearly a thousand characters when it rests for a long reason, after a post that failed for another: these fit, with room to spare. */
const onPage = 3;

/** All daily posts of the server, some on a page; a menu opens any of them. */
export async function list(desk: Desk, wanted: number): Promise<Answer> {
  const { services } = desk;
  const all = await services.schedules.ofServer(desk.server);
  if (all.length === 0) return lay(desk, { content: noneYet });
  const pages = Math.ceil(all.length / onPage);
  const page = Math.min(Math.max(0, wanted), pages - 1);
  const shown = await Promise.all(all.slice(page * onPage, (page + 1) * onPage).map((schedule) => factsOf(schedule, services)));
  const turning = [
    button("← Previous", customId("daily-list", String(Math.max(0, page - 1)), "back"), { disabled: page === 0 }),
    button("Next →", customId("daily-list", String(page + 1), "on"), { disabled: page + 1 >= pages }),
  ];
  return lay(desk, { embeds: [dailyListEmbed(shown, services.library)], rows: [menu(all, "show"), ...(pages > 1 ? buttonRows(turning) : [])] });
}

export const listPresses = {
  /** A page of the list; it names the page to show, so it makes no difference how often it is pressed. */
  "daily-list": press((desk, [page]) => list(desk, Number(page) || 0)),
};
