/** A daily post as its moderators see it: what it is, what comes next, what became of the last, and what is wrong. */
import { messageLink, time, TimestampStyles, type APIEmbed, type APIEmbedField } from "discord.js";
import { describeDays } from "../daily/days.ts";
import type { Progress } from "../daily/decks.ts";
import type { Delivery } from "../daily/delivery.ts";
import type { Schedule } from "../daily/schedule.ts";
import type { Upcoming } from "../daily/upcoming.ts";
import { isKnownZone } from "../daily/zones.ts";
import { limits, listed, shorten } from "../discord/limits.ts";
import type { Library } from "../library/library.ts";
import type { QuoteFilter } from "../library/question.ts";
import { ivory } from "./colour.ts";
import { readableDate } from "./dates.ts";
import { escapeMarkdown } from "./markdown.ts";
import { missWords, othersWords, permissionName, refusalWords, type Trouble } from "./refusal.ts";

/** What there is to know of a daily post at a moment. */
export interface DailyFacts {
  schedule: Schedule;
  /** What comes next, soonest first; none where no quote fits or no date is left. */
  upcoming: Upcoming[];
  progress: Progress;
  /** The newest deliveries, newest first. */
  deliveries: Delivery[];
  /** What is left out from today on: all before a date ("" for none), and single dates after that, in order. */
  leftOut: { before: string; dates: string[] };
}

/** How much of a quote stands in a line: with its speaker, a line of an embed and no more. */
const glimpse = 52;

/** An instant in epoch milliseconds as Discord shows it to each reader on their own clock: in full, or relative to now. */
export function shownTime(instant: number, style: "full" | "relative" = "full"): string {
  return time(Math.floor(instant / 1000), style === "full" ? TimestampStyles.LongDateTime : TimestampStyles.RelativeTime);
}

/** When a daily post comes: "every day at 09:00, Europe/Paris". */
export function whenWords({ rule }: Pick<Schedule, "rule">): string {
  return `${describeDays(rule.days)} at ${rule.time}, ${rule.zone}`;
}

/** Which quotes a filter is for: "quotes by **Kira Kovalenko** about **Beanpole**". Markdown. */
export function filterWords({ person, film, interview }: QuoteFilter, library: Library): string {
  const speaks = person !== undefined && library.quotes.some((quote) => quote.person === person);
  const parts = [
    person !== undefined && `${speaks ? "by" : "about"} ${bold(library.person(person)?.name, "somebody")}`,
    film !== undefined && `about ${bold(library.film(film)?.title, "a film")}`,
    interview !== undefined && `from ${bold(library.interview(interview)?.title, "an interview")}`,
  ].filter((part) => part !== false);
  return parts.length > 0 ? `quotes ${parts.join(", ")}` : "quotes from the whole library";
}

/** @param kind what it was, "an interview", where the library has it no more */
function bold(name: string | undefined, kind: string): string {
  return name === undefined ? `${kind} that is no longer in the library` : `**${escapeMarkdown(name)}**`;
}

/** The beginning of a quote and who said it, for a line. Markdown. */
function glimpseOf(quoteId: string, library: Library): string {
  const quote = library.quote(quoteId);
  if (!quote) return "a quote that has left the library";
  return `“${escapeMarkdown(shorten(quote.words, glimpse))}” — ${escapeMarkdown(quote.speaker.split(" ").at(-1)!)}`;
}

/** Each of these posts in two lines: when, and which quote. */
function upcomingLines(posts: readonly Upcoming[], library: Library): string[] {
  return posts.map(({ run, quote }) => `${shownTime(run.at)}\n${glimpseOf(quote, library)}`);
}

/** What differs between two settings of a daily post, a line each: what it was, and what it is. Markdown. */
export function settingLines(before: Schedule, after: Schedule, library: Library): string[] {
  const settings = (schedule: Schedule) => {
    const { role, thread, silent } = extraWords(schedule);
    return [`in <#${schedule.channel}>`, whenWords(schedule), filterWords(schedule.filter, library), role || "mentions nobody", thread || "opens no threads", silent || "comes with a notification"];
  };
  const now = settings(after);
  return settings(before).flatMap((setting, at) => (setting === now[at] ? [] : [`${setting} → ${now[at]!}`]));
}

