import { ButtonStyle, type APIEmbedField } from "discord.js";
import type { Answer } from "../../discord/answer.ts";
import { button, buttonRows } from "../../discord/components.ts";
import { customId } from "../../discord/customId.ts";
import { counted } from "../../embeds/counted.ts";
import { interviewCard, unreadableEmbed } from "../../embeds/interviewCard.ts";
import type { LibraryInterview } from "../../library/library.ts";
import type { Import } from "../../store/shelves.ts";
import { isOwn, lay, renewed, type Desk } from "./desk.ts";
import { countHidden } from "./hiddenOf.ts";
import { gone, pressOn, type Act } from "./which.ts";

/** The card of an interview, with what can be done with it. */
export const show: Act = { readable: (interview, desk) => card(interview, desk), unreadable: (imported, desk) => unreadableCard(imported, desk) };

async function card(interview: LibraryInterview, desk: Desk, said?: string): Promise<Answer> {
  const { services, server } = desk;
  const { id } = interview;
  const own = isOwn("interview", interview, services);
  const imported = own ? (await services.shelves.imports(server)).find((line) => line.id === id) : undefined;
  const hidden = await countHidden(interview, desk);
  const embed = interviewCard(interview, services.library, imported);
  return lay(desk, {
    content: said,
    embeds: [hidden === 0 ? embed : { ...embed, fields: [...embed.fields!, hiddenField(hidden)] }],
    rows: buttonRows([
      button("Read", customId("read", "", id), { style: ButtonStyle.Primary }),
      button("Export", customId("library-export", id)),
      ...(own
        ? [
            button("Details", customId("library-details", id)),
            button("Names", customId("library-names", id)),
            button("Remove", customId("library-remove", id), { style: ButtonStyle.Danger }),
          ]
        : []),
    ]),
  });
}

function hiddenField(count: number): APIEmbedField {
  return { name: "Hidden", value: `${counted(count, "quote")} out of sight. \`/library list\` shows ${count === 1 ? "it" : "them"} again.` };
}

/** The card of an import that cannot be read any more: its text can be had back, and it can be taken away. */
function unreadableCard(imported: Import, desk: Desk, said?: string): Answer {
  const { id } = imported;
  return lay(desk, {
    content: said,
    embeds: [unreadableEmbed(imported)],
    rows: buttonRows([button("Export", customId("library-export", id)), button("Remove", customId("library-remove", id), { style: ButtonStyle.Danger })]),
  });
}

/**
 * The card of an interview that was just added, changed or brought back, as it is in this moment.
 *
 * @param said what just happened, above the card
 */
export async function cardNow(id: string, desk: Desk, said?: string): Promise<Answer> {
  const now = await renewed(desk);
  const interview = now.services.library.interview(id);
  if (interview) return card(interview, now, said);
  const imported = await now.services.shelves.findImport(desk.server, id);
  return imported?.state === "added" ? unreadableCard(imported, now, said) : gone(desk);
}

export const showPresses = {
  /** From the list, or back from something else. */
  "library-show": pressOn(show),
};
