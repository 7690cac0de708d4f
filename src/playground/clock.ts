/** The playground's own time: the machine's, until somebody lets time pass. */
import type { Clock } from "./snowflakes.ts";

export interface PlaygroundClock {
  /** The time here, in epoch milliseconds. It needs no `this`: a bot may take it for its own clock. */
  now: Clock;
  /** How far it is ahead of the time it was made with, in milliseconds; below zero when it is behind. */
  ahead: () => number;
  /** Lets time pass, or goes back when `milliseconds` are below zero. */
  moveBy: (milliseconds: number) => void;
  /** Goes to a moment, in epoch milliseconds, and on from there. */
  moveTo: (instant: number) => void;
}

/**
 * A clock that runs on as `source` does, from wherever it is moved to.
 *
 * @param source epoch milliseconds
 * @param moved called after every move
 */
export function createClock(source: Clock, moved: () => void): PlaygroundClock {
  let ahead = 0;
  const moveBy = (milliseconds: number): void => {
    if (!Number.isFinite(milliseconds)) throw new RangeError(`Time does not pass by ${milliseconds} milliseconds.`);
    ahead += Math.trunc(milliseconds);
    moved();
  };
  const now = (): number => source() + ahead;
  return { now, ahead: () => ahead, moveBy, moveTo: (instant) => moveBy(instant - now()) };
}
