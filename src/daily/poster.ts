/** The one in this room that talks to Discord: posts, looks for posts, opens threads, looks at permissions, tells moderators. */
import type { REST } from "@discordjs/rest";
import {
  DiscordAPIError,
  HTTPError,
  RateLimitError,
  RESTJSONErrorCodes,
  Routes,
  type APIGuild,
  type APIMessage,
  type RESTPostAPIChannelMessageJSONBody,
} from "discord.js";
import { findPost, type InHistory } from "../discord/history.ts";
import { tellModerators, unlessRefused } from "../discord/moderators.ts";
import { neededToPost, refusalFor } from "../discord/permissions.ts";
import { NotSent } from "../discord/postingRest.ts";
import type { Delivery } from "./delivery.ts";
import type { Refusal } from "./refusal.ts";
import type { Schedule } from "./schedule.ts";

/** What became of a request that posts. `retryAfter` in milliseconds, where Discord named one. */
export type Posted =
  | { kind: "sent"; message: string }
  | { kind: "refused"; refusal: Refusal }
  /** It is certain that this request made no message, or not. */
  | { kind: "failed"; words: string; isUnsent: boolean; retryAfter?: number }
  /** There is nothing to post: the quote is no longer in the library. */
  | { kind: "withdrawn" };

/** What became of looking for a post in its channel; it fails when Discord cannot be reached. */
export type Found = InHistory | { kind: "failed"; words: string };

export type Threaded = { kind: "made" } | { kind: "failed"; words: string; forGood: boolean };

/** How a post, its thread and a notice read: made where messages are made. */
export interface Wording {
  /** The whole message, under the delivery's id as its enforced nonce; nothing when its quote is gone. */
  post(delivery: Delivery, schedule: Schedule): Promise<RESTPostAPIChannelMessageJSONBody | undefined>;
  threadName(delivery: Delivery): Promise<string>;
  /** Why a schedule rests, for a channel of its server or for a direct message. */
  notice(schedule: Schedule, where: "server" | "direct", serverName?: string): RESTPostAPIChannelMessageJSONBody;
}

export interface Poster {
  /** Posts; the same delivery again within a few minutes makes no second message. */
  post(delivery: Delivery, schedule: Schedule): Promise<Posted>;
  /** Looks for the message of a delivery in its channel's history. */
  find(delivery: Delivery): Promise<Found>;
  openThread(delivery: Delivery): Promise<Threaded>;
  /** What keeps the bot from posting in the schedule's channel. @throws Error when Discord cannot say */
  refusalOf(schedule: Schedule): Promise<Refusal | undefined>;
  /** The servers that the bot is in, by id. @throws Error when Discord cannot say */
  servers(): Promise<Set<string>>;
  /** Tells the moderators why a schedule rests, where they can be reached; whether anybody was. @throws Error when Discord cannot be reached */
  tell(schedule: Schedule): Promise<boolean>;
}

/** Milliseconds after which a request is given up: less than a lease, so that nobody else works on the same meanwhile. */
const patience = 10_000;

/** As many as Discord gives at once. Source: https://discord.com/developers/docs/resources/user, "Get Current User Guilds". */
const serversOnPage = 200;

/** How often a refusal that nothing explains is taken for a mishap. */
const mishaps = 3;

/** Refusals that have to do with the channel or what the bot may do in it: Discord is asked which it is. */
const explainable: unknown[] = [
  RESTJSONErrorCodes.MissingAccess,
  RESTJSONErrorCodes.MissingPermissions,
  RESTJSONErrorCodes.UnknownChannel,
  RESTJSONErrorCodes.UnknownGuild,
  RESTJSONErrorCodes.InvalidActionOnArchivedThread,
  RESTJSONErrorCodes.ThreadLocked,
  RESTJSONErrorCodes.CannotExecuteActionOnThisChannelType,
  RESTJSONErrorCodes.CannotSendMessagesInNonTextChannel,
];

/** What may happen to a thread that no later try mends. */
const threadless: unknown[] = [
  RESTJSONErrorCodes.UnknownChannel,
  RESTJSONErrorCodes.UnknownMessage,
  RESTJSONErrorCodes.CannotExecuteActionOnThisChannelType,
];

