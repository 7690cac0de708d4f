/** How the message box looks: files, the command's chips, the line, and the list above. */
import { ApplicationCommandOptionType } from "discord-api-types/v10";
import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { repeat } from "lit/directives/repeat.js";
import { fileSize } from "./attachment.ts";
import { openOptions } from "./draft.ts";
import type { Chip, Draft } from "./draft.ts";
import type { MessageBox } from "./messageBox.ts";
import { channelName } from "./people.ts";
import { activeId, popupId, showPopup } from "./popup.ts";

/** Shows the box as it is now. */
export function showMessageBox(box: MessageBox): TemplateResult {
  const { draft, popup, problem } = box;
  const complaint = problem ? (problem.option ? `${problem.option}: ${problem.text}` : problem.text) : box.notice;
  return html`<div
    class="message-box"
    @keydown=${(event: KeyboardEvent) => box.onKey(event)}
    @focusout=${(event: FocusEvent) => box.contains(event.relatedTarget as Node | null) || box.onLeave()}
    @paste=${(event: ClipboardEvent) => paste(event, box)}
  >
    ${popup ? showPopup(popup, (index) => box.highlight(index)) : nothing}
    <p class="complaint" role="alert">${complaint}</p>
    ${box.files.length > 0 ? html`<ul class="files" aria-label="Files to send">${box.files.map((file) => showFile(file, box))}</ul>` : nothing}
    <div class="bar ${problem ? "wrong" : ""}">
      <label class="attach" title="Attach a file">
        <input type="file" multiple aria-label="Attach a file" @change=${(event: Event) => picked(event, box)} />
        <span aria-hidden="true">+</span>
      </label>
      <div class="writing">${draft ? showDraft(draft, box) : nothing}${showLine(box)}${draft ? showMore(draft, box) : nothing}</div>
    </div>
  </div>`;
}

/** The line keeps its name while a command stands before it, so that it is always found. */
function showLine(box: MessageBox): TemplateResult {
  const name = channelName(box.channel, box.scene.me.user);
  const place = "recipients" in box.channel ? `@${name}` : `#${name}`;
  return html`<textarea
    rows="1"
    aria-label="Message"
    aria-autocomplete="list"
    aria-haspopup="listbox"
    aria-controls=${box.popup ? popupId : nothing}
    aria-activedescendant=${(box.focused === "" && box.popup && activeId(box.popup)) || nothing}
    placeholder=${box.draft ? "" : `Message ${place}`}
    autocomplete="off"
    .value=${live(box.line)}
    @input=${(event: InputEvent) => box.onLine((event.target as HTMLTextAreaElement).value)}
    @focus=${() => box.onFocus("")}
  ></textarea>`;
}

function showDraft({ entry, chips }: Draft, box: MessageBox): TemplateResult {
  return html`<span class="command-name">/${entry.name}</span>${repeat(chips, ({ option }) => option.name, (chip) => showChip(chip, box))}`;
}

function showChip(chip: Chip, box: MessageBox): TemplateResult {
  const { option, text } = chip;
  const focused = box.focused === option.name;
  const wrong = box.problem?.option === option.name;
  if (option.type === ApplicationCommandOptionType.Attachment) return showFileChip(chip, wrong, box);
  return html`<label class="chip ${wrong ? "wrong" : ""}" title=${option.description}
    ><span aria-hidden="true">${option.name}</span
    ><input
      role="combobox"
      data-option=${option.name}
      aria-label=${option.name}
      aria-description=${option.description}
      aria-autocomplete="list"
      aria-required=${option.required === true}
      aria-invalid=${wrong}
      aria-expanded=${focused && box.popup !== undefined}
      aria-controls=${focused && box.popup ? popupId : nothing}
      aria-activedescendant=${(focused && box.popup && activeId(box.popup)) || nothing}
      autocomplete="off"
      size=${Math.min(40, Math.max(4, text.length + 1))}
      .value=${live(text)}
      @input=${(event: InputEvent) => box.onChip(option.name, (event.target as HTMLInputElement).value)}
      @focus=${() => box.onFocus(option.name)}
  /></label>`;
}

function showFileChip({ option, text }: Chip, wrong: boolean, box: MessageBox): TemplateResult {
  return html`<label class="chip file ${wrong ? "wrong" : ""}" title=${option.description}
    ><span aria-hidden="true">${option.name}</span><em aria-hidden="true">${text || "Choose or drop a file"}</em
    ><input
      type="file"
      data-option=${option.name}
      aria-label="${option.name}${text ? `: ${text}` : ""}"
      aria-description=${option.description}
      aria-required=${option.required === true}
      aria-invalid=${wrong}
      @change=${(event: Event) => picked(event, box, option.name)}
      @focus=${() => box.onFocus(option.name)}
  /></label>`;
}

function showMore(draft: Draft, box: MessageBox): TemplateResult | typeof nothing {
  const count = openOptions(draft).length;
  if (count === 0) return nothing;
  return html`<button type="button" class="more" tabindex="-1" @click=${() => box.offerOptions()}>+${count} optional</button>`;
}

function showFile(file: File, box: MessageBox): TemplateResult {
  const { amount, unit } = fileSize(file.size);
  return html`<li>
    <span class="name">${file.name}</span> <small>${amount} ${unit}</small>
    <button type="button" aria-label="Remove ${file.name}" @click=${() => box.removeFile(file)}>✕</button>
  </li>`;
}

function picked(event: Event, box: MessageBox, option?: string): void {
  const input = event.target as HTMLInputElement;
  box.addFiles([...(input.files ?? [])], option);
  // Cleared, so that the same file can be chosen again after it was removed.
  input.value = "";
}

/** Takes files that are pasted. Formatted words come with a picture of themselves: of these, the words are meant. */
function paste(event: ClipboardEvent, box: MessageBox): void {
  const data = event.clipboardData;
  if (!data || data.files.length === 0 || (data.types.includes("text/html") && data.types.includes("text/plain"))) return;
  event.preventDefault();
  box.addFiles([...data.files]);
}
