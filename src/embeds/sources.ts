import type { APIEmbedField } from "discord.js";
import { limits, listed } from "../discord/limits.ts";
import { link } from "./markdown.ts";

/** Where a card's facts come from: each page as a link that reads as its site's name. */
export function sourcesField(sources: string[]): APIEmbedField {
  const sites = sources.map((url) => new URL(url).hostname.replace(/^www\./, ""));
  const links = sources.map((url, at) => {
    const before = sites.slice(0, at).filter((site) => site === sites[at]).length;
    return link(before === 0 ? sites[at]! : `${sites[at]!}, page ${before + 1}`, url);
  });
  return { name: "Facts from", value: listed(links, " · ", limits.embedFieldValue) };
}
