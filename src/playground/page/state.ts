/** All that the page knows, in one place, and how events change it. Pure: every change gives a new state. */
import type { APIModalInteractionResponseCallbackData } from "discord-api-types/v10";
import type { Scene, SeenMessage } from "../protocol.ts";
import type { Spot } from "./messageMenu.ts";
import type { PlaygroundEvent } from "./socket.ts";

export interface OpenModal {
  modal: string;
  data: APIModalInteractionResponseCallbackData;
  /** It was sent and waits for its outcome. */
  busy?: boolean;
  /** What to say in red inside it. */
  failure?: string;
}

export interface State {
  connection: "connecting" | "open" | "lost";
  scene?: Scene;
  /** The channel being looked at, by id. */
  channel: string;
  /** The messages of the channels that were opened, oldest first. */
  messages: Record<string, SeenMessage[]>;
  /** Channels with something new in them. */
  unread: string[];
  /** Who is typing where. */
  typing?: { channel: string; user: string };
  /** Pressed components that wait for their outcome: custom ids by message. */
  pressed: Record<string, string>;
  /** Presses that failed, by message: what to say in red. */
  failed: Record<string, string>;
  /** What to say in red above the message box. */
  notice?: string;
  modal?: OpenModal;
  /** The message whose menu is open, and where. */
  menu?: { message: string; spot: Spot };
  /** Time was let pass until the bot's next post, which has not arrived yet: it will be shown when it does. */
  awaitsPost: boolean;
  /** What to say below the time. */
  timeNotice?: string;
  /** Whether the channel list is unfolded in a narrow window. */
  listOpen: boolean;
}

export const firstState: State = {
  connection: "connecting",
  channel: "",
  messages: {},
  unread: [],
  pressed: {},
  failed: {},
  awaitsPost: false,
  listOpen: false,
};

/** Sits down: a new scene; the same channel stays open if the new person may see it. */
export function sitDown(state: State, scene: Scene): State {
  const stays = scene.channels.some(({ id }) => id === state.channel);
  const sameSeat = state.scene?.me.user.id === scene.me.user.id;
  return {
    ...firstState,
    connection: "open",
    scene,
    channel: stays ? state.channel : (scene.channels[0]?.id ?? ""),
    unread: sameSeat ? state.unread : [],
  };
}

/** Opens a channel. */
export function openChannel(state: State, channel: string): State {
  const unread = state.unread.filter((id) => id !== channel);
  return { ...state, channel, unread, listOpen: false, notice: undefined, menu: undefined };
}

/** Takes in what a channel holds; messages that arrived while it was being read stay. */
export function fillChannel(state: State, channel: string, read: SeenMessage[]): State {
  const ids = new Set(read.map(({ id }) => id));
  const later = (state.messages[channel] ?? []).filter(({ id }) => !ids.has(id));
  return { ...state, messages: { ...state.messages, [channel]: [...read, ...later] } };
}

/** Marks a component as pressed, or (without a custom id) as done; `failure` is what to say in red. */
export function press(state: State, message: string, customId?: string, failure?: string): State {
  return { ...state, pressed: set(state.pressed, message, customId), failed: set(state.failed, message, failure) };
}

function set(record: Record<string, string>, key: string, value: string | undefined): Record<string, string> {
  const { [key]: _, ...others } = record;
  return value === undefined ? others : { ...others, [key]: value };
}

/** Takes in an event. */
export function applyEvent(state: State, event: PlaygroundEvent): State {
  switch (event.event) {
    case "message":
      return addMessage(state, event.message);
    case "edited":
      return changeMessages(state, event.message.channel_id, (messages) =>
        messages.map((message) => (message.id === event.message.id ? event.message : message)),
      );
    case "deleted":
      return changeMessages(state, event.channel, (messages) => messages.filter(({ id }) => id !== event.message));
    case "typing":
      return { ...state, typing: { channel: event.channel, user: event.user } };
    case "commands":
      return state.scene ? { ...state, scene: { ...state.scene, commands: event.commands } } : state;
    case "channels":
      return changeChannels(state, event.channels);
    case "time":
      return state.scene ? { ...state, scene: { ...state.scene, ahead: event.ahead } } : state;
    default:
      return state.scene ? { ...state, scene: { ...state.scene, online: event.online } } : state;
  }
}

/** Takes in which channels there are now; when the open one is gone, the first one opens. */
function changeChannels(state: State, channels: Scene["channels"]): State {
  if (!state.scene) return state;
  const next = { ...state, scene: { ...state.scene, channels } };
  return channels.some(({ id }) => id === state.channel) ? next : openChannel(next, channels[0]?.id ?? "");
}

/** Whether the bot wrote a message of its own accord, in answer to nobody. */
function isPost({ author, ephemeral, interaction_metadata: asked, message_reference: reply }: SeenMessage): boolean {
  return author.bot === true && !ephemeral && !asked && !reply;
}

function addMessage(state: State, message: SeenMessage): State {
  const { channel_id: channel } = message;
  const unseen = channel !== state.channel && !state.unread.includes(channel);
  const stopsTyping = state.typing?.channel === channel && state.typing.user === message.author.id;
  const known = state.messages[channel]?.some(({ id }) => id === message.id);
  const next = changeMessages(state, channel, (messages) =>
    known ? messages.map((each) => (each.id === message.id ? message : each)) : [...messages, message],
  );
  const told = {
    ...next,
    unread: unseen ? [...state.unread, channel] : state.unread,
    typing: stopsTyping ? undefined : state.typing,
  };
  return state.awaitsPost && isPost(message) ? { ...openChannel(told, channel), awaitsPost: false } : told;
}

/** A channel that was never opened is left alone: it is read when it is opened. */
function changeMessages(state: State, channel: string, change: (messages: SeenMessage[]) => SeenMessage[]): State {
  const messages = state.messages[channel];
  return messages ? { ...state, messages: { ...state.messages, [channel]: change(messages) } } : state;
}
