import type { APIEmbed, APIEmbedField } from "discord.js";
import { limits, listed } from "../discord/limits.ts";
import type { Film } from "../library/film.ts";
import type { Library } from "../library/library.ts";
import { barColour } from "./colour.ts";
import { escapeMarkdown } from "./markdown.ts";
import { sourcesField } from "./sources.ts";

/** A film's name as one writes it in a line of text: "Beanpole (2019)". */
export function filmName(film: Film): string {
  return film.year ? `${film.title} (${film.year})` : film.title;
}

/** A film's card: what it is, who made it, what it won, and where these facts come from. */
export function filmEmbed(film: Film, library: Library): APIEmbed {
  const directors = film.directors.map((id) => library.person(id)!);
  const otherTitles = [film.originalTitle, film.transliteration].filter((title) => title !== undefined);
  return {
    color: barColour(directors[0]),
    title: escapeMarkdown(filmName(film)),
    description: [
      ...(otherTitles.length > 0 ? [`*${otherTitles.map(escapeMarkdown).join(" · ")}*`, ""] : []),
      escapeMarkdown(film.summary),
    ].join("\n"),
    fields: [
      list(directors.length > 1 ? "Directors" : "Director", directors.map((person) => person.name), ", ", true),
      list(film.writers.length > 1 ? "Writers" : "Writer", film.writers, ", ", true),
      list("Running time", runningTime(film), ", ", true),
      list(film.countries.length > 1 ? "Countries" : "Country", film.countries, ", ", true),
      list(film.languages.length > 1 ? "Languages" : "Language", film.languages, ", ", true),
      list("Cast", film.cast, ", "),
      list("Awards", film.awards.map(awardLine), "\n"),
      list("Inspired by", film.inspiredBy ? [film.inspiredBy] : [], ", "),
      list("Good to know", film.notes, "\n"),
      sourcesField(film.sources),
    ].filter((field) => field !== undefined),
  };
}

function list(name: string, items: string[], separator: string, inline = false): APIEmbedField | undefined {
  if (items.length === 0) return undefined;
  return { name, value: listed(items.map(escapeMarkdown), separator, limits.embedFieldValue), inline };
}

function runningTime(film: Film): string[] {
  if (film.runningTime) return [film.runningTime];
  return film.minutes ? [`${film.minutes} minutes`] : [];
}

function awardLine({ award, festival, year }: Film["awards"][number]): string {
  return year ? `${award} — ${festival}, ${year}` : `${award} — ${festival}`;
}
