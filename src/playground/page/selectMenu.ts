/** A menu in a message: a button that opens a list, made for the keyboard as well as for the mouse. */
import type { APISelectMenuOption } from "discord-api-types/v10";
import { css, html, LitElement, nothing } from "lit";
import type { TemplateResult } from "lit";

/** Sends a "choose" event, its detail the chosen values, when a choice is made. */
export class SelectMenu extends LitElement {
  static override properties = {
    options: { attribute: false },
    placeholder: {},
    least: { type: Number },
    most: { type: Number },
    disabled: { type: Boolean },
    open: { state: true },
    active: { state: true },
    chosen: { state: true },
  };
  static override styles = css`
    :host { display: block; position: relative; width: min(400px, 100%); margin: 4px 0; }
    button { display: flex; gap: 8px; align-items: center; width: 100%; min-height: 40px; padding: 8px 12px; border: 1px solid var(--rail); border-radius: 4px; background: var(--rail); color: var(--text); font: inherit; text-align: start; cursor: pointer; }
    button:disabled { opacity: 0.5; cursor: not-allowed; }
    button:focus-visible { outline: 2px solid var(--focus); outline-offset: 1px; }
    .value { flex: 1; min-width: 0; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
    .empty { color: var(--muted); }
    ul { position: absolute; z-index: 5; inset-inline: 0; max-height: 240px; margin: 2px 0 0; padding: 0; overflow-y: auto; list-style: none; background: var(--side); border: 1px solid var(--rail); border-radius: 4px; box-shadow: 0 4px 12px rgb(0 0 0 / 40%); }
    ul.above { bottom: 100%; margin: 0 0 2px; }
    li { display: flex; gap: 8px; align-items: center; padding: 8px 12px; cursor: pointer; }
    li.active { background: var(--hover-strong); }
    li > div { flex: 1; min-width: 0; overflow-wrap: anywhere; }
    li small { display: block; color: var(--muted); font-size: 0.8125rem; }
  `;
  declare options: APISelectMenuOption[];
  declare placeholder: string;
  declare least: number;
  declare most: number;
  declare disabled: boolean;
  private declare open: boolean;
  private declare active: number;
  private declare chosen: string[];

  constructor() {
    super();
    this.options = [];
    this.placeholder = "Make a selection";
    this.least = 1;
    this.most = 1;
    this.disabled = false;
    this.open = false;
    this.active = 0;
    this.chosen = [];
  }

  override render(): TemplateResult {
    const shown = this.options.filter(({ value, default: preset }) => (this.chosen.length > 0 ? this.chosen.includes(value) : preset));
    return html`<button
        type="button"
        role="combobox"
        aria-label=${this.placeholder}
        aria-haspopup="listbox"
        aria-expanded=${this.open}
        aria-controls="list"
        aria-activedescendant=${this.open ? `option-${this.active}` : nothing}
        ?disabled=${this.disabled}
        @click=${() => this.toggle()}
        @keydown=${(event: KeyboardEvent) => this.onKey(event)}
        @blur=${() => this.onBlur()}
      >
        <span class="value ${shown.length > 0 ? "" : "empty"}">${shown.map(({ label }) => label).join(", ") || this.placeholder}</span>
        <span aria-hidden="true">▾</span>
      </button>
      ${this.open ? this.list() : nothing}`;
  }

  private list(): TemplateResult {
    const above = this.getBoundingClientRect().bottom + 250 > window.innerHeight;
    return html`<ul id="list" role="listbox" class=${above ? "above" : ""} aria-label=${this.placeholder} aria-multiselectable=${this.most > 1}>
      ${this.options.map(
        ({ label, value, description, emoji }, index) => html`<li
          id="option-${index}"
          role="option"
          class=${index === this.active ? "active" : ""}
          aria-selected=${this.chosen.includes(value)}
          @pointermove=${() => (this.active = index)}
          @pointerdown=${(event: Event) => event.preventDefault()}
          @click=${() => this.pick(index)}
        >
          ${emoji?.name && !emoji.id ? html`<span aria-hidden="true">${emoji.name}</span>` : nothing}
          <div>${label}${description ? html`<small>${description}</small>` : nothing}</div>
          ${this.chosen.includes(value) ? html`<span aria-hidden="true">✓</span>` : nothing}
        </li>`,
      )}
    </ul>`;
  }

  override updated(): void {
    this.renderRoot.querySelector(".active")?.scrollIntoView({ block: "nearest" });
  }

  private toggle(): void {
    if (this.open) this.close();
    else {
      this.open = true;
      this.active = Math.max(0, this.options.findIndex(({ value, default: preset }) => preset || this.chosen.includes(value)));
    }
  }

  private onKey(event: KeyboardEvent): void {
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, Home: -this.options.length, End: this.options.length };
    const step = steps[event.key];
    if (step !== undefined) {
      event.preventDefault();
      if (this.open) this.active = Math.min(this.options.length - 1, Math.max(0, this.active + step));
      else this.toggle();
    } else if (this.open && (event.key === "Enter" || event.key === " ")) {
      event.preventDefault();
      this.pick(this.active);
    } else if (this.open && event.key === "Escape") {
      event.preventDefault();
      event.stopPropagation();
      this.close();
    } else if (this.open && event.key.length === 1) {
      const found = this.options.findIndex(({ label }) => label.toLowerCase().startsWith(event.key.toLowerCase()));
      if (found >= 0) this.active = found;
    }
  }

  private onBlur(): void {
    if (this.open) this.close();
  }

  /** One choice is sent at once; of several, all are sent when the list closes, as Discord does. */
  private pick(index: number): void {
    const value = this.options[index]?.value;
    if (value === undefined) return;
    if (this.most <= 1) {
      this.chosen = [value];
      this.close();
    } else if (this.chosen.includes(value)) this.chosen = this.chosen.filter((each) => each !== value);
    else if (this.chosen.length < this.most) this.chosen = [...this.chosen, value];
  }

  private close(): void {
    this.open = false;
    if (this.chosen.length === 0 || this.chosen.length < this.least) return;
    this.dispatchEvent(new CustomEvent<string[]>("choose", { detail: this.chosen }));
    this.chosen = [];
  }
}
