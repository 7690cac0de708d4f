/** What a moderator says a daily post shall be: reading it, and making a schedule so. */
import { readDays } from "../../daily/days.ts";
import { notUnderstood, understood, type Reading } from "../../daily/reading.ts";
import { quotesOf } from "../../daily/decks.ts";
import type { Rule, Schedule } from "../../daily/schedule.ts";
import { readTime } from "../../daily/time.ts";
import { findZone } from "../../daily/zones.ts";
import { shorten } from "../../discord/limits.ts";
import { escapeMarkdown } from "../../embeds/markdown.ts";
import { draw } from "../../library/deck.ts";
import type { Library } from "../../library/library.ts";
import type { NameFinder } from "../../library/names.ts";
import type { QuoteFilter } from "../../library/question.ts";

/** What was typed, by the names of the options and fields. What is absent was not said; "" takes away. */
export interface Typed {
  time?: string | undefined;
  timezone?: string | undefined;
  days?: string | undefined;
  person?: string | undefined;
  film?: string | undefined;
  interview?: string | undefined;
}

/** What a schedule shall be; what is absent stays as it is. */
export interface Terms {
  rule: Partial<Pick<Rule, "time" | "zone" | "days">>;
  /** A filter that is there and `undefined` is taken away. */
  filter: QuoteFilter;
  channel?: string;
  role?: string;
  thread?: boolean;
  silent?: boolean;
}

const everyDay = [1, 2, 3, 4, 5, 6, 7];

/** Reads all that was typed; what will not do is told together, each in a line. */
export function readTerms(typed: Typed, library: Library): Reading<Terms> {
  const problems: string[] = [];
  const take = <Value>(reading: Reading<Value>, use: (value: Value) => void) => {
    if (reading.ok) use(reading.value);
    else problems.push(reading.problem);
  };
  const terms: Terms = { rule: {}, filter: {} };
  if (typed.time !== undefined) take(readTime(typed.time), (time) => (terms.rule.time = time));
  if (typed.timezone !== undefined) take(readZone(typed.timezone), (zone) => (terms.rule.zone = zone));
  if (typed.days !== undefined) take(typed.days.trim() === "" ? understood(everyDay) : readDays(typed.days), (days) => (terms.rule.days = days));
  for (const kind of ["person", "film", "interview"] as const) {
    const name = typed[kind];
    if (name !== undefined) take(readName(kind, name, library), (id) => (terms.filter[kind] = id));
  }
  return problems.length === 0 ? understood(terms) : notUnderstood(problems.join("\n"));
}

/** What was typed once more, in a line to copy from: Discord keeps nothing of a command or a form that was sent. Markdown. */
export function typedAgain(typed: Typed): string {
  const parts = Object.entries(typed as Record<string, string | undefined>).flatMap(([name, text]) => (text ? [`${name}: ${quoted(text)}`] : []));
  return `-# You typed ${parts.join(", ")}`;
}

function readZone(typed: string): Reading<string> {
  const found = findZone(typed);
  if (found.kind === "one") return understood(found.zone);
  if (found.kind === "ambiguous") return notUnderstood(found.hint);
  const perhaps = found.nearest.length > 0 ? ` Perhaps ${orList(found.nearest)}?` : " Name a city, such as Paris, or a zone, such as Europe/Paris.";
  return notUnderstood(`I don't know the time zone ${quoted(typed)}.${perhaps}`);
}

function readName(kind: keyof QuoteFilter, typed: string, library: Library): Reading<string | undefined> {
  if (typed.trim() === "") return understood(undefined);
  const { finder, called, nobody } = kinds(library)[kind];
  const found = finder.find(typed);
  if (found.kind === "one") return understood(found.id);
  const names = (found.kind === "several" ? found.ids : found.nearest).slice(0, 3).map((id) => escapeMarkdown(called(id)));
  const perhaps = names.length > 0 ? ` Perhaps ${orList(names)}?` : "";
  return notUnderstood(found.kind === "several" ? `${quoted(typed)} could be more than one ${kind}.${perhaps}` : `I don't know ${nobody} called ${quoted(typed)}.${perhaps}`);
}

interface Named {
  finder: NameFinder;
  /** What an entry is usually called. */
  called: (id: string) => string;
  nobody: string;
}

function kinds(library: Library): Record<keyof QuoteFilter, Named> {
  return {
    person: { finder: library.names, called: (id) => library.person(id)?.name ?? "", nobody: "anybody" },
    film: { finder: library.titles, called: (id) => library.film(id)?.title ?? "", nobody: "a film" },
    interview: { finder: library.interviewTitles, called: (id) => library.interview(id)?.title ?? "", nobody: "an interview" },
  };
}

/** What the entry of a filter is called, "" where there is none. */
export function nameOf(kind: keyof QuoteFilter, filter: QuoteFilter, library: Library): string {
  const id = filter[kind];
  return id === undefined ? "" : kinds(library)[kind].called(id);
}

/** The schedule as these terms make it; its dates are not planned anew. */
export function amended(schedule: Schedule, { rule, filter, ...rest }: Terms, library: Library): Schedule {
  const after: Schedule = { ...schedule, ...rest, rule: { ...schedule.rule, ...rule }, filter: { ...schedule.filter, ...filter } };
  return sameFilter(schedule.filter, after.filter) ? after : inNewRound(after, library);
}

/** Whether two filters let the same quotes through. */
function sameFilter(one: QuoteFilter, other: QuoteFilter): boolean {
  return one.person === other.person && one.film === other.film && one.interview === other.interview;
}

/** Another filter begins a round of its own: what the old one has shown says nothing of how far the new one is. */
function inNewRound(schedule: Schedule, library: Library): Schedule {
  const { place, banned } = schedule.deck;
  const quotes = quotesOf(schedule, library.quoteIdsFor(schedule.filter));
  if (place.key === "" || quotes.length === 0) return { ...schedule, deck: { place, moved: {}, banned } };
  // Behind every card of the round, and still that of the quote shown last: the deck then goes on as it does after a round.
  const ended = { ...place, key: `9${place.key.slice(1)}` };
  return { ...schedule, deck: { place: { ...draw(quotes, schedule.id, ended).place, key: "" }, moved: {}, banned } };
}

function quoted(typed: string): string {
  return `“${escapeMarkdown(shorten(typed, 100))}”`;
}

function orList(items: readonly string[]): string {
  return new Intl.ListFormat("en-GB", { type: "disjunction" }).format(items);
}
