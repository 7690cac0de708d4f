/** What can be pressed under a message: rows of buttons and menus. */
import { ButtonStyle, ComponentType } from "discord-api-types/v10";
import type {
  APIActionRowComponent,
  APIButtonComponent,
  APIComponentInMessageActionRow,
  APIMessageComponentEmoji,
  APIMessageTopLevelComponent,
  APISelectMenuComponent,
  APISelectMenuOption,
} from "discord-api-types/v10";
import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import type { Scene } from "../protocol.ts";
import { channels, people, roles } from "./candidates.ts";
import type { Candidate } from "./candidates.ts";
import { placeLink, placeOf } from "./placeLink.ts";

/** What to do when someone presses or chooses, and which component (by custom id) still waits for its outcome. */
export interface Pressing {
  pressed: string | undefined;
  press(customId: string): Promise<void>;
  choose(customId: string, values: string[]): Promise<void>;
}

const styles: Record<number, string> = {
  [ButtonStyle.Primary]: "primary",
  [ButtonStyle.Secondary]: "secondary",
  [ButtonStyle.Success]: "success",
  [ButtonStyle.Danger]: "danger",
};

/** Shows the components of a message; one that the page cannot show says so. */
export function components(all: APIMessageTopLevelComponent[], scene: Scene, pressing: Pressing): TemplateResult[] {
  return all.map((row) =>
    row.type === ComponentType.ActionRow
      ? html`<discord-action-row slot="components">${rowContent(row, scene, pressing)}</discord-action-row>`
      : html`<p slot="components" class="failure">The playground's page cannot show a component of type ${row.type}.</p>`,
  );
}

function rowContent(row: APIActionRowComponent<APIComponentInMessageActionRow>, scene: Scene, pressing: Pressing): TemplateResult[] {
  return row.components.map((each) => (each.type === ComponentType.Button ? button(each, scene, pressing) : menu(each, scene, pressing)));
}

function button(data: APIButtonComponent, scene: Scene, pressing: Pressing): TemplateResult {
  const content = html`${emoji("emoji" in data ? data.emoji : undefined)}<span>${"label" in data ? data.label : nothing}</span>`;
  const place = data.style === ButtonStyle.Link && !data.disabled ? placeOf(data.url, scene) : undefined;
  if (place) return placeLink(place, content, "button secondary");
  if (data.style === ButtonStyle.Link && !data.disabled && /^https?:\/\//.test(data.url)) {
    return html`<a class="button secondary" href=${data.url} target="_blank" rel="noopener noreferrer"
      >${content}<span aria-hidden="true" class="leaves">↗</span></a
    >`;
  }
  const customId = "custom_id" in data ? data.custom_id : undefined;
  const busy = customId !== undefined && pressing.pressed === customId;
  return html`<button
    type="button"
    class="button ${styles[data.style] ?? "secondary"} ${busy ? "busy" : ""}"
    aria-busy=${busy}
    ?disabled=${data.disabled === true || customId === undefined || pressing.pressed !== undefined}
    @click=${() => customId !== undefined && pressing.press(customId)}
  >
    ${content}${busy ? html`<span class="dots" aria-hidden="true"><i></i><i></i><i></i></span>` : nothing}
  </button>`;
}

function emoji(data: APIMessageComponentEmoji | undefined): TemplateResult | typeof nothing {
  if (!data?.name) return nothing;
  return html`<span class="emoji" aria-hidden="true">${data.id ? `:${data.name}:` : data.name}</span>`;
}

function menu(data: APISelectMenuComponent, scene: Scene, pressing: Pressing): TemplateResult {
  return html`<select-menu
    .options=${menuOptions(data, scene)}
    placeholder=${data.placeholder ?? "Make a selection"}
    least=${data.min_values ?? 1}
    most=${data.max_values ?? 1}
    ?disabled=${data.disabled === true || pressing.pressed !== undefined}
    @choose=${({ detail }: CustomEvent<string[]>) => pressing.choose(data.custom_id, detail)}
  ></select-menu>`;
}

function menuOptions(data: APISelectMenuComponent, scene: Scene): APISelectMenuOption[] {
  if (data.type === ComponentType.StringSelect) return data.options;
  return menuCandidates(data, scene).map(({ name, value }) => ({ label: name, value: String(value) }));
}

function menuCandidates(data: Exclude<APISelectMenuComponent, { type: ComponentType.StringSelect }>, scene: Scene): Candidate[] {
  if (data.type === ComponentType.ChannelSelect) return channels(scene, data.channel_types);
  return [
    ...(data.type === ComponentType.RoleSelect ? [] : people(scene)),
    ...(data.type === ComponentType.UserSelect ? [] : roles(scene)),
  ];
}