/**
 * What became of a delivery, and what mends it, in a line. Markdown.
 *
 * @param said what the reader was told already to mend, which is not said twice
 */
export function deliveryLine(delivery: Delivery, said = ""): string {
  const { what, mend } = fateOf(delivery);
  const when = shownTime(delivery.sentAt ?? delivery.dueAt);
  return `${when}: ${mend === "" || mend === said ? what : `${what} ${mend}`}`;
}

function fateOf(delivery: Delivery): Trouble {
  const { state, until, channel, failure, miss } = delivery;
  switch (state) {
    case "sent":
      return postedWords(delivery);
    case "claimed":
      return { what: failure === "" ? "on its way" : `on its way. Discord is in trouble, or cannot be reached: I go on trying until ${shownTime(until)}.`, mend: "" };
    case "uncertain":
      return {
        what: `uncertain. ${othersWords(failure)} I don't post it again, for it must not come twice.`,
        mend: `Look in <#${channel}>: if it is not there, \`/daily post-now\` makes up for it. To look myself I need ${permissionName("ReadMessageHistory")} there.`,
      };
    default: {
      const { what, mend } = missWords(miss!, channel);
      return { what: `not posted. ${what}`, mend };
    }
  }
}

/** A post, and its thread. That takes a moment: it is worth a word only once it has failed. */
function postedWords({ server, channel, message, thread, failure }: Delivery): Trouble {
  const posted = `[posted](${messageLink(channel, message!, server)})`;
  if (thread !== "failed" && (thread !== "wanted" || failure === "")) return { what: posted, mend: "" };
  const what = thread === "failed" ? "without its thread" : "its thread is still to come";
  // A sentence is our own, of a Discord in trouble; Discord's own words come without a full stop.
  if (failure.endsWith(".")) return { what: `${posted}, ${what}. ${escapeMarkdown(failure)}`, mend: "" };
  return {
    what: `${posted}, ${what}: “${othersWords(failure)}”.`,
    mend: `For threads I need ${permissionName("CreatePublicThreads")} in <#${channel}>.`,
  };
}

/** Why a daily post rests, and what mends it; nothing when it doesn't. */
export function pauseWords({ pause, channel }: Pick<Schedule, "pause" | "channel">): Trouble | undefined {
  if (!pause) return undefined;
  const { reason } = pause;
  if (reason.kind === "moderator") return { what: `<@${reason.user}> paused it.`, mend: "`/daily resume` goes on." };
  if (reason.kind === "refused") return refusalWords(reason.refusal, channel);
  return { what: "No quote fits it any more.", mend: "Change whom or what it is about with `/daily change`." };
}

/**
 * One daily post in full.
 *
 * @param notes what is worth knowing, in sentences
 * @param showsWeek whether it shows all of `upcoming`, and not only the next
 */
export function dailyEmbed(facts: DailyFacts, library: Library, { notes, showsWeek }: { notes: readonly string[]; showsWeek: boolean }): APIEmbed {
  const { schedule, upcoming, progress, deliveries } = facts;
  const [last] = deliveries;
  const isDraft = schedule.state === "draft";
  return {
    color: ivory,
    title: `Daily post ${schedule.number}${isDraft ? ", not started yet" : schedule.state === "paused" ? ", paused" : ""}`,
    description: [`<#${schedule.channel}>, ${whenWords(schedule)}`, capital(filterWords(schedule.filter, library)), ...extras(schedule).map(capital)].join("\n"),
    fields: [
      field("Worth knowing", notes.map((note) => `⚠️ ${note}`).join("\n")),
      field("Paused", restWords(schedule)),
      field(showsWeek && upcoming.length > 1 ? `The next ${upcoming.length} posts, on your own clock` : "Next", nextWords(facts, library, showsWeek)),
      field("Last", last ? deliveryLine(last, pauseWords(schedule)?.mend) : ""),
      field("Trouble before", troubleBefore(deliveries)),
      field("Left out", leftOutWords(facts)),
      field("This round", isDraft ? "" : roundWords(schedule, progress)),
    ].filter((one) => one !== undefined),
  };
}

