/** Shows Markdown: each node of the tree as an element. Words only ever become text nodes, never HTML. */
import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import type { Scene } from "../protocol.ts";
import { parseMarkdown } from "./markdown.ts";
import type { MarkdownNode } from "./markdown.ts";
import { channelName, nameOf } from "./people.ts";
import { placeLink, placeName, placeOf } from "./placeLink.ts";
import { clockOf, markTime } from "./times.ts";

/** Shows a text that is written in Discord's Markdown. */
export function markdown(text: string, scene: Scene): unknown {
  return showNodes(parseMarkdown(text), scene);
}

/** Gives the words of a text without its marks, on one line; what a spoiler hides stays hidden. */
export function plainText(text: string, scene: Scene): string {
  const words = (nodes: MarkdownNode[]): string => nodes.map((node) => wordsOf(node)).join("");
  const wordsOf = (node: MarkdownNode): string => {
    if (node.type === "text" || node.type === "code" || node.type === "codeBlock") return node.text;
    if (node.type === "spoiler") return "▇▇▇";
    if (node.type === "list") return node.items.map(words).join(" ");
    if (node.type === "user") return `@${nameOfMentioned(node.type, node.id, scene)}`;
    if (node.type === "command") return `/${node.name}`;
    if (node.type === "time") return markTime(node.unix, node.style, clockOf(scene));
    return "children" in node ? words(node.children) : "";
  };
  return words(parseMarkdown(text)).replaceAll(/\s+/g, " ").trim();
}

function showNodes(nodes: MarkdownNode[], scene: Scene): unknown[] {
  return nodes.map((node) => showNode(node, scene));
}

function showNode(node: MarkdownNode, scene: Scene): TemplateResult | string | typeof nothing {
  const inner = "children" in node ? showNodes(node.children, scene) : nothing;
  switch (node.type) {
    case "text":
      return node.text;
    case "strong":
      return html`<strong>${inner}</strong>`;
    case "emphasis":
      return html`<em>${inner}</em>`;
    case "underline":
      return html`<u>${inner}</u>`;
    case "strike":
      return html`<s>${inner}</s>`;
    case "spoiler":
      return html`<spoiler-text>${inner}</spoiler-text>`;
    case "quote":
      return html`<discord-quote>${inner}</discord-quote>`;
    case "subtext":
      return html`<small class="subtext">${inner}</small>`;
    case "heading":
      return html`<div class="heading heading-${node.level}" role="heading" aria-level=${node.level + 2}>${inner}</div>`;
    case "code":
      return html`<code>${node.text}</code>`;
    case "codeBlock":
      return html`<pre tabindex="0"><code>${node.text}</code></pre>`;
    case "link": {
      const place = placeOf(node.url, scene);
      const [only] = node.children;
      const bare = only?.type === "text" && only.text === node.url;
      if (place) return bare ? placeLink(place, placeName(place, scene), "mention") : placeLink(place, inner);
      return html`<a href=${node.url} target="_blank" rel="noopener noreferrer">${inner}</a>`;
    }
    case "list":
      return showList(node, scene);
    case "time":
      return html`<discord-time title=${markTime(node.unix, "F", clockOf(scene))}>${markTime(node.unix, node.style, clockOf(scene))}</discord-time>`;
    case "emoji":
      return `:${node.name}:`;
    case "command":
      return html`<discord-mention type="slash">${node.name}</discord-mention>`;
    default:
      return showMention(node, scene);
  }
}

function showList(node: Extract<MarkdownNode, { type: "list" }>, scene: Scene): TemplateResult {
  const items = node.items.map((item) => html`<li>${showNodes(item, scene)}</li>`);
  return node.ordered ? html`<ol start=${node.start}>${items}</ol>` : html`<ul>${items}</ul>`;
}

function showMention({ type, id }: { type: "user" | "role" | "channel"; id: string }, scene: Scene): TemplateResult {
  const name = nameOfMentioned(type, id, scene);
  const known = type === "channel" && scene.channels.some((channel) => channel.id === id);
  return known ? placeLink({ channel: id }, `#${name}`, "mention") : html`<discord-mention type=${type}>${name}</discord-mention>`;
}

function nameOfMentioned(type: "user" | "role" | "channel", id: string, scene: Scene): string {
  if (type === "channel") {
    const channel = scene.channels.find((each) => each.id === id);
    return channel ? channelName(channel, scene.me.user) : "unknown";
  }
  if (type === "role") return scene.guild.roles.find((role) => role.id === id)?.name ?? "unknown-role";
  const user = scene.users.find((each) => each.id === id);
  return user ? nameOf(user) : "unknown-user";
}
