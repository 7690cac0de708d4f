import { ButtonStyle } from "discord.js";
import type { Answer } from "../../discord/answer.ts";
import { button, buttonRows } from "../../discord/components.ts";
import { customId } from "../../discord/customId.ts";
import { interviewCard } from "../../embeds/interviewCard.ts";
import type { LibraryInterview } from "../../library/library.ts";
import { lay, type Desk } from "./desk.ts";
import { isOwn, pressOn, type Act } from "./which.ts";

/** The card of an interview, with what can be done with it. */
export const show: Act = (interview, desk) => card(interview, desk);

/** @param said what just happened, above the card */
export async function card(interview: LibraryInterview, desk: Desk, said?: string): Promise<Answer> {
  const { services, server } = desk;
  const { id } = interview;
  const own = isOwn(interview, services);
  const imported = own ? (await services.shelves.imports(server)).find((line) => line.id === id) : undefined;
  const embed = interviewCard(interview, services.library, imported);
  return lay(desk, {
    content: said,
    embeds: [embed],
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

export const showPresses = {
  /** From the list, or back from something else. */
  "library-show": pressOn(show),
};
