import type {
  ApplicationCommandOptionChoiceData,
  AutocompleteInteraction,
  ChatInputCommandInteraction,
  MessageComponentInteraction,
  ModalSubmitInteraction,
  RESTPostAPIChatInputApplicationCommandsJSONBody,
} from "discord.js";
import type { Services } from "../services.ts";
import type { Answer, Reply } from "./answer.ts";

/** A suggestion while someone types. */
export type Choice = ApplicationCommandOptionChoiceData<string>;

/** A press on a button or a choice from a menu; `values` are what its custom id carries. */
export type Press = (values: string[], interaction: MessageComponentInteraction, services: Services) => Reply | Promise<Reply>;

/** A modal that was sent in; `values` are what its custom id carries. `fieldsOf` reads what was written. */
export type Submission = (values: string[], interaction: ModalSubmitInteraction, services: Services) => Answer | Promise<Answer>;

/** Something that a member can type, with the buttons, menus and modals that come of it. */
export interface Command {
  /** What Discord is told of it. */
  data: RESTPostAPIChatInputApplicationCommandsJSONBody;
  /** Its answers are only for the one who asks: so is "thinking…", when an answer takes long. */
  hidden?: boolean;
  execute(interaction: ChatInputCommandInteraction, services: Services): Reply | Promise<Reply>;
  /** Suggestions for the option in focus; does no I/O. */
  autocomplete?(interaction: AutocompleteInteraction, services: Services): Choice[];
  /** What its buttons and menus do, by the name in their custom id. */
  presses?: Record<string, Press>;
  /** What its modals do when they are sent in, by the name in their custom id. */
  submissions?: Record<string, Submission>;
}
