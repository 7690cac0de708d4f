import type { HeldShelf } from "./held.ts";
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
 * for good. What another import says as well is that one's from now on, and stays as it is.
 */
export async function forgetEdits(held: HeldShelf, gone: readonly string[]): Promise<void> {
  const { transaction, shelf } = held;
  const origins = await transaction.selectFrom("shelf_items").select(["id", "content"]).where("server", "=", shelf.server).where("kind", "=", "origin").execute();
  const orphans = origins.map(({ id, content }) => ({ quote: id, ...(JSON.parse(content) as Origin) })).filter(({ interview }) => gone.includes(interview));
  if (orphans.length === 0) return;
  const rows = await transaction.selectFrom("imports").select(["id", "transcript"]).where("server", "=", shelf.server).where("state", "!=", "draft").execute();
  const others = rows.map(({ id, transcript }) => ({ id, text: JSON.parse(transcript) as string }));
  for (const { quote, words } of orphans) {
    const other = others.find(({ text }) => text.includes(words));
    if (other) await putItem(held, { kind: "origin", id: quote, content: JSON.stringify({ interview: other.id, words } satisfies Origin) });
    else for (const kind of ["origin", "correction", "hidden"] as const) await takeItem(held, { kind, id: quote });
  }
}
