import { createRequire } from "node:module";

type HtmlToText = typeof import("html-to-text");

let loaded: HtmlToText | undefined;

/** The library that turns HTML into text. It is loaded with the first page that comes, and not at start: few texts are pages. */
export function htmlToText(): HtmlToText {
  loaded ??= createRequire(import.meta.url)("html-to-text") as HtmlToText;
  return loaded;
}
