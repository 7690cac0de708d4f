import { newDeck } from "../../src/library/deck.ts";
import type { Rule, Schedule } from "../../src/daily/schedule.ts";

/** Nine in the morning in Paris, every day, but for what is named. */
export function ruleWith(parts: Partial<Rule> = {}): Rule {
  return { time: "09:00", zone: "Europe/Paris", days: [1, 2, 3, 4, 5, 6, 7], skipped: [], from: "", ...parts };
}

/** A running schedule that never posted, but for what is named. */
export function scheduleWith(parts: Partial<Schedule> = {}): Schedule {
  return {
    id: "k3f9a0zq1x",
    server: "100",
    number: 1,
    channel: "200",
    createdBy: "300",
    createdAt: 0,
    state: "running",
    rule: ruleWith(),
    filter: {},
    role: "",
    thread: false,
    silent: false,
    deck: { place: newDeck, moved: {}, banned: [] },
    lastDate: "",
    ...parts,
  };
}

/** So many ids such as quotes have. */
export function someQuotes(count: number): string[] {
  return Array.from({ length: count }, (_, at) => (0x3f9a0c1b2d4e + at * 7919).toString(16).padStart(12, "0"));
}
