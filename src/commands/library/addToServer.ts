import { ButtonStyle } from "discord.js";
import type { Answer, Reply } from "../../discord/answer.ts";
import { button, buttonRows } from "../../discord/components.ts";
import { customId } from "../../discord/customId.ts";
import { counted } from "../../embeds/counted.ts";
import { interviewCard } from "../../embeds/interviewCard.ts";
import { escapeMarkdown } from "../../embeds/markdown.ts";
import { quoteEmbed } from "../../embeds/quote.ts";
import { pickSamples, previewFacts } from "../../importing/previewFacts.ts";
import type { Import } from "../../store/shelves.ts";
import { readable } from "./addEdit.ts";
import { tooLate, tooOld } from "./addTooLate.ts";
import { boundWords } from "./boundWords.ts";
import { deedOf, lay, press, renewed, type Desk } from "./desk.ts";
import { detailsForm, missingIn } from "./details.ts";
import { unnamedForm, unnamedIn } from "./names.ts";
import { preview } from "./preview.ts";
import { cardNow } from "./show.ts";

/** Makes a draft part of the server's library; asks first for what is missing, and once more where it seems to be there already. */
async function addToServer(id: string, desk: Desk, sure: boolean): Promise<Reply> {
  const { shelves, library } = desk.services;
  const draft = await shelves.findImport(desk.server, id);
  if (!draft || draft.state === "removed") return tooLate(draft);
  if (draft.state === "added") return addedCard(draft, desk, `It was added already, by <@${draft.by}>.`);
  const interview = readable(draft, desk);
  if (!interview) return tooOld();
  const missing = missingIn(interview);
  if (missing.length > 0) return detailsForm(draft, interview, missing);
  if (unnamedIn(interview).length > 0) return unnamedForm(draft, interview);
  const twin = sure ? undefined : previewFacts(draft, library).twin;
  if (twin) {
    const said = `This seems to be in the library already: **${escapeMarkdown(twin.title)}**. What both have in common stays a quote of that one.`;
    return preview(draft, desk, said, buttonRows([button("Add it anyhow", customId("library-add", id, "anyhow"), { style: ButtonStyle.Danger })]));
  }
  const outcome = await shelves.add(deedOf(desk), id);
  if (outcome === "absent") return tooLate(await shelves.findImport(desk.server, id));
  if (outcome !== "added") return preview(draft, desk, `Not added yet. ${boundWords(outcome)}`);
  return addedCard(draft, desk, "Added to this server.");
}

/** What there is now, with one of its quotes and what to try first. */
async function addedCard({ id }: Import, desk: Desk, said: string): Promise<Answer> {
  const now = await renewed(desk);
  const { library } = now.services;
  const interview = library.interview(id);
  if (!interview) return cardNow(id, desk, said);
  const quotes = library.quotesFor({ interview: id });
  const [first] = pickSamples(quotes);
  const finds = first ? ` Everybody here finds its ${counted(quotes.length, "quote")} from now on. Try \`/quote person: ${first.speaker.replaceAll("`", "'")}\`.` : "";
  return lay(now, {
    content: said + finds,
    embeds: [first ? quoteEmbed(first, library) : interviewCard(interview, library)],
    rows: buttonRows([
      button("Read", customId("read", "", id), { style: ButtonStyle.Primary }),
      ...(first ? [button("In context", customId("context", first.id))] : []),
      button("Look after it", customId("library-show", id)),
    ]),
  });
}

async function cancel(id: string, desk: Desk): Promise<Answer> {
  const { shelves } = desk.services;
  await shelves.dropDraft(desk.server, id);
  // Only a draft is dropped: one that was added in this moment is still there.
  const left = await shelves.findImport(desk.server, id);
  if (left?.state === "removed") return tooLate(left);
  if (left) return addedCard(left, desk, `It was added already, by <@${left.by}>: \`/library remove\` takes it away.`);
  return lay(desk, { content: "Cancelled: nothing was added, and I forgot the text." });
}

export const toServerPresses = {
  "library-add": press((desk, [id = "", sure]) => addToServer(id, desk, sure === "anyhow")),
  "library-cancel": press((desk, [id = ""]) => cancel(id, desk)),
};
