import type { ChatInputCommandInteraction } from "discord.js";
import { readDate } from "../../daily/dates.ts";
import { describeDays } from "../../daily/days.ts";
import { deliveryId } from "../../daily/delivery.ts";
import { dateIn } from "../../daily/localTime.ts";
import { replan } from "../../daily/plan.ts";
import { nextRun, runOn, skip } from "../../daily/runs.ts";
import type { Schedule } from "../../daily/schedule.ts";
import type { Answer, Reply } from "../../discord/answer.ts";
import { button, buttonRows } from "../../discord/components.ts";
import { customId } from "../../discord/customId.ts";
import { readableDate } from "../../embeds/dates.ts";
import { card, takesItsDate } from "./card.ts";
import { dueNow, dueWords, gone, lay, pressOn, type Act, type Desk } from "./desk.ts";
import { actOnNamed } from "./which.ts";

/** More single dates than anybody leaves out; `until` is for longer rests. */
const mostSkipped = 100;

/** /daily skip: the next date, a date, or all until a date. */
export function skipCommand(interaction: ChatInputCommandInteraction, desk: Desk): Reply | Promise<Reply> {
  const date = interaction.options.getString("date");
  const until = interaction.options.getString("until");
  if (date !== null && until !== null) {
    return lay(desk, { content: "Give me one of the two: `date` leaves out that date, `until` all dates before it. Nothing is changed." });
  }
  if (date === null && until === null) return actOnNamed(interaction, desk, skipNext, "skip");
  return actOnNamed(interaction, desk, (schedule) => {
    const read = readDate(date ?? until!, dateIn(schedule.rule.zone, desk.services.now()));
    if (!read.ok) return card(schedule, desk, { said: read.problem });
    return date === null ? restUntil(schedule, desk, read.value) : skipDate(schedule, desk, read.value);
  });
}

/** Leaves the next date out. */
export const skipNext: Act = (schedule, desk) => {
  const next = schedule.next ?? nextRun(schedule.rule, desk.services.now(), schedule.lastDate);
  return next ? skipDate(schedule, desk, next.date) : card(schedule, desk, { said: "No date is left to leave out." });
};

async function skipDate({ id }: Schedule, desk: Desk, date: string): Promise<Answer> {
  const now = desk.services.now();
  let said = `Left out: ${readableDate(date)}.`;
  let undo = true;
  const after = await desk.services.schedules.change(id, (schedule) => {
    const problem = whyNotSkipped(schedule, date, now);
    if (problem === undefined) return replan({ ...schedule, rule: skip(schedule.rule, date, now) }, now);
    [said, undo] = [problem, schedule.rule.skipped.includes(date)];
    return undefined;
  });
  return after ? card(after, desk, { said, rows: undo ? undoRows(id, date) : [] }) : gone(desk);
}

/** Why a date cannot be left out, in a sentence; nothing when it can. */
function whyNotSkipped(schedule: Schedule, date: string, now: number): string | undefined {
  const { rule, lastDate } = schedule;
  if (rule.skipped.includes(date)) return `${readableDate(date)} is left out already.`;
  if (dueNow(schedule, now)) return dueWords;
  const run = runOn(rule, date);
  if (!run) return date < rule.from ? `All dates before ${readableDate(rule.from)} are left out already.` : `There is no post on ${readableDate(date)}: it comes ${describeDays(rule.days)}.`;
  if (date <= lastDate || run.at <= now) return `The hour of ${readableDate(date)} has passed.`;
  return rule.skipped.length >= mostSkipped ? `${mostSkipped} dates are left out already. For a longer rest, use \`until\`.` : undefined;
}

async function restUntil({ id }: Schedule, desk: Desk, date: string): Promise<Answer> {
  const now = desk.services.now();
  let said = `Left out: all before ${readableDate(date)}.`;
  const after = await desk.services.schedules.change(id, (schedule) => {
    const { rule } = schedule;
    const isPast = date <= dateIn(rule.zone, now);
    if (isPast) said = `${readableDate(date)} is not in the future: say when it shall post again.`;
    else if (dueNow(schedule, now)) said = dueWords;
    else if (rule.from === date) said = `All before ${readableDate(date)} is left out already.`;
    else return replan({ ...schedule, rule: { ...rule, from: date } }, now);
    return undefined;
  });
  return after ? card(after, desk, { said, rows: after.rule.from === date ? undoRows(id, "until") : [] }) : gone(desk);
}

/** Takes back what was left out: a date, the rest "until" a date, or "all". A date whose post came before its time stays left out. */
async function unskip({ id, rule }: Schedule, desk: Desk, what: string): Promise<Answer> {
  const { schedules, deliveries, now } = desk.services;
  const wanted = rule.skipped.filter((date) => what === "all" || what === date);
  const posted = await Promise.all(wanted.map((date) => deliveries.find(deliveryId(id, date))));
  const takenBack = wanted.filter((_, at) => !posted[at] || !takesItsDate(posted[at]));
  let said = what === "all" ? "Nothing is left out any more." : what === "until" ? "It no longer rests until then." : `${readableDate(what)} is not left out any more.`;
  if (what !== "all" && wanted.length > takenBack.length) said = `The post of ${readableDate(what)} came before its time.`;
  const after = await schedules.change(id, (schedule) => {
    const skipped = schedule.rule.skipped.filter((date) => !takenBack.includes(date));
    const from = what === "all" || what === "until" ? "" : schedule.rule.from;
    if (skipped.length === schedule.rule.skipped.length && from === schedule.rule.from) return undefined;
    if (!dueNow(schedule, now())) return replan({ ...schedule, rule: { ...schedule.rule, skipped, from } }, now());
    said = dueWords;
    return undefined;
  });
  return after ? card(after, desk, { said }) : gone(desk);
}

function undoRows(id: string, what: string) {
  return buttonRows([button("Undo", customId("daily-unskip", id, what))]);
}

export const skipPresses = {
  /** It names the date: two who press at once leave out one, not two. */
  "daily-skip": pressOn((schedule, desk, [date = ""]) => skipDate(schedule, desk, date)),
  "daily-unskip": pressOn((schedule, desk, [what = ""]) => unskip(schedule, desk, what)),
};
