/** Every interaction that is open: who waits for it, until when, and what its answers do. */
import {
  InteractionResponseType as Kind,
  InteractionType,
  MessageFlags,
  MessageReferenceType,
  MessageType,
  type APIInteraction,
  type APIMessage,
} from "discord-api-types/v10";
import { Interaction, type Acknowledgement, type Act } from "./interaction.ts";
import { edit, post, remove } from "./messages.ts";
import { checkCallback, type Callback } from "./payloads/callbacks.ts";
import { answer, checkMessage, type MessagePayload, type SentFile } from "./payloads/messages.ts";
import type { ModalPayload } from "./payloads/modals.ts";
import { checkForm } from "./payloads/form.ts";
import { refuse } from "./refusals.ts";
import type { Clock } from "./snowflakes.ts";
import type { Kept, World } from "./world.ts";

/** An interaction is to be acknowledged within three seconds; its token is good for fifteen minutes. */
const ACKNOWLEDGE_WITHIN = 3000;
const TOKEN_LASTS = 15 * 60_000;

export class Interactions {
  readonly #world: World;
  readonly #now: Clock;
  readonly #open = new Map<string, Interaction>();
  readonly #byToken = new Map<string, Interaction>();
  readonly #deadlines = new Map<string, NodeJS.Timeout>();
  /** Modals that someone has before them, by the id of the interaction that opened them. */
  readonly modals = new Map<string, { act: Act; modal: ModalPayload }>();

  /** `now` counts the three seconds and the fifteen minutes. It is not the world's: nobody has less time for an answer because days are let pass. */
  constructor(world: World, now: Clock) {
    this.#world = world;
    this.#now = now;
  }

