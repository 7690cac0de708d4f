import type { REST } from "@discordjs/rest";
import { DiscordAPIError, Routes, type APIChannel, type RESTPostAPIChannelMessageJSONBody } from "discord.js";

/** Milliseconds after which a request is given up. */
const patience = 10_000;

/** Where moderators may be reached, by ids, in the order in which it is tried. */
export interface Reachable {
  channels: readonly string[];
  /** Who gets a direct message where no channel takes one. */
  people: readonly string[];
}

/**
 * Tells the moderators of a server something, once: in the first place that takes it. Whether one did.
 *
 * @param inServer the message for a channel of the server
 * @param direct the message for one person; no command of a server's works there
 * @throws HTTPError or a connection's error when Discord cannot be reached
 */
export async function tellModerators(
  rest: REST,
  { channels, people }: Reachable,
  inServer: RESTPostAPIChannelMessageJSONBody,
  direct: RESTPostAPIChannelMessageJSONBody,
): Promise<boolean> {
  const post = (channel: string, body: RESTPostAPIChannelMessageJSONBody) =>
    unlessRefused(() => rest.post(Routes.channelMessages(channel), { body, signal: AbortSignal.timeout(patience) }));
  for (const channel of channels) if ((await post(channel, inServer)) !== undefined) return true;
  for (const person of people) {
    const body = { recipient_id: person };
    const opened = await unlessRefused(() => rest.post(Routes.userChannels(), { body, signal: AbortSignal.timeout(patience) }) as Promise<APIChannel>);
    if (opened && (await post(opened.id, direct)) !== undefined) return true;
  }
  return false;
}

/** What Discord gives; nothing where it says no. @throws HTTPError or a connection's error when Discord cannot be reached */
export async function unlessRefused<Given>(ask: () => Promise<Given>): Promise<Given | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof DiscordAPIError) return undefined;
    throw error;
  }
}
