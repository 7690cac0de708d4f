import { pause as atRest, resume as running } from "../../daily/plan.ts";
import { neededToPost, refusalFor } from "../../discord/permissions.ts";
import { pauseWords } from "../../embeds/daily.ts";
import { refusalWords } from "../../embeds/refusal.ts";
import { card } from "./card.ts";
import { gone, pressOn, type Act } from "./desk.ts";

/** Lets a daily post rest until a moderator resumes it. One that rests for another reason is then no longer resumed by a check. */
export const pause: Act = async ({ id }, desk) => {
  const { schedules, now } = desk.services;
  let said = "Paused. It keeps its place in the deck, and `/daily resume` goes on.";
  const after = await schedules.change(id, (schedule) => {
    if (schedule.pause?.reason.kind === "moderator") said = `It is paused already: ${pauseWords(schedule)!.what}`;
    if (schedule.state === "draft" || schedule.pause?.reason.kind === "moderator") return undefined;
    return atRest(schedule, { reason: { kind: "moderator", user: desk.user }, since: now(), told: true });
  });
  return after ? card(after, desk, { said }) : gone(desk);
};

/** Lets it go on with its next date, if nothing keeps it from its channel and there is a quote to post. */
export const resume: Act = async (schedule, desk) => {
  const { schedules, now } = desk.services;
  if (schedule.state === "running") return card(schedule, desk, { said: "It is not paused." });
  const refusal = await refusalFor(desk.rest, schedule, neededToPost);
  if (refusal) {
    const { what, mend } = refusalWords(refusal, schedule.channel);
    return card(schedule, desk, { said: `It cannot go on yet. ${what} ${mend}` });
  }
  if (desk.services.library.quoteIdsFor(schedule.filter).every((quote) => schedule.deck.banned.includes(quote))) {
    return card(schedule, desk, { said: "It cannot go on: no quote fits it. Change whom or what it is about first." });
  }
  const after = await schedules.change(schedule.id, (one) => (one.state === "paused" ? running(one, now()) : undefined));
  return after ? card(after, desk, { said: "It goes on." }) : gone(desk);
};

export const pausePresses = { "daily-pause": pressOn(pause), "daily-resume": pressOn(resume) };
