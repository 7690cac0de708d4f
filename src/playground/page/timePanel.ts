/** What time it is in the playground, and the moderator's buttons that let it pass. */
import { html, LitElement, nothing } from "lit";
import type { TemplateResult } from "lit";
import type { Scene } from "../protocol.ts";
import type { State } from "./state.ts";
import { clockOf, fullTime } from "./times.ts";

export interface TimeActions {
  pass(milliseconds: number): Promise<void>;
  skip(): Promise<void>;
}

const hour = 3_600_000;

/** Shows the time. Only a moderator can let it pass; to the others it says who can. */
export function timePanel(state: State, scene: Scene, actions: TimeActions): TemplateResult {
  const moderators = scene.seats.filter(({ moderator }) => moderator).map(({ user }) => user.global_name ?? user.username);
  const pass = (label: string, milliseconds: number): TemplateResult =>
    html`<button type="button" class="button" @click=${() => actions.pass(milliseconds)}>${label}</button>`;
  return html`<section class="time" aria-labelledby="time-title">
    <h3 id="time-title">Time here</h3>
    <running-clock .scene=${scene}></running-clock>
    ${scene.me.moderator
      ? html`<div class="passing" role="group" aria-label="Let time pass">
          ${scene.foresees
            ? html`<button type="button" class="button primary" aria-busy=${state.awaitsPost} ?disabled=${state.awaitsPost} @click=${() => actions.skip()}>
                ${state.awaitsPost ? "Waiting…" : "To the next post"}
              </button>`
            : nothing}
          ${pass("+1 hour", hour)}${pass("+1 day", 24 * hour)}
        </div>`
      : html`<p class="hint">${moderators.join(" and ")} can let time pass.</p>`}
    <p class="hint" role="status">${state.timeNotice ?? ""}</p>
  </section>`;
}

/** The time and date of the playground, kept up to the minute. */
export class RunningClock extends LitElement {
  static override properties = { scene: { attribute: false } };
  declare scene: Scene;
  private timer: ReturnType<typeof setInterval> | undefined;

  protected override createRenderRoot(): this {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.timer = setInterval(() => this.requestUpdate(), 1000);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.timer);
  }

  override render(): TemplateResult {
    const clock = clockOf(this.scene);
    return html`<time datetime=${clock.now.toISOString()}>${fullTime(clock)}</time>`;
  }
}
