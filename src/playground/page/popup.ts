/** The list above the message box: commands, suggestions for an option, or options to add. */
import { html } from "lit";
import type { TemplateResult } from "lit";

/** One line of a popup. */
export interface PopupItem {
  name: string;
  /** Smaller words behind the name: what an option is for, or the options of a command. */
  detail?: string;
  hint?: string;
  choose(): void;
}

export interface Popup {
  /** The list's accessible name. */
  label: "Commands" | "Suggestions" | "Options";
  /** The words above the list. */
  title: string;
  items: PopupItem[];
  /** The highlighted line, or -1. */
  active: number;
}

export const popupId = "popup";

/** The id of the highlighted line, for aria-activedescendant. */
export function activeId({ active }: Popup): string | undefined {
  return active < 0 ? undefined : `${popupId}-${active}`;
}

/** Gives the line to highlight after an arrow key: round and round, and from nowhere to either end. */
export function moveActive({ active, items }: Popup, step: 1 | -1): number {
  if (active < 0) return step > 0 ? 0 : items.length - 1;
  return (active + step + items.length) % items.length;
}

/** Shows the list. The focus stays in the box, so a press must not take it. */
export function showPopup(popup: Popup, highlight: (index: number) => void): TemplateResult {
  return html`<div class="popup">
    <div class="popup-title" aria-hidden="true">${popup.title}</div>
    <ul id=${popupId} role="listbox" aria-label=${popup.label}>
      ${popup.items.map(
        (item, index) => html`<li
          id="${popupId}-${index}"
          role="option"
          aria-selected=${index === popup.active}
          class=${index === popup.active ? "active" : ""}
          @pointermove=${() => index !== popup.active && highlight(index)}
          @pointerdown=${(event: Event) => event.preventDefault()}
          @click=${() => item.choose()}
        >
          <span class="name">${item.name}</span>
          ${item.hint ? html`<span class="hint">${item.hint}</span>` : ""}
          ${item.detail ? html`<span class="detail">${item.detail}</span>` : ""}
        </li>`,
      )}
    </ul>
  </div>`;
}
