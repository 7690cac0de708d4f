/** On which dates, and at which instants, a rule posts. */
import { addDays, instantOf, newestDateAnywhere, oldestDateAnywhere, weekdayOf } from "./localTime.ts";
import type { Rule, Run } from "./schedule.ts";

/** How far ahead a next run is looked for, in days: whoever put posts off for longer has given them up. */
export const furthestAhead = 731;

/** The run of a local date; nothing when the rule leaves that date out, or the zone does. */
export function runOn(rule: Rule, date: string): Run | undefined {
  if (date < rule.from || !rule.days.includes(weekdayOf(date)) || rule.skipped.includes(date)) return undefined;
  const at = instantOf(date, rule.time, rule.zone);
  return at === undefined ? undefined : { date, at };
}

/**
 * The first run after an instant, on a local date later than `lastDate` ("" for no bound). Since a local date has one run at
 * most, a zone or a time that is changed between two runs never brings a date twice.
 *
 * @param after epoch milliseconds
 * @returns nothing when there is none within `furthestAhead` days
 */
export function nextRun(rule: Rule, after: number, lastDate: string): Run | undefined {
  const oldest = oldestDateAnywhere(after);
  const end = addDays(oldest, furthestAhead);
  const bounds = [oldest, rule.from, lastDate && addDays(lastDate, 1)];
  for (let date = bounds.reduce((latest, bound) => (bound > latest ? bound : latest)); date <= end; date = addDays(date, 1)) {
    const run = runOn(rule, date);
    if (run && run.at > after) return run;
  }
  return undefined;
}

/**
 * The newest runs that have come, oldest first: from a local date on, on dates later than `lastDate`, up to and with an instant.
 *
 * @param until epoch milliseconds
 * @param limit how many at most
 */
export function runsUntil(rule: Rule, { from, lastDate, until, limit }: { from: string; lastDate: string; until: number; limit: number }): Run[] {
  const runs: Run[] = [];
  const start = [from, rule.from].reduce((latest, bound) => (bound > latest ? bound : latest));
  for (let date = newestDateAnywhere(until); date >= start && date > lastDate && runs.length < limit; date = addDays(date, -1)) {
    const run = runOn(rule, date);
    if (run && run.at <= until) runs.unshift(run);
  }
  return runs;
}

/** The rule that leaves out this local date, too; dates left out that are over everywhere are forgotten. */
export function skip(rule: Rule, date: string, now: number): Rule {
  const oldest = oldestDateAnywhere(now);
  const skipped = [...new Set([...rule.skipped, date])].filter((one) => one >= oldest).toSorted();
  return { ...rule, skipped };
}
