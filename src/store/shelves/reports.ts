import { bounds } from "../../library/shelf.ts";
import type { Database } from "../database.ts";
import type { Bound } from "./bounds.ts";
import { record, type Deed } from "./events.ts";
import { onShelf, onShelfIfThere, type HeldShelf } from "./held.ts";
import { contentOf } from "./items.ts";
import { reportOfRow, rowOfReport, type Report } from "./reportRow.ts";

/** What members reported, and where moderators are told of it. */
export interface Reports {
  /** Keeps a report; "again" where it is kept already, or this member has reported this quote and that is still open. */
  report(report: Report): Promise<"kept" | "again" | Bound>;
  /** In whichever state it is. */
  findReport(server: string, id: string): Promise<Report | undefined>;
  /** Oldest first. */
  openReports(server: string): Promise<Report[]>;
  /** Settles a report without a change; whether no other moderator had settled it. */
  dismiss(deed: Deed, id: string): Promise<boolean>;
  /** The channel that reports are told in, by id; "" where none was chosen. */
  reportsChannel(server: string): Promise<string>;
  setReportsChannel(deed: Deed, channel: string): Promise<void>;
}

/** The reports of a store. */
export function createReports(database: Database): Reports {
  return {
    report: (report) =>
      onShelf<"kept" | "again" | Bound>(database, report.server, async ({ transaction }) => {
        const same = await transaction
          .selectFrom("reports")
          .select("id")
          .where("server", "=", report.server)
          .where((row) => row.or([row("id", "=", report.id), row.and({ quote: report.quote, by: report.by, state: "open" })]))
          .executeTakeFirst();
        if (same) return "again";
        const { open } = await transaction
          .selectFrom("reports")
          .select(({ fn }) => fn.countAll<number>().as("open"))
          .where("server", "=", report.server)
          .where("state", "=", "open")
          .executeTakeFirstOrThrow();
        if (open >= bounds.reports) return "reports";
        await transaction.insertInto("reports").values(rowOfReport(report)).execute();
        return "kept";
      }),

    findReport: async (server, id) => {
      const row = await database.selectFrom("reports").selectAll().where("server", "=", server).where("id", "=", id).executeTakeFirst();
      return row && reportOfRow(row);
    },

    openReports: async (server) => {
      const rows = await database
        .selectFrom("reports")
        .selectAll()
        .where("server", "=", server)
        .where("state", "=", "open")
        .orderBy("at")
        .orderBy("id")
        .execute();
      return rows.map(reportOfRow);
    },

    dismiss: (deed, id) =>
      onShelfIfThere(database, deed.server, false, async (held) => {
        const found = await findUnsettled(held, id);
        if (!found) return false;
        await settle(held, found, "dismissed", deed.at);
        await record(held, deed, { what: "dismissed", subject: found.words, detail: found.complaint });
        return true;
      }),

    reportsChannel: async (server) => {
      const row = await database.selectFrom("shelves").select("reports_channel").where("server", "=", server).executeTakeFirst();
      return row?.reports_channel ?? "";
    },

    setReportsChannel: (deed, channel) =>
      onShelf(database, deed.server, async (held) => {
        if (held.shelf.reports_channel === channel) return;
        await held.transaction.updateTable("shelves").set({ reports_channel: channel }).where("server", "=", deed.server).execute();
        await record(held, deed, { what: "reportsChannel", subject: channel, detail: "" });
      }),
  };
}

/**
 * The report of a shelf that is held, if something can still be done about it: it is open, or its quote was hidden and brought back.
 * Nothing where another moderator was quicker.
 */
export async function findUnsettled(held: HeldShelf, id: string): Promise<Report | undefined> {
  const { transaction, shelf } = held;
  const row = await transaction.selectFrom("reports").selectAll().where("server", "=", shelf.server).where("id", "=", id).executeTakeFirst();
  if (!row) return undefined;
  const isShown = async () => (await contentOf(held, { kind: "hidden", id: row.quote })) === undefined;
  return row.state === "open" || (row.state === "hidden" && (await isShown())) ? reportOfRow(row) : undefined;
}

/** Settles such a report. */
export async function settle({ transaction, shelf }: HeldShelf, { id }: Report, state: Exclude<Report["state"], "open">, at: number): Promise<void> {
  await transaction.updateTable("reports").set({ state, settled_at: at }).where("server", "=", shelf.server).where("id", "=", id).execute();
}
