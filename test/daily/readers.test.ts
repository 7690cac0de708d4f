import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readDate } from "../../src/daily/dates.ts";
import { describeDays, readDays } from "../../src/daily/days.ts";
import { readTime } from "../../src/daily/time.ts";

const problem = (words: RegExp) => ({ ok: false, problem: expect.stringMatching(words) });

describe("an hour", () => {
  it.each([
    ["9am", "09:00"], ["9 AM", "09:00"], ["9 p.m.", "21:00"], ["9 P.M", "21:00"], ["9p", "21:00"], ["12am", "00:00"], ["12 pm", "12:00"], ["12:30am", "00:30"],
    ["21.30", "21:30"], ["21:30", "21:30"], ["9:30 pm", "21:30"], ["0900", "09:00"], ["930", "09:30"], ["9h30", "09:30"], ["9h", "09:00"], ["21h", "21:00"], ["9 h 30", "09:30"],
    ["noon", "12:00"], ["12 noon", "12:00"], ["Midnight", "00:00"], ["at 8", "08:00"], ["9 o'clock", "09:00"], ["9 o’clock", "09:00"], ["9 in the morning", "09:00"],
    ["8 in the evening", "20:00"], [" 07:05 ", "07:05"], ["00:00", "00:00"], ["23:59", "23:59"], ["９：００", "09:00"], ["18 uhr", "18:00"],
  ])("%s is %s", (typed, time) => {
    expect(readTime(typed)).toEqual({ ok: true, value: time });
  });

  it.each([
    ["", /can't read/], ["soon", /can't read/], ["9:5", /can't read/], ["9:60", /60 minutes/], ["25:00", /24 hours/], ["24:00", /00:00 for midnight/],
    ["13pm", /1 to 12/], ["0am", /1 to 12/], ["9:00:00", /can't read/], ["-9", /can't read/], ["9am 10am", /can't read/],
  ])("“%s” is not, and the answer helps", (typed, words) => {
    expect(readTime(typed)).toEqual(problem(words));
  });
});

describe("days of the week", () => {
  it.each([
    ["weekdays", [1, 2, 3, 4, 5]], ["Weekends", [6, 7]], ["daily", [1, 2, 3, 4, 5, 6, 7]], ["every day", [1, 2, 3, 4, 5, 6, 7]], ["mon wed fri", [1, 3, 5]],
    ["mon-fri", [1, 2, 3, 4, 5]], ["Mon – Fri", [1, 2, 3, 4, 5]], ["monday to wednesday", [1, 2, 3]], ["fri-mon", [1, 5, 6, 7]], ["Tuesdays and Thursdays", [2, 4]],
    ["tues, thurs", [2, 4]], ["every Sunday", [7]], ["on sundays", [7]], ["sun;mon", [1, 7]], ["Fri & Sat", [5, 6]], ["every day except sunday", [1, 2, 3, 4, 5, 6]],
    ["daily but not weekends", [1, 2, 3, 4, 5]], ["weekdays except wed", [1, 2, 4, 5]], ["mon mon", [1]], ["weekends and mon", [1, 6, 7]], ["sat.", [6]],
  ])("“%s” are %j", (typed, days) => {
    expect(readDays(typed)).toEqual({ ok: true, value: days });
  });

  it.each([["", /can't read/], ["m w f", /can't read/], ["constructor", /can't read/], ["someday", /can't read/], ["mon-", /can't read/], ["mon-tue-wed", /can't read/], ["sun except sun", /No day is left/]])(
    "“%s” are none, and the answer helps",
    (typed, words) => {
      expect(readDays(typed)).toEqual(problem(words));
    },
  );

  it("are told in as few words as will do, and read back from them", () => {
    expect(describeDays([1, 2, 3, 4, 5, 6, 7])).toBe("every day");
    expect(describeDays([1, 2, 3, 4, 5])).toBe("on weekdays");
    expect(describeDays([6, 7])).toBe("at weekends");
    expect(describeDays([1, 3, 5])).toBe("on Mondays, Wednesdays and Fridays");
    expect(describeDays([1, 2, 3, 4, 5, 6])).toBe("every day but Sundays");
    fc.assert(
      fc.property(fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }), (days) => {
        expect(readDays(describeDays(days).replace(/^(?:on|at) /, ""))).toEqual({ ok: true, value: days });
      }),
    );
  });
});

describe("a date", () => {
  const today = "2026-11-22"; // a Sunday

  it.each([
    ["today", "2026-11-22"], ["Tomorrow", "2026-11-23"], ["the day after tomorrow", "2026-11-24"], ["friday", "2026-11-27"], ["Fri", "2026-11-27"], ["sunday", "2026-11-29"],
    ["this friday", "2026-11-27"], ["in 3 days", "2026-11-25"], ["in a week", "2026-11-29"], ["in 2 weeks", "2026-12-06"], ["24 dec", "2026-12-24"], ["dec 24", "2026-12-24"],
    ["24th of December", "2026-12-24"], ["December 24th, 2027", "2027-12-24"], ["Thu, 24 Dec 2026", "2026-12-24"], ["on 24 Dec.", "2026-12-24"], ["the 24th of december", "2026-12-24"],
    ["22 nov", "2026-11-22"], ["21 nov", "2027-11-21"], ["2026-12-24", "2026-12-24"], ["2026-12-4", "2026-12-04"], ["24/12", "2026-12-24"], ["12/24", "2026-12-24"],
    ["24.12.", "2026-12-24"], ["24.12.2026", "2026-12-24"], ["12/12", "2026-12-12"], ["1 sept", "2027-09-01"], ["until dec 24", "2026-12-24"], ["29 feb", "2028-02-29"],
  ])("“%s” is %s", (typed, date) => {
    expect(readDate(typed, today)).toEqual({ ok: true, value: date });
  });

  it.each([
    ["", /can't read/], ["someday", /can't read/], ["03/04", /3 April or 4 March/], ["3.4.2027", /3 April or 4 March/], ["next friday", /2026-11-27 or 2026-12-04/], ["30 feb", /no such day/],
    ["2026-02-30", /no such day/], ["2026-11-21", /is over/], ["2029-01-01", /two years/], ["24", /can't read/], ["dec", /can't read/], ["0/5", /can't read/], ["24 dec 26", /can't read/],
  ])("“%s” is not, and the answer helps", (typed, words) => {
    expect(readDate(typed, today)).toEqual(problem(words));
  });

  it("never comes from a reader that throws, whatever is typed", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[0-9a-z :.,/-]{0,30}$/)), (typed) => {
        for (const reading of [readDate(typed, today), readDays(typed), readTime(typed)]) expect(typeof reading.ok).toBe("boolean");
      }),
      { numRuns: 500 },
    );
  });
});
