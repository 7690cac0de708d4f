/** The message box: words, files, and commands with their options. */
import type { APIChannel } from "discord-api-types/v10";
import { LitElement } from "lit";
import type { PropertyValues } from "lit";
import type { Scene } from "../protocol.ts";
import type { BoxActions } from "./boxActions.ts";
import { commandPopup, optionPopup, suggestionPopup } from "./boxPopup.ts";
import type { Candidate } from "./candidates.ts";
import { commandEntries } from "./commandEntries.ts";
import type { CommandEntry } from "./commandEntries.ts";
import { addChip, eraseBefore, fillChip, finishDraft, optionNamedIn, readDraft, readWholeCommand, startDraft, takeFile, valuesSoFar } from "./draft.ts";
import type { Chip, Draft, Problem } from "./draft.ts";
import { joinFiles } from "./files.ts";
import { showMessageBox } from "./messageBoxView.ts";
import { moveActive } from "./popup.ts";
import type { Popup } from "./popup.ts";
import { Suggester } from "./suggester.ts";

/** Where the keys go when it is not into an option: the line of text, which stands behind the options. */
const theLine = "";
const longestMessage = 2000;

export class MessageBox extends LitElement {
  static override properties = {
    scene: { attribute: false },
    channel: { attribute: false },
    actions: { attribute: false },
    notice: {},
    line: { state: true },
    draft: { state: true },
    focused: { state: true },
    popup: { state: true },
    problem: { state: true },
    files: { state: true },
  };
  declare scene: Scene;
  declare channel: APIChannel;
  declare actions: BoxActions;
  /** What to say in red about what was sent last. */
  declare notice: string;
  declare line: string;
  declare draft: Draft | undefined;
  declare focused: string;
  declare popup: Popup | undefined;
  declare problem: Problem | undefined;
  declare files: File[];
  private moveFocus = false;
  private readonly suggester = new Suggester(
    (suggestions) => this.openSuggestions(suggestions),
    (error) => this.complain(`Loading options failed: ${error instanceof Error ? error.message : String(error)}`),
  );

  constructor() {
    super();
    this.notice = "";
    this.clear();
  }

  /** Without a shadow root: the page's styles apply, and so do the labels of the list for the input's ARIA attributes. */
  protected override createRenderRoot(): this {
    return this;
  }

  override render(): unknown {
    return showMessageBox(this);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get("channel");
    if (before && before.id !== this.channel.id) this.clear();
  }

  protected override updated(): void {
    this.querySelector(".popup .active")?.scrollIntoView({ block: "nearest" });
    if (!this.moveFocus) return;
    this.moveFocus = false;
    this.input(this.focused)?.focus();
  }

  // What the view tells the box.

  /** The line changed: a command's name with a space behind it becomes a draft. */
  onLine(line: string): void {
    this.line = line;
    this.problem = undefined;
    const { draft } = this;
    if (draft) {
      const named = draft.entry.options.find(({ name }) => line.trim() === `${name}:`);
      if (named) this.add(named);
      else this.popup = optionPopup(line, draft, (option) => this.add(option));
      return;
    }
    const begun = line.startsWith("/") && line.includes(" ") ? readDraft(line, this.entries) : undefined;
    if (begun) this.begin(begun);
    else this.popup = commandPopup(line, this.entries, (entry) => this.begin(startDraft(entry)));
  }

  /** What stands in an option changed. */
  onChip(name: string, text: string): void {
    if (!this.draft) return;
    this.problem = undefined;
    const named = optionNamedIn(text, this.draft);
    this.draft = fillChip(this.draft, name, named ? named.before : text);
    if (named) this.add(named.option);
    else this.suggest();
  }

  /** The focus came to an option, or to the line. */
  onFocus(name: string): void {
    this.focused = name;
    if (name !== theLine) this.suggest();
    else if (this.draft) this.popup = optionPopup(this.line, this.draft, (option) => this.add(option));
    else if (!this.popup) this.popup = commandPopup(this.line, this.entries, (entry) => this.begin(startDraft(entry)));
  }

  /** The focus left the box. */
  onLeave(): void {
    this.suggester.stop();
    this.popup = undefined;
  }

