import { AllowedMentionsTypes, MessageFlags, type RESTPostAPIChannelMessageJSONBody } from "discord.js";
import type { Delivery } from "../daily/delivery.ts";
import type { Schedule } from "../daily/schedule.ts";
import { messageOf } from "../discord/answer.ts";
import { shorten } from "../discord/limits.ts";
import type { Library, LibraryQuote } from "../library/library.ts";
import { quoteMessage } from "./quoteMessage.ts";
import { wishId } from "./wish.ts";

/** Source: https://discord.com/developers/docs/resources/channel, "Start Thread from Message". */
const longestThreadName = 100;

/**
 * A daily post as Discord takes it, whole: it pings no one but the schedule's role, comes quietly when it shall, and carries its
 * delivery's id as an enforced nonce, and as the mark by which it is known later.
 *
 * Nothing when its quote is no longer in the library.
 */
export function dailyMessage({ id, quote: quoteId }: Pick<Delivery, "id" | "quote">, schedule: Schedule, library: Library): RESTPostAPIChannelMessageJSONBody | undefined {
  const quote = library.quote(quoteId);
  if (!quote) return undefined;
  const { person, film } = schedule.filter;
  const shown = quoteMessage(quote, library, { another: wishId({ person, film, query: "" }, 0), mark: id });
  const { content, embeds, components } = messageOf({ how: "post", content: mention(schedule), ...shown });
  return {
    content,
    embeds: embeds as RESTPostAPIChannelMessageJSONBody["embeds"],
    components: components as RESTPostAPIChannelMessageJSONBody["components"],
    allowed_mentions: allowedMentions(schedule),
    ...(schedule.silent ? { flags: MessageFlags.SuppressNotifications } : {}),
    nonce: id,
    enforce_nonce: true,
  };
}

/** The name of a post's thread: how its quote begins. */
export function threadName(quote: LibraryQuote | undefined): string {
  return shorten(quote?.words ?? "The quote of the day", longestThreadName);
}

/** The line above the post: its role, or everyone, or nothing. */
function mention({ role, server }: Schedule): string {
  if (role === "") return "";
  return role === server ? "@everyone" : `<@&${role}>`;
}

function allowedMentions({ role, server }: Schedule): RESTPostAPIChannelMessageJSONBody["allowed_mentions"] {
  if (role === "") return { parse: [] };
  return role === server ? { parse: [AllowedMentionsTypes.Everyone] } : { parse: [], roles: [role] };
}
