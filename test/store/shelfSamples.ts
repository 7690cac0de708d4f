import type { Film } from "../../src/library/film.ts";
import type { Person } from "../../src/library/person.ts";
import type { Deed, Import, Report } from "../../src/store/shelves.ts";
import { noon } from "./samples.ts";

/** Something that moderator u1 does in server s1. */
export function sampleDeed(change: Partial<Deed> = {}): Deed {
  return { server: "s1", by: "u1", at: noon("2026-11-22"), ...change };
}

/** A draft of server s1; its transcript and title tell its id. */
export function sampleDraft(id: string, change: Partial<Import> = {}): Import {
  return {
    id,
    server: "s1",
    state: "draft",
    transcript: `---\ntitle: Talk ${id}\n---\n\nANNA: It was ${id}, and it rained.\n`,
    title: `Talk ${id}`,
    quotes: 10,
    convention: "labelled talk",
    confidence: 0.85,
    warnings: [{ line: 4, message: "\"A\" was never introduced; taken for Anna" }, { message: "no date" }],
    by: "u1",
    at: noon("2026-11-20"),
    ...change,
  };
}

/** An open report of quote q1 by member m1 of server s1. */
export function sampleReport(id: string, change: Partial<Report> = {}): Report {
  return {
    id,
    server: "s1",
    quote: "q1",
    words: "It was late, and it rained.",
    complaint: "She said: early.",
    by: "m1",
    at: noon("2026-11-21"),
    state: "open",
    ...change,
  };
}

/** A film of a server's own. */
export function sampleFilm(id: string, change: Partial<Film> = {}): Film {
  return {
    id,
    title: `Film ${id}`,
    kind: "film",
    aliases: [],
    directors: ["anna-lens"],
    writers: [],
    countries: [],
    languages: [],
    cast: [],
    awards: [],
    notes: [],
    sources: ["https://example.org/film"],
    summary: "It rains on a film set.",
    ...change,
  };
}

/** A person of a server's own. */
export function samplePerson(id: string, change: Partial<Person> = {}): Person {
  return { id, name: `Person ${id}`, aliases: [], films: ["rain"], sources: [], ...change };
}

/** What a field of Discord's may hold at worst: characters that a store could stumble over. */
export const anyCharacters = "Ünïcode 🎬 \u0000 \uD800 \\u0000 “'”; drop table imports; --\r\n\t\u2028";