  /** Opens an interaction and sends it to the bot; `describe` gives what the bot receives. */
  open(act: Act, describe: (interaction: Interaction) => APIInteraction): Interaction {
    this.#forgetOld();
    const interaction = new Interaction(act, this.#world.ids.next(), this.#now());
    this.#open.set(interaction.id, interaction);
    this.#byToken.set(interaction.token, interaction);
    this.#deadlines.set(interaction.id, setTimeout(() => this.#late(interaction), ACKNOWLEDGE_WITHIN));
    this.#world.announce({ kind: "interaction", interaction: describe(interaction) });
    // With no bot there, nobody could ever answer.
    if (!this.#world.reachable()) this.#late(interaction);
    return interaction;
  }

  /**
   * The bot's first answer. Gives the message that it made or changed, if any.
   * @throws Refusal 10062 when unknown or too late, 40060 when answered already, 50035 or 50006 when malformed.
   */
  callback(id: string, token: string, body: unknown, files: SentFile[]): { interaction: Interaction; type: Kind; message?: APIMessage } {
    const interaction = this.#open.get(id);
    if (!interaction || interaction.token !== token) throw refuse.unknownInteraction();
    if (interaction.state === "waiting" && this.#now() - interaction.opened > ACKNOWLEDGE_WITHIN) this.#late(interaction);
    if (interaction.state === "late") throw refuse.unknownInteraction();
    if (interaction.state !== "waiting") throw refuse.alreadyAcknowledged();
    const { type, source, numeric = false } = interaction.act;
    const callback = checkCallback(body, files, { type, fromMessage: source !== undefined, numeric });
    const acknowledgement = this.#carryOut(interaction, callback, files);
    interaction.state = callback.type === Kind.DeferredChannelMessageWithSource || callback.type === Kind.DeferredMessageUpdate ? "deferred" : "answered";
    this.#settle(interaction);
    interaction.acknowledge(acknowledgement);
    const message = acknowledgement.kind === "message" ? interaction.act.place.messages.get(acknowledgement.message)?.message : undefined;
    return { interaction, type: callback.type, message };
  }

  /**
   * The interaction that a webhook token belongs to.
   * @throws Refusal 50027 when the token is wrong or fifteen minutes old, 10015 when it was never acknowledged.
   */
  byToken(token: string): Interaction {
    const interaction = this.#byToken.get(token);
    if (!interaction || this.#now() - interaction.opened > TOKEN_LASTS) throw refuse.invalidWebhookToken();
    if (interaction.state === "waiting" || interaction.state === "late") throw refuse.unknownWebhook();
    return interaction;
  }

  /** A message that this interaction may touch: "@original", or the id of one. @throws Refusal 10008 */
  find(interaction: Interaction, id: string): Kept {
    const kept = interaction.act.place.messages.get(id === "@original" ? (interaction.original ?? "") : id);
    const mine = kept?.message.author.id === this.#world.bot.id && (kept.onlyFor === undefined || kept.onlyFor === interaction.act.user);
    if (!kept || !mine) throw refuse.unknownMessage();
    return kept;
  }

  /** Edits an answer. @throws Refusal 10008, 50035, 50006 */
  edit(interaction: Interaction, id: string, body: unknown, files: SentFile[]): APIMessage {
    const kept = this.find(interaction, id);
    const message = edit(this.#world, kept, checkForm(answer, body), files);
    this.#done(interaction);
    return message;
  }

  /** Takes an answer away. @throws Refusal 10008 */
  remove(interaction: Interaction, id: string): void {
    remove(this.#world, interaction.act.place, this.find(interaction, id).message.id);
    this.#done(interaction);
  }

  /** A further answer. Straight after a deferred one it takes the place of that. @throws Refusal 50035, 50006 */
  followUp(interaction: Interaction, body: unknown, files: SentFile[]): APIMessage {
    const payload = checkMessage(answer, body, files);
    const waits = interaction.state === "deferred" && interaction.original !== interaction.act.source;
    if (waits) return this.edit(interaction, "@original", body, files);
    const message = this.#write(interaction, payload, payload.flags ?? 0, files, { type: MessageType.Reply });
    this.#done(interaction);
    return message;
  }

  /** Stops every clock, and lets those go who wait. */
  close(): void {
    for (const interaction of this.#open.values()) {
      this.#late(interaction);
      interaction.finish();
    }
  }

  #carryOut(interaction: Interaction, callback: Callback, files: SentFile[]): Acknowledgement {
    const { place, source, target, type } = interaction.act;
    if (callback.type === Kind.Modal) this.modals.set(interaction.id, { act: interaction.act, modal: callback.data });
    if (callback.type === Kind.ApplicationCommandAutocompleteResult) return { kind: "choices", choices: callback.choices };
    if (callback.type === Kind.Modal) return { kind: "modal", modal: callback.data };
    if (callback.type === Kind.UpdateMessage || callback.type === Kind.DeferredMessageUpdate) {
      const kept = source === undefined ? undefined : place.messages.get(source);
      if (!kept) throw refuse.unknownMessage();
      interaction.original = kept.message.id;
      if (callback.type === Kind.UpdateMessage) edit(this.#world, kept, callback.data, files);
      return { kind: "message", message: kept.message.id };
    }
    const deferred = callback.type === Kind.DeferredChannelMessageWithSource;
    const payload = deferred ? {} : callback.data;
    const flags = deferred ? callback.flags : (callback.data.flags ?? 0);
    const ofCommand = target === undefined ? MessageType.ChatInputCommand : MessageType.ContextMenuCommand;
    const also: Partial<APIMessage> = { type: type === InteractionType.ApplicationCommand ? ofCommand : MessageType.Reply };
    const message = this.#write(interaction, payload, flags, files, also, deferred);
    interaction.original = message.id;
    return { kind: "message", message: message.id };
  }

  #write(
    interaction: Interaction,
    payload: MessagePayload,
    flags: number,
    files: SentFile[],
    also: Partial<APIMessage>,
    loading = false,
  ): APIMessage {
    const { place, user, name, source, target, type } = interaction.act;
    const member = this.#world.members.get(user);
    const onlyFor = flags & MessageFlags.Ephemeral ? user : undefined;
    const replied = also.type === MessageType.Reply ? (interaction.original ?? source) : target;
    const reference = replied === undefined ? {} : { message_reference: { type: MessageReferenceType.Default, channel_id: place.id, message_id: replied } };
    const metadata = { id: interaction.id, type, user: member?.user, ...(target === undefined ? {} : { target_message_id: target }), authorizing_integration_owners: { "0": place.recipient ? "0" : this.#world.server.id } };
    const about = { application_id: this.#world.bot.id, webhook_id: this.#world.bot.id, interaction_metadata: metadata };
    const command = name === undefined ? {} : { interaction: { id: interaction.id, type, name, user: member?.user } };
    const shown: object = loading ? { flags: MessageFlags.Loading | (onlyFor === undefined ? 0 : MessageFlags.Ephemeral) } : {};
    const whole: object = { ...also, ...reference, ...about, ...command, ...shown };
    return post(this.#world, place, { author: this.#world.bot, payload, files, onlyFor, also: whole });
  }

  #done(interaction: Interaction): void {
    interaction.state = "answered";
    interaction.finish();
  }

  #settle(interaction: Interaction): void {
    clearTimeout(this.#deadlines.get(interaction.id));
    this.#deadlines.delete(interaction.id);
    if (interaction.state === "answered") interaction.finish();
  }

  #late(interaction: Interaction): void {
    if (interaction.state !== "waiting") return;
    interaction.state = "late";
    this.#settle(interaction);
    interaction.acknowledge({ kind: "late" });
    interaction.finish();
  }

  #forgetOld(): void {
    for (const [id, { opened, state, token }] of this.#open) {
      // In the order of opening: the first that is young enough ends the search.
      if (this.#now() - opened <= TOKEN_LASTS || state === "waiting") break;
      this.#open.delete(id);
      this.#byToken.delete(token);
      this.modals.delete(id);
    }
  }
}
