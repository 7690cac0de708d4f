import { bounds } from "../../library/shelf.ts";
import type { HeldShelf } from "./held.ts";
import type { ImportRow } from "./importRow.ts";

/** Which of a server's bounds is met. */
export type Bound = "interviews" | "quotes" | "characters" | "entries" | "reports";

/** Which bound keeps this import from being one of those that are added; whether it is one already makes no difference. */
export async function boundOf({ transaction, shelf }: HeldShelf, { id, quotes, characters }: Pick<ImportRow, "id" | "quotes" | "characters">): Promise<Bound | undefined> {
  const others = await transaction
    .selectFrom("imports")
    .select(({ fn }) => [fn.countAll<number>().as("interviews"), fn.sum<number | null>("quotes").as("quotes"), fn.sum<number | null>("characters").as("characters")])
    .where("server", "=", shelf.server)
    .where("state", "=", "added")
    .where("id", "!=", id)
    .executeTakeFirstOrThrow();
  if (others.interviews >= bounds.interviews) return "interviews";
  if ((others.quotes ?? 0) + quotes > bounds.quotes) return "quotes";
  if ((others.characters ?? 0) + characters > bounds.characters) return "characters";
  return undefined;
}
