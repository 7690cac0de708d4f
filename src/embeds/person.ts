import type { APIEmbed } from "discord.js";
import { limits, listed } from "../discord/limits.ts";
import type { Library } from "../library/library.ts";
import type { Person } from "../library/person.ts";
import { barColour } from "./colour.ts";
import { readableDate } from "./dates.ts";
import { filmName } from "./film.ts";
import { escapeMarkdown } from "./markdown.ts";
import { sourcesField } from "./sources.ts";

/** A person's card: the biography, the films, and where these facts come from. */
export function personEmbed(person: Person, library: Library): APIEmbed {
  const name = person.nativeName ? `${person.name} · ${person.nativeName}` : person.name;
  return {
    color: barColour(person),
    title: escapeMarkdown(name),
    description: person.biography ? escapeMarkdown(person.biography) : "*Nobody has written a biography yet.*",
    fields: [
      field("Born", when(person.born, person.birthplace), true),
      field("Died", when(person.died, person.deathplace), true),
      field("Studied", person.studied, false),
      person.films.length > 0
        ? { name: "Films", value: listed(person.films.map((film) => filmLine(film, library)), "\n", limits.embedFieldValue) }
        : undefined,
      person.sources.length > 0 ? sourcesField(person.sources) : undefined,
    ].filter((field) => field !== undefined),
  };
}

function field(name: string, text: string | undefined, inline: boolean) {
  return text ? { name, value: escapeMarkdown(text), inline } : undefined;
}

function when(date: string | undefined, place: string | undefined): string {
  return [date && readableDate(date), place].filter(Boolean).join(", ");
}

/** Films of the index stand out: those have a card of their own. */
function filmLine(film: Person["films"][number], library: Library): string {
  if (typeof film === "string") return `**${escapeMarkdown(filmName(library.film(film)!))}**`;
  return escapeMarkdown(film.year ? `${film.title} (${film.year})` : film.title);
}
