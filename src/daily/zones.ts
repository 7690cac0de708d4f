import { distance } from "../library/search/distance.ts";
import { wordsOf } from "../library/words.ts";
import { namesOfZones, renamedZones, shortForms } from "./zoneNames.ts";

/** What a typed zone led to. */
export type ZoneLookup =
  | { kind: "one"; zone: string }
  /** It may mean several; a sentence that says which. */
  | { kind: "ambiguous"; hint: string }
  /** It means none that we know; these come nearest, perhaps none. */
  | { kind: "none"; nearest: string[] };

/** A zone to choose: its name, and a line with the time there. */
export interface ZoneChoice {
  zone: string;
  label: string;
}

interface Name {
  zone: string;
  /** As it is written. */
  name: string;
  /** In small letters without accents, its words one space apart. */
  plain: string;
}

/** Nobody types a longer name. */
const longest = 100;
const dash = " — ";
/** How many zones a hint names. */
const few = 5;

let known: Name[] | undefined;

/** All names of all zones, those of the zones wanted most first; made when first asked for. */
function allNames(): Name[] {
  return (known ??= makeNames());
}

function makeNames(): Name[] {
  const listed = Intl.supportedValuesOf("timeZone").map((zone) => renamedZones.get(zone) ?? zone);
  return [...new Set([...namesOfZones.keys(), ...listed])].flatMap((zone) => {
    const city = zone.slice(zone.lastIndexOf("/") + 1).replaceAll("_", " ");
    return [city, ...(namesOfZones.get(zone) ?? []), zone].map((name) => ({ zone, name, plain: plainName(name) }));
  });
}

function plainName(text: string): string {
  return wordsOf(text.slice(0, longest).replaceAll("_", " ")).join(" ");
}

/**
 * Finds the zone that somebody means: by its IANA name in any case, old names too, or by a city, a country, a common name.
 * Short forms such as EST, which mean several zones, and bare offsets, which no place keeps to, are asked about.
 */
export function findZone(typed: string): ZoneLookup {
  const text = typed.slice(0, longest).split(dash)[0]!.trim();
  const meanings = shortForms.get(text.toUpperCase());
  if (meanings) return { kind: "ambiguous", hint: hintFor(text, meanings.map(([zone, which]) => `${zone} (${which})`)) };
  if (/^(?:utc|gmt)? ?[+-−] ?\d{1,2}(?::?\d\d)?$/i.test(text)) {
    return { kind: "ambiguous", hint: "A difference from UTC says nothing about summer time. Say a city instead, such as Europe/Paris." };
  }
  const zone = text.includes("/") ? ianaName(text) : undefined;
  if (zone) return { kind: "one", zone };
  const plain = plainName(text);
  const same = zonesOf((name) => name.plain === plain);
  const begun = same.length > 0 || plain === "" ? same : zonesOf((name) => beginsWords(name.plain, plain));
  if (begun.length === 1) return { kind: "one", zone: begun[0]! };
  if (begun.length > 1) return { kind: "ambiguous", hint: hintFor(plain, begun) };
  return { kind: "none", nearest: nearest(plain).slice(0, few) };
}

/** Whether this machine knows an IANA zone. One that was stored long ago, or by a newer Node, it may not know. */
export function isKnownZone(zone: string): boolean {
  return ianaName(zone) !== undefined;
}

/** A zone's IANA name as it is written today, when Intl knows it. */
function ianaName(text: string): string | undefined {
  try {
    const canonical = new Intl.DateTimeFormat("en", { timeZone: text.replaceAll(" ", "_") }).resolvedOptions().timeZone;
    return renamedZones.get(canonical) ?? canonical;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function hintFor(typed: string, zones: string[]): string {
  const shown = zones.slice(0, few);
  if (shown.length === 1) return `“${typed}” is only a part of that zone's year. Say ${shown[0]!}.`;
  return `“${typed}” may mean several zones. Say ${shown.slice(0, -1).join(", ")}${shown.length < zones.length ? "," : " or"} ${shown.at(-1)!}${shown.length < zones.length ? ", or another city" : ""}.`;
}

/**
 * The zones that a beginning may grow into, the likeliest first, each with the time there now: "Europe/Paris — 18:04, Central
 * European Time". With nothing typed, the zones that are wanted most. No label is longer than Discord's 100 characters.
 *
 * @param now epoch milliseconds
 */
export function completeZones(typed: string, now: number, limit: number): ZoneChoice[] {
  const text = typed.slice(0, longest).split(dash)[0]!.trim();
  const plain = plainName(text);
  const meanings = shortForms.get(text.toUpperCase())?.map(([zone]) => zone) ?? [];
  const begun = [zonesOf((name) => name.plain === plain), zonesOf((name) => name.plain.startsWith(plain)), zonesOf((name) => beginsWords(name.plain, plain))];
  const found = [...new Set([...meanings, ...begun.flat()])];
  const zones = found.length > 0 ? found : nearest(plain);
  return zones.slice(0, limit).map((zone) => ({ zone, label: labelOf(zone, plain, now) }));
}

function zonesOf(fits: (name: Name) => boolean): string[] {
  return [...new Set(allNames().filter(fits).map(({ zone }) => zone))];
}

/** Whether each typed word begins a word of the name, as "new y" does in "America/New_York". */
function beginsWords(name: string, typed: string): boolean {
  const words = name.split(" ");
  return typed.split(" ").every((beginning) => words.some((word) => word.startsWith(beginning)));
}

/** The zones with a name a letter or two away, and none nearer. */
function nearest(plain: string): string[] {
  if (plain.length < 3) return [];
  const limit = plain.length < 6 ? 1 : 2;
  const close = allNames().flatMap(({ zone, plain: name }) => {
    const away = distance(plain, name, limit, true);
    return away <= limit ? [{ zone, away }] : [];
  });
  const least = Math.min(...close.map(({ away }) => away));
  return [...new Set(close.filter(({ away }) => away === least).map(({ zone }) => zone))];
}

const clocks = new Map<string, string>();
let clocksMinute = 0;

/** The time in a zone and what it is called there: "18:04, Central European Time". A formatter is dear, so it is asked once a minute. */
function clockIn(zone: string, now: number): string {
  const minute = Math.floor(now / 60_000);
  if (minute !== clocksMinute) clocks.clear();
  clocksMinute = minute;
  const shown = clocks.get(zone) ?? askClock(zone, now);
  clocks.set(zone, shown);
  return shown;
}

function askClock(zone: string, now: number): string {
  const format = new Intl.DateTimeFormat("en-GB", { timeZone: zone, hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZoneName: "longGeneric" });
  const parts = new Map(format.formatToParts(now).map(({ type, value }) => [type, value]));
  return `${parts.get("hour")!}:${parts.get("minute")!}, ${parts.get("timeZoneName")!}`;
}

function labelOf(zone: string, plain: string, now: number): string {
  const label = `${zone}${dash}${clockIn(zone, now)}`;
  // A city that is no zone's name is shown, so that one sees why the zone is offered.
  const called = plain === "" || plainName(label).includes(plain) ? undefined : allNames().find((name) => name.zone === zone && beginsWords(name.plain, plain))?.name;
  return (called === undefined ? label : `${label} (${called})`).slice(0, 100);
}
