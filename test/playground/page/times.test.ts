import { describe, expect, it } from "vitest";
import { clockOf, fullTime, markTime, messageTime, timeOfDay } from "../../../src/playground/page/times.ts";

const clock = { now: new Date("2024-03-10T12:00:00Z"), locale: "en-GB", timeZone: "Europe/Paris" };
const seconds = (date: string): number => new Date(date).getTime() / 1000;

describe("when a message was sent", () => {
  it.each([
    ["2024-03-10T08:05:00Z", "Today at 09:05"],
    ["2024-03-09T23:30:00Z", "Today at 00:30"],
    ["2024-03-09T08:05:00Z", "Yesterday at 09:05"],
    ["2023-12-31T08:05:00Z", "31/12/2023 09:05"],
  ])("%s is told as %j in Paris", (date, expected) => {
    expect(messageTime(new Date(date), clock)).toBe(expected);
  });

  it("is short in the margin", () => {
    expect(timeOfDay(new Date("2024-03-10T08:05:00Z"), clock)).toBe("09:05");
  });
});

describe("a time in a message", () => {
  it.each([
    ["t", "14:45"],
    ["d", "09/03/2024"],
    ["D", "9 March 2024"],
    ["f", "9 March 2024 at 14:45"],
    ["F", "Saturday 9 March 2024 at 14:45"],
  ])("in style %s reads %j", (style, expected) => {
    // Editions of the browsers' calendar differ in a comma.
    expect(markTime(seconds("2024-03-09T13:45:00Z"), style, clock).replace(",", "")).toBe(expected);
  });

  it.each([
    ["2024-03-10T12:00:30Z", "in 30 seconds"],
    ["2024-03-10T09:00:00Z", "3 hours ago"],
    ["2024-03-09T11:00:00Z", "1 day ago"],
    ["2026-03-20T12:00:00Z", "in 2 years"],
  ])("%s counts from now as %j", (date, expected) => {
    expect(markTime(seconds(date), "R", clock)).toBe(expected);
  });

  it("outside the calendar says so instead of breaking the page", () => {
    expect(markTime(9_999_999_999_999, "F", clock)).toBe("Invalid date");
  });
});

describe("the time in the playground", () => {
  it("is as far ahead as its clock was moved", () => {
    const before = Date.now();
    const { now } = clockOf({ ahead: 86_400_000 });
    expect(now.getTime() - before).toBeGreaterThanOrEqual(86_400_000);
    expect(now.getTime() - Date.now()).toBeLessThanOrEqual(86_400_000);
  });

  it("is told with its day and date", () => {
    expect(fullTime(clock).replaceAll(",", "")).toBe("Sun 10 Mar 2024 13:00");
  });
});
