/** What to say to moderators of a report where another one was quicker. */
import { ButtonStyle, type APIEmbed } from "discord.js";
import { whisper, type Answer } from "../../discord/answer.ts";
import { button, buttonRows } from "../../discord/components.ts";
import { customId } from "../../discord/customId.ts";
import { ivory } from "../../embeds/colour.ts";
import { escapeMarkdown } from "../../embeds/markdown.ts";
import type { Report } from "../../store/shelves.ts";
import { renewed, type Desk } from "./desk.ts";
import { changedCard } from "./reportCard.ts";

const fates = { open: "", fixed: "the quote was fixed", hidden: "the quote was hidden", dismissed: "it was dismissed" };

/**
 * What to say where another moderator was quicker. A card that others see too stays: it says who that was.
 *
 * @param written the words of a fix that came too late, so that they are not lost
 */
export async function settledAlready({ id }: Pick<Report, "id">, desk: Desk, written = ""): Promise<Answer> {
  const report = await desk.services.shelves.findReport(desk.server, id);
  if (!report) return forgotten();
  const said = `This report is settled already: ${fates[report.state]}. \`/library log\` says by whom.`;
  const embeds = written === "" ? [] : [writtenEmbed(written)];
  if (desk.how !== "edit") return { ...whisper(said), embeds };
  const answer = await changedCard(report, desk, said, { rows: [] });
  return { ...answer, embeds: [...(answer.embeds ?? []), ...embeds] };
}

/** What to say where the quote has other words than those that a moderator corrected: what it says now, and what they wrote. */
export async function changedAlready({ id, quote }: Report, desk: Desk, written: string): Promise<Answer> {
  const { library } = (await renewed(desk)).services;
  const now = library.quote(quote);
  if (!now) return goneQuote();
  const again = buttonRows([button("Fix", customId("report-fix", id), { style: ButtonStyle.Primary })]);
  return {
    ...whisper("Nothing is changed: somebody else has fixed this quote since you opened the form. **Fix** opens it with the words as they are now.", again),
    embeds: [{ color: ivory, title: "It says now", description: `“${escapeMarkdown(now.words)}”` }, writtenEmbed(written)],
  };
}

function writtenEmbed(written: string): APIEmbed {
  return { color: ivory, title: "You wrote", description: escapeMarkdown(written) };
}

/** What to say where a report was settled so long ago that nothing is kept of it. */
export function forgotten(): Answer {
  return whisper("That report was settled a while ago, and I have forgotten it. `/library reports` shows those that are open.");
}

/** What to say where there is nothing left to fix. */
export function goneQuote(): Answer {
  return whisper("That quote has left the library meanwhile, so there is nothing to fix. **Dismiss** settles the report.");
}
