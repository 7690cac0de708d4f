/** Hidden words that a click, Enter or Space uncovers. */
import { css, html, LitElement } from "lit";

export class SpoilerText extends LitElement {
  static override properties = { open: { type: Boolean, reflect: true } };
  static override styles = css`
    span { background: var(--rail); border-radius: 3px; color: transparent; cursor: pointer; }
    span ::slotted(*) { visibility: hidden; }
    :host([open]) span { background: rgb(255 255 255 / 10%); color: inherit; cursor: auto; }
    :host([open]) span ::slotted(*) { visibility: visible; }
  `;
  declare open: boolean;

  constructor() {
    super();
    this.open = false;
  }

  override render(): unknown {
    if (this.open) return html`<span><slot></slot></span>`;
    return html`<span role="button" tabindex="0" aria-label="Spoiler, hidden" @click=${() => this.uncover()} @keydown=${(event: KeyboardEvent) => this.onKey(event)}
      ><span aria-hidden="true"><slot></slot></span
    ></span>`;
  }

  private uncover(): void {
    this.open = true;
  }

  private onKey(event: KeyboardEvent): void {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    this.uncover();
  }
}
