import {
  DiscordAPIError,
  GatewayDispatchEvents,
  MessageType,
  RESTJSONErrorCodes,
  Routes,
  type Client,
  type GatewayDispatchPayload,
  type GatewayMessageCreateDispatchData,
} from "discord.js";
import type { Here, Services } from "../services.ts";
import { messageOf, type Answer } from "./answer.ts";
import { apologyFor } from "./apology.ts";
import { createPace } from "./pace.ts";

type Incoming = GatewayMessageCreateDispatchData;

/** Answers a question that someone (by id) asks in a channel (by id). */
export type AnswerQuestion = (question: string, asker: { user: string; channel: string }, services: Here) => Answer | Promise<Answer>;

/** Hears what is said to the bot, by a mention in a server or in a direct message, and answers it. */
export interface MessageListener {
  /** Takes any packet of the gateway; never throws and never rejects. */
  hear: (packet: GatewayDispatchPayload) => void;
  /** Resolves when all that is being answered has been answered. */
  finish: () => Promise<void>;
}

/** A member may ask five times in a row and then every five seconds; a channel gets eight answers in a row and then one every two seconds. */
const memberPace = { burst: 5, interval: 5000 };
const channelPace = { burst: 8, interval: 2000 };

/** What Discord answers where the bot may not speak: nothing to apologise for, and nowhere to do it. */
const silenced: unknown[] = [RESTJSONErrorCodes.MissingPermissions, RESTJSONErrorCodes.MissingAccess, RESTJSONErrorCodes.CannotSendMessagesToThisUser];

/**
 * Makes the listener. It works on packets as they come: discord.js makes messages only of channels it keeps, and we keep none.
 *
 * @param now the clock, in epoch milliseconds
 */
export function createMessageListener(client: Client, answer: AnswerQuestion, services: Services, now: () => number): MessageListener {
  const { log } = services;
  const members = createPace(memberPace.burst, memberPace.interval, now);
  const channels = createPace(channelPace.burst, channelPace.interval, now);
  const running = new Set<Promise<void>>();

  function hear(packet: GatewayDispatchPayload): void {
    if (packet.t !== GatewayDispatchEvents.MessageCreate) return;
    const question = questionIn(packet.d, client.user!.id);
    if (question === undefined) return;
    if (!members.allows(packet.d.author.id) || !channels.allows(packet.d.channel_id)) return;
    const work = reply(packet.d, question).finally(() => running.delete(work));
    running.add(work);
  }

  async function reply(message: Incoming, question: string): Promise<void> {
    const started = performance.now();
    try {
      const library = await services.libraries.nowOrLast(message.guild_id);
      const answered = await answer(question, { user: message.author.id, channel: message.channel_id }, { ...services, library });
      const took = performance.now() - started;
      await post(message, answered);
      log.info({ what: "question", took: Math.round(took * 100) / 100 }, "answered");
    } catch (error) {
      if (error instanceof DiscordAPIError && silenced.includes(error.code)) {
        log.info({ what: "question", code: error.code }, "not allowed to answer there");
        return;
      }
      await post(message, apologyFor(error, "question", log)).catch((cause: unknown) =>
        log.error({ what: "question", error: cause }, "could not even apologise"),
      );
    }
  }

  /** The question's own id is the nonce: however often we have to try, the channel gets one answer. */
  async function post(message: Incoming, answered: Answer): Promise<void> {
    const { content, embeds, components } = messageOf(answered);
    await client.rest.post(Routes.channelMessages(message.channel_id), {
      body: {
        content,
        embeds,
        components,
        allowed_mentions: { parse: [], replied_user: false },
        message_reference: { message_id: message.id, fail_if_not_exists: false },
        nonce: message.id,
        enforce_nonce: true,
      },
    });
  }

  return {
    hear,
    finish: async () => {
      await Promise.all(running);
    },
  };
}

/** What a person asks the bot: all of a direct message, or what stands around a mention. A reply alone is no question. */
function questionIn(message: Incoming, bot: string): string | undefined {
  const byPerson = !message.author.bot && message.webhook_id === undefined;
  const isSpoken = message.type === MessageType.Default || message.type === MessageType.Reply;
  if (!byPerson || !isSpoken) return undefined;
  const mention = new RegExp(`<@!?${bot}>`, "g");
  if (message.guild_id !== undefined && !mention.test(message.content)) return undefined;
  return message.content.replace(mention, " ").trim();
}
