/** A modal: a form that a command or a button opens. The browser's own dialog keeps the focus inside. */
import { ComponentType, TextInputStyle } from "discord-api-types/v10";
import type { APIModalInteractionResponseCallbackData, APIStringSelectComponent, APITextInputComponent } from "discord-api-types/v10";
import { html, LitElement, nothing } from "lit";
import type { TemplateResult } from "lit";
import type { ModalValue } from "../protocol.ts";

/** A text input or a menu, with the words above it. */
interface Field {
  label: string;
  description: string | undefined;
  input: APITextInputComponent | APIStringSelectComponent;
}

/** Gives the inputs of a modal in order, whether they stand in rows or under labels. */
export function modalFields(data: APIModalInteractionResponseCallbackData): Field[] {
  return data.components.flatMap((component) => {
    if (component.type === ComponentType.Label) {
      const { label, description, component: input } = component;
      return input.type === ComponentType.TextInput || input.type === ComponentType.StringSelect ? [{ label, description, input }] : [];
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
    const name = html`<span class="label">${label}${(input.required ?? true) ? html`<em aria-hidden="true"> *</em>` : nothing}</span>
      ${description ? html`<small>${description}</small>` : nothing}`;
    if (input.type === ComponentType.TextInput) return html`<label>${name}${textInput(input)}</label>`;
    if ((input.max_values ?? 1) === 1) return html`<label>${name}${choice(input)}</label>`;
    return html`<fieldset><legend>${name}</legend>${choices(input)}</fieldset>`;
  }

  override firstUpdated(): void {
    this.querySelector("dialog")?.showModal();
    this.querySelector<HTMLElement>(".fields :is(input, textarea, select)")?.focus();
  }

  private submit(event: SubmitEvent): void {
    event.preventDefault();
    const filled = new FormData(event.target as HTMLFormElement);
    const all = (id: string): string[] => filled.getAll(id).map(String);
    const value = ({ input: { type, custom_id: id } }: Field): ModalValue => (type === ComponentType.TextInput ? (all(id)[0] ?? "") : all(id).filter(Boolean));
    const detail = Object.fromEntries(modalFields(this.data).map((field) => [field.input.custom_id, value(field)]));
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

function textInput(input: APITextInputComponent): TemplateResult {
  const { custom_id: id, required = true, placeholder = "", min_length: least = nothing, max_length: most = 4000, value = "" } = input;
  return input.style === TextInputStyle.Paragraph
    ? html`<textarea name=${id} rows="6" placeholder=${placeholder} minlength=${least} maxlength=${most} ?required=${required} .value=${value}></textarea>`
    : html`<input name=${id} autocomplete="off" placeholder=${placeholder} minlength=${least} maxlength=${most} ?required=${required} .value=${value} />`;
}

/** A menu of which one is chosen. */
function choice({ custom_id: id, options, placeholder = "Make a selection", required = true }: APIStringSelectComponent): TemplateResult {
  return html`<select name=${id} ?required=${required}>
    <option value="">${placeholder}</option>
    ${options.map(
      ({ label, value, description, default: preset }) => html`<option value=${value} ?selected=${preset}>${label}${description ? ` (${description})` : ""}</option>`,
    )}
  </select>`;
}

/** A menu of which several may be chosen: how many, the playground checks. */
function choices({ custom_id: id, options }: APIStringSelectComponent): TemplateResult[] {
  return options.map(
    ({ label, value, description, default: preset }) => html`<label class="check">
      <input type="checkbox" name=${id} value=${value} ?checked=${preset} />
      <span>${label}${description ? html`<small>${description}</small>` : nothing}</span>
    </label>`,
  );
}
