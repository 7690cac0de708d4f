import { createHash } from "node:crypto";
import type { ChatInputCommandInteraction } from "discord.js";
import { whisper, type Answer, type Reply, type Row } from "../../discord/answer.ts";
import type { Press, Submission } from "../../discord/command.ts";
import { button, buttonRows } from "../../discord/components.ts";
import { customId } from "../../discord/customId.ts";
import { modal } from "../../discord/modal.ts";
import { neededToPost, refusalFor } from "../../discord/permissions.ts";
import { refusalWords } from "../../embeds/refusal.ts";
import type { LibraryQuote } from "../../library/library.ts";
import type { Report } from "../../store/shelves.ts";
import { deedOf, isOwn, lay, press, submission, type Desk } from "./desk.ts";
import { changedCard, isUnsettled, listedCard } from "./reportCard.ts";
import { changedAlready, forgotten, goneQuote, settledAlready } from "./reportTooLate.ts";

/** As many characters as a quote has at most. */
const longestWords = 1000;

/** /library reports: the oldest that is open; with a channel, that is where new ones are told from now on. */
export async function reports(interaction: ChatInputCommandInteraction, desk: Desk): Promise<Reply> {
  const channel = interaction.options.getChannel("channel");
  return channel ? choose(channel.id, desk) : oldest(desk);
}

async function oldest(desk: Desk): Promise<Answer> {
  const { shelves, library } = desk.services;
  const [report] = await shelves.openReports(desk.server);
  if (report) return lay(desk, await listedCard(report, desk, library));
  const channel = await shelves.reportsChannel(desk.server);
  if (channel === "") return lay(desk, { content: "No misquote is reported. Choose where new ones are told with `/library reports channel`." });
  return lay(desk, { content: `No misquote is reported. New ones are told in <#${channel}>.`, rows: noChannelRow() });
}

async function choose(channel: string, desk: Desk): Promise<Answer> {
  const { shelves } = desk.services;
  const refusal = await refusalFor(desk.rest, { server: desk.server, channel }, neededToPost);
  if (refusal) {
    const { what, mend } = refusalWords(refusal, channel);
    return lay(desk, { content: `Nothing is changed. ${what} ${refusal.kind === "permissions" ? mend : "Choose another channel."}` });
  }
  await shelves.setReportsChannel(deedOf(desk), channel);
  const { length } = await shelves.openReports(desk.server);
  const waiting = length === 0 ? "" : ` ${length === 1 ? "One is" : `${length} are`} open already: \`/library reports\` shows ${length === 1 ? "it" : "them"}.`;
  return lay(desk, { content: `From now on, reports of misquotes come to <#${channel}>. All who see that channel can read them; their buttons are for moderators.${waiting}`, rows: noChannelRow() });
}

function noChannelRow(): Row[] {
  return buttonRows([button("Choose no channel", customId("reports-nowhere"))]);
}

async function chooseNone(desk: Desk): Promise<Answer> {
  await desk.services.shelves.setReportsChannel(deedOf(desk), "");
  return lay(desk, {
    content: "From now on, reports of misquotes come to the channel where Discord tells moderators its updates. Where I can't post there, I write to who added the interview, or to this server's owner.",
  });
}

/** What a moderator does about one report. */
type Act = (report: Report, desk: Desk) => Reply | Promise<Reply>;

function pressOn(act: Act): Press {
  return press(async (desk, [id = ""]) => {
    const report = await desk.services.shelves.findReport(desk.server, id);
    return report ? act(report, desk) : forgotten();
  });
}

/** Makes a press of what is done about a report that is not settled yet. */
function pressOnUnsettled(act: Act): Press {
  return pressOn((report, desk) => (isUnsettled(report, desk.services.library) ? act(report, desk) : settledAlready(report, desk)));
}

