/** Someone at the keyboard, who does what a member can do. Tests and the chat page both act through this. */
import { ApplicationCommandOptionType, ApplicationCommandType, ChannelType, ComponentType, InteractionType, MessageType, type APIAttachment, type APIMessage } from "discord-api-types/v10";
import { findCommand, findPart } from "./commands.ts";
import { findButton, findMenu, menuData } from "./componentsOf.ts";
import type { StoredFile } from "./files.ts";
import type { Act, Interaction } from "./interaction.ts";
import type { Interactions } from "./interactions.ts";
import { commandData, describeInteraction, fullName, messageCommandData } from "./invocation.ts";
import { post } from "./messages.ts";
import { Mistake } from "./mistake.ts";
import { modalData } from "./modalFields.ts";
import { fillFocused, fillOptions, type OptionInput } from "./options.ts";
import type { Choice } from "./payloads/callbacks.ts";
import { lengthOf } from "./payloads/form.ts";
import type { ModalValue, Outcome, SeenMessage } from "./protocol.ts";
import { archive } from "./places.ts";
import { readable } from "./readable.ts";
import { Refusal } from "./refusals.ts";
import { PATIENCE, Sight } from "./sight.ts";
import { readLine } from "./typed.ts";
import type { Kept, Member, Place, World } from "./world.ts";

/** What came of something a person did. */
export interface Answer {
  outcome: Outcome;
  /** The message that the bot made or changed, as this person sees it now. */
  message?: SeenMessage;
  /** That message as plain text; where there is none, why not. */
  text: string;
}

/** When an act is over: at the bot's first acknowledgement, or when a deferred answer is there as well. */
export type Until = "acknowledged" | "answered";

export class Person extends Sight {
  readonly #interactions: Interactions;
  readonly #until: Until;

  constructor(world: World, interactions: Interactions, member: Member, until: Until = "answered") {
    super(world, member);
    this.#interactions = interactions;
    this.#until = until;
  }

