import type { APIMessage } from "discord.js";
import { dateIn } from "../../src/daily/localTime.ts";
import { runOn } from "../../src/daily/runs.ts";
import type { Schedule } from "../../src/daily/schedule.ts";
import type { Playground } from "../../src/playground/playground.ts";

const allDays = [1, 2, 3, 4, 5, 6, 7];
let made = 0;

/** Ten letters and digits, another one each time. */
function nextId(): string {
  made += 1;
  return made.toString(36).padStart(10, "s");
}

/**
 * A running schedule as a moderator would have set it up yesterday: every day at this time in London, the next post that of today
 * (which may be due already), in a channel by its id.
 */
export function dailyAt(time: string, { channel, now, server, createdBy }: { channel: string; now: number; server: string; createdBy: string }, rest: Partial<Schedule> = {}): Schedule {
  const rule = { time, zone: "Europe/London", days: allDays, skipped: [], from: "" };
  return {
    id: nextId(),
    server,
    number: 1,
    channel,
    createdBy,
    createdAt: now,
    state: "running",
    rule,
    filter: {},
    role: "",
    thread: false,
    silent: false,
    deck: { place: { cycle: 0, key: "", ended: "" }, moved: {}, banned: [] },
    lastDate: "",
    next: runOn(rule, dateIn(rule.zone, now)),
    ...rest,
  };
}

/** The bot's own messages in a channel, oldest first, as everybody there sees them. */
export function postsIn(playground: Playground, channel: string): APIMessage[] {
  const { bot } = playground.world;
  return [...playground.world.called(channel).messages.values()].map(({ message }) => message).filter(({ author }) => author.id === bot.id);
}

/** Which delivery a post is, as its *In context* says. */
export function markOf(message: APIMessage): string {
  const mark = /"custom_id":"context\/[^"/]+\/(\w+)"/.exec(JSON.stringify(message.components))?.[1];
  if (mark === undefined) throw new Error(`This is no daily post: ${message.content}`);
  return mark;
}

/** Which date of which schedule a post is for, with no regard to what else its delivery may be called. */
export function dateOf(message: APIMessage): string {
  return markOf(message).slice(0, 18);
}

/** What `dateOf` says of a post for a local date of a schedule: ten letters and digits, and eight digits. */
export function dateKey(schedule: string, date: string): string {
  return `${schedule}${date.replaceAll("-", "")}`;
}
