import { ButtonStyle, messageLink, type ChatInputCommandInteraction } from "discord.js";
import { setTimeout as sleep } from "node:timers/promises";
import type { Delivery } from "../../daily/delivery.ts";
import { planExtra } from "../../daily/plan.ts";
import type { Schedule } from "../../daily/schedule.ts";
import type { Answer, Reply } from "../../discord/answer.ts";
import { button, buttonRows } from "../../discord/components.ts";
import { customId } from "../../discord/customId.ts";
import { neededToPost, refusalFor } from "../../discord/permissions.ts";
import { deliveryLine, shownTime } from "../../embeds/daily.ts";
import { readableDate } from "../../embeds/dates.ts";
import { refusalWords } from "../../embeds/refusal.ts";
import { card } from "./card.ts";
import { gone, lay, pressOn, type Act, type Desk } from "./desk.ts";
import { actOnNamed } from "./which.ts";

/** Milliseconds that a post asked for at once is tried for: whoever asks does not wait longer, and would be surprised later. */
const window = 900_000;
/** How long the moderator is kept waiting for the link, and how often we look, in milliseconds. */
const patience = 8000;
const glance = 200;

/** /daily post-now: an extra post, or the next planned one instead of at its time. */
export function postNowCommand(interaction: ChatInputCommandInteraction, desk: Desk): Promise<Reply> {
  const instead = interaction.options.getBoolean("instead") ?? false;
  return actOnNamed(interaction, desk, instead ? postNext : postExtra, instead ? "post-next" : "post-extra");
}

/** An extra post, which leaves the dates and the next quotes as planned. */
export const postExtra: Act = (schedule, desk) => postNow(schedule, desk, () => true, true);

/** The next planned post, only now. */
export const postNext: Act = (schedule, desk) => postNow(schedule, desk, ({ next }) => next?.date === schedule.next?.date, false);

/** Posts at once if the schedule is still `asMeant` when it is written down, and waits a moment for what becomes of it. */
async function postNow(schedule: Schedule, desk: Desk, asMeant: (schedule: Schedule) => boolean, keepsPlace: boolean): Promise<Answer> {
  const { deliveries, now } = desk.services;
  const refusal = await refusalFor(desk.rest, schedule, neededToPost);
  if (refusal) {
    const { what, mend } = refusalWords(refusal, schedule.channel);
    return card(schedule, desk, { said: `Nothing was posted. ${what} ${mend}` });
  }
  const terms = { window, owner: "", leaseUntil: 0, asking: desk.asking, keepsPlace };
  let id = "";
  // Without a lease it is taken up at once, by whichever process looks first.
  const kept = await deliveries.addExtra(schedule.id, (one) => {
    const plan = one.state !== "draft" && asMeant(one) ? planExtra(one, desk.services.library.quoteIdsFor(one.filter), now(), terms) : undefined;
    id = plan?.deliveries[0]?.id ?? "";
    return plan;
  });
  if (!kept) return card(schedule, desk, { said: "Nothing was posted: that post came meanwhile or was left out, or no quote fits any more." });
  const said = saidOf(await settled(id, desk));
  const after = await desk.services.schedules.find(schedule.id);
  return after ? card(after, desk, { said }) : gone(desk);
}

/** The delivery when something has become of it, or when the moderator has waited long enough. */
async function settled(id: string, { services: { deliveries } }: Desk): Promise<Delivery | undefined> {
  const start = performance.now();
  let delivery = await deliveries.find(id);
  while (delivery?.state === "claimed" && performance.now() - start < patience) {
    await sleep(glance);
    delivery = await deliveries.find(id);
  }
  return delivery;
}

function saidOf(delivery: Delivery | undefined): string {
  if (!delivery) return "Nothing was posted: the daily post was removed meanwhile.";
  if (delivery.state === "claimed") return `Discord is slow, or in trouble. I go on trying until ${shownTime(delivery.until)}; \`/daily show\` says what becomes of it.`;
  if (delivery.state === "sent") return `Posted: ${messageLink(delivery.channel, delivery.message!, delivery.server)}`;
  // The planned one has given its date for this.
  const spared = delivery.state === "missed" && delivery.extra === "";
  return deliveryLine(delivery) + (spared ? ` ${readableDate(delivery.date)} is left out now: **Post on all dates** takes that back.` : "");
}

export const postNowPresses = {
  /** Asks which: it is seen by all, and a finger slips. */
  "daily-post": pressOn(({ id, number, channel, state, next }, desk) =>
    lay(desk, {
      content: `Post in <#${channel}> now? **An extra one** leaves everything as planned: it takes the quote that would have come last in this round.${
        state === "running" && next ? ` **The next one** is the post of ${shownTime(next.at)}, only now: it does not come again at its time.` : ""
      }`,
      rows: buttonRows([
        button("An extra one", customId("daily-post-extra", id), { style: ButtonStyle.Primary }),
        ...(state === "running" && next ? [button("The next one", customId("daily-post-next", id, next.date))] : []),
        button(`← Daily post ${number}`, customId("daily-show", id)),
      ]),
    }),
  ),
  "daily-post-extra": pressOn(postExtra),
  /** It names the date: two who press at once post it once. */
  "daily-post-next": pressOn((schedule, desk, [date]) => postNow(schedule, desk, ({ next }) => next?.date === date, false)),
};
