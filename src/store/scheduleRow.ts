import type { Schedule } from "../daily/schedule.ts";

/** A schedule as it is stored: the whole of it as JSON, and beside it what is searched by. */
export interface ScheduleRow {
  id: string;
  server: string;
  number: number;
  state: Schedule["state"];
  created_at: number;
  /** When it is due; null where it never is, as things stand. */
  next_at: number | null;
  /** When to look whether what paused it is mended. */
  check_at: number | null;
  /** Since when it rests without a moderator's doing and their knowing. */
  untold_since: number | null;
  /** Since when it rests because the bot was removed from its server. */
  left_since: number | null;
  schedule: string;
}

/** The row to store for a schedule. */
export function rowOfSchedule(schedule: Schedule): ScheduleRow {
  const { id, server, number, state, createdAt, next } = schedule;
  const pause = state === "paused" ? schedule.pause : undefined;
  const hasLeft = pause?.reason.kind === "refused" && pause.reason.refusal.kind === "left";
  return {
    id,
    server,
    number,
    state,
    created_at: createdAt,
    next_at: state === "running" ? (next?.at ?? null) : null,
    check_at: pause?.checkAt ?? null,
    untold_since: pause && !pause.told && pause.reason.kind !== "moderator" ? pause.since : null,
    left_since: hasLeft ? pause.since : null,
    schedule: JSON.stringify(schedule),
  };
}

/** The schedule that a row keeps. */
export function scheduleOfRow({ schedule }: Pick<ScheduleRow, "schedule">): Schedule {
  return JSON.parse(schedule) as Schedule;
}
