/** The whole page: it holds the state, talks to the playground, and renders the one from the other. */
import type { APIApplicationCommandOptionChoice, APIChannel } from "discord-api-types/v10";
import { html, LitElement, nothing } from "lit";
import type { TemplateResult } from "lit";
import type { ModalValue, OptionValue, Outcome, PageFile, PageRequest, Scene, SeenMessage } from "../protocol.ts";
import { messageCommands } from "./commandEntries.ts";
import type { CommandEntry } from "./commandEntries.ts";
import { conversation } from "./conversation.ts";
import type { ChipValue } from "./draft.ts";
import { readFile } from "./files.ts";
import type { MessageBox } from "./messageBox.ts";
import type { NewestBelow } from "./newestBelow.ts";
import { avatarOf, channelName, nameOf, signOf, withMentions } from "./people.ts";
import type { PlaceLink } from "./placeLink.ts";
import { sidebar } from "./sidebar.ts";
import { PlaygroundSocket } from "./socket.ts";
import type { PlaygroundEvent } from "./socket.ts";
import { applyEvent, fillChannel, firstState, openChannel, press, sitDown } from "./state.ts";
import type { State } from "./state.ts";

/** How long "is typing" stays when no message follows, in milliseconds: Discord's own time. */
const typingStays = 10_000;
/** How long a post is waited for after time was let pass until it, in milliseconds. */
const postPatience = 10_000;
/** Where the browser keeps who one is, for as long as the tab is open. */
const seatKey = "seat";

export class ChatPage extends LitElement {
  static override properties = { state: { state: true } };
  declare state: State;
  private typingTimer: ReturnType<typeof setTimeout> | undefined;
  private postTimer: ReturnType<typeof setTimeout> | undefined;
  private readonly socket = new PlaygroundSocket(`${location.protocol === "https:" ? "wss" : "ws"}://${location.host}/page`, {
    onOpen: () => void this.attempt(() => this.comeBack()),
    onLost: () => (this.state = { ...this.state, connection: "lost" }),
    onEvent: (event) => this.receive(event),
  });

  constructor() {
    super();
    this.state = firstState;
  }

  protected override createRenderRoot(): this {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.socket.connect();
  }

  override render(): TemplateResult {
    const { state } = this;
    const { scene, channel } = this.place;
    if (!scene || !channel) return html`<p class="status" role="status">${state.connection === "lost" ? "Reconnecting…" : "Connecting…"}</p>`;
    const bot = scene.users.find((user) => user.bot);
    return html`<div
      class="page"
      @keydown=${(event: KeyboardEvent) => this.onKey(event)}
      @dragover=${(event: DragEvent) => bringsFiles(event) && event.preventDefault()}
      @drop=${(event: DragEvent) => this.drop(event)}
      @open-place=${({ detail }: CustomEvent<PlaceLink>) => this.open(detail.channel, detail.message)}
    >
      ${sidebar(state, scene, {
        open: (id) => this.open(id),
        sit: (user) => this.attempt(() => this.sit(user)),
        pass: (milliseconds) => this.letPass({ action: "pass", milliseconds }),
        skip: () => this.letPass({ action: "skip" }),
      })}
      ${state.listOpen ? html`<div class="backdrop" @click=${() => this.toggleList()}></div>` : nothing}
      ${conversation(state, scene, channel, {
        box: {
          say: (content, files) => this.say(content, files),
          run: (entry, options) => this.run(entry, options),
          complete: (entry, options, focused) => this.complete(entry, options, focused),
        },
        toggleList: () => this.toggleList(),
        press: (message, customId) => this.interact(message, customId, { action: "press", message, customId }),
        choose: (message, customId, values) => this.interact(message, customId, { action: "choose", message, customId, values }),
        dismiss: (message) => this.attempt(() => this.socket.request({ action: "dismiss", message })),
        openMenu: (message, spot) => (this.state = { ...this.state, menu: { message, spot } }),
      })}
      ${state.menu
        ? html`<message-menu
            .commands=${messageCommands(scene.commands, channel.type)}
            .spot=${state.menu.spot}
            picture=${bot ? avatarOf(bot) : ""}
            @run-command=${({ detail: command }: CustomEvent<string>) => this.runOn(command, state.menu?.message ?? "")}
            @close-menu=${() => (this.state = { ...this.state, menu: undefined })}
          ></message-menu>`
        : nothing}
      ${state.modal
        ? html`<modal-dialog
            .data=${state.modal.data}
            asker=${bot ? nameOf(bot) : "the bot"}
            avatar=${bot ? avatarOf(bot) : ""}
            failure=${state.modal.failure ?? ""}
            ?busy=${state.modal.busy}
            @submit-modal=${(event: CustomEvent<Record<string, ModalValue>>) => this.submit(event.detail)}
            @close-modal=${() => (this.state = { ...this.state, modal: undefined })}
          ></modal-dialog>`
        : nothing}
    </div>`;
  }

