/** Letting time pass, as the moderator may on the chat page. */
import type { PlaygroundClock } from "./clock.ts";
import { Mistake } from "./mistake.ts";

export interface Passage {
  /** How far the playground's clock is ahead of this machine's, in milliseconds. */
  ahead: () => number;
  /** Whether it can be known what the bot will do next. */
  foresees: boolean;
  /** Lets milliseconds pass. */
  pass: (milliseconds: number) => void;
  /** Goes to the moment when the bot next does something of its own accord. @throws Mistake when it has nothing planned. */
  skip: () => Promise<void>;
}

/** `nextEvent` gives that moment in epoch milliseconds, by the playground's clock. */
export function createPassage(clock: PlaygroundClock, nextEvent: (() => Promise<number | undefined>) | undefined): Passage {
  return {
    // The page counts on from its own clock, which is this machine's, too.
    ahead: () => clock.now() - Date.now(),
    foresees: nextEvent !== undefined,
    pass: clock.moveBy,
    skip: async () => {
      const next = await nextEvent?.();
      if (next === undefined) throw new Mistake("The bot has nothing planned.");
      // What is due already comes by itself: time never goes back for it.
      if (next > clock.now()) clock.moveTo(next);
    },
  };
}
