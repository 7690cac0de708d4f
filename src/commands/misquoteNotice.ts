import type { REST } from "@discordjs/rest";
import { Routes, type APIGuild, type RESTPostAPIChannelMessageJSONBody } from "discord.js";
import { messageOf } from "../discord/answer.ts";
import { shorten } from "../discord/limits.ts";
import { tellModerators, unlessRefused } from "../discord/moderators.ts";
import { escapeMarkdown } from "../embeds/markdown.ts";
import type { Library } from "../library/library.ts";
import type { Here } from "../services.ts";
import type { Report } from "../store/shelves.ts";
import { reportCard } from "./library/reportCard.ts";

/** How much of a quote stands in a direct message, and of a server's name, which is a hundred characters at most. */
const glimpse = 100;

/**
 * Tells a server's moderators of a report: in the channel that they chose, or in the one where Discord tells them its updates; failing
 * that, in a direct message to who added the interview, or to the server's owner. Whether anybody was told.
 *
 * @throws HTTPError or a connection's error when Discord cannot be reached; Error when the store cannot be read
 */
export async function tellOfReport(report: Report, rest: REST, { library, shelves }: Here): Promise<boolean> {
  const { server, quote } = report;
  const chosen = await shelves.reportsChannel(server);
  const guild = await unlessRefused(() => rest.get(Routes.guild(server)) as Promise<APIGuild>);
  const brought = await shelves.findImport(server, library.quote(quote)?.interview ?? "");
  const reachable = { channels: known([chosen, guild?.public_updates_channel_id]), people: known([brought?.by, guild?.owner_id]) };
  return tellModerators(rest, reachable, cardFor(report, library), directNotice(report, guild?.name));
}

/** The ids that there are. */
function known(ids: (string | null | undefined)[]): string[] {
  return ids.filter((id): id is string => Boolean(id));
}

/** Told again within a few minutes, it makes no second message. */
function cardFor(report: Report, library: Library): RESTPostAPIChannelMessageJSONBody {
  const { embeds, components } = messageOf({ how: "post", ...reportCard(report, library) });
  return {
    embeds: embeds as RESTPostAPIChannelMessageJSONBody["embeds"],
    components: components as RESTPostAPIChannelMessageJSONBody["components"],
    allowed_mentions: { parse: [] },
    nonce: report.id,
    enforce_nonce: true,
  };
}

/** In a direct message no command of a server's works, so it says where to type one. */
function directNotice({ id, words }: Report, serverName: string | undefined): RESTPostAPIChannelMessageJSONBody {
  const place = serverName === undefined ? "a server of yours" : `**${escapeMarkdown(shorten(serverName, glimpse))}**`;
  return {
    content: `In ${place}, a member has reported a misquote: “${escapeMarkdown(shorten(words, glimpse))}” Type \`/library reports\` there to look at it; \`/library reports channel\` has new ones come to a channel.`,
    allowed_mentions: { parse: [] },
    nonce: `${id}d`,
    enforce_nonce: true,
  };
}
