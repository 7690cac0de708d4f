import type { Answer } from "../../discord/answer.ts";
import { button, buttonRows, menuRow } from "../../discord/components.ts";
import { customId } from "../../discord/customId.ts";
import { shorten } from "../../discord/limits.ts";
import { ivory } from "../../embeds/colour.ts";
import { escapeMarkdown } from "../../embeds/markdown.ts";
import { cutQuotes } from "../../interview/quotes.ts";
import { deedOf, lay, press, type Desk } from "./desk.ts";
import { list } from "./list.ts";

const onPage = 10;
/** How much of a quote stands in a line. */
const longestLine = 190;

/** The quotes that are out of sight here, with a menu to show one again. */
async function hidden(desk: Desk, wanted: number, said?: string): Promise<Answer> {
  const quotes = await desk.services.shelves.hiddenQuotes(desk.server);
  if (quotes.length === 0) return list(desk, 0, said ?? "No quote is hidden any more.");
  const pages = Math.ceil(quotes.length / onPage);
  const page = Math.min(Math.max(0, wanted), pages - 1);
  const publishedWords = wordsOfHidden(desk);
  const shown = quotes.slice(page * onPage, (page + 1) * onPage).map(({ id, words = publishedWords(id) }) => ({ id, words }));
  const turning = [
    button("← Previous", customId("library-hidden", String(Math.max(0, page - 1)), "back"), { disabled: page === 0 }),
    button("Next →", customId("library-hidden", String(page + 1), "on"), { disabled: page + 1 >= pages }),
  ];
  return lay(desk, {
    content: said,
    embeds: [{ color: ivory, title: "Hidden quotes", description: shown.map((one) => `“${escapeMarkdown(shorten(one.words, longestLine))}”`).join("\n\n") }],
    rows: [
      menuRow(customId("library-unhide", String(page)), "Show one again", shown.map((one) => ({ label: one.words, value: one.id }))),
      ...buttonRows([button("← Library", customId("library-list", "0")), ...(pages > 1 ? turning : [])]),
    ],
  });
}

/** A hidden quote is in no library: unless it was corrected, its words are among what all see, or in the server's own interviews. */
function wordsOfHidden({ services }: Desk): (id: string) => string {
  const { library, libraries } = services;
  let own: Map<string, string> | undefined;
  const cut = () =>
    new Map(library.interviews.filter(({ id }) => !libraries.shared.interview(id)).flatMap((one) => cutQuotes(one).map(({ id, words }) => [id, words] as const)));
  return (id) => libraries.shared.quote(id)?.words ?? (own ??= cut()).get(id) ?? "a quote of an interview that is not here any more";
}

export const hiddenPresses = {
  /** A page of the hidden quotes; it names the page to show. */
  "library-hidden": press((desk, [page]) => hidden(desk, Number(page) || 0)),
  "library-unhide": press(async (desk, [page], id = "") => {
    const quotes = await desk.services.shelves.hiddenQuotes(desk.server);
    const words = quotes.find((one) => one.id === id)?.words ?? wordsOfHidden(desk)(id);
    const shown = await desk.services.shelves.show(deedOf(desk), id, words);
    return hidden(desk, Number(page) || 0, shown ? `“${escapeMarkdown(shorten(words, 100))}” can be found again.` : "It is shown again already.");
  }),
};
