/** Faces, icons and files, at the addresses that Discord's content network gives them, under the playground's own. */
import { Hono } from "hono";
import type { World } from "./world.ts";

/** What a browser may show of a file; all else is only for keeping. */
const SHOWN = new Set(["image/png", "image/jpeg", "image/gif", "image/webp"]);

/** /avatars/USER/HASH.EXTENSION and /icons/SERVER/HASH.EXTENSION, always an SVG; /attachments/CHANNEL/ID/NAME. */
export function mediaRoutes(world: World): Hono {
  const routes = new Hono();
  for (const path of ["/avatars/:id/:file", "/icons/:id/:file"]) {
    routes.get(path, (context) => {
      const picture = world.pictures.get(context.req.param("id") ?? "");
      if (picture === undefined) return context.notFound();
      return context.body(picture, 200, { "content-type": "image/svg+xml", "cache-control": "max-age=3600", "content-security-policy": "default-src 'none'" });
    });
  }
  routes.get("/attachments/:channel/:id/:name", (context) => {
    const file = world.files.get(new URL(context.req.url).pathname);
    if (!file) return context.notFound();
    const headers = { "content-type": file.type, "x-content-type-options": "nosniff", "content-security-policy": "default-src 'none'; sandbox" };
    if (!SHOWN.has(file.type)) context.header("content-disposition", "attachment");
    return context.body(new Uint8Array(file.bytes), 200, headers);
  });
  return routes;
}
