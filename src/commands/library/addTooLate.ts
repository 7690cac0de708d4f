/** What to say to moderators of an import of which there is nothing to be had any more. */
import { ButtonStyle, userMention } from "discord.js";
import { whisper, type Answer } from "../../discord/answer.ts";
import { button, buttonRows } from "../../discord/components.ts";
import { customId } from "../../discord/customId.ts";
import { ivory } from "../../embeds/colour.ts";
import { escapeMarkdown } from "../../embeds/markdown.ts";
import type { Import } from "../../store/shelves.ts";

/** What was written into a form, by what its fields are called. */
export type Written = ReadonlyMap<string, string>;

/**
 * What to say of an import that is gone: it can be brought back if it was removed, and a draft is read anew. The message that was
 * pressed on is left as it is: it still shows what was understood.
 *
 * @param found nothing if it was forgotten
 * @param written comes back, for Discord keeps nothing of a form that was sent
 */
export function tooLate(found: Import | undefined, written?: Written): Answer {
  return withWritten(found ? removed(found) : forgotten(), written);
}

/**
 * What to say of a draft that an earlier bot wrote down, and this one can't read. Its preview is left as it is.
 *
 * @param written as above
 */
export function tooOld(written?: Written): Answer {
  return withWritten(whisper("That preview is too old for me now. Please bring the text again with `/library add`."), written);
}

function withWritten(answer: Answer, written: Written = new Map()): Answer {
  const lines = [...written].filter(([, text]) => text !== "").map(([field, text]) => `**${escapeMarkdown(field)}**: ${escapeMarkdown(text)}`);
  return lines.length === 0 ? answer : { ...answer, embeds: [{ color: ivory, title: "You wrote", description: lines.join("\n") }] };
}

function removed({ id, title, by }: Import): Answer {
  const undo = buttonRows([button("Undo", customId("library-restore", id), { style: ButtonStyle.Primary })]);
  return whisper(`**${escapeMarkdown(title)}** was removed by ${userMention(by)}. **Undo** brings it back.`, undo);
}

function forgotten(): Answer {
  return whisper("This draft is no longer there: it was cancelled, nobody added it within a day, or ten newer ones came. `/library add` reads the text anew.");
}
