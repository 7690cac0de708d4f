import type { Answer } from "../../discord/answer.ts";
import { button, buttonRows } from "../../discord/components.ts";
import { customId } from "../../discord/customId.ts";
import { libraryLogEmbed } from "../../embeds/libraryLog.ts";
import { lay, press, type Desk } from "./desk.ts";

/** Two hundred characters before and after a correction: these fit into one embed, with room to spare. */
const onPage = 6;

/** Who did what and when, newest first. */
export async function log(desk: Desk, wanted: number): Promise<Answer> {
  const page = Math.max(0, wanted);
  // One more than is shown says whether there is another page.
  const events = await desk.services.shelves.log(desk.server, onPage + 1, page * onPage);
  if (events.length === 0) {
    return lay(desk, { content: page === 0 ? "Nothing has happened here yet. `/library add` brings an interview." : "The log ends before this page. `/library log` begins anew." });
  }
  const turning = [
    button("← Newer", customId("library-log", String(Math.max(0, page - 1)), "back"), { disabled: page === 0 }),
    button("Older →", customId("library-log", String(page + 1), "on"), { disabled: events.length <= onPage }),
  ];
  return lay(desk, { embeds: [libraryLogEmbed(events.slice(0, onPage))], rows: page > 0 || events.length > onPage ? buttonRows(turning) : [] });
}

export const logPresses = {
  /** A page of the log; it names the page to show. */
  "library-log": press((desk, [page]) => log(desk, Number(page) || 0)),
};