const fix: Act = ({ id, quote }, desk) => {
  const found = desk.services.library.quote(quote);
  if (!found) return goneQuote();
  return modal("Fix a quote", customId("report-fixed", id, markOf(found.words)), [
    { name: "words", label: "What was said", description: "Word for word as published", value: found.words, required: true, longest: longestWords, long: true },
  ]);
};

/** By which a form knows the words that it was opened with, to the letter. */
function markOf(words: string): string {
  return createHash("sha256").update(words).digest("hex").slice(0, 12);
}

async function fixed(report: Report, desk: Desk, mark: string, written: string): Promise<Answer> {
  const { library, shelves } = desk.services;
  // A quote is a piece of one paragraph, so it has no line breaks.
  const after = written.replace(/\s*[\r\n]\s*/g, " ").trim();
  if (!isUnsettled(report, library)) return settledAlready(report, desk, after);
  const quote = library.quote(report.quote);
  if (!quote) return goneQuote();
  if (after === "") return whisper("Nothing is changed: a quote needs words. **Hide** takes it out of sight.");
  if (after === quote.words) return whisper("Nothing is changed: those are the words that it has. **Dismiss** leaves it as it is.");
  if (mark !== markOf(quote.words)) return changedAlready(report, desk, after);
  const outcome = await shelves.correct(deedOf(desk), quote.id, { before: quote.words, after }, { report: report.id, interview: ownInterview(quote, desk) });
  if (outcome === "settled") return settledAlready(report, desk, after);
  if (outcome === "changed") return changedAlready(report, desk, after);
  return changedCard({ ...report, state: "fixed" }, desk, `Fixed by <@${desk.user}>. From now on this server sees the new words.`, { rows: [] });
}

/** The id of the interview that a quote is from, if that is this server's own. */
function ownInterview({ interview }: LibraryQuote, { services }: Desk): string | undefined {
  return isOwn("interview", { id: interview }, services) ? interview : undefined;
}

const hide: Act = async (report, desk) => {
  const { library, shelves } = desk.services;
  const quote = library.quote(report.quote);
  if (!quote) return goneQuote();
  if (!(await shelves.hide(deedOf(desk), quote.id, quote.words, { report: report.id, interview: ownInterview(quote, desk) }))) return settledAlready(report, desk);
  const undo = buttonRows([button("Undo", customId("report-undo", report.id))]);
  const said = `Hidden by <@${desk.user}>. It comes up nowhere in this server any more; only \`/interview\` still has it where it was said.`;
  return changedCard({ ...report, state: "hidden" }, desk, said, { rows: undo, library });
};

const undo: Act = async (report, desk) => {
  const shown = await desk.services.shelves.show(deedOf(desk), report.quote, report.words);
  if (!shown) return whisper("That quote is not hidden any more.");
  return changedCard(report, desk, `<@${desk.user}> has brought it back.`);
};

const dismiss: Act = async (report, desk) => {
  const dismissed = await desk.services.shelves.dismiss(deedOf(desk), report.id);
  if (!dismissed) return settledAlready(report, desk);
  return changedCard({ ...report, state: "dismissed" }, desk, `Dismissed by <@${desk.user}>: the quote stays as it is.`, { rows: [] });
};

const show: Act = async (report, desk) => lay(desk, await listedCard(report, desk, desk.services.library));

export const reportPresses: Record<string, Press> = {
  "reports-nowhere": press(chooseNone),
  report: pressOnUnsettled(show),
  "report-fix": pressOnUnsettled(fix),
  "report-hide": pressOnUnsettled(hide),
  "report-dismiss": pressOnUnsettled(dismiss),
  "report-undo": pressOn(undo),
};

export const reportSubmissions: Record<string, Submission> = {
  "report-fixed": submission(async (desk, [id = "", mark = ""], { words = "" }) => {
    const report = await desk.services.shelves.findReport(desk.server, id);
    return report ? fixed(report, desk, mark, words) : forgotten();
  }),
};