  /** Runs a slash command: `run("#film-club", "/quote", { about: "freedom" })`. A subcommand is part of the name: "/daily set". */
  async run(channel: string, command: string, options: Record<string, OptionInput> = {}): Promise<Answer> {
    return this.#attempt(() => {
      const place = this.place(channel);
      const [name = "", ...subcommand] = command.split(" ");
      const found = findCommand(this.world, this.id, place, name);
      const part = findPart(found, subcommand.join(" "));
      const data = commandData(found, part, fillOptions(this.world, this.id, part.takes, options));
      return this.#open({ type: InteractionType.ApplicationCommand, user: this.id, place, name: fullName(found, part) }, data);
    });
  }

  /** Runs a slash command as it is typed: "/quote about: freedom private: true", or "/film beanpole" for its first option. */
  async type(channel: string, line: string): Promise<Answer> {
    let read: ReturnType<typeof readLine>;
    try {
      read = readLine(line, (name) => findCommand(this.world, this.id, this.place(channel), name));
    } catch (error) {
      return this.#failed(error);
    }
    return this.run(channel, read.command, read.options);
  }

  /** Runs a command from a message's menu, where it stands under "Apps": `runOn(message, "Report a misquote")`. */
  async runOn(message: Pick<APIMessage, "id" | "channel_id">, command: string): Promise<Answer> {
    return this.#attempt(() => {
      const { place, kept } = this.#find(message);
      const found = findCommand(this.world, this.id, place, command, ApplicationCommandType.Message);
      const act = { type: InteractionType.ApplicationCommand, user: this.id, place, name: found.name, target: kept.message.id };
      return this.#open(act, messageCommandData(found, kept.message));
    });
  }

  /**
   * The suggestions for the option `focused`, while it holds what `options` say.
   * @throws Mistake when the option has none, or when the bot doesn't answer in time.
   */
  async complete(channel: string, command: string, options: Record<string, OptionInput>, focused: string): Promise<Choice[]> {
    const place = this.place(channel);
    const [name = "", ...subcommand] = command.split(" ");
    const found = findCommand(this.world, this.id, place, name);
    const part = findPart(found, subcommand.join(" "));
    const data = commandData(found, part, { options: fillFocused(part.takes, options, focused) });
    const numeric = part.takes.find((option) => option.name === focused)?.type !== ApplicationCommandOptionType.String;
    const interaction = this.#open({ type: InteractionType.ApplicationCommandAutocomplete, user: this.id, place, numeric }, data);
    const acknowledged = await interaction.acknowledged;
    if (acknowledged.kind === "choices") return acknowledged.choices;
    throw new Mistake("Loading options failed.");
  }

  /** Presses a button, by its label or its custom id. */
  async press(message: Pick<APIMessage, "id" | "channel_id">, button: string): Promise<Answer> {
    return this.#attempt(() => {
      const { place, kept } = this.#find(message);
      const { custom_id, id } = findButton(kept.message, button);
      return this.#open(this.#onMessage(InteractionType.MessageComponent, place, kept), { custom_id, id, component_type: ComponentType.Button }, kept.message);
    });
  }

  /** Chooses from a menu: values, or the labels that stand for them. `menu` is its custom id or placeholder; needless when there is one menu. */
  async choose(message: Pick<APIMessage, "id" | "channel_id">, values: string | string[], menu?: string): Promise<Answer> {
    return this.#attempt(() => {
      const { place, kept } = this.#find(message);
      const data = menuData(this.world, findMenu(kept.message, menu), [values].flat());
      return this.#open(this.#onMessage(InteractionType.MessageComponent, place, kept), data, kept.message);
    });
  }

  /** Sends a modal in: what is written into its inputs, and chosen from its menus (by value or label), by custom id. `modal` is an answer that opened one, or its id. */
  async submit(modal: Answer | string, fields: Record<string, ModalValue>): Promise<Answer> {
    return this.#attempt(() => {
      const id = typeof modal === "string" ? modal : modal.outcome.kind === "modal" ? modal.outcome.modal : "";
      const opened = this.#interactions.modals.get(id);
      if (opened?.act.user !== this.id) throw new Mistake("There is no such modal open.");
      const { place, source } = opened.act;
      const message = source === undefined ? undefined : place.messages.get(source)?.message;
      const data = modalData(opened.modal, fields);
      return this.#open({ type: InteractionType.ModalSubmit, user: this.id, place, source }, data, message);
    });
  }

  /** Sends an ordinary message. @throws Mistake when it is empty or too long, or when they may not write here. */
  say(channel: string, content: string, files: StoredFile[] = []): SeenMessage {
    const place = this.place(channel);
    const text = content.trim();
    if (text === "" && files.length === 0) throw new Mistake("An empty message is not sent.");
    if (lengthOf(text) > 2000) throw new Mistake("Your message is too long: 2000 characters at most.");
    const isThread = place.type === ChannelType.PublicThread;
    const locked = place.thread?.locked === true && !this.world.may(this.id, place, "ManageThreads");
    if (locked || !this.world.may(this.id, place, isThread ? "SendMessagesInThreads" : "SendMessages")) throw new Mistake("You do not have permission to send messages in this channel.");
    if (place.thread?.archived) archive(this.world, place, false);
    const sent = files.map((file, index) => ({ ...file, index: String(index) }));
    return post(this.world, place, { author: this.member.user, payload: { content: text }, files: sent, also: { type: MessageType.Default } });
  }

  /** A file of a message, just as it was sent; it can be handed to a command in turn. @throws Mistake when it is gone. */
  async download({ url }: Pick<APIAttachment, "url">): Promise<StoredFile> {
    const answer = await fetch(url);
    if (!answer.ok) throw new Mistake("That file is gone.");
    const name = decodeURIComponent(new URL(url).pathname.split("/").at(-1) ?? "");
    return { name, type: answer.headers.get("content-type") ?? "", bytes: new Uint8Array(await answer.arrayBuffer()) };
  }

  /** Puts an ephemeral message away, for good. @throws Mistake when it isn't one. */
  dismiss(message: Pick<APIMessage, "id" | "channel_id">): void {
    const { place, kept } = this.#find(message);
    if (kept.onlyFor !== this.id) throw new Mistake("Only a message that you alone see can be dismissed.");
    place.messages.delete(message.id);
    this.world.announce({ kind: "deleted", channel: place.id, message: message.id, onlyFor: this.id });
  }

  #find({ id, channel_id }: Pick<APIMessage, "id" | "channel_id">): { place: Place; kept: Kept } {
    const place = this.place(channel_id);
    const kept = place.messages.get(id);
    if (!kept || !this.sees(kept)) throw new Mistake("That message is gone.");
    return { place, kept };
  }

  #onMessage(type: InteractionType, place: Place, { message }: Kept): Act {
    if (message.author.id !== this.world.bot.id) throw new Mistake("Nobody answers for that message.");
    return { type, user: this.id, place, source: message.id };
  }

  #open(act: Act, data: object, message?: APIMessage): Interaction {
    return this.#interactions.open(act, (interaction) => describeInteraction(this.world, interaction, data, message));
  }

  async #attempt(act: () => Interaction): Promise<Answer> {
    let interaction: Interaction;
    try {
      interaction = act();
    } catch (error) {
      return this.#failed(error);
    }
    const acknowledged = await interaction.acknowledged;
    if (acknowledged.kind === "late") return this.#failed(new Mistake("The application did not respond"));
    if (acknowledged.kind === "modal") {
      const outcome: Outcome = { kind: "modal", modal: interaction.id, data: acknowledged.modal as never };
      return { outcome, text: acknowledged.modal.title };
    }
    if (interaction.state === "deferred" && this.#until === "answered" && !(await finishes(interaction))) {
      return this.#failed(new Mistake("The bot is still thinking"));
    }
    const id = acknowledged.kind === "message" ? acknowledged.message : "";
    const message = this.look({ id, channel_id: interaction.act.place.id });
    return { outcome: { kind: "answered" }, message, text: message ? readable(message) : "" };
  }

  #failed(error: unknown): Answer {
    if (!(error instanceof Mistake) && !(error instanceof Refusal)) throw error;
    return { outcome: { kind: "failed", reason: error.message }, text: error.message };
  }
}

/** Whether a deferred answer comes while one has patience. */
async function finishes({ complete }: Interaction): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const impatience = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), PATIENCE);
  });
  const finished = await Promise.race([complete.then(() => true), impatience]);
  clearTimeout(timer);
  return finished;
}
