import { ButtonStyle, type ChatInputCommandInteraction } from "discord.js";
import { dayNames } from "../../daily/days.ts";
import { replan } from "../../daily/plan.ts";
import type { Schedule } from "../../daily/schedule.ts";
import type { Answer, Modal, Reply } from "../../discord/answer.ts";
import { button, buttonRows } from "../../discord/components.ts";
import { customId } from "../../discord/customId.ts";
import { modal, type Field } from "../../discord/modal.ts";
import { settingLines } from "../../embeds/daily.ts";
import { draftCard, noQuotes, threadlessWords } from "./add.ts";
import { card } from "./card.ts";
import { dueNow, dueWords, gone, lay, pressOn, submitTo, type Desk } from "./desk.ts";
import { isThread, notesOn } from "./notes.ts";
import { amended, nameOf, readTerms, typedAgain, type Terms, type Typed } from "./terms.ts";
import { termsTyped, textsTyped } from "./typed.ts";
import { actOnNamed } from "./which.ts";

const longestField = 100;

/** /daily change: as its options say; with none, in a form. */
export function changeCommand(interaction: ChatInputCommandInteraction, desk: Desk): Reply | Promise<Reply> {
  const without = interaction.options.getString("without");
  const takenAway = without === "filters" ? ["person", "film", "interview"] : without === null ? [] : [without];
  const both = takenAway.find((name) => interaction.options.get(name) !== null);
  if (both !== undefined) return lay(desk, { content: `Give me one of the two: a new \`${both}\`, or \`without\`. Nothing is changed.` });
  const texts: Typed = { ...textsTyped(interaction), ...Object.fromEntries(takenAway.filter((name) => name !== "role").map((name) => [name, ""])) };
  const rest = { ...termsTyped(interaction), ...(without === "role" ? { role: "" } : {}) };
  const saysNothing = [...Object.values(texts), ...Object.values(rest)].every((value) => value === undefined);
  if (saysNothing) return actOnNamed(interaction, desk, form, "change");
  return actOnNamed(interaction, desk, (schedule) => {
    const read = readTerms(texts, desk.services.library);
    return read.ok ? change(schedule, desk, { ...read.value, ...rest }) : card(schedule, desk, { said: `${read.problem}\n${typedAgain(texts)}` });
  });
}

/** The form of a daily post, filled in as it is. */
export function form({ id, number, rule, filter }: Schedule, { services: { library } }: Pick<Desk, "services">): Modal {
  const days = rule.days.length === 7 ? "every day" : rule.days.map((day) => dayNames[day - 1]!.slice(0, 3)).join(" ");
  return modal(`Daily post ${number}`, customId("daily-changed", id), [
    line("time", "Time", "9:00, 21.30, 9am, noon", rule.time, true),
    line("timezone", "Time zone", "A city or a zone: Paris, Eastern Time", rule.zone, true),
    line("days", "Days", "every day, weekdays, mon wed fri", days),
    line("person", "Person", "Quotes by or about them; leave it empty for anybody", nameOf("person", filter, library)),
    line("film", "Film", "Quotes about it; leave it empty for any", nameOf("film", filter, library)),
  ]);
}

function line(name: string, label: string, description: string, value: string, required = false): Field {
  // A title may be longer than anybody would type.
  return { name, label, description, value, required, longest: Math.max(longestField, value.length) };
}

/** Changes a daily post at once, and shows what it was, what it is, and its next dates. */
async function change(before: Schedule, desk: Desk, wanted: Terms): Promise<Answer> {
  const { services } = desk;
  const { library } = services;
  const now = services.now();
  const also: string[] = [];
  const asksEveryone = before.state !== "draft" && wanted.role === before.server && before.role !== before.server;
  const { role: _everyone, ...others } = wanted;
  const terms: Terms = asksEveryone ? others : wanted;
  const opensThreads = terms.thread ?? before.thread;
  if (opensThreads && (terms.thread || terms.channel) && (await isThread(desk, terms.channel ?? before.channel))) {
    terms.thread = false;
    also.push(threadlessWords);
  }
  let said = "";
  const after = await services.schedules.change(before.id, (one) => {
    const next = amended(one, terms, library);
    const what = settingLines(one, next, library);
    if (what.length === 0) said = "";
    else if (library.quoteIdsFor(next.filter).length === 0) said = `Nothing is changed. ${noQuotes(next, desk)}`;
    else if (changesDates(one, next) && dueNow(one, now)) said = `Nothing is changed. ${dueWords}`;
    else {
      said = ["**Changed:**", ...what].join("\n");
      // What a check of its channel and its quotes finds mended goes on: the change may have been just that.
      const pause = next.pause && next.pause.reason.kind !== "moderator" ? { ...next.pause, checkAt: now } : next.pause;
      return changesDates(one, next) ? replan({ ...next, pause }, now) : { ...next, pause };
    }
    return undefined;
  });
  if (!after) return gone(desk);
  if (after.state === "draft") return draftCard(after, desk, also, said);
  if (asksEveryone) said = [said, "**@everyone** is not mentioned yet. Shall every post mention everyone in the server?"].filter(Boolean).join("\n");
  const rows = asksEveryone ? buttonRows([button("Mention everyone", customId("daily-everyone", after.id), { style: ButtonStyle.Danger })]) : [];
  return card(after, desk, { said: said || "It is so already.", notes: [...also, ...(await notesOn(after, desk))], rows, showsWeek: true });
}

function changesDates({ rule: one }: Schedule, { rule: other }: Schedule): boolean {
  return one.time !== other.time || one.zone !== other.zone || one.days.join() !== other.days.join();
}

export const changePresses = {
  "daily-change": pressOn(form),
  /** The second asking, before a post may mention everyone. */
  "daily-everyone": pressOn(async ({ id }, desk) => {
    const after = await desk.services.schedules.change(id, (one) => ({ ...one, role: one.server }));
    return after ? card(after, desk, { said: "It shall mention **@everyone** from now on. `/daily change without: the role` ends it.", notes: await notesOn(after, desk) }) : gone(desk);
  }),
};

export const changeSubmissions = {
  "daily-changed": submitTo((schedule, desk, fields) => {
    const read = readTerms(fields, desk.services.library);
    if (read.ok) return change(schedule, desk, read.value);
    const said = `${read.problem}\n${typedAgain(fields)}`;
    return schedule.state === "draft" ? draftCard(schedule, desk, [], said) : card(schedule, desk, { said });
  }),
};
