import type {
  ApplicationCommandOptionChoiceData,
  AutocompleteInteraction,
  ChatInputCommandInteraction,
  MessageComponentInteraction,
  RESTPostAPIChatInputApplicationCommandsJSONBody,
} from "discord.js";
import type { Services } from "../services.ts";
import type { Answer } from "./answer.ts";

/** A suggestion while someone types. */
export type Choice = ApplicationCommandOptionChoiceData<string>;

/** A press on a button or a choice from a menu; `values` are what its custom id carries. */
export type Press = (values: string[], interaction: MessageComponentInteraction, services: Services) => Answer | Promise<Answer>;

/** Something that a member can type, with the buttons and menus that come of it. */
export interface Command {
  /** What Discord is told of it. */
  data: RESTPostAPIChatInputApplicationCommandsJSONBody;
  execute(interaction: ChatInputCommandInteraction, services: Services): Answer | Promise<Answer>;
  /** Suggestions for the option in focus; does no I/O. */
  autocomplete?(interaction: AutocompleteInteraction, services: Services): Choice[];
  /** What its buttons and menus do, by the name in their custom id. */
  presses?: Record<string, Press>;
}
