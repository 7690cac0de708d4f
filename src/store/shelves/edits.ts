import type { Database } from "../database.ts";
import { record, type Deed } from "./events.ts";
import { onShelf, onShelfIfThere } from "./held.ts";
import { contentOf, putItem, takeItem } from "./items.ts";
import { settle } from "./reports.ts";

/** What moderators change about single quotes. What is so already is not logged again, unless it settles a report. */
export interface Edits {
  /** Corrects a quote, from the words it had; `report` is settled by it. */
  correct(deed: Deed, quote: string, words: { before: string; after: string }, report?: string): Promise<void>;
  /** Takes a quote out of sight; `words` are for the log, `report` is settled by it. */
  hide(deed: Deed, quote: string, words: string, report?: string): Promise<void>;
  /** Brings a hidden quote back; whether it was hidden. */
  show(deed: Deed, quote: string, words: string): Promise<boolean>;
}

/** The edits of a store. */
export function createEdits(database: Database): Edits {
  return {
    correct: (deed, quote, { before, after }, report) =>
      onShelf(database, deed.server, async (held) => {
        const content = JSON.stringify(after);
        const isSo = (await contentOf(held, { kind: "correction", id: quote })) === content;
        const settled = report === undefined ? undefined : await settle(held, report, "fixed", deed.at);
        if (isSo && !settled) return;
        await putItem(held, { kind: "correction", id: quote, content });
        await record(held, deed, { what: "corrected", subject: before, detail: after });
      }),

    hide: (deed, quote, words, report) =>
      onShelf(database, deed.server, async (held) => {
        const isSo = (await contentOf(held, { kind: "hidden", id: quote })) !== undefined;
        const settled = report === undefined ? undefined : await settle(held, report, "hidden", deed.at);
        if (isSo && !settled) return;
        await putItem(held, { kind: "hidden", id: quote, content: "" });
        await record(held, deed, { what: "hidden", subject: words, detail: settled?.complaint ?? "" });
      }),

    show: (deed, quote, words) =>
      onShelfIfThere(database, deed.server, false, async (held) => {
        if (!(await takeItem(held, { kind: "hidden", id: quote }))) return false;
        await record(held, deed, { what: "shown", subject: words, detail: "" });
        return true;
      }),
  };
}
