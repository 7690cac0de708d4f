/** The middle of the page: the channel's name, its messages, the message box. */
import type { APIChannel } from "discord-api-types/v10";
import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { Scene } from "../protocol.ts";
import { showMessage } from "./message.ts";
import type { BoxActions } from "./boxActions.ts";
import { messageCommands } from "./commandEntries.ts";
import type { Spot } from "./messageMenu.ts";
import { channelName, nameOf, signOf } from "./people.ts";
import type { State } from "./state.ts";

export interface ConversationActions {
  box: BoxActions;
  toggleList(): Promise<void>;
  press(message: string, customId: string): Promise<void>;
  choose(message: string, customId: string, values: string[]): Promise<void>;
  dismiss(message: string): Promise<unknown>;
  openMenu(message: string, spot: Spot): void;
}

/** Shows the channel that is open. */
export function conversation(state: State, scene: Scene, channel: APIChannel, actions: ConversationActions): TemplateResult {
  const name = channelName(channel, scene.me.user);
  const topic = "topic" in channel ? channel.topic : undefined;
  return html`<main class="conversation">
    <header>
      <button type="button" class="fold" aria-label="Channels" aria-expanded=${state.listOpen} aria-controls="sidebar" @click=${() => actions.toggleList()}>☰</button>
      <h1><span class="hash" aria-hidden="true">${signOf(channel)}</span>${name}</h1>
      ${topic ? html`<span class="topic" title=${topic}>${topic}</span>` : nothing}
    </header>
    ${bars(state, scene)}
    <newest-below of=${channel.id}>${log(state, scene, channel, actions)}</newest-below>
    <message-box .scene=${scene} .channel=${channel} .actions=${actions.box} .notice=${state.notice ?? ""}></message-box>
    <p class="typing" aria-live="polite">${typing(state, scene)}</p>
  </main>`;
}

function bars(state: State, scene: Scene): TemplateResult | typeof nothing {
  if (state.connection !== "open") return html`<p class="status" role="status">Reconnecting…</p>`;
  const bot = scene.users.find((user) => user.bot);
  return scene.online ? nothing : html`<p class="status" role="status">${bot ? nameOf(bot) : "The bot"} is offline</p>`;
}

function log(state: State, scene: Scene, channel: APIChannel, actions: ConversationActions): TemplateResult {
  const messages = state.messages[channel.id] ?? [];
  const hasMenu = messageCommands(scene.commands, channel.type).length > 0;
  const show = (message: (typeof messages)[number], index: number): TemplateResult =>
    showMessage(message, {
      scene,
      previous: messages[index - 1],
      find: (id) => messages.find((each) => each.id === id),
      failure: state.failed[message.id],
      pressed: state.pressed[message.id],
      press: (customId) => actions.press(message.id, customId),
      choose: (customId, values) => actions.choose(message.id, customId, values),
      dismiss: () => actions.dismiss(message.id),
      openMenu: hasMenu ? (spot) => actions.openMenu(message.id, spot) : undefined,
    });
  return html`<discord-messages role="log" aria-label="Messages in ${channelName(channel, scene.me.user)}">
    ${welcome(channel, scene)}${repeat(messages, ({ id }) => id, show)}
  </discord-messages>`;
}

/** What stands above the first message, and says what to try. */
function welcome(channel: APIChannel, scene: Scene): TemplateResult {
  const name = channelName(channel, scene.me.user);
  const sign = signOf(channel);
  const film = scene.commands.find((command) => command.name === "film") ? html`, or send <code>/film beanpole</code>` : nothing;
  return html`<div class="welcome">
    <h2>${sign === "#" ? `Welcome to #${name}!` : name}</h2>
    <p>
      ${sign === "@" ? `This is the beginning of your direct message with ${name}.` : `This is the start of ${sign === "#" ? `the #${name} channel` : "this thread"}.`}
      Type <kbd>/</kbd> to see what the bot can do${film}.
    </p>
  </div>`;
}

function typing(state: State, scene: Scene): TemplateResult | typeof nothing {
  const { typing: who } = state;
  const user = who && who.channel === state.channel ? scene.users.find(({ id }) => id === who.user) : undefined;
  if (!user) return nothing;
  return html`<span class="dots" aria-hidden="true"><i></i><i></i><i></i></span> <b>${nameOf(user)}</b> is typing…`;
}