  async onKey(event: KeyboardEvent): Promise<void> {
    if (event.isComposing) return;
    const { popup } = this;
    const active = popup?.items[popup.active];
    if (popup && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      event.preventDefault();
      this.highlight(moveActive(popup, event.key === "ArrowDown" ? 1 : -1));
    } else if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      const typed = this.draft ? undefined : readWholeCommand(this.line, this.entries, this.scene);
      if (typed) await this.run(typed);
      else if (active) active.choose();
      else if (this.draft) await this.run(this.draft);
      else await this.say();
    } else if (event.key === "Tab" && !event.shiftKey && active) {
      event.preventDefault();
      active.choose();
    } else if (event.key === "Escape") {
      event.preventDefault();
      this.escape();
    } else if (event.key === "Backspace" && this.input(this.focused)?.value === "") {
      this.eraseBackward(event);
    }
  }

  highlight(active: number): void {
    if (this.popup) this.popup = { ...this.popup, active };
  }

  /** Offers the options that could still be added. */
  offerOptions(): void {
    this.focusOn(theLine);
  }

  /** Files go into the message, or into the option of a command that takes one: `name`, or whichever is next. */
  addFiles(added: File[], name = this.focused): void {
    const [first] = added;
    const filled = this.draft && first && takeFile(this.draft, name, first);
    const { files, refused } = joinFiles(filled ? [] : this.files, added);
    this.problem = undefined;
    if (refused) this.complain(refused);
    else if (filled) this.fillNext(filled);
    if (!filled) this.files = files;
  }

  removeFile(file: File): void {
    this.files = this.files.filter((each) => each !== file);
  }

  // How it works inside.

  private get entries(): CommandEntry[] {
    return commandEntries(this.scene.commands, this.channel.type);
  }

  private input(name: string): HTMLInputElement | HTMLTextAreaElement | null {
    return this.querySelector(name === theLine ? "textarea" : `input[data-option="${CSS.escape(name)}"]`);
  }

  private focusOn(name: string): void {
    this.focused = name;
    this.moveFocus = true;
    this.requestUpdate();
  }

  private begin(draft: Draft): void {
    this.draft = draft;
    this.line = "";
    this.popup = undefined;
    this.problem = undefined;
    const next = draft.chips.find(({ text }) => text === "") ?? draft.chips.at(-1);
    this.focusOn(next?.option.name ?? theLine);
  }

  private add(option: Chip["option"]): void {
    if (!this.draft) return;
    this.draft = addChip(this.draft, option);
    this.line = "";
    this.popup = undefined;
    this.focusOn(option.name);
  }

  private suggest(): void {
    const { draft, focused } = this;
    const chip = draft?.chips.find(({ option }) => option.name === focused);
    this.suggester.stop();
    this.openSuggestions([]);
    if (!draft || !chip || chip.value !== undefined || !("autocomplete" in chip.option) || !chip.option.autocomplete) return;
    const options = valuesSoFar(draft, focused, this.scene);
    this.suggester.ask(() => this.actions.complete(draft.entry, options, focused));
  }

  private openSuggestions(suggestions: Candidate[]): void {
    const chip = this.draft?.chips.find(({ option }) => option.name === this.focused);
    this.popup = chip && suggestionPopup(chip, suggestions, this.scene, (candidate) => this.pick(chip, candidate));
  }

  private pick({ option }: Chip, { name, value }: Candidate): void {
    if (this.draft) this.fillNext(fillChip(this.draft, option.name, name, value));
  }

  /** Goes on with a draft in which something was just filled in: to its next empty option. */
  private fillNext(draft: Draft): void {
    this.draft = draft;
    this.popup = undefined;
    const empty = draft.chips.find(({ text }) => text === "");
    this.focusOn(empty?.option.name ?? theLine);
  }

  private async run(draft: Draft): Promise<void> {
    const finished = finishDraft(draft, this.scene);
    if ("problem" in finished) {
      this.draft = addChip(draft, draft.entry.options.find(({ name }) => name === finished.problem.option) as Chip["option"]);
      this.problem = finished.problem;
      this.focusOn(finished.problem.option);
    } else if (this.draft && this.line.trim() !== "") {
      this.complain(`/${draft.entry.name} has no option for “${this.line.trim()}”.`);
    } else {
      this.clear();
      this.focusOn(theLine);
      await this.actions.run(draft.entry, finished.options);
    }
  }

  private async say(): Promise<void> {
    const content = this.line.trim();
    const { files } = this;
    if (content === "" && files.length === 0) return;
    if (content.length > longestMessage) {
      this.complain(`Your message is too long: ${content.length} of ${longestMessage} characters.`);
      return;
    }
    this.clear();
    const sent = await this.actions.say(content, files);
    // What could not be sent is not lost, unless something else is being written by now.
    if (!sent && this.line === "" && !this.draft) {
      this.line = content;
      this.files = files;
    }
  }

  private complain(text: string): void {
    this.problem = { option: theLine, text };
  }

  private clear(): void {
    this.suggester?.stop();
    this.line = "";
    this.draft = undefined;
    this.focused = theLine;
    this.popup = undefined;
    this.problem = undefined;
    this.files = [];
  }

  /** The first Escape closes a list that one went into, the next puts the command away. */
  private escape(): void {
    const wentInto = this.popup && (this.popup.active >= 0 || !this.draft);
    this.suggester.stop();
    this.popup = undefined;
    if (wentInto) return;
    this.draft = undefined;
    this.problem = undefined;
    this.focusOn(theLine);
  }

  private eraseBackward(event: KeyboardEvent): void {
    if (!this.draft) return;
    event.preventDefault();
    const { entry } = this.draft;
    const left = eraseBefore(this.draft, this.focused);
    this.problem = undefined;
    this.draft = left?.draft;
    if (!left) this.onLine(`/${entry.name}`);
    this.focusOn(left?.focused ?? theLine);
  }
}
