/** The menu of a message: what apps can do with it. Made for the keyboard as well as for the mouse. */
import type { APIApplicationCommand } from "discord-api-types/v10";
import { html, LitElement } from "lit";
import type { PropertyValues, TemplateResult } from "lit";

/** Where a menu opens, in pixels of the window. */
export interface Spot {
  x: number;
  y: number;
}

/** How far the menu keeps from the window's edges, in pixels. */
const margin = 8;

/** Sends "run-command" with the name of what was chosen as its detail, and "close-menu" when it is put away. */
export class MessageMenu extends LitElement {
  static override properties = { commands: { attribute: false }, spot: { attribute: false }, picture: {} };
  declare commands: APIApplicationCommand[];
  declare spot: Spot;
  /** The picture of the bot that the commands belong to. */
  declare picture: string;
  /** What had the focus before, and gets it back. */
  private opener: HTMLElement | undefined;

  /** Without a shadow root, so that the page's styles apply. */
  protected override createRenderRoot(): this {
    return this;
  }

  override render(): TemplateResult {
    return html`<div
      class="menu"
      role="menu"
      aria-labelledby="menu-title"
      @keydown=${(event: KeyboardEvent) => this.onKey(event)}
      @focusout=${(event: FocusEvent) => this.contains(event.relatedTarget as Node | null) || this.close()}
      @contextmenu=${(event: Event) => event.preventDefault()}
    >
      <div id="menu-title" class="menu-title">Apps</div>
      ${this.commands.map(
        ({ name }) => html`<button type="button" role="menuitem" tabindex="-1" @pointermove=${focusOn} @click=${() => this.run(name)}>
          <img src=${this.picture} alt="" /><span>${name}</span>
        </button>`,
      )}
    </div>`;
  }

  /** Opens at its spot, or as near to it as it fits into the window. */
  override updated(changed: PropertyValues): void {
    if (!changed.has("spot")) return;
    this.opener = document.activeElement instanceof HTMLElement ? document.activeElement : undefined;
    const menu = this.querySelector<HTMLElement>(".menu");
    if (menu) {
      menu.style.left = `${Math.max(margin, Math.min(this.spot.x, window.innerWidth - menu.offsetWidth - margin))}px`;
      menu.style.top = `${Math.max(margin, Math.min(this.spot.y, window.innerHeight - menu.offsetHeight - margin))}px`;
    }
    this.items[0]?.focus();
  }

  private get items(): HTMLButtonElement[] {
    return [...this.querySelectorAll("button")];
  }

  private onKey(event: KeyboardEvent): void {
    const { items } = this;
    const at = items.findIndex((item) => item === document.activeElement);
    const targets: Record<string, number> = { ArrowDown: (at + 1) % items.length, ArrowUp: (at - 1 + items.length) % items.length, Home: 0, End: items.length - 1 };
    const target = targets[event.key];
    if (target !== undefined) items[target]?.focus();
    else if (event.key === "Escape" || event.key === "Tab") this.leave();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  private run(name: string): void {
    this.leave();
    this.dispatchEvent(new CustomEvent("run-command", { detail: name }));
  }

  private leave(): void {
    this.opener?.focus();
    this.close();
  }

  private close(): void {
    this.dispatchEvent(new CustomEvent("close-menu"));
  }
}

function focusOn({ currentTarget }: Event): void {
  if (currentTarget instanceof HTMLElement && currentTarget !== document.activeElement) currentTarget.focus();
}
