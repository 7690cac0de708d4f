import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { namesOfZones, renamedZones, shortForms } from "../../src/daily/zoneNames.ts";
import { completeZones, findZone } from "../../src/daily/zones.ts";

const now = Date.parse("2026-11-22T17:04:30Z");
const zones = Intl.supportedValuesOf("timeZone");

const suggested = (typed: string) => completeZones(typed, now, 25).map(({ zone }) => zone);

describe("a time zone", () => {
  it.each([
    ["Europe/Paris", "Europe/Paris"], ["europe/paris", "Europe/Paris"], ["paris", "Europe/Paris"], ["New York", "America/New_York"], ["america/new york", "America/New_York"],
    ["US/Eastern", "America/New_York"], ["Asia/Calcutta", "Asia/Kolkata"], ["Asia/Kolkata", "Asia/Kolkata"], ["Europe/Kiev", "Europe/Kyiv"], ["kiev", "Europe/Kyiv"],
    ["Eastern Time", "America/New_York"], ["pacific time", "America/Los_Angeles"], ["Moscow time", "Europe/Moscow"], ["Boston", "America/New_York"], ["munich", "Europe/Berlin"],
    ["München", "Europe/Berlin"], ["Saint Petersburg", "Europe/Moscow"], ["st. petersburg", "Europe/Moscow"], ["UTC", "UTC"], ["utc", "UTC"], ["Japan", "Asia/Tokyo"], ["JST", "Asia/Tokyo"],
    ["São Paulo", "America/Sao_Paulo"], ["sao paulo", "America/Sao_Paulo"], ["san fran", "America/Los_Angeles"], ["Etc/GMT-2", "Etc/GMT-2"], ["ho chi minh", "Asia/Ho_Chi_Minh"],
    ["Europe/Paris — 18:04, Central European Time", "Europe/Paris"], ["America/Indiana/Knox", "America/Indiana/Knox"],
  ])("is %s by that name", (typed, zone) => {
    expect(findZone(typed)).toEqual({ kind: "one", zone });
  });

  it.each([
    ["EST", /America\/New_York \(which changes with summer time\), America\/Panama \(the same all year\) or Australia\/Sydney/],
    ["ist", /Asia\/Kolkata \(India's time\), Europe\/Dublin \(Ireland's time\) or Asia\/Jerusalem/],
    ["GMT", /UTC \(the same all year\) or Europe\/London/],
    ["PDT", /Say America\/Los_Angeles \(which changes with summer time\)/],
    ["Georgia", /America\/New_York or Asia\/Tbilisi/],
    ["San Jose", /America\/Los_Angeles or America\/Costa_Rica/],
    ["UTC+2", /summer time. Say a city/],
    ["-05:00", /Say a city/],
    ["san", /or another city/],
  ])("is asked about when %s may mean several", (typed, words) => {
    expect(findZone(typed)).toEqual({ kind: "ambiguous", hint: expect.stringMatching(words) });
  });

  it.each([
    ["Pariss", ["Europe/Paris"]], ["los angles", ["America/Los_Angeles"]], ["nowhere at all", []], ["", []], ["???", []], ["Mars/Olympus", []],
  ])("is none by the name “%s”, and the nearest are offered", (typed, nearest) => {
    expect(findZone(typed)).toEqual({ kind: "none", nearest });
  });

  it("is found by its own name, all of the world's", () => {
    for (const zone of zones) expect(findZone(zone)).toEqual({ kind: "one", zone: renamedZones.get(zone) ?? zone });
  });

  it("is one that Intl knows, wherever we name one", () => {
    const named = [...namesOfZones.keys(), ...renamedZones.values(), ...[...shortForms.values()].flatMap((meanings) => meanings.map(([zone]) => zone))];
    for (const zone of named) expect(() => new Intl.DateTimeFormat("en", { timeZone: zone })).not.toThrow();
  });
});

describe("suggestions of time zones", () => {
  it("show the time there now, and what it is called", () => {
    expect(completeZones("paris", now, 25)[0]).toEqual({ zone: "Europe/Paris", label: "Europe/Paris — 18:04, Central European Time" });
    expect(completeZones("paris", now + 60_000, 25)[0]?.label).toContain("18:05");
    expect(completeZones("bost", now, 25)[0]?.label).toBe("America/New_York — 12:04, Eastern Time (Boston)");
  });

  it("begin with the zones that are wanted most", () => {
    expect(suggested("")).toHaveLength(25);
    expect(suggested("").slice(0, 3)).toEqual(["UTC", "America/New_York", "Europe/London"]);
  });

  it.each([
    ["eastern", "America/New_York"], ["Pacific", "America/Los_Angeles"], ["moscow t", "Europe/Moscow"], ["europe/ber", "Europe/Berlin"], ["zürich", "Europe/Zurich"], ["EST", "America/New_York"], ["amstredam", "Europe/Amsterdam"],
  ])("for “%s” begin with %s", (typed, zone) => {
    expect(suggested(typed)[0]).toBe(zone);
  });

  it("offer every meaning of a short form", () => {
    expect(suggested("ist").slice(0, 3)).toEqual(["Asia/Kolkata", "Europe/Dublin", "Asia/Jerusalem"]);
  });

  it("fit what Discord takes, and lead back to their zone, whatever is typed", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ maxLength: 120 }), fc.constantFrom(...zones).chain((zone) => fc.nat(zone.length).map((end) => zone.slice(0, end)))), (typed) => {
        for (const { zone, label } of completeZones(typed, now, 25)) {
          expect(label.length).toBeLessThanOrEqual(100);
          expect(findZone(zone)).toEqual({ kind: "one", zone });
          expect(findZone(label)).toEqual({ kind: "one", zone });
        }
      }),
      { numRuns: 60 },
    );
  });
});
