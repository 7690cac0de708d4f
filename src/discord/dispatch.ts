import {
  DiscordAPIError,
  MessageFlags,
  RESTJSONErrorCodes,
  type AutocompleteInteraction,
  type ChatInputCommandInteraction,
  type Interaction,
  type MessageComponentInteraction,
} from "discord.js";
import type { Services } from "../services.ts";
import { messageOf, whisper, type Answer } from "./answer.ts";
import { apologyFor } from "./apology.ts";
import type { Choice, Command, Press } from "./command.ts";
import { readCustomId } from "./customId.ts";
import { limits, shorten } from "./limits.ts";
import { isPrivate } from "./press.ts";

type Answerable = ChatInputCommandInteraction | MessageComponentInteraction;

/** Takes every interaction to its handler and every answer to Discord; whatever goes wrong ends here. */
export interface Dispatcher {
  /** Never throws and never rejects. */
  dispatch: (interaction: Interaction) => void;
  /** Resolves when all that is being answered has been answered. */
  finish: () => Promise<void>;
}

/** Makes the dispatcher of these commands. */
export function createDispatcher(commands: readonly Command[], services: Services): Dispatcher {
  const byName = new Map(commands.map((command) => [command.data.name, command]));
  const presses = new Map<string, Press>(commands.flatMap((command) => Object.entries(command.presses ?? {})));
  const running = new Set<Promise<void>>();
  const { log } = services;

  function dispatch(interaction: Interaction): void {
    const work = handle(interaction, performance.now()).finally(() => running.delete(work));
    running.add(work);
  }

  async function handle(interaction: Interaction, received: number): Promise<void> {
    if (interaction.isAutocomplete()) return suggest(interaction, received);
    if (!interaction.isChatInputCommand() && !interaction.isMessageComponent()) return;
    const what = interaction.isChatInputCommand() ? `/${interaction.commandName}` : readCustomId(interaction.customId).name;
    try {
      const answer = await answerTo(interaction);
      const took = performance.now() - received;
      await send(interaction, answer);
      log.info({ what, took: inMilliseconds(took) }, "answered");
    } catch (error) {
      await apologise(interaction, what, error);
    }
  }

  function answerTo(interaction: Answerable): Answer | Promise<Answer> {
    if (interaction.isChatInputCommand()) {
      const command = byName.get(interaction.commandName);
      return command?.execute(interaction, services) ?? whisper("I don't know that command any more. `/help` shows what I can do.");
    }
    const { name, values } = readCustomId(interaction.customId);
    const press = presses.get(name);
    return press?.(values, interaction, services) ?? whisper("I no longer know what that does. `/help` shows what I can do.");
  }

  async function suggest(interaction: AutocompleteInteraction, received: number): Promise<void> {
    const what = `/${interaction.commandName} suggestions`;
    try {
      const choices = choicesFor(interaction, what);
      const took = performance.now() - received;
      await interaction.respond(choices);
      log.debug({ what, took: inMilliseconds(took) }, "suggested");
    } catch (error) {
      // Whoever types on has moved on: a late suggestion is no loss, and there is nobody to tell.
      log.warn({ what, error }, "suggestions did not arrive");
    }
  }

  /** A handler that throws has no suggestions; the member can still type. */
  function choicesFor(interaction: AutocompleteInteraction, what: string): Choice[] {
    try {
      const choices = byName.get(interaction.commandName)?.autocomplete?.(interaction, services) ?? [];
      return choices.slice(0, limits.choices).map(({ name, value }) => ({ name: shorten(name, limits.choiceText), value }));
    } catch (error) {
      log.error({ what, error }, "failed");
      return [];
    }
  }

  async function apologise(interaction: Answerable, what: string, error: unknown): Promise<void> {
    if (isDiscordError(error, RESTJSONErrorCodes.UnknownInteraction)) {
      log.warn({ what, error }, "too late to answer");
      return;
    }
    const gone = isDiscordError(error, RESTJSONErrorCodes.UnknownMessage);
    const apology = gone ? whisper("That message is gone. Ask me again, and I'll bring a new one.") : apologyFor(error, what, log);
    try {
      await send(interaction, apology);
    } catch (cause) {
      log.error({ what, error: cause }, "could not even apologise");
    }
  }

  return {
    dispatch,
    finish: async () => {
      await Promise.all(running);
    },
  };
}

async function send(interaction: Answerable, answer: Answer): Promise<void> {
  const message = messageOf(answer);
  const hidden = answer.private ?? (interaction.isMessageComponent() && isPrivate(interaction));
  const flags = hidden ? MessageFlags.Ephemeral : undefined;
  try {
    if (interaction.replied) await interaction.followUp({ ...message, flags });
    else if (answer.how === "edit" && interaction.isMessageComponent()) await interaction.update(message);
    else await interaction.reply({ ...message, flags });
  } catch (error) {
    // After a cut connection, the second try finds the first one there already.
    if (!isDiscordError(error, RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged)) throw error;
  }
}

function isDiscordError(error: unknown, code: number): boolean {
  return error instanceof DiscordAPIError && error.code === code;
}

/** To a hundredth, which is as much as anybody reads. */
function inMilliseconds(duration: number): number {
  return Math.round(duration * 100) / 100;
}
