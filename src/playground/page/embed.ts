/** An embed, complete. */
import type { APIEmbed, APIEmbedAuthor, APIEmbedField } from "discord-api-types/v10";
import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import type { Scene } from "../protocol.ts";
import { markdown } from "./markdownView.ts";
import { clockOf, messageTime } from "./times.ts";

/**
 * Shows an embed. Author and title stand in the component's description slot rather than in its attributes: the
 * component would not format a title, and looks for emoji on another machine when a word resembles one.
 */
export function embed(data: APIEmbed, scene: Scene): TemplateResult {
  const color = data.color === undefined ? "" : `#${data.color.toString(16).padStart(6, "0")}`;
  return html`<discord-embed
    slot="embeds"
    color=${color}
    image=${data.image?.url ?? nothing}
    thumbnail=${data.thumbnail?.url ?? nothing}
  >
    ${data.author ? author(data.author) : nothing}
    ${data.title ? html`<div slot="description" class="embed-title">${linked(markdown(data.title, scene), data.url)}</div>` : nothing}
    ${data.description ? description(data.description, scene) : nothing}
    ${data.fields && data.fields.length > 0 ? fields(data.fields, scene) : nothing}
    ${footer(data, scene)}
  </discord-embed>`;
}

function author({ name, url, icon_url: icon }: APIEmbedAuthor): TemplateResult {
  return html`<div slot="description" class="embed-author">
    ${icon ? html`<img src=${icon} alt="" />` : nothing}${linked(name, url)}
  </div>`;
}

function description(text: string, scene: Scene): TemplateResult {
  return html`<discord-embed-description slot="description">
    <div class="markup">${markdown(text, scene)}</div>
  </discord-embed-description>`;
}

function linked(content: unknown, url: string | undefined): unknown {
  return url && /^https?:\/\//.test(url) ? html`<a href=${url} target="_blank" rel="noopener noreferrer">${content}</a>` : content;
}

/** Inline fields stand up to three in a row, two when there are only two; any other field ends the row. */
function fields(all: APIEmbedField[], scene: Scene): TemplateResult {
  const rows: APIEmbedField[][] = [];
  for (const field of all) {
    const row = rows.at(-1);
    if (field.inline && row?.at(-1)?.inline && row.length < 3) row.push(field);
    else rows.push([field]);
  }
  return html`<discord-embed-fields slot="fields">
    ${rows.flatMap((row) => row.map((field, index) => showField(field, index, row.length, scene)))}
  </discord-embed-fields>`;
}

function showField(field: APIEmbedField, index: number, width: number, scene: Scene): TemplateResult {
  const third = field.inline && width !== 2;
  return html`<discord-embed-field
    class=${field.inline && width === 2 ? `half-${index + 1}` : ""}
    ?inline=${field.inline}
    inline-index=${third && width > 1 ? index + 1 : nothing}
  >
    <div class="field-name">${markdown(field.name, scene)}</div>
    <div class="markup">${markdown(field.value, scene)}</div>
  </discord-embed-field>`;
}

function footer({ footer: data, timestamp }: APIEmbed, scene: Scene): TemplateResult | typeof nothing {
  if (!data && !timestamp) return nothing;
  const time = timestamp ? messageTime(new Date(timestamp), clockOf(scene)) : "";
  return html`<discord-embed-footer slot="footer" footer-image=${data?.icon_url ?? nothing} footer-image-alt="">
    <span>${[data?.text, time].filter(Boolean).join(" • ")}</span>
  </discord-embed-footer>`;
}