  override updated(): void {
    const { scene, channel } = this.place;
    if (!scene || !channel) return;
    const name = `${signOf(channel)}${channelName(channel, scene.me.user)}`;
    document.title = `${this.state.unread.length > 0 ? "• " : ""}${name} | ${scene.guild.name}`;
  }

  private get place(): { scene?: Scene; channel?: APIChannel } {
    const { scene, channel } = this.state;
    return { scene, channel: scene?.channels.find(({ id }) => id === channel) };
  }

  /** Does something that may be refused, and gives whether it was done; else what the playground says stands in red above the message box. */
  private async attempt(task: () => Promise<unknown>): Promise<boolean> {
    try {
      await task();
      return true;
    } catch (error) {
      this.state = { ...this.state, notice: messageOf(error) };
      return false;
    }
  }

  /** Takes the seat that one had in this tab, or else the first; a new playground knows nobody from the last one. */
  private async comeBack(): Promise<void> {
    const seat = sessionStorage.getItem(seatKey);
    sessionStorage.removeItem(seatKey);
    try {
      await this.sit(seat ?? "");
    } catch (error) {
      if (seat === null) throw error;
      await this.sit("");
    }
    if (document.activeElement === document.body) await this.focusOn("message-box textarea");
  }

  private async sit(user: string): Promise<void> {
    const scene = await this.socket.request<Scene>({ action: "sit", user });
    sessionStorage.setItem(seatKey, scene.me.user.id);
    this.state = sitDown(this.state, scene);
    await this.read(this.state.channel);
  }

  /** Opens a channel, at its newest end or at one of its messages. */
  private async open(channel: string, message?: string): Promise<void> {
    this.state = openChannel(this.state, channel);
    await this.focusOn("message-box textarea");
    await this.readUnknown();
    if (message === undefined) return;
    await this.updateComplete;
    this.querySelector(`#message-${CSS.escape(message)}`)?.scrollIntoView({ block: "center" });
  }

  /** Reads the open channel, unless that was done before. */
  private async readUnknown(): Promise<void> {
    const { channel, messages } = this.state;
    if (messages[channel] === undefined) await this.attempt(() => this.read(channel));
  }

  private async read(channel: string): Promise<void> {
    const messages = await this.socket.request<SeenMessage[]>({ action: "read", channel });
    this.state = fillChannel(this.state, channel, messages);
  }

  private async say(content: string, files: File[]): Promise<boolean> {
    this.beforeSending();
    const { channel } = this.state;
    return this.attempt(async () => {
      const sent = await Promise.all(files.map(readFile));
      const text = withMentions(content, this.state.scene?.users ?? []);
      await this.socket.request({ action: "say", channel, content: text, ...(sent.length > 0 ? { files: sent } : {}) });
    });
  }

  /** Files that are dropped anywhere go into the message box, or into the very option that they are dropped on. */
  private drop(event: DragEvent): void {
    if (!bringsFiles(event)) return;
    event.preventDefault();
    const option = event.target instanceof HTMLElement ? event.target.dataset["option"] : undefined;
    if (!this.state.modal) this.querySelector<MessageBox>("message-box")?.addFiles([...(event.dataTransfer?.files ?? [])], option);
  }

  /** Whoever sends something wants to see it, and not what went wrong before. */
  private beforeSending(): void {
    this.state = { ...this.state, notice: undefined };
    this.querySelector<NewestBelow>("newest-below")?.jump();
  }

  private async run(entry: CommandEntry, options: Record<string, ChipValue>): Promise<void> {
    this.beforeSending();
    const { channel } = this.state;
    const outcome = await this.ask(async () => ({ action: "run", channel, ...target(entry), options: await withFilesRead(options) }));
    if (outcome.kind === "failed") this.state = { ...this.state, notice: outcome.reason };
  }

