import type { Schedule } from "../daily/schedule.ts";

/** A schedule as it is stored: the whole of it as JSON, and beside it what is searched by. */
export interface ScheduleRow {
  id: string;
  server: string;
  number: number;
  state: Schedule["state"];
  /** When it is due; null where it never is, as things stand. */
  next_at: number | null;
  /** When to look whether what paused it is mended. */
  check_at: number | null;
  /** Since when it rests without a moderator's doing and their knowing. */
  untold_since: number | null;
  /** Since when it has been a draft, or has rested because the bot was removed from its server: what is forgotten in time. */
  idle_since: number | null;
  schedule: string;
}

/** The row to store for a schedule. */
export function rowOfSchedule(schedule: Schedule): ScheduleRow {
  const { id, server, number, state, createdAt, next } = schedule;
  const pause = state === "paused" ? schedule.pause : undefined;
  return {
    id,
    server,
    number,
    state,
    next_at: state === "running" ? (next?.at ?? null) : null,
    check_at: pause?.checkAt ?? null,
    untold_since: pause && !pause.told && pause.reason.kind !== "moderator" ? pause.since : null,
    idle_since: state === "draft" ? createdAt : (pause?.leftSince ?? null),
    schedule: JSON.stringify(schedule),
  };
}

/** The schedule that a row keeps. */
export function scheduleOfRow({ schedule }: Pick<ScheduleRow, "schedule">): Schedule {
  return JSON.parse(schedule) as Schedule;
}
