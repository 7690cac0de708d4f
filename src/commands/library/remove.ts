import { ButtonStyle } from "discord.js";
import type { Answer } from "../../discord/answer.ts";
import { button, buttonRows } from "../../discord/components.ts";
import { customId } from "../../discord/customId.ts";
import { counted } from "../../embeds/counted.ts";
import { escapeMarkdown } from "../../embeds/markdown.ts";
import type { Library } from "../../library/library.ts";
import { daysToBringBack } from "../../library/shelf.ts";
import type { Import } from "../../store/shelves.ts";
import { boundWords } from "./boundWords.ts";
import { deedOf, isOwn, lay, press, type Desk } from "./desk.ts";
import { cardNow } from "./show.ts";
import { gone, pressOn, type Act } from "./which.ts";

/** Takes an interview away at once, and says how to have it back and what it leaves without quotes. */
export const remove: Act = {
  readable: (interview, desk) =>
    isOwn("interview", interview, desk.services) ? take(interview, desk) : lay(desk, { content: `**${escapeMarkdown(interview.title)}** is in the library of every server, so it can't be removed here.` }),
  unreadable: (imported, desk) => take(imported, desk),
};

async function take(interview: Pick<Import, "id" | "title">, desk: Desk): Promise<Answer> {
  const { services, server } = desk;
  const title = `**${escapeMarkdown(interview.title)}**`;
  const removed = await services.shelves.remove(deedOf(desk), interview.id);
  if (!removed) return gone(desk);
  // One whose words another has as well has none of its own.
  const quotes = services.library.quoteIdsFor({ interview: interview.id }).length;
  const emptied = await emptiedWords(desk, await services.libraries.of(server));
  return lay(desk, {
    content: [`Removed: ${title}${quotes === 0 ? "" : `, with ${counted(quotes, "quote")}`}. For ${daysToBringBack} days you can bring it back, here or in \`/library list\`.`, emptied].filter(Boolean).join("\n"),
    rows: buttonRows([button("Undo", customId("library-restore", interview.id), { style: ButtonStyle.Primary })]),
  });
}

/** Which daily posts have no quotes any more, and what to do about it; "" for none. */
async function emptiedWords({ services, server }: Desk, left: Library): Promise<string> {
  const all = await services.schedules.ofServer(server);
  const emptied = all.filter(({ filter }) => services.library.quoteIdsFor(filter).length > 0 && left.quoteIdsFor(filter).length === 0);
  if (emptied.length === 0) return "";
  const numbers = new Intl.ListFormat("en-GB", { type: "conjunction" }).format(emptied.map(({ number }) => `**${number}**`));
  return emptied.length === 1
    ? `Daily post ${numbers} has no quotes without it, and rests until it has some: \`/daily change\` gives it others.`
    : `Daily posts ${numbers} have no quotes without it, and rest until they have some: \`/daily change\` gives them others.`;
}

async function restore(id: string, desk: Desk): Promise<Answer> {
  const { shelves } = desk.services;
  const outcome = await shelves.restore(deedOf(desk), id);
  if (outcome !== "restored" && outcome !== "absent") return lay(desk, { content: `${boundWords(outcome)} It can still be brought back then.` });
  if (outcome === "restored") return cardNow(id, desk, "It is back, with its quotes.");
  return lay(desk, { content: "That interview can no longer be brought back. If you have its file, `/library add` reads it again." });
}

export const removePresses = {
  "library-remove": pressOn(remove),
  /** From Undo, which names the interview, or from the list's menu. */
  "library-restore": press((desk, [id = ""], choice) => restore(choice ?? id, desk)),
};
