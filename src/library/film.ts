import * as z from "zod";
import { identifier, line, link, prose, year } from "./fields.ts";

/** What a film file in data/films says in its front matter; the text below it is the summary. */
export const filmSchema = z.strictObject({
  title: line,
  kind: z.enum(["film", "series"]).default("film"),
  originalTitle: line.optional(),
  /** The original title in Latin letters. */
  transliteration: line.optional(),
  /** Other titles and common misspellings, by which the film is also found. */
  aliases: z.array(line).max(20).default([]),
  /** The year it was first shown; absent while that is unknown. */
  year: year.optional(),
  /** People's ids. */
  directors: z.array(identifier).min(1).max(5),
  writers: z.array(line).max(8).default([]),
  countries: z.array(line).max(8).default([]),
  languages: z.array(line).max(8).default([]),
  minutes: z.int().min(1).max(2000).optional(),
  /** In words, where the sources disagree on the minutes or it is a series. */
  runningTime: line.optional(),
  cast: z.array(line).max(8).default([]),
  awards: z
    .array(z.strictObject({ award: line, festival: line, year: year.optional() }))
    .max(8)
    .default([]),
  inspiredBy: line.optional(),
  /** Hedged or curious facts, a sentence each. */
  notes: z.array(line).max(4).default([]),
  sources: z.array(link).min(1).max(8),
  /** Spoiler-free, two to four sentences of our own. */
  summary: prose,
});

/** A film or series of the film index. */
export type Film = z.infer<typeof filmSchema> & { id: string };

/** Every title a film is found by, the usual one first. */
export function titlesOfFilm(film: Film): string[] {
  return [film.title, film.originalTitle, film.transliteration, ...film.aliases].filter((title) => title !== undefined);
}
