import type { APIEmbedField } from "discord.js";
import { limits, listed } from "../discord/limits.ts";
import { link } from "./markdown.ts";

/** Where a card's facts come from: each page as a link that reads as its site's name. */
export function sourcesField(sources: string[]): APIEmbedField {
  const links = sources.map((url) => link(new URL(url).hostname.replace(/^www\./, ""), url));
  return { name: "Facts from", value: listed(links, " · ", limits.embedFieldValue) };
}
