import { ButtonStyle } from "discord.js";
import type { Answer } from "../../discord/answer.ts";
import { button, buttonRows } from "../../discord/components.ts";
import { customId } from "../../discord/customId.ts";
import { filmEmbed } from "../../embeds/film.ts";
import type { Film } from "../../library/film.ts";
import { isOwn, lay, type Desk } from "./desk.ts";

/**
 * The card of a film, with what a moderator can do about it.
 *
 * @param said what just happened, above it
 */
export function filmCard(film: Film, desk: Desk, said?: string): Answer {
  const own = isOwn("film", film, desk.services);
  return lay(desk, {
    content: said ?? (own ? undefined : "This film is in the library of every server, so its entry can't be changed here."),
    embeds: [filmEmbed(film, desk.services.library)],
    rows: own ? buttonRows([button("Edit", customId("library-film", film.id), { style: ButtonStyle.Primary }), button("Remove", customId("library-film-remove", film.id))]) : [],
  });
}

/** What to say where another moderator was quicker to remove it. */
export function goneFilm(desk: Desk): Answer {
  return lay(desk, { content: "That film is no longer there. `/library film` adds one." });
}