  private complete(entry: CommandEntry, options: Record<string, OptionValue>, focused: string): Promise<APIApplicationCommandOptionChoice[]> {
    return this.socket.request({ action: "complete", channel: this.state.channel, ...target(entry), options, focused });
  }

  /** A press on a button or a choice of a menu: the component waits until the outcome is there. */
  private async interact(message: string, customId: string, request: PageRequest): Promise<void> {
    this.state = press(this.state, message, customId);
    const outcome = await this.ask(async () => request);
    const failure = outcome.kind === "failed" ? `This interaction failed. ${outcome.reason}` : undefined;
    this.state = press(this.state, message, undefined, failure);
  }

  /** A command from a message's menu: what goes wrong stands below that message. */
  private async runOn(command: string, message: string): Promise<void> {
    const outcome = await this.ask(async () => ({ action: "runOn", message, command }));
    this.state = press(this.state, message, undefined, outcome.kind === "failed" ? outcome.reason : undefined);
  }

  private async submit(fields: Record<string, ModalValue>): Promise<void> {
    const { modal } = this.state;
    if (!modal) return;
    this.state = { ...this.state, modal: { ...modal, busy: true, failure: undefined } };
    const outcome = await this.ask(async () => ({ action: "submit", modal: modal.modal, fields }));
    if (outcome.kind === "answered") this.state = { ...this.state, modal: undefined };
    if (outcome.kind === "failed") this.state = { ...this.state, modal: { ...modal, busy: false, failure: outcome.reason } };
  }

  /** Gives the outcome of an interaction, a refusal included; a modal opens by itself. */
  private async ask(prepare: () => Promise<PageRequest>): Promise<Outcome> {
    try {
      const outcome = await this.socket.request<Outcome>(await prepare());
      if (outcome.kind === "modal") this.state = { ...this.state, modal: { modal: outcome.modal, data: outcome.data } };
      return outcome;
    } catch (error) {
      return { kind: "failed", reason: messageOf(error) };
    }
  }

  /** Lets time pass. When it was until the bot's next post, that one is shown as soon as it arrives. */
  private async letPass(request: Extract<PageRequest, { action: "pass" | "skip" }>): Promise<void> {
    clearTimeout(this.postTimer);
    this.state = { ...this.state, awaitsPost: request.action === "skip", timeNotice: undefined };
    try {
      await this.socket.request(request);
    } catch (error) {
      this.state = { ...this.state, awaitsPost: false, timeNotice: messageOf(error) };
    }
    if (this.state.awaitsPost) this.postTimer = setTimeout(() => this.stopWaiting(), postPatience);
  }

  private stopWaiting(): void {
    if (this.state.awaitsPost) this.state = { ...this.state, awaitsPost: false, timeNotice: "Nothing was posted that you can see." };
  }

  private receive(event: PlaygroundEvent): void {
    const { channel } = this.state;
    this.state = applyEvent(this.state, event);
    if (this.state.channel !== channel) void this.readUnknown();
    if (event.event !== "typing") return;
    clearTimeout(this.typingTimer);
    this.typingTimer = setTimeout(() => (this.state = { ...this.state, typing: undefined }), typingStays);
  }

  /** Folds the channel list in or out; the focus goes along. */
  private async toggleList(): Promise<void> {
    this.state = { ...this.state, listOpen: !this.state.listOpen };
    await this.focusOn(this.state.listOpen ? ".channel[aria-current=page]" : ".fold");
  }

  private async onKey(event: KeyboardEvent): Promise<void> {
    if (event.key === "Escape" && this.state.listOpen) await this.toggleList();
  }

  /** Where there is no mouse, a focused text box would bring up a keyboard that nobody asked for. */
  private async focusOn(selector: string): Promise<void> {
    await this.updateComplete;
    if (matchMedia("(hover: hover)").matches) this.querySelector<HTMLElement>(selector)?.focus();
  }
}

function bringsFiles({ dataTransfer }: DragEvent): boolean {
  return dataTransfer?.types.includes("Files") ?? false;
}

async function withFilesRead(options: Record<string, ChipValue>): Promise<Record<string, OptionValue | PageFile>> {
  const read = Object.entries(options).map(async ([name, value]) => [name, value instanceof File ? await readFile(value) : value] as const);
  return Object.fromEntries(await Promise.all(read));
}

function target({ command, subcommand }: CommandEntry): { command: string; subcommand?: string } {
  return subcommand === undefined ? { command: command.name } : { command: command.name, subcommand };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