/** Makes the poster. */
export function createPoster(rest: REST, wording: Wording): Poster {
  async function post(delivery: Delivery, schedule: Schedule): Promise<Posted> {
    const body = await wording.post(delivery, schedule);
    if (!body) return { kind: "withdrawn" };
    try {
      const message = (await rest.post(Routes.channelMessages(delivery.channel), { body, signal: AbortSignal.timeout(patience) })) as APIMessage;
      return { kind: "sent", message: message.id };
    } catch (error) {
      if (!(error instanceof DiscordAPIError)) return failed(error);
      return refused(error, delivery);
    }
  }

  /** Discord's own no, explained. */
  async function refused(error: DiscordAPIError, delivery: Delivery): Promise<Posted> {
    const code = Number(error.code);
    // A no without a number is not Discord's own, but that of something on the way to it.
    if (!(code > 0)) return failed(error);
    if (explainable.includes(code)) {
      try {
        const refusal = await refusalFor(rest, delivery, neededToPost);
        if (refusal) return { kind: "refused", refusal };
      } catch (cause) {
        return { kind: "failed", words: wordsOf(cause), isUnsent: true };
      }
    }
    // It may have been mended in this very moment.
    return delivery.attempts < mishaps ? failed(error) : { kind: "refused", refusal: { kind: "other", code, words: error.message } };
  }

  async function find(delivery: Delivery): Promise<Found> {
    try {
      return await findPost(rest, delivery, patience);
    } catch (error) {
      return { kind: "failed", words: wordsOf(error) };
    }
  }

  async function openThread(delivery: Delivery): Promise<Threaded> {
    try {
      const body = { name: await wording.threadName(delivery) };
      await rest.post(Routes.threads(delivery.channel, delivery.message), { body, signal: AbortSignal.timeout(patience) });
      return { kind: "made" };
    } catch (error) {
      const code = error instanceof DiscordAPIError ? error.code : undefined;
      // After a cut connection, the second try finds the first one's thread.
      if (code === RESTJSONErrorCodes.ThreadAlreadyCreatedForMessage) return { kind: "made" };
      return { kind: "failed", words: wordsOf(error), forGood: threadless.includes(code) };
    }
  }

  async function servers(): Promise<Set<string>> {
    const found = new Set<string>();
    let after: string | undefined;
    while (true) {
      const query = new URLSearchParams({ limit: String(serversOnPage), ...(after ? { after } : {}) });
      const page = (await rest.get(Routes.userGuilds(), { query, signal: AbortSignal.timeout(patience) })) as { id: string }[];
      for (const { id } of page) found.add(id);
      after = page.at(-1)?.id;
      if (page.length < serversOnPage) return found;
    }
  }

  async function tell(schedule: Schedule): Promise<boolean> {
    const guild = await unlessRefused(() => rest.get(Routes.guild(schedule.server)) as Promise<APIGuild>);
    const channels = [guild?.public_updates_channel_id, guild?.system_channel_id].filter((channel) => typeof channel === "string");
    return tellModerators(rest, { channels, people: [schedule.createdBy] }, wording.notice(schedule, "server"), wording.notice(schedule, "direct", guild?.name));
  }

  return { post, find, openThread, servers, tell, refusalOf: (schedule) => refusalFor(rest, schedule, neededToPost) };
}

function failed(error: unknown): Posted {
  const words = wordsOf(error);
  if (error instanceof RateLimitError) {
    const { timeToReset, retryAfter, sublimitTimeout } = error;
    return { kind: "failed", words, isUnsent: true, retryAfter: Math.max(timeToReset, retryAfter, sublimitTimeout) };
  }
  return { kind: "failed", words, isUnsent: error instanceof NotSent || (error instanceof DiscordAPIError && Number(error.code) > 0) };
}

/** All that moderators hear of a failure on the way to Discord. */
const unreached = "Discord could not be reached.";

/** Why a request failed, in a sentence. Behind `unreached`, what the network said: for the log alone. */
function wordsOf(error: unknown): string {
  if (error instanceof RateLimitError) return "Discord asked for patience.";
  if (error instanceof HTTPError) return `Discord is in trouble (${error.status} ${error.message}).`;
  const words = error instanceof Error ? error.message : String(error);
  const isNetworks = !(error instanceof DiscordAPIError) && !(error instanceof NotSent && error.cause === undefined);
  return isNetworks ? `${unreached} ${words}` : words;
}

/** The words of a failure for moderators: without what the network said. */
export function plainly(words: string): string {
  return words.startsWith(unreached) ? unreached : words;
}
