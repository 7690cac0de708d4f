import { ButtonStyle, SlashCommandBuilder } from "discord.js";
import { whisper, type Answer } from "../discord/answer.ts";
import type { Command } from "../discord/command.ts";
import { button, buttonRows, menuRow } from "../discord/components.ts";
import { customId } from "../discord/customId.ts";
import { shorten } from "../discord/limits.ts";
import { chosen } from "../discord/press.ts";
import { exchangeEmbed, exchangePages } from "../embeds/exchange.ts";
import { interviewPages, interviewsEmbed } from "../embeds/interview.ts";
import { escapeMarkdown } from "../embeds/markdown.ts";
import type { LibraryInterview } from "../library/library.ts";
import type { Here } from "../services.ts";
import { createInterviewNames } from "./interviewNames.ts";
import { everywhere } from "./places.ts";
import { interviewChoices } from "./suggestions.ts";

/** The interviews, and reading one exchange by exchange. */
export const interview: Command = {
  data: new SlashCommandBuilder()
    .setName("interview")
    .setDescription("Read an interview from the start, or see which there are")
    .addStringOption((option) =>
      option.setName("title").setDescription("Which one; leave it out to see them all").setMaxLength(100).setAutocomplete(true),
    )
    .setIntegrationTypes(everywhere.integration_types)
    .setContexts(everywhere.contexts)
    .toJSON(),

  execute(interaction, here) {
    const { library } = here;
    const typed = interaction.options.getString("title");
    if (library.interviews.length === 0) return whisper("There is no interview in my library yet.");
    if (typed === null) return { how: "post", ...shelf(0, here) };
    const found = library.interviewTitles.find(typed);
    if (found.kind === "one") return { how: "post", ...reading(library.interview(found.id)!, 0, 0) };
    const ids = found.kind === "several" ? found.ids : found.nearest;
    const title = `“${escapeMarkdown(shorten(typed, 100))}”`;
    const problem = found.kind === "several" ? `Several interviews fit ${title}.` : `I have no interview called ${title}.`;
    return whisper(`${problem} Perhaps one of these?`, [menu(ids.map((id) => library.interview(id)!), "open", here)]);
  },

  autocomplete: (interaction, here) => interviewChoices(interaction.options.getFocused(), here),

  presses: {
    /** From a quote to the exchange it stands in. */
    context: ([id = ""], _interaction, { library }) => {
      const quote = library.quote(id);
      if (!quote) return whisper("That quote is no longer in the library. It was hidden, or its interview was taken away: `/interview` lists what there is to read.");
      const found = library.interview(quote.interview)!;
      const pages = exchangePages(found.exchanges[quote.exchange]!);
      const beginning = quote.words.slice(0, 60);
      return { how: "post", ...reading(found, quote.exchange, Math.max(0, pages.findIndex(({ words }) => words.includes(beginning)))) };
    },

    /** Turns a page. It names the page to show, so it makes no difference who presses it, when, or how often. */
    turn: ([id = "", exchange, page], _interaction, { library }) => {
      const found = library.interview(id);
      if (!found) return goneInterview();
      return { how: "edit", ...reading(found, Number(exchange) || 0, Number(page) || 0) };
    },

    /** A choice from the menu of interviews, or a button that names one. */
    read: ([where, id = ""], interaction, { library }) => {
      const found = library.interview(chosen(interaction) ?? id);
      if (!found) return goneInterview();
      return { how: "post", ...(where === "open" ? { private: false } : {}), ...reading(found, 0, 0) };
    },

    /** Another page of the list of interviews. */
    shelf: ([page], _interaction, here) => ({ how: "edit", ...shelf(Number(page) || 0, here) }),
  },
};

/** A page of an exchange, with the way to what was said before and after. An edited interview may have become shorter. */
function reading(one: LibraryInterview, wantedExchange: number, wantedPage: number): Pick<Answer, "embeds" | "rows"> {
  const exchange = Math.min(wantedExchange, one.exchanges.length - 1);
  const pagesOf = (index: number) => (one.exchanges[index] ? exchangePages(one.exchanges[index]).length : 0);
  const page = Math.min(wantedPage, pagesOf(exchange) - 1);
  const before = page > 0 ? [exchange, page - 1] : exchange > 0 ? [exchange - 1, pagesOf(exchange - 1) - 1] : undefined;
  const after = page + 1 < pagesOf(exchange) ? [exchange, page + 1] : pagesOf(exchange + 1) > 0 ? [exchange + 1, 0] : undefined;
  const turn = (to: number[] | undefined, edge: string) => customId("turn", one.id, ...(to ? to.map(String) : [edge]));
  return {
    embeds: [exchangeEmbed(one, exchange, page)],
    rows: buttonRows([
      button("← Previous", turn(before, "start"), { disabled: !before }),
      button("Next →", turn(after, "end"), { disabled: !after, style: ButtonStyle.Primary }),
    ]),
  };
}

/** A page of the list of interviews, with a menu to open one. */
function shelf(wanted: number, here: Here): Pick<Answer, "embeds" | "rows"> {
  const pages = interviewPages(here.library.interviews);
  const page = Math.max(0, Math.min(wanted, pages.length - 1));
  const shown = pages[page] ?? [];
  const turning = [
    button("← Previous", customId("shelf", String(Math.max(0, page - 1)), "back"), { disabled: page === 0 }),
    button("Next →", customId("shelf", String(page + 1), "on"), { disabled: page + 1 >= pages.length }),
  ];
  return { embeds: [interviewsEmbed(shown)], rows: [menu(shown, "", here), ...(pages.length > 1 ? buttonRows(turning) : [])] };
}

function menu(interviews: LibraryInterview[], where: string, here: Here) {
  const nameOf = createInterviewNames(here);
  return menuRow(
    customId("read", where),
    "Read an interview from the start",
    interviews.map((one) => ({ label: one.title, value: one.id, description: nameOf(one).description })),
  );
}

function goneInterview(): Answer {
  return whisper("That interview is no longer in the library. `/interview` lists the others.");
}
