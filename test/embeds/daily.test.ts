import { describe, expect, it } from "vitest";
import { upcoming } from "../../src/daily/upcoming.ts";
import type { Schedule } from "../../src/daily/schedule.ts";
import { dailyEmbed, dailyListEmbed, type DailyFacts } from "../../src/embeds/daily.ts";
import type { Library } from "../../src/library/library.ts";
import { ruleWith, scheduleWith, someQuotes } from "../daily/schedules.ts";

const now = Date.parse("2026-11-22T12:00:00Z");
const library = { quotes: [], quote: () => undefined } as unknown as Library;
const words = "I don't know the time zone “Moon/Sea\\_of\\_Rains” any more. Choose another with `/daily change timezone`.";

function facts(schedule: Schedule): DailyFacts {
  return { schedule, upcoming: upcoming(schedule, someQuotes(12), now, 7), progress: { shown: 0, of: 12 }, deliveries: [], leftOut: { before: "", dates: [] } };
}

const next = ({ fields }: { fields?: { name: string; value: string }[] }) => fields?.find(({ name }) => name === "Next")?.value;

describe("a daily post in a zone that this machine does not know", () => {
  const stray = scheduleWith({ rule: ruleWith({ zone: "Moon/Sea_of_Rains" }), next: { date: "2026-11-23", at: now + 1 } });
  const paused = scheduleWith({ ...stray, state: "paused", next: undefined, pause: { reason: { kind: "moderator", user: "300" }, since: 0, told: true } });

  it.each([["running", stray], ["paused", paused]])("says so on its card while it is %s", (_, schedule) => {
    expect(next(dailyEmbed(facts(schedule), library, { notes: [], showsWeek: false }))).toBe(words);
  });

  it("says so in the list, where the others stand as ever", () => {
    const { description } = dailyListEmbed([facts(stray), facts(paused), facts(scheduleWith({ number: 2 }))], library);
    expect(description!.split(`⚠️ ${words}`)).toHaveLength(3);
    expect(description).toContain("**2** · <#200>, every day at 09:00, Europe/Paris\nNext <t:");
    expect(description).not.toContain("No date is left");
  });
});
