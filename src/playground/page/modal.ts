/** A modal: a form that a command or a button opens. The browser's own dialog keeps the focus inside. */
import { ComponentType, TextInputStyle } from "discord-api-types/v10";
import type { APIModalInteractionResponseCallbackData, APITextInputComponent } from "discord-api-types/v10";
import { html, LitElement, nothing } from "lit";
import type { TemplateResult } from "lit";

/** A text input with the words above it. */
interface Field {
  label: string;
  description: string | undefined;
  input: APITextInputComponent;
}

/** Gives the text inputs of a modal in order, whether they stand in rows or under labels. */
export function modalFields(data: APIModalInteractionResponseCallbackData): Field[] {
  return data.components.flatMap((component) => {
    if (component.type === ComponentType.Label && component.component.type === ComponentType.TextInput) {
      return [{ label: component.label, description: component.description, input: component.component }];
    }
    if (component.type === ComponentType.ActionRow) {
      return component.components.map((input) => ({ label: input.label ?? "", description: undefined, input }));
    }
    return [];
  });
}

/** Sends "submit-modal" with the fields' values as its detail, and "close-modal" when it is put away. */
export class ModalDialog extends LitElement {
  static override properties = {
    data: { attribute: false },
    asker: {},
    avatar: {},
    failure: {},
    busy: { type: Boolean },
  };
  declare data: APIModalInteractionResponseCallbackData;
  /** The name and the picture of the bot that asks. */
  declare asker: string;
  declare avatar: string;
  declare failure: string;
  declare busy: boolean;

  /** Without a shadow root, so that the page's styles and the browser's own checks of inputs apply. */
  protected override createRenderRoot(): this {
    return this;
  }

  override render(): TemplateResult {
    return html`<dialog aria-labelledby="modal-title" @cancel=${(event: Event) => this.cancel(event)}>
      <form @submit=${(event: SubmitEvent) => this.submit(event)}>
        <header>
          <img src=${this.avatar} alt="" />
          <h2 id="modal-title">${this.data.title}</h2>
          <button type="button" class="close" aria-label="Close" @click=${() => this.close()}>✕</button>
        </header>
        <div class="fields">
          ${modalFields(this.data).map((field) => this.field(field))}
          <p class="hint">This form will be sent to ${this.asker}.</p>
          ${this.failure ? html`<p class="failure" role="alert">${this.failure}</p>` : nothing}
        </div>
        <footer>
          <button type="button" class="button plain" @click=${() => this.close()}>Cancel</button>
          <button type="submit" class="button primary" ?disabled=${this.busy} aria-busy=${this.busy}>Submit</button>
        </footer>
      </form>
    </dialog>`;
  }

  private field({ label, description, input }: Field): TemplateResult {
    const required = input.required ?? true;
    const name = html`<span class="label">${label}${required ? html`<em aria-hidden="true"> *</em>` : nothing}</span>
      ${description ? html`<small>${description}</small>` : nothing}`;
    const { custom_id: id, placeholder = "", min_length: least = nothing, max_length: most = 4000, value = "" } = input;
    const control =
      input.style === TextInputStyle.Paragraph
        ? html`<textarea
            name=${id}
            rows="4"
            placeholder=${placeholder}
            minlength=${least}
            maxlength=${most}
            ?required=${required}
            .value=${value}
          ></textarea>`
        : html`<input
            name=${id}
            autocomplete="off"
            placeholder=${placeholder}
            minlength=${least}
            maxlength=${most}
            ?required=${required}
            .value=${value}
          />`;
    return html`<label>${name}${control}</label>`;
  }

  override firstUpdated(): void {
    this.querySelector("dialog")?.showModal();
    this.querySelector<HTMLElement>(".fields input, .fields textarea")?.focus();
  }

  private submit(event: SubmitEvent): void {
    event.preventDefault();
    const controls = [...this.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(".fields [name]")];
    const detail = Object.fromEntries(controls.map(({ name, value }) => [name, value]));
    this.dispatchEvent(new CustomEvent("submit-modal", { detail }));
  }

  /** Escape closes the dialog by itself; the page must hear of it. */
  private cancel(event: Event): void {
    event.preventDefault();
    this.close();
  }

  private close(): void {
    this.querySelector("dialog")?.close();
    this.dispatchEvent(new CustomEvent("close-modal"));
  }
}
