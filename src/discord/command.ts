import type {
  ApplicationCommandOptionChoiceData,
  AutocompleteInteraction,
  ChatInputCommandInteraction,
  MessageComponentInteraction,
  MessageContextMenuCommandInteraction,
  ModalSubmitInteraction,
  RESTPostAPIChatInputApplicationCommandsJSONBody,
  RESTPostAPIContextMenuApplicationCommandsJSONBody,
} from "discord.js";
import type { Here } from "../services.ts";
import type { Answer, Reply } from "./answer.ts";

/** A suggestion while someone types. */
export type Choice = ApplicationCommandOptionChoiceData<string>;

/** A press on a button or a choice from a menu; `values` are what its custom id carries. */
export type Press = (values: string[], interaction: MessageComponentInteraction, services: Here) => Reply | Promise<Reply>;

/** A modal that was sent in; `values` are what its custom id carries. `fieldsOf` reads what was written. */
export type Submission = (values: string[], interaction: ModalSubmitInteraction, services: Here) => Answer | Promise<Answer>;

/** What comes of a command: buttons, menus and modals. */
interface Consequences {
  /** Its answers are only for the one who asks: so is "thinking…", when an answer takes long. */
  hidden?: boolean;
  /** What its buttons and menus do, by the name in their custom id. */
  presses?: Record<string, Press>;
  /** What its modals do when they are sent in, by the name in their custom id. */
  submissions?: Record<string, Submission>;
}

/** Something that a member can type. */
export interface Command extends Consequences {
  /** What Discord is told of it. */
  data: RESTPostAPIChatInputApplicationCommandsJSONBody;
  execute(interaction: ChatInputCommandInteraction, services: Here): Reply | Promise<Reply>;
  /** Suggestions for the option in focus; does no I/O. */
  autocomplete?(interaction: AutocompleteInteraction, services: Here): Choice[];
}

/** Something that a member can do with a message, in the menu of its right-click. */
export interface MessageCommand extends Consequences {
  data: RESTPostAPIContextMenuApplicationCommandsJSONBody;
  executeOn(interaction: MessageContextMenuCommandInteraction, services: Here): Reply | Promise<Reply>;
}
