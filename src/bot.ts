import { randomUUID } from "node:crypto";
import { Client, DiscordjsError, DiscordjsErrorCodes, Events, GatewayIntentBits, Options } from "discord.js";
import { ask } from "./commands/ask.ts";
import { dailyMessage, threadName } from "./commands/dailyMessage.ts";
import { dailyNotice } from "./commands/dailyNotice.ts";
import { commands } from "./commands/index.ts";
import { createPoster } from "./daily/poster.ts";
import { createRunner } from "./daily/runner.ts";
import { createDispatcher } from "./discord/dispatch.ts";
import { createMessageListener } from "./discord/messages.ts";
import { createPostingRest } from "./discord/postingRest.ts";
import { isNone, registerCommands } from "./discord/registration.ts";
import { restOptions } from "./discord/rest.ts";
import type { Services } from "./services.ts";

/** The bot on Discord. */
export interface Bot {
  client: Client;
  /** Resolves once Discord says that the bot is ready and has its commands. @throws LoginProblem */
  start(token: string): Promise<void>;
  /** Resolves when Discord closes the connection and would not take us back. */
  lost: Promise<void>;
  /** Takes no more interactions, finishes those it has taken, and leaves. */
  stop(): Promise<void>;
}

/** The bot could not get in. The message is one sentence for the person who runs it. */
export class LoginProblem extends Error {
  override readonly name = "LoginProblem";
}

/** Longer than any answer takes, shorter than the five seconds that a host waits for us to leave. */
const patience = 4000;

const sixHours = 21_600_000;

/** What a host may decide. */
export interface BotSettings {
  /** The parts of the gateway that this process takes, and into how many it is parted. */
  shards?: number[];
  shardCount?: number;
  /** How late a daily post may come, in milliseconds. */
  dailyWindow?: number;
  /** How often we look whether one is due, in milliseconds. */
  dailyInterval?: number;
}

/**
 * Makes the bot.
 *
 * @param apiUrl where Discord's REST API is, without the version; the gateway's address comes from there
 */
export function createBot(
  services: Services,
  apiUrl: string,
  { shards = [0], shardCount = 1, dailyWindow = sixHours, dailyInterval = 1000 }: BotSettings = {},
): Bot {
  const { libraries, log, now } = services;
  const client = new Client({
    // Interactions need no intent. Of messages, only those to the bot arrive with their text.
    intents: [GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    rest: restOptions(apiUrl),
    shards,
    shardCount,
    allowedMentions: { parse: [] },
    // Every interaction brings all that its answer needs, so nothing is worth keeping.
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      GuildMemberManager: 0,
      MessageManager: 0,
      PresenceManager: 0,
      ReactionManager: 0,
      ThreadMemberManager: 0,
      UserManager: { maxSize: 0, keepOverLimit: (user) => user.id === user.client.user?.id },
      VoiceStateManager: 0,
    }),
  });
  let stopping = false;
  const dispatcher = createDispatcher(commands, services);
  const listener = createMessageListener(client, ask, services, now);
  const share = shards.length / shardCount;
  const postingRest = createPostingRest(apiUrl, now, share);
  const poster = createPoster(postingRest, {
    post: async (delivery, schedule) => dailyMessage(delivery, schedule, await libraries.of(schedule.server)),
    threadName: async ({ quote, server }) => threadName((await libraries.of(server)).quote(quote)),
    notice: dailyNotice,
  });
  const runner = createRunner(services, { poster, window: dailyWindow, interval: dailyInterval, owner: randomUUID(), share, random: Math.random });

  client.on(Events.InteractionCreate, dispatcher.dispatch);
  client.on(Events.Raw, listener.hear);
  client.on(Events.Error, (error) => log.error({ error }, "client error"));
  client.on(Events.Warn, (warning) => log.warn(warning));
  const lost = new Promise<void>((resolve) => {
    client.on(Events.ShardDisconnect, ({ code }, shard) => {
      if (stopping) return;
      log.error({ shard, code }, "Discord has closed the connection for good; was the token reset?");
      resolve();
    });
  });
  client.on(Events.ShardReconnecting, (shard) => {
    if (!stopping) log.info({ shard }, "gateway lost, reconnecting");
  });
  client.on(Events.ShardResume, (shard, replayed) => log.info({ shard, replayed }, "gateway resumed"));

  async function start(token: string): Promise<void> {
    const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
    try {
      await client.login(token);
    } catch (cause) {
      await client.destroy();
      if (cause instanceof DiscordjsError && cause.code === DiscordjsErrorCodes.TokenInvalid) {
        throw new LoginProblem("Discord does not accept DISCORD_TOKEN: copy it once more from the Bot page of your application.", { cause });
      }
      const reason = cause instanceof Error ? cause.message : String(cause);
      throw new LoginProblem(`Discord cannot be reached at ${apiUrl} (${reason}): check the connection, and try again.`, { cause });
    }
    const { application, user } = await ready;
    log.info({ as: user.tag, shards: shards.join() }, "ready");
    postingRest.setToken(token);
    runner.start();
    // One process is enough to tell Discord.
    if (shards.includes(0)) await register(application.id);
  }

  async function register(application: string): Promise<void> {
    try {
      const difference = await registerCommands(
        client.rest,
        application,
        commands.map(({ data }) => data),
      );
      log.info(isNone(difference) ? {} : difference, isNone(difference) ? "commands unchanged" : "commands registered");
    } catch (error) {
      // What was registered before goes on working; the next start tries again.
      log.error({ error }, "commands could not be registered");
    }
  }

  async function stop(): Promise<void> {
    stopping = true;
    client.off(Events.InteractionCreate, dispatcher.dispatch);
    client.off(Events.Raw, listener.hear);
    await Promise.race([Promise.all([dispatcher.finish(), listener.finish(), runner.stop()]), new Promise((resolve) => setTimeout(resolve, patience).unref())]);
    await client.destroy();
  }

  return { client, start, lost, stop };
}
