import type { HeldShelf } from "./held.ts";
import type { ShelfItemRow } from "./rows.ts";

type Item = Pick<ShelfItemRow, "kind" | "id">;

/** What is stored of an item of a shelf that is held. */
export async function contentOf({ transaction, shelf }: HeldShelf, { kind, id }: Item): Promise<string | undefined> {
  const row = await transaction
    .selectFrom("shelf_items")
    .select("content")
    .where("server", "=", shelf.server)
    .where("kind", "=", kind)
    .where("id", "=", id)
    .executeTakeFirst();
  return row?.content;
}

/** Puts an item on a shelf that is held: behind all others, or in the place of the one that it replaces. */
export async function putItem({ transaction, shelf }: HeldShelf, item: Item & Pick<ShelfItemRow, "content">): Promise<void> {
  await transaction
    .insertInto("shelf_items")
    .values({ ...item, server: shelf.server, version: shelf.version + 1 })
    .onConflict((conflict) => conflict.columns(["server", "kind", "id"]).doUpdateSet({ content: item.content }))
    .execute();
}

/** Takes an item from a shelf that is held; whether it was there. */
export async function takeItem({ transaction, shelf }: HeldShelf, { kind, id }: Item): Promise<boolean> {
  const { numDeletedRows } = await transaction
    .deleteFrom("shelf_items")
    .where("server", "=", shelf.server)
    .where("kind", "=", kind)
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
  return numDeletedRows > 0n;
}
