import { ButtonStyle, type ChatInputCommandInteraction } from "discord.js";
import type { Answer, Modal, Reply } from "../../discord/answer.ts";
import { button, buttonRows } from "../../discord/components.ts";
import { customId } from "../../discord/customId.ts";
import { filmName } from "../../embeds/film.ts";
import { escapeMarkdown } from "../../embeds/markdown.ts";
import type { Film } from "../../library/film.ts";
import { cardFor } from "../cards.ts";
import { deedOf, isOwn, lay, press, type Desk } from "./desk.ts";
import { filmCard, goneFilm } from "./filmCard.ts";
import { filmForm, newFilmForm } from "./filmForm.ts";

/** /library film: a film's card; for a title that nobody knows, the form that adds it. */
export function film(interaction: ChatInputCommandInteraction, desk: Desk): Reply {
  const { library } = desk.services;
  const typed = interaction.options.getString("title", true);
  const found = library.titles.find(typed);
  if (found.kind === "none") return newFilmForm(typed);
  const answer = cardFor(found, typed, {
    press: "library-film-show",
    emoji: "🎬",
    one: "film",
    many: "films",
    card: (id) => filmCard(library.film(id)!, desk),
    label: (id) => filmName(library.film(id)!),
    description: (id) => library.film(id)!.directors.map((director) => library.person(director)!.name).join(", "),
  });
  // It may be a namesake: then the one that was meant is still to be added.
  return { ...answer, private: true, rows: [...(answer.rows ?? []), ...buttonRows([button("Add another film", customId("library-film"))])] };
}

function withOwnFilm(id: string, desk: Desk, act: (one: Film) => Answer | Modal): Answer | Modal {
  const found = desk.services.library.film(id);
  if (!found) return goneFilm(desk);
  return isOwn("film", found, desk.services) ? act(found) : filmCard(found, desk);
}

export const filmPresses = {
  /** The form of a film, or of a new one; behind it the draft whose preview it was opened from. */
  "library-film": press((desk, [id = "", draft]) => (id === "" ? newFilmForm("", draft) : withOwnFilm(id, desk, (one) => filmForm(one, desk.services.library)))),
  /** A suggestion, a choice from the menu of several, or back from something else. */
  "library-film-show": press((desk, [id = ""], choice) => {
    const found = desk.services.library.film(choice ?? id);
    return found ? filmCard(found, desk) : goneFilm(desk);
  }),
  "library-film-remove": press((desk, [id = ""]) =>
    withOwnFilm(id, desk, (one) =>
      lay(desk, {
        content: `Remove the entry of **${escapeMarkdown(filmName(one))}**? What was said about it stays.`,
        rows: buttonRows([button("Remove it", customId("library-film-removed", id), { style: ButtonStyle.Danger }), button("Keep it", customId("library-film-show", id))]),
      }),
    ),
  ),
  "library-film-removed": press(async (desk, [id = ""]) => {
    const found = desk.services.library.film(id);
    const removed = found && (await desk.services.shelves.removeEntry(deedOf(desk), "film", id, filmName(found)));
    return removed ? lay(desk, { content: `The entry of **${escapeMarkdown(filmName(found))}** is removed.` }) : goneFilm(desk);
  }),
};
