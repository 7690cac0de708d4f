import { draw } from "../library/deck.ts";
import { quotesOf } from "./decks.ts";
import { nextRun } from "./runs.ts";
import type { Run, Schedule } from "./schedule.ts";
import { isKnownZone } from "./zones.ts";

/** A post to come: when, and the id of its quote. */
export interface Upcoming {
  run: Run;
  quote: string;
}

/**
 * The next posts of a schedule, as `planDue` will plan them if all goes well; of a draft or a paused one, as they would come if it
 * ran from now on. None when no quote fits, or when its zone is not known here.
 *
 * @param quoteIds the quotes that fit its filter
 * @param now epoch milliseconds
 */
export function upcoming(schedule: Schedule, quoteIds: readonly string[], now: number, count: number): Upcoming[] {
  const quotes = quotesOf(schedule, quoteIds);
  const posts: Upcoming[] = [];
  if (quotes.length === 0 || !isKnownZone(schedule.rule.zone)) return posts;
  let { place, moved } = schedule.deck;
  // What is due but not yet claimed comes in a moment.
  let run = nextRun(schedule.rule, Math.min(now, (schedule.next?.at ?? Infinity) - 1), schedule.lastDate);
  while (run && posts.length < count) {
    const dealt = draw(quotes, schedule.id, place, moved);
    posts.push({ run, quote: dealt.id });
    ({ place, moved } = dealt);
    run = nextRun(schedule.rule, run.at, run.date);
  }
  return posts;
}
