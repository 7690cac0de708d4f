/** A pane that stays at its newest end while things are added, unless one scrolled up to read. */
import { css, html, LitElement, nothing } from "lit";
import type { PropertyValues, TemplateResult } from "lit";

/** How near the end counts as being there, in pixels. */
const near = 40;

export class NewestBelow extends LitElement {
  static override properties = { of: {}, away: { state: true } };
  static override styles = css`
    :host { position: relative; display: flex; min-height: 0; flex: 1; }
    .pane { flex: 1; min-width: 0; display: flex; flex-direction: column; overflow-y: auto; overscroll-behavior: contain; scrollbar-color: var(--rail) transparent; }
    .pane:focus-visible { outline: 2px solid var(--focus); outline-offset: -2px; }
    .content { margin-top: auto; }
    button { position: absolute; inset-inline: 16px; bottom: 4px; padding: 6px 12px; border: 0; border-radius: 8px; background: var(--brand); color: #fff; font: inherit; font-size: 0.875rem; text-align: start; cursor: pointer; }
    button:focus-visible { outline: 2px solid #fff; outline-offset: -4px; }
  `;
  /** What is shown, a channel's id: another one begins at its newest end. */
  declare of: string;
  private declare away: boolean;
  private lastTop = 0;
  private readonly observer = new ResizeObserver(() => this.follow());

  constructor() {
    super();
    this.of = "";
    this.away = false;
  }

  override render(): TemplateResult {
    return html`<div class="pane" tabindex="0" role="group" aria-label="Messages, scrollable" @scroll=${() => this.onScroll()}>
        <div class="content"><slot></slot></div>
      </div>
      ${this.away ? html`<button type="button" @click=${() => this.jump()}>You're viewing older messages · Jump to present ↓</button>` : nothing}`;
  }

  override firstUpdated(): void {
    const [pane, content] = [this.pane, this.pane.firstElementChild];
    for (const element of [pane, content]) if (element) this.observer.observe(element);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.observer.disconnect();
  }

  override updated(changed: PropertyValues): void {
    if (changed.has("of")) this.jump();
  }

  /** Goes to the newest end. */
  jump(): void {
    this.away = false;
    this.follow();
  }

  private get pane(): HTMLElement {
    return this.renderRoot.querySelector(".pane") as HTMLElement;
  }

  private follow(): void {
    if (this.away) return;
    this.pane.scrollTop = this.pane.scrollHeight;
    this.lastTop = this.pane.scrollTop;
  }

  /** Only scrolling up leads away: what was added below since is no one's doing here. */
  private onScroll(): void {
    const { scrollHeight, scrollTop, clientHeight } = this.pane;
    if (scrollHeight - scrollTop - clientHeight <= near) this.away = false;
    else if (scrollTop < this.lastTop) this.away = true;
    this.lastTop = scrollTop;
  }
}
