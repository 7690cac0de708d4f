import { ButtonStyle } from "discord.js";
import { progress } from "../../daily/decks.ts";
import type { Delivery } from "../../daily/delivery.ts";
import { dateIn, oldestDateAnywhere } from "../../daily/localTime.ts";
import type { Schedule } from "../../daily/schedule.ts";
import { upcoming } from "../../daily/upcoming.ts";
import { isKnownZone } from "../../daily/zones.ts";
import type { Answer, Row } from "../../discord/answer.ts";
import { button, buttonRows } from "../../discord/components.ts";
import { customId } from "../../discord/customId.ts";
import { dailyEmbed, type DailyFacts } from "../../embeds/daily.ts";
import { quoteEmbed } from "../../embeds/quote.ts";
import type { Here } from "../../services.ts";
import { lay, type Desk } from "./desk.ts";

/** How many posts ahead a moderator sees: a week of them. */
export const ahead = 7;
/** How far back a card looks for trouble. */
const back = 10;

/** Whether a date has had its post by this delivery, or may have had it, or is just having it: then it must not come again. */
export function takesItsDate({ state, extra }: Delivery): boolean {
  return extra === "" && state !== "missed";
}

/** What there is to know of a daily post now. */
export async function factsOf(schedule: Schedule, services: Here): Promise<DailyFacts> {
  const ids = services.library.quoteIdsFor(schedule.filter);
  const now = services.now();
  const { zone, from, skipped } = schedule.rule;
  const today = isKnownZone(zone) ? dateIn(zone, now) : oldestDateAnywhere(now);
  const deliveries = schedule.state === "draft" ? [] : await services.deliveries.ofSchedule(schedule.id, back);
  // A date whose post came before its time is no more left out than one whose post came at it.
  const isPosted = (date: string) => deliveries.some((delivery) => delivery.date === date && takesItsDate(delivery));
  return {
    schedule,
    upcoming: upcoming(schedule, ids, now, ahead),
    progress: progress(schedule, ids),
    deliveries,
    leftOut: { before: from > today ? from : "", dates: skipped.filter((date) => date >= today && date >= from && !isPosted(date)) },
  };
}

/** What stands on a card besides. */
interface CardExtras {
  /** What just happened, above it. */
  said?: string | undefined;
  /** What is worth knowing, in sentences. */
  notes?: readonly string[];
  /** Rows of buttons above its own. */
  rows?: Row[];
  /** Whether it shows the next seven posts, as a draft does, and not only the next. */
  showsWeek?: boolean;
}

/**
 * The card of a daily post, with what can be done with it; a draft shows its first post as it will look.
 */
export async function card(schedule: Schedule, desk: Desk, { said, notes = [], rows = [], showsWeek = false }: CardExtras = {}): Promise<Answer> {
  const facts = await factsOf(schedule, desk.services);
  const { library } = desk.services;
  const isDraft = schedule.state === "draft";
  const embed = dailyEmbed(facts, library, { notes, showsWeek: showsWeek || isDraft });
  const first = isDraft ? library.quote(facts.upcoming[0]?.quote ?? "") : undefined;
  return lay(desk, {
    content: said,
    embeds: first ? [{ ...embed, footer: { text: "The first one will look like this:" } }, quoteEmbed(first, library)] : [embed],
    rows: [...rows, ...(isDraft ? draftRows(schedule) : cardRows(facts))],
  });
}

function draftRows({ id }: Schedule): Row[] {
  return buttonRows([
    button("Start", customId("daily-start", id), { style: ButtonStyle.Success }),
    button("Change", customId("daily-change", id)),
    button("Cancel", customId("daily-cancel", id)),
  ]);
}

function cardRows({ schedule: { id, state, deck }, upcoming: [next], leftOut }: DailyFacts): Row[] {
  const leavesOut = leftOut.before !== "" || leftOut.dates.length > 0;
  return [
    ...buttonRows([
      ...(state === "paused" ? [button("Resume", customId("daily-resume", id), { style: ButtonStyle.Success })] : []),
      button("Preview", customId("daily-preview", id)),
      button("Post now", customId("daily-post", id)),
      ...(state === "running" && next ? [button("Skip the next", customId("daily-skip", id, next.run.date))] : []),
      ...(state === "running" ? [button("Pause", customId("daily-pause", id))] : []),
    ]),
    ...buttonRows([
      button("Change", customId("daily-change", id)),
      ...(leavesOut ? [button("Post on all dates", customId("daily-unskip", id, "all"))] : []),
      ...(deck.banned.length > 0 ? [button("Allow all quotes again", customId("daily-unban", id))] : []),
      button("Remove", customId("daily-remove", id)),
      button("← All daily posts", customId("daily-list", "0")),
    ]),
  ];
}
