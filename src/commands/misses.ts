/** What to say when there is nothing to show: friendly, only to the one who asked, with the nearest as buttons. */
import { whisper, type Answer } from "../discord/answer.ts";
import { button, buttonRows } from "../discord/components.ts";
import { customId } from "../discord/customId.ts";
import { limits, shorten } from "../discord/limits.ts";
import { filmName } from "../embeds/film.ts";
import { escapeMarkdown } from "../embeds/markdown.ts";
import type { Library } from "../library/library.ts";
import type { QuoteFilter } from "../library/question.ts";
import { beginning, worthALook } from "./suggestions.ts";
import { fittingQuotes, wishFor, wishId, type Wish } from "./wish.ts";

/** How many suggestions to offer: more would be a list to read. */
const few = 3;

/** Nothing fits a wish: says whether its words or its filters are to blame, and what there is instead. */
export function nothingFound(wish: Wish, typed: string, hidden: boolean, library: Library): Answer {
  if (library.quotes.length === 0) return whisper("I have no quotes: there is no interview in my library yet.");
  return library.quotesFor(wish).length === 0 ? contradiction(wish, hidden, library) : noSuchWords(wish, typed, hidden, library);
}

/** The filters let no quote through: names them, and offers each alone. */
function contradiction({ person, film }: Wish, hidden: boolean, library: Library): Answer {
  const where = hidden ? "" : "open";
  const who = person === undefined ? undefined : library.person(person)!.name;
  const which = film === undefined ? undefined : library.film(film)!.title;
  const alone = [{ person }, { film }]
    .map((filter) => ({ filter, count: library.quotesFor(filter).length }))
    .filter(({ filter, count }) => Object.values(filter)[0] !== undefined && count > 0)
    .map(({ filter, count }) => button(`${count} quote${count === 1 ? "" : "s"}: ${filter.person ? who! : which!}`, wishId({ ...filter, query: "" }, 0, where), { emoji: "💬" }));
  const cards = [
    ...(film === undefined ? [] : [button(which!, customId("film", film, where), { emoji: "🎬" })]),
    ...(person === undefined ? [] : [button(who!, customId("person", person, where), { emoji: "👤" })]),
  ];
  const nothing =
    who !== undefined && which !== undefined
      ? `No quote puts **${escapeMarkdown(who)}** and **${escapeMarkdown(which)}** together.`
      : `No quote is about **${escapeMarkdown((who ?? which)!)}** yet.`;
  if (alone.length > 0) return whisper(`${nothing} Here is what I have instead:`, buttonRows([...alone, ...cards]));
  return whisper(`${nothing} Here is what I have:`, buttonRows([...cards, button("Any quote", wishId({ query: "" }, 0, where))]));
}

function noSuchWords(wish: Wish, typed: string, hidden: boolean, library: Library): Answer {
  const { person, film } = wish;
  const filters = [
    person && `by or about **${escapeMarkdown(library.person(person)!.name)}**`,
    film && `about **${escapeMarkdown(library.film(film)!.title)}**`,
  ].filter(Boolean);
  const among = filters.length > 0 ? ` among the quotes ${filters.join(" and ")}` : "";
  const filtered = library.quotesFor(wish);
  const near = [
    ...library.search.nearest(wish.query, library.marksFor(wish)).map((id) => library.quote(id)!),
    ...(wish.query === "" ? [] : fittingQuotes({ query: wish.query }, library)),
  ];
  const offered = [...near, ...worthALook(filtered), ...worthALook(library.quotes)];
  const where = hidden ? "" : "open";
  return whisper(
    `I found nothing about “${escapeMarkdown(shorten(typed, 100))}”${among}. ${near.length > 0 ? "Perhaps one of these?" : "Nothing comes near it, either, but these are worth a look:"}`,
    [...new Set(offered)].slice(0, few).map((quote) => buttonRows([button(beginning(quote, limits.buttonLabel), customId("quote", quote.id, where))])[0]!),
  );
}

/** A name that means nobody, or could mean several: offers the nearest, with the rest of the wish kept. */
export function unknownName(
  kind: "person" | "film",
  typed: string,
  { filter, about, hidden }: { filter: QuoteFilter; about: string; hidden: boolean },
  library: Library,
): Answer {
  const found = kind === "person" ? library.names.find(typed) : library.titles.find(typed);
  const ids = found.kind === "several" ? found.ids : found.kind === "none" ? found.nearest : [found.id];
  const buttons = ids.slice(0, few).map((id) => {
    const label = kind === "person" ? library.person(id)!.name : filmName(library.film(id)!);
    return button(label, wishId(wishFor({ ...filter, [kind]: id }, about, library), 0, hidden ? "" : "open"));
  });
  const name = `“${escapeMarkdown(shorten(typed, 100))}”`;
  const problem =
    found.kind === "several"
      ? `${name} could be more than one ${kind}.`
      : `I don't know ${kind === "person" ? `anybody called ${name}` : `a film called ${name}`}.`;
  return whisper(`${problem} Did you mean one of these?`, buttonRows(buttons));
}
