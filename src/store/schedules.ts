import type { Schedule } from "../daily/schedule.ts";

/** The daily posts that moderators set up. Every change is one transaction, and two at once come one after the other. */
export interface Schedules {
  /**
   * Keeps a new schedule under the smallest number that is free in its server (whatever `number` says), unless the server has
   * `schedulesPerServer` already: then it gives nothing. Drafts count.
   */
  add(schedule: Schedule): Promise<Schedule | undefined>;
  find(id: string): Promise<Schedule | undefined>;
  /** A server's schedules by number, without drafts. */
  ofServer(server: string): Promise<Schedule[]>;
  /**
   * Reads a schedule, lets `change` say what it shall be (`undefined`: leave it), and writes that, while nobody else can
   * touch it. Gives what it is now; nothing when there is no such schedule.
   */
  change(id: string, change: (schedule: Schedule) => Schedule | undefined): Promise<Schedule | undefined>;
  /** Takes a schedule away with its deliveries; whether it was there. */
  remove(id: string): Promise<boolean>;
  /** When the next post of all is due, in epoch milliseconds; nothing where none is. */
  nextAt(): Promise<number | undefined>;
  /** Paused schedules whose check is due, with the oldest first; each is given to one caller and then not before `checkAgainAt`. */
  takeToCheck(now: number, limit: number, checkAgainAt: number): Promise<Schedule[]>;
  /** Paused schedules of which the moderators were not told yet, where somebody else than a moderator paused them. */
  toTell(limit: number): Promise<Schedule[]>;
  /** Takes away drafts made before `draftsBefore`, and schedules that rest since before `leftBefore` because the bot was removed. Gives how many. */
  forget(draftsBefore: number, leftBefore: number): Promise<number>;
}
