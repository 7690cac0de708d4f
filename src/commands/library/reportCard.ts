import { ButtonStyle } from "discord.js";
import type { Answer, Row } from "../../discord/answer.ts";
import { button, buttonRows } from "../../discord/components.ts";
import { customId } from "../../discord/customId.ts";
import { reportEmbeds } from "../../embeds/report.ts";
import type { Library } from "../../library/library.ts";
import type { Report } from "../../store/shelves.ts";
import { renewed, type Desk } from "./desk.ts";

/** Whether something can still be done about a report: it is open, or its quote was hidden and brought back. */
export function isUnsettled({ state, quote }: Report, library: Library): boolean {
  return state === "open" || (state === "hidden" && library.quote(quote) !== undefined);
}

/** A report as it comes to a channel of moderators. */
export function reportCard(report: Report, library: Library): Pick<Answer, "embeds" | "rows"> {
  return { embeds: reportEmbeds(report, library), rows: reportRows(report, library) };
}

/**
 * A report after something was done about it, on the card where that was done; in a moderator's list with the ways to the other
 * reports.
 *
 * @param said who did what, above it
 * @param options.rows what can be done now, where that is not what a report offers anyhow
 * @param options.library the one to read the quote from, where that is not the server's as it is now
 */
export async function changedCard(report: Report, desk: Desk, said: string, { rows, library }: { rows?: Row[]; library?: Library } = {}): Promise<Answer> {
  const shown = library ?? (await renewed(desk)).services.library;
  if (desk.how === "edit") return { how: "edit", ...(await listedCard(report, desk, shown, { said, rows })) };
  return { how: "edit", content: said, ...reportCard(report, shown), ...(rows && { rows }) };
}

/** A report in a moderator's list, with the ways to the others that are open. */
export async function listedCard(
  report: Report,
  { server, services }: Desk,
  library: Library,
  { said, rows }: { said?: string | undefined; rows?: Row[] | undefined } = {},
): Promise<Pick<Answer, "content" | "embeds" | "rows">> {
  const open = await services.shelves.openReports(server);
  const place = open.findIndex(({ id }) => id === report.id);
  return {
    content: said,
    embeds: reportEmbeds(report, library, place >= 0 ? { number: place + 1, of: open.length } : undefined),
    rows: [...(rows ?? (isUnsettled(report, library) ? reportRows(report, library) : [])), ...turningRows(report, open)],
  };
}

function reportRows({ id, quote, state }: Report, library: Library): Row[] {
  const isThere = library.quote(quote) !== undefined;
  return buttonRows([
    ...(isThere ? [button("Fix", customId("report-fix", id), { style: ButtonStyle.Primary }), button("Hide", customId("report-hide", id))] : []),
    ...(state === "open" ? [button("Dismiss", customId("report-dismiss", id))] : []),
    ...(isThere ? [button("In context", customId("context", quote))] : []),
  ]);
}

function turningRows(report: Report, open: readonly Report[]): Row[] {
  const place = open.findIndex(({ id }) => id === report.id);
  const later = open.findIndex(({ at }) => at > report.at);
  const here = place >= 0 ? place : later >= 0 ? later : open.length;
  const before = open[here - 1];
  const after = place >= 0 ? open[here + 1] : open[here];
  if (!before && !after) return [];
  return buttonRows([
    button("← Previous", customId("report", before?.id ?? "start"), { disabled: !before }),
    button("Next →", customId("report", after?.id ?? "end"), { disabled: !after }),
  ]);
}
