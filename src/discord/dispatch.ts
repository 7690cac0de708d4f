import { RESTJSONErrorCodes, type AutocompleteInteraction, type Interaction } from "discord.js";
import type { Here, Services } from "../services.ts";
import { whisper, type Reply } from "./answer.ts";
import { apologyFor } from "./apology.ts";
import type { Choice, Command, MessageCommand, Press, Submission } from "./command.ts";
import { readCustomId } from "./customId.ts";
import { limits, shorten } from "./limits.ts";
import { defer, isDiscordError, send, type Answerable } from "./send.ts";

/** Takes every interaction to its handler and every answer to Discord; whatever goes wrong ends here. */
export interface Dispatcher {
  /** Never throws and never rejects. */
  dispatch: (interaction: Interaction) => void;
  /** Resolves when all that is being answered has been answered. */
  finish: () => Promise<void>;
}

/**
 * Makes the dispatcher of these commands.
 *
 * @param soon milliseconds that a handler may take before its answer is deferred: Discord waits three seconds, on the way included
 */
export function createDispatcher(commands: readonly (Command | MessageCommand)[], services: Services, soon = 1200): Dispatcher {
  const byName = new Map(commands.map((command) => [command.data.name, command]));
  const presses = new Map<string, Press>(commands.flatMap((command) => Object.entries(command.presses ?? {})));
  const submissions = new Map<string, Submission>(commands.flatMap((command) => Object.entries(command.submissions ?? {})));
  const running = new Set<Promise<void>>();
  const { log } = services;

  function dispatch(interaction: Interaction): void {
    const work = handle(interaction, performance.now()).finally(() => running.delete(work));
    running.add(work);
  }

  async function handle(interaction: Interaction, received: number): Promise<void> {
    if (interaction.isAutocomplete()) return suggest(interaction, received);
    if (!isAnswerable(interaction)) return;
    const what = interaction.isChatInputCommand() ? `/${interaction.commandName}` : interaction.isCommand() ? interaction.commandName : readCustomId(interaction.customId).name;
    try {
      const reply = await inTime(interaction, what, replyTo(interaction));
      const took = performance.now() - received;
      await send(interaction, reply);
      log.info({ what, took: inMilliseconds(took) }, "answered");
    } catch (error) {
      await apologise(interaction, what, error);
    }
  }

  async function replyTo(interaction: Answerable): Promise<Reply> {
    const here: Here = { ...services, library: await services.libraries.nowOrLast(interaction.guildId) };
    if (interaction.isCommand()) {
      const command = byName.get(interaction.commandName);
      if (command && "execute" in command && interaction.isChatInputCommand()) return command.execute(interaction, here);
      if (command && "executeOn" in command && interaction.isMessageContextMenuCommand()) return command.executeOn(interaction, here);
      return whisper("I don't know that command any more. `/help` shows what I can do.");
    }
    const { name, values } = readCustomId(interaction.customId);
    const reply = interaction.isModalSubmit() ? submissions.get(name)?.(values, interaction, here) : presses.get(name)?.(values, interaction, here);
    return reply ?? whisper("I no longer know what that does. `/help` shows what I can do.");
  }

  /** What the handler gives, however long it takes: when that is not soon, the answer is deferred. */
  async function inTime(interaction: Answerable, what: string, reply: Promise<Reply>): Promise<Reply> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<"late">((resolve) => {
      timer = setTimeout(() => resolve("late"), soon);
    });
    try {
      if ((await Promise.race([reply, late])) === "late") {
        const hidden = !interaction.isCommand() || (byName.get(interaction.commandName)?.hidden ?? false);
        // The answer may still get through, and otherwise it fails on its own.
        await defer(interaction, hidden).catch((error: unknown) => log.warn({ what, error }, "could not defer"));
      }
    } finally {
      clearTimeout(timer);
    }
    return reply;
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
      const command = byName.get(interaction.commandName);
      const here: Here = { ...services, library: services.libraries.atHand(interaction.guildId) };
      const choices = command && "execute" in command ? (command.autocomplete?.(interaction, here) ?? []) : [];
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

function isAnswerable(interaction: Interaction): interaction is Extract<Interaction, Answerable> {
  return interaction.isChatInputCommand() || interaction.isMessageContextMenuCommand() || interaction.isMessageComponent() || interaction.isModalSubmit();
}

/** To a hundredth, which is as much as anybody reads. */
function inMilliseconds(duration: number): number {
  return Math.round(duration * 100) / 100;
}
