import type { Schedule } from "../../daily/schedule.ts";
import type { Answer, Reply } from "../../discord/answer.ts";
import type { Press, Submission } from "../../discord/command.ts";
import { lay, pressAt, submissionAt, type Desk, type ModeratorsCommand } from "../desk.ts";

export { lay, type Desk };

/** What a moderator does with one daily post. */
export type Act = (schedule: Schedule, desk: Desk, values: string[]) => Reply | Promise<Reply>;

export const dailyCommand: ModeratorsCommand = { name: "daily", belongs: "Daily posts belong" };

/** Makes a press of what is done at the desk. */
export function press(act: (desk: Desk, values: string[], choice: string | undefined) => Reply | Promise<Reply>): Press {
  return pressAt(dailyCommand, act);
}

/**
 * Makes a press of an act; the first value of its custom id names the schedule.
 *
 * @param absent what to say where there is no such schedule
 */
export function pressOn(act: Act, absent = gone): Press {
  return press((desk, [id = "", ...values]) => actOn(id, desk, act, values, absent));
}

/** Makes a submission of an act that takes the fields of a modal; the first value of its custom id names the schedule. */
export function submitTo(act: (schedule: Schedule, desk: Desk, fields: Record<string, string>) => Promise<Answer>): Submission {
  return submissionAt(dailyCommand, async (desk, [id = ""], fields) => {
    const schedule = await ownSchedule(id, desk);
    return schedule ? act(schedule, desk, fields) : gone(desk);
  });
}

/** Does something with a schedule of this server, by its id; where there is none, it says what `absent` says. */
export async function actOn(id: string, desk: Desk, act: Act, values: string[] = [], absent = gone): Promise<Reply> {
  const schedule = await ownSchedule(id, desk);
  return schedule ? act(schedule, desk, values) : absent(desk);
}

async function ownSchedule(id: string, { server, services }: Desk): Promise<Schedule | undefined> {
  const schedule = await services.schedules.find(id);
  return schedule?.server === server ? schedule : undefined;
}

/** What to say where another moderator was quicker to take it away. */
export function gone(desk: Desk): Answer {
  return lay(desk, { content: "That daily post is no longer there. `/daily list` shows those that are." });
}

/** Whether a post is due at this instant and not yet claimed: then its date must not be moved under it. */
export function dueNow({ next }: Pick<Schedule, "next">, now: number): boolean {
  return next !== undefined && next.at <= now;
}

/** What to say then. */
export const dueWords = "A post is due this very moment. Please try again in a few seconds.";
