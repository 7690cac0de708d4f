import {
  ApplicationCommandType,
  ApplicationIntegrationType,
  ComponentType,
  ContextMenuCommandBuilder,
  InteractionContextType,
  type APIMessageTopLevelComponent,
  type MessageContextMenuCommandInteraction,
  type ModalSubmitInteraction,
} from "discord.js";
import { whisper, type Answer, type Reply } from "../discord/answer.ts";
import type { MessageCommand } from "../discord/command.ts";
import { customId, readCustomId } from "../discord/customId.ts";
import { limits, shorten } from "../discord/limits.ts";
import { fieldsOf, modal } from "../discord/modal.ts";
import { bounds } from "../library/shelf.ts";
import type { Here } from "../services.ts";
import type { Report } from "../store/shelves.ts";
import { tellOfReport } from "./misquoteNotice.ts";

/** How many reports of one member may come in an hour, given in milliseconds. */
const reportsInWindow = 5;
const pacedOver = 3_600_000;

const longestComplaint = 1000;

/** In the menu of a message with a quote: tells the moderators that it is not what was published. */
export const misquote: MessageCommand = {
  data: new ContextMenuCommandBuilder()
    .setName("Report a misquote")
    .setType(ApplicationCommandType.Message)
    .setIntegrationTypes(ApplicationIntegrationType.GuildInstall)
    .setContexts(InteractionContextType.Guild)
    .toJSON(),
  hidden: true,
  executeOn: ask,
  submissions: { misquote: ([id = ""], interaction, services) => report(id, interaction, services) },
};

/** Asks what is wrong. */
async function ask(interaction: MessageContextMenuCommandInteraction, services: Here): Promise<Reply> {
  const { guildId: server, user } = interaction;
  if (!server) return outside();
  const id = quoteOn(interaction);
  if (id === undefined) return whisper("I see no quote of mine in that message. Use this on a message with a quote and its *In context* button.");
  const quote = services.library.quote(id);
  if (!quote) return goneQuote();
  const refusal = refusalOf(await services.shelves.openReports(server), { by: user.id, quote: id, at: services.now() });
  if (refusal !== undefined) return whisper(refusal);
  return modal("Report a misquote", customId("misquote", id), [
    {
      name: "wrong",
      label: "What is wrong?",
      description: `“${shorten(quote.words, limits.fieldDescription - 2)}”`,
      value: "",
      required: true,
      longest: longestComplaint,
      long: true,
    },
    { name: "right", label: "What should it say?", description: "If you know; where you know it from helps, too", value: "", required: false, longest: longestComplaint, long: true },
  ]);
}

/** Keeps the report, tells the moderators, and thanks. */
async function report(id: string, interaction: ModalSubmitInteraction, services: Here): Promise<Answer> {
  const { guildId: server, user } = interaction;
  const { library, shelves, log } = services;
  if (!server) return outside();
  const quote = library.quote(id);
  if (!quote) return goneQuote();
  const { wrong = "", right = "" } = fieldsOf(interaction);
  const complaint = complaintOf(wrong, right);
  if (complaint === "") return whisper("Nothing is reported: say in a few words what is wrong.");
  const made: Report = { id: interaction.id, server, quote: id, words: quote.words, complaint, by: user.id, at: services.now(), state: "open" };
  const refusal = refusalOf(await shelves.openReports(server), made);
  if (refusal !== undefined) return whisper(refusal);
  const kept = await shelves.report(made);
  if (kept !== "kept") return whisper(kept === "again" ? againWords : fullWords);
  try {
    const told = await tellOfReport(made, interaction.client.rest, services);
    if (!told) log.info({ server, report: made.id }, "no moderator could be told of a misquote; it waits in the list");
  } catch (error) {
    log.error({ server, report: made.id, error }, "moderators could not be told of a misquote; it waits in the list");
  }
  return whisper("Thank you! Your report waits for the moderators. The quote stays until they have looked at it.");
}

const againWords = "You have reported this quote already. The moderators have yet to look at it.";
const fullWords = `${bounds.reports} reports wait for this server's moderators, and no more fit. Please try again when they have looked at some.`;

/** Why a member cannot report a quote now, in a sentence; nothing where they can. */
function refusalOf(open: readonly Report[], { by, quote, at }: Pick<Report, "by" | "quote" | "at">): string | undefined {
  const theirs = open.filter((one) => one.by === by);
  if (theirs.some((one) => one.quote === quote)) return againWords;
  if (open.length >= bounds.reports) return fullWords;
  const lately = theirs.filter((one) => Math.abs(at - one.at) < pacedOver);
  return lately.length >= reportsInWindow ? `You have sent ${reportsInWindow} reports within the hour, and the moderators have yet to look at them. Please go on later.` : undefined;
}

/** What is wrong, in a line, and what it should say in another; "" where nothing is said. */
function complaintOf(wrong: string, right: string): string {
  const [complaint, words] = [wrong, right].map((text) => text.replace(/\s+/g, " ").trim());
  return complaint && words ? `${complaint}\nIt should say: “${words}”` : (complaint ?? "");
}

/** The id of the quote that a message shows, as its *In context* carries it. Without its channel in the cache, the message is as Discord sent it. */
function quoteOn({ targetMessage }: MessageContextMenuCommandInteraction): string | undefined {
  const rows = JSON.parse(JSON.stringify(targetMessage.components ?? [])) as APIMessageTopLevelComponent[];
  for (const row of rows) {
    if (row.type !== ComponentType.ActionRow) continue;
    for (const component of row.components) {
      const { name, values } = readCustomId("custom_id" in component ? component.custom_id : "");
      if (name === "context" && values[0]) return values[0];
    }
  }
  return undefined;
}

function outside(): Answer {
  return whisper("Reports go to a server's moderators: use this there.");
}

function goneQuote(): Answer {
  return whisper("That quote is no longer in the library, so nobody comes upon it any more.");
}
