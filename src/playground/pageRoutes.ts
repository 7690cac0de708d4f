/** The chat page: its document, its style, and its script, which is bundled when somebody first asks for it. */
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { Hono } from "hono";

/** The same folder whether this runs from src/ or, compiled, from dist/: both stand at the root of the project. */
const PAGE = new URL("../../src/playground/page/", import.meta.url);

/** Nothing from anywhere else, and no script but the page's own. Web components bring styles of their own. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "media-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

const HEADERS = { "content-security-policy": POLICY, "x-content-type-options": "nosniff", "referrer-policy": "no-referrer", "cache-control": "no-cache" };

const TYPES: Record<string, string> = { js: "text/javascript", css: "text/css", woff2: "font/woff2", svg: "image/svg+xml", png: "image/png" };

/** Serves /, /style.css and what the bundler makes of the page's sources: /page.js and the files that it needs. */
export function pageRoutes(): Hono {
  const routes = new Hono();
  let bundled: Promise<Map<string, Uint8Array>> | undefined;

  routes.get("/", async (context) => context.body(await readFile(new URL("index.html", PAGE), "utf8"), 200, { ...HEADERS, "content-type": "text/html; charset=utf-8" }));
  routes.get("/style.css", async (context) => context.body(await readFile(new URL("style.css", PAGE), "utf8"), 200, { ...HEADERS, "content-type": "text/css; charset=utf-8" }));
  routes.get("/:file{(page|asset)[^/]*}", async (context) => {
    bundled ??= bundle();
    try {
      const name = context.req.param("file");
      const bytes = (await bundled).get(name);
      const type = TYPES[name.slice(name.lastIndexOf(".") + 1)] ?? "application/octet-stream";
      return bytes ? context.body(new Uint8Array(bytes), 200, { ...HEADERS, "content-type": type }) : context.notFound();
    } catch (error) {
      // The next request tries again: whoever works on the page has mended it by then.
      bundled = undefined;
      throw error;
    }
  });
  return routes;
}

/** The script and everything that it needs, by file name. @throws when the sources don't build. */
async function bundle(): Promise<Map<string, Uint8Array>> {
  const { build } = await import("esbuild");
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL("main.ts", PAGE))],
    bundle: true,
    write: false,
    minify: true,
    format: "esm",
    target: "es2022",
    outdir: "/",
    entryNames: "page",
    assetNames: "asset-[hash]",
    loader: { ".woff2": "file", ".svg": "file", ".png": "file" },
    logLevel: "silent",
  });
  return new Map(outputFiles.map(({ path, contents }) => [path.replace(/^.*[/\\]/, ""), contents]));
}
