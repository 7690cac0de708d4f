/** A message as its reader sees it, in plain text: what a test says about a message, it says about this. */
import { ComponentType, MessageFlags, type APIEmbed, type APIMessage } from "discord-api-types/v10";
import type { SeenMessage } from "./protocol.ts";

/**
 * Lines of text: who speaks, the content, every embed from top to bottom, files, then buttons as [Label] and menus as
 * <Placeholder: first | second>. Backslash escapes are resolved; other Markdown stays as it was written.
 */
export function readable(message: SeenMessage): string {
  const { author, content, embeds, attachments, components = [], flags = 0 } = message;
  const lines = [`${author.global_name ?? author.username}:`];
  if (message.ephemeral) lines.push("(only you can see this)");
  if (flags & MessageFlags.Loading) lines.push("(thinking)");
  if (content) lines.push(unescape(content));
  for (const embed of embeds) lines.push(...embedLines(embed));
  for (const { filename } of attachments) lines.push(`(file: ${filename})`);
  for (const row of components) if (row.type === ComponentType.ActionRow) lines.push(row.components.map(componentText).join(" "));
  return lines.join("\n");
}

function embedLines({ author, title, url, description, fields = [], image, footer, timestamp }: APIEmbed): string[] {
  const lines: string[] = [];
  if (author) lines.push(author.name);
  if (title) lines.push(url ? `${unescape(title)} <${url}>` : unescape(title));
  if (description) lines.push(unescape(description));
  for (const { name, value } of fields) lines.push(`${unescape(name)}: ${unescape(value)}`);
  if (image) lines.push(`(image: ${image.url})`);
  const last = [footer?.text, timestamp].filter(Boolean).join(" • ");
  if (last) lines.push(last);
  return lines;
}

type Component = Extract<NonNullable<APIMessage["components"]>[number], { type: ComponentType.ActionRow }>["components"][number];

function componentText(component: Component): string {
  const disabled = component.disabled ? " (disabled)" : "";
  if (component.type === ComponentType.Button) {
    const emoji = "emoji" in component ? component.emoji?.name : undefined;
    const label = "label" in component ? component.label : undefined;
    return `[${[emoji, label].filter(Boolean).join(" ")}]${disabled}`;
  }
  const options = component.type === ComponentType.StringSelect ? component.options.map(({ label }) => label).join(" | ") : "…";
  return `<${component.placeholder ?? "Make a selection"}: ${options}>${disabled}`;
}

function unescape(markdown: string): string {
  return markdown.replaceAll(/\\([!-/:-@[-`{-~])/g, "$1");
}
