import { ButtonStyle } from "discord.js";
import type { Answer } from "../discord/answer.ts";
import { button, buttonRows } from "../discord/components.ts";
import { customId } from "../discord/customId.ts";
import { quoteEmbed } from "../embeds/quote.ts";
import type { Library, LibraryQuote } from "../library/library.ts";

/**
 * A quote as a message: the words with their source, and the ways on from there.
 *
 * @param options.another the custom id of *Another*, where there is one
 * @param options.shareable whether it has *Share*, as what one person sees alone
 * @param options.mark what *In context* carries besides, so that this very message can be told from others; nobody sees it
 */
export function quoteMessage(
  quote: LibraryQuote,
  library: Library,
  { another, shareable = false, mark }: { another?: string | undefined; shareable?: boolean; mark?: string | undefined } = {},
): Pick<Answer, "embeds" | "rows"> {
  const films = [...quote.names.films, ...quote.asked.films].map((id) => library.film(id)!);
  const people = [...quote.names.people, quote.person].map((id) => library.person(id)!);
  return {
    embeds: [quoteEmbed(quote, library)],
    rows: [
      ...buttonRows([
        ...(another ? [button("Another", another, { style: ButtonStyle.Primary })] : []),
        button("In context", customId("context", quote.id, ...(mark ? [mark] : []))),
        ...(shareable ? [button("Share", customId("share", quote.id), { style: ButtonStyle.Success })] : []),
      ]),
      ...buttonRows([
        ...films.slice(0, 3).map((film) => button(film.title, customId("film", film.id), { emoji: "🎬" })),
        ...people.slice(0, 2).map((person) => button(person.name, customId("person", person.id), { emoji: "👤" })),
      ]),
    ],
  };
}
