import type { Database } from "../database.ts";
import { record, type Deed } from "./events.ts";
import { onShelf, onShelfIfThere } from "./held.ts";
import { contentOf, putItem, takeItem } from "./items.ts";
import { noteOrigin } from "./origins.ts";
import { findUnsettled, settle } from "./reports.ts";

/** What there is to know of a change besides. */
export interface About {
  /** The report that is settled by it. */
  report?: string;
  /** The import, by its id, that the quote is from: when that is taken away for good, so is the change. */
  interview?: string | undefined;
}

/** What moderators change about single quotes. What is so already is not logged again, unless it settles a report. */
export interface Edits {
  /**
   * Corrects a quote, from the words it had. Nothing is done where another moderator was quicker: "settled"
   * where the report was, "changed" where the quote has other words by now.
   */
  correct(deed: Deed, quote: string, words: { before: string; after: string }, about?: About): Promise<"corrected" | "settled" | "changed">;
  /** Takes a quote out of sight; `words` are those it has now. False, and nothing is done, where the report was settled. */
  hide(deed: Deed, quote: string, words: string, about?: About): Promise<boolean>;
  /** Brings a hidden quote back; whether it was hidden. */
  show(deed: Deed, quote: string, words: string): Promise<boolean>;
}

/** The edits of a store. */
export function createEdits(database: Database): Edits {
  return {
    correct: (deed, quote, { before, after }, { report, interview } = {}) =>
      onShelf<"corrected" | "settled" | "changed">(database, deed.server, async (held) => {
        const open = report === undefined ? undefined : await findUnsettled(held, report);
        if (report !== undefined && !open) return "settled";
        const content = JSON.stringify(after);
        const now = await contentOf(held, { kind: "correction", id: quote });
        const isSo = now === content;
        if (now !== undefined && now !== JSON.stringify(before) && !isSo) return "changed";
        if (isSo && !open) return "corrected";
        if (open) await settle(held, open, "fixed", deed.at);
        if (interview !== undefined) await noteOrigin(held, quote, { interview, words: before });
        await putItem(held, { kind: "correction", id: quote, content });
        await record(held, deed, { what: "corrected", subject: before, detail: after });
        return "corrected";
      }),

    hide: (deed, quote, words, { report, interview } = {}) =>
      onShelf(database, deed.server, async (held) => {
        const open = report === undefined ? undefined : await findUnsettled(held, report);
        if (report !== undefined && !open) return false;
        const isSo = (await contentOf(held, { kind: "hidden", id: quote })) !== undefined;
        if (isSo && !open) return true;
        if (open) await settle(held, open, "hidden", deed.at);
        if (interview !== undefined) await noteOrigin(held, quote, { interview, words });
        await putItem(held, { kind: "hidden", id: quote, content: "" });
        await record(held, deed, { what: "hidden", subject: words, detail: open?.complaint ?? "" });
        return true;
      }),

    show: (deed, quote, words) =>
      onShelfIfThere(database, deed.server, false, async (held) => {
        if (!(await takeItem(held, { kind: "hidden", id: quote }))) return false;
        await record(held, deed, { what: "shown", subject: words, detail: "" });
        return true;
      }),
  };
}
