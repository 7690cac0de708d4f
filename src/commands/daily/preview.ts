import { ButtonStyle } from "discord.js";
import { banQuote, quotesOf, swapQuote, unbanAll } from "../../daily/decks.ts";
import type { Schedule } from "../../daily/schedule.ts";
import { upcoming } from "../../daily/upcoming.ts";
import type { Answer } from "../../discord/answer.ts";
import { button, buttonRows } from "../../discord/components.ts";
import { customId } from "../../discord/customId.ts";
import { shownTime } from "../../embeds/daily.ts";
import { quoteEmbed } from "../../embeds/quote.ts";
import { ahead, card } from "./card.ts";
import { gone, lay, pressOn, type Act, type Desk } from "./desk.ts";

/** The next quotes as they will look, one at a time. */
export const preview: Act = (schedule, desk, [at]) => show(schedule, desk, Number(at) || 0);

function show(schedule: Schedule, desk: Desk, wanted: number, said = ""): Answer | Promise<Answer> {
  const { library, now } = desk.services;
  const posts = upcoming(schedule, desk.services.library.quoteIdsFor(schedule.filter), now(), ahead);
  const at = Math.min(Math.max(0, wanted), posts.length - 1);
  const post = posts[at];
  if (!post) return card(schedule, desk, { said: said || "Nothing comes next: no quote fits, or no date is left." });
  const resting = schedule.state === "paused" ? " It is paused; this is how it would come if it went on now." : "";
  const when = `**${at + 1} of the next ${posts.length}** of daily post ${schedule.number} in <#${schedule.channel}>: ${shownTime(post.run.at)}.${resting}`;
  const turn = (to: number, edge: string) => customId("daily-preview", schedule.id, String(to), edge);
  return lay(desk, {
    content: [said, when].filter(Boolean).join("\n"),
    embeds: [quoteEmbed(library.quote(post.quote)!, library)],
    rows: [
      ...buttonRows([
        button("← Previous", turn(Math.max(0, at - 1), "back"), { disabled: at === 0 }),
        button("Next →", turn(at + 1, "on"), { disabled: at + 1 >= posts.length, style: ButtonStyle.Primary }),
        button("Show another instead", customId("daily-swap", schedule.id, post.quote, String(at))),
        button("Never show it here", customId("daily-ban", schedule.id, post.quote, String(at))),
      ]),
      ...buttonRows([button(`← Daily post ${schedule.number}`, customId("daily-show", schedule.id))]),
    ],
  });
}

/** Another in place of this one, which comes later in the round. The button names the quote: one that has moved on is left alone. */
async function swap({ id }: Schedule, desk: Desk, quote: string, at: number): Promise<Answer> {
  let said = "Here is another; that one comes later in this round.";
  const after = await desk.services.schedules.change(id, (schedule) => {
    const swapped = swapQuote(schedule, desk.services.library.quoteIdsFor(schedule.filter), quote);
    if (!swapped) said = "That one is the last of its round, or was shown meanwhile: there is nothing to change it for.";
    return swapped;
  });
  return after ? show(after, desk, at, said) : gone(desk);
}

async function ban({ id }: Schedule, desk: Desk, quote: string, at: number): Promise<Answer> {
  let said = "That one is never shown here again. **Allow all quotes again** on this daily post's card brings it back, with all others that were taken out.";
  const after = await desk.services.schedules.change(id, (schedule) => {
    const left = quotesOf(schedule, desk.services.library.quoteIdsFor(schedule.filter));
    if (schedule.deck.banned.includes(quote)) said = "That one is never shown here already.";
    else if (left.length > 1) return banQuote(schedule, quote);
    else said = "That is the only quote left here, so it stays.";
    return undefined;
  });
  return after ? show(after, desk, at, said) : gone(desk);
}

export const previewPresses = {
  "daily-preview": pressOn(preview),
  "daily-swap": pressOn((schedule, desk, [quote = "", at]) => swap(schedule, desk, quote, Number(at) || 0)),
  "daily-ban": pressOn((schedule, desk, [quote = "", at]) => ban(schedule, desk, quote, Number(at) || 0)),
  "daily-unban": pressOn(async ({ id }, desk) => {
    const after = await desk.services.schedules.change(id, unbanAll);
    return after ? card(after, desk, { said: "Every quote that fits may be shown here again." }) : gone(desk);
  }),
};