function nextWords({ schedule, upcoming, progress }: DailyFacts, library: Library, showsWeek: boolean): string {
  const [next] = upcoming;
  const stray = strayZoneWords(schedule);
  if (stray !== "" || schedule.state === "paused") return stray;
  if (!next) return nothingLeftWords(progress);
  if (showsWeek) return upcomingLines(upcoming, library).join("\n");
  return `${shownTime(next.run.at)} (${shownTime(next.run.at, "relative")})\n${glimpseOf(next.quote, library)}`;
}

function nothingLeftWords({ of }: Progress): string {
  return of === 0 ? "No quote fits it any more, so it will pause when its next post is due. Choose other quotes with `/daily change`." : "No date is left within two years.";
}

/** What to do about a zone that this machine does not know, so that nothing can be posted; "" where it does. Markdown. */
function strayZoneWords({ rule: { zone } }: Schedule): string {
  return isKnownZone(zone) ? "" : `I don't know the time zone “${escapeMarkdown(zone)}” any more. Choose another with \`/daily change timezone\`.`;
}

function roundWords({ deck: { banned } }: Schedule, { shown, of }: Progress): string {
  const never = banned.length > 0 ? `, ${banned.length} never to be shown here` : "";
  return `${shown} of ${of} quotes shown${never}`;
}

/** A line or three for each of these daily posts. */
export function dailyListEmbed(all: readonly DailyFacts[], library: Library): APIEmbed {
  return { color: ivory, title: "Daily posts", description: all.map((facts) => listLines(facts, library)).join("\n\n") };
}

function listLines({ schedule, upcoming, progress, deliveries, leftOut: { before } }: DailyFacts, library: Library): string {
  const [next] = upcoming;
  const [last] = deliveries;
  const stray = strayZoneWords(schedule);
  return [
    `**${schedule.number}** · <#${schedule.channel}>, ${whenWords(schedule)}`,
    ...(schedule.state === "paused" ? [`⏸️ Paused. ${restWords(schedule)}`] : []),
    ...(before === "" ? [] : [`Rests until ${readableDate(before)}`]),
    ...(schedule.state === "running" && next ? [`Next ${shownTime(next.run.at)}: ${glimpseOf(next.quote, library)}`] : []),
    ...(stray === "" ? [] : [`⚠️ ${stray}`]),
    ...(schedule.state === "running" && !next && stray === "" ? [nothingLeftWords(progress)] : []),
    ...(last ? [`Last ${deliveryLine(last, pauseWords(schedule)?.mend)}`] : []),
    `-# ${progress.shown} of ${progress.of} quotes shown in this round`,
  ].join("\n");
}

/** What a post does besides, each in words or "". */
function extraWords({ role, server, thread, silent }: Schedule) {
  return {
    role: role === "" ? "" : `mentions ${role === server ? "@everyone" : `<@&${role}>`}`,
    thread: thread ? "opens a thread under each post" : "",
    silent: silent ? "comes without a notification" : "",
  };
}

function extras(schedule: Schedule): string[] {
  const some = Object.values(extraWords(schedule)).filter((words) => words !== "");
  return some.length > 0 ? [some.join(", ")] : [];
}

function restWords(schedule: Schedule): string {
  const trouble = pauseWords(schedule);
  if (!trouble) return "";
  const { since, checkAt } = schedule.pause!;
  return [trouble.what, trouble.mend, checkAt === undefined ? "" : "I look again by myself.", `Since ${shownTime(since)}.`].filter(Boolean).join(" ");
}

/** The newest failure that is not the last delivery itself, which stands above it. */
function troubleBefore([, ...older]: readonly Delivery[]): string {
  const failed = older.find(({ state }) => state === "missed" || state === "uncertain");
  return failed ? deliveryLine(failed) : "";
}

function leftOutWords({ leftOut: { before, dates } }: DailyFacts): string {
  const rest = before === "" ? [] : [`all before ${readableDate(before)}`];
  return listed([...rest, ...dates.map(readableDate)], ", ", limits.embedFieldValue);
}

function field(name: string, value: string): APIEmbedField | undefined {
  return value === "" ? undefined : { name, value };
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
