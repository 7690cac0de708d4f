/**
 * What the chat page and the playground say to each other, as JSON over one WebSocket at /page.
 *
 * The page sends requests, each with a number of its own as `request`, and gets one reply to each. Between replies the
 * playground sends events. Everything is seen from one person's seat: other people's ephemeral messages never arrive.
 * Avatars, the server's icon and files come as paths on the playground's own server, such as /avatars/1/2.svg.
 */
import type {
  APIApplicationCommand,
  APIApplicationCommandOptionChoice,
  APIChannel,
  APIGuild,
  APIMessage,
  APIModalInteractionResponseCallbackData,
  APIUser,
} from "discord-api-types/v10";

/** Someone at the keyboard. `moderator` stands for the Manage Server permission. */
export interface Seat {
  user: APIUser;
  /** By id. */
  roles: string[];
  moderator: boolean;
}

/** A message as its reader sees it. */
export type SeenMessage = APIMessage & {
  /** "Only you can see this": the reader may dismiss it. */
  ephemeral?: boolean;
};

/** A file on its way from the page. */
export interface PageFile {
  name: string;
  /** Its media type. */
  type: string;
  base64: string;
}

/** An option's value as typed or picked; the playground checks it against the option's type. */
export type OptionValue = string | number | boolean;

/** What a person puts into a field of a modal: a text, or choices. */
export type ModalValue = string | string[];

export type PageRequest =
  /** Take a seat: the reply is a Scene. May be sent again at any time to change seats. */
  | { action: "sit"; user: string }
  /** The reply is SeenMessage[], oldest first. */
  | { action: "read"; channel: string }
  /** Send an ordinary message; files come as base64. The reply is empty. */
  | { action: "say"; channel: string; content: string; files?: PageFile[] }
  /** Run a slash command; an attachment option takes a file. The reply is an Outcome. */
  | { action: "run"; channel: string; command: string; subcommand?: string; options: Record<string, OptionValue | PageFile> }
  /** Run a command from a message's menu. The reply is an Outcome. */
  | { action: "runOn"; message: string; command: string }
  /** Ask for suggestions while typing into one option. The reply is APIApplicationCommandOptionChoice[]. */
  | {
      action: "complete";
      channel: string;
      command: string;
      subcommand?: string;
      options: Record<string, OptionValue>;
      focused: string;
    }
  /** Press a button. The reply is an Outcome. */
  | { action: "press"; message: string; customId: string }
  /** Choose from a menu. The reply is an Outcome. */
  | { action: "choose"; message: string; customId: string; values: string[] }
  /** Send a modal in: what is written into its text inputs and chosen from its menus, by custom id. The reply is an Outcome. */
  | { action: "submit"; modal: string; fields: Record<string, ModalValue> }
  /** Put an ephemeral message away. The reply is empty. */
  | { action: "dismiss"; message: string }
  /** Let time pass, a year at most. Only moderators may. The reply is empty. */
  | { action: "pass"; milliseconds: number }
  /** Let time pass until the bot does something of its own accord. Only moderators may. The reply is empty. */
  | { action: "skip" };

/** What becomes of a command, a press, a choice or a modal within three seconds. */
export type Outcome =
  /** Answered; whatever there is to see comes as an event. */
  | { kind: "answered" }
  /** A modal opens; `modal` is what `submit` refers to. */
  | { kind: "modal"; modal: string; data: APIModalInteractionResponseCallbackData }
  /** What Discord would say in red: "The application did not respond", or what is wrong with an option. */
  | { kind: "failed"; reason: string };

/** The server as one person finds it on sitting down. */
export interface Scene {
  me: Seat;
  seats: Seat[];
  guild: APIGuild;
  /** Text channels of the server, each with its open threads behind it, then the direct message with the bot. */
  channels: APIChannel[];
  /** Everyone in the server, the bot among them. */
  users: APIUser[];
  /** The commands this person may see: typed ones and those of a message's menu. */
  commands: APIApplicationCommand[];
  /** Whether the bot is connected. */
  online: boolean;
  /** How far the playground's clock is ahead of this machine's, in milliseconds. */
  ahead: number;
  /** Whether time can be let pass until the bot does something: what it does next is known. */
  foresees: boolean;
}

export type PageMessage =
  | { reply: number; result: PageResult }
  /** The request made no sense, or the person may not do that. */
  | { reply: number; error: string }
  | { event: "message"; message: SeenMessage }
  | { event: "edited"; message: SeenMessage }
  | { event: "deleted"; channel: string; message: string }
  /** The bot is thinking (a deferred answer is a message with the LOADING flag instead). */
  | { event: "typing"; channel: string; user: string }
  /** The bot registered other commands, connected or disconnected. */
  | { event: "commands"; commands: APIApplicationCommand[] }
  | { event: "online"; online: boolean }
  /** A channel or a thread came, changed or went: all that there are now. */
  | { event: "channels"; channels: APIChannel[] }
  /** Somebody let time pass. */
  | { event: "time"; ahead: number };

export type PageResult = Scene | SeenMessage[] | APIApplicationCommandOptionChoice[] | Outcome | null;
