import { setImmediate as othersTurn } from "node:timers/promises";
import { quoteId } from "../../interview/quotes.ts";
import { bareWords } from "../../interview/words.ts";
import { raiseVersion, type HeldShelf } from "./held.ts";
import { contentOf, putItem, takeItem } from "./items.ts";

/** Where a quote is from that was corrected or hidden, so that this is forgotten together with its interview. */
interface Origin {
  /** The interview's id. */
  interview: string;
  /** The quote's words when first something was done about it. */
  words: string;
}

/** Notes the origin of a quote of a shelf that is held, unless it is known already. */
export async function noteOrigin(held: HeldShelf, quote: string, origin: Origin): Promise<void> {
  if ((await contentOf(held, { kind: "origin", id: quote })) !== undefined) return;
  await putItem(held, { kind: "origin", id: quote, content: JSON.stringify(origin) });
}

/**
 * Forgets the corrections of a shelf that is held, and that quotes are hidden, where these are from imports that have just been taken away
 * for good, and raises the shelf's version. What another import says as well is that one's from now on, and stays as it is.
 */
export async function forgetEdits(held: HeldShelf, gone: readonly string[]): Promise<void> {
  const { transaction, shelf } = held;
  const origins = await transaction.selectFrom("shelf_items").select(["id", "content"]).where("server", "=", shelf.server).where("kind", "=", "origin").execute();
  const orphans = origins
    .map(({ id, content }) => ({ quote: id, ...(JSON.parse(content) as Origin) }))
    // Words that had been corrected before they were noted can't tell who else says the quote: better keep it for nothing than show it again.
    .filter(({ quote, interview, words }) => gone.includes(interview) && quoteId(words) === quote);
  if (orphans.length === 0) return;
  const others = await findOthers(held, orphans);
  for (const { quote, words } of orphans) {
    const other = others.get(quote);
    if (other !== undefined) await putItem(held, { kind: "origin", id: quote, content: JSON.stringify({ interview: other, words } satisfies Origin) });
    else for (const kind of ["origin", "correction", "hidden"] as const) await takeItem(held, { kind, id: quote });
  }
  if (others.size < orphans.length) await raiseVersion(held);
}

/** The import that says a quote, too, for each of these of which there is one. As in the ids of quotes, only bare words count. */
async function findOthers({ transaction, shelf }: HeldShelf, quotes: readonly { quote: string; words: string }[]): Promise<Map<string, string>> {
  const rows = await transaction.selectFrom("imports").select(["id", "transcript"]).where("server", "=", shelf.server).where("state", "!=", "draft").execute();
  const sought = quotes.map(({ quote, words }) => ({ quote, words: wholeWords(words) }));
  const found = new Map<string, string>();
  for (const { id, transcript } of rows) {
    // A long text takes some dozens of milliseconds: in between, others have their turn.
    await othersTurn();
    const text = wholeWords(JSON.parse(transcript) as string);
    for (const { quote, words } of sought) if (!found.has(quote) && text.includes(words)) found.set(quote, id);
  }
  return found;
}

/** Bare words that are found in others only where each is the same whole word. */
function wholeWords(text: string): string {
  return ` ${bareWords(text)} `;
}
