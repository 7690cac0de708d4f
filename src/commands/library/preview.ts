import { ButtonStyle } from "discord.js";
import type { Answer, Row } from "../../discord/answer.ts";
import { button, buttonRows } from "../../discord/components.ts";
import { customId } from "../../discord/customId.ts";
import { previewEmbed, warningsFile } from "../../embeds/preview.ts";
import { previewFacts } from "../../importing/previewFacts.ts";
import type { Import } from "../../store/shelves.ts";
import { lay, type Desk } from "./desk.ts";
import { cardNow } from "./show.ts";

/**
 * A draft as it would be added, with what can be done with it.
 *
 * @param said what is to be said above it
 * @param rows buttons above its own
 */
export async function preview(draft: Import, desk: Desk, said: string, rows: Row[] = []): Promise<Answer> {
  const { shelves, library } = desk.services;
  const hidden = new Set((await shelves.hiddenQuotes(desk.server)).map(({ id }) => id));
  const facts = previewFacts(draft, library, hidden);
  const file = warningsFile(draft.warnings);
  return {
    ...lay(desk, {
      content: said,
      embeds: [previewEmbed(facts)],
      rows: [
        ...rows,
        ...buttonRows([
          button("Add to this server", customId("library-add", draft.id), { style: ButtonStyle.Success }),
          button("Details", customId("library-details", draft.id)),
          button("Names", customId("library-names", draft.id)),
          button("Add a film", customId("library-film", "", draft.id)),
          button("Cancel", customId("library-cancel", draft.id)),
        ]),
      ],
    }),
    ...(file === undefined ? {} : { files: [{ name: "warnings.txt", content: file }] }),
  };
}

/** An import as it is now: a draft's preview, or the card of what is in the library. */
export async function cardOf(imported: Import, desk: Desk, said: string, rows: Row[] = []): Promise<Answer> {
  if (imported.state === "draft") return preview(imported, desk, said, rows);
  const answer = await cardNow(imported.id, desk, said);
  return { ...answer, rows: [...rows, ...(answer.rows ?? [])] };
}
