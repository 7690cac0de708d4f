/** What keeps a daily post from its channel, in words for the moderators who can mend it. */
import type { MissReason } from "../daily/delivery.ts";
import type { NeededPermission, Refusal } from "../daily/refusal.ts";
import { shorten } from "../discord/limits.ts";
import { escapeMarkdown } from "./markdown.ts";

/** What happened, and what mends it: each one or two whole sentences in Markdown. `mend` is "" where nothing is to be done. */
export interface Trouble {
  what: string;
  mend: string;
}

/** The permissions as Discord's settings name them. */
const permissionNames: Record<NeededPermission, string> = {
  ViewChannel: "View Channel",
  SendMessages: "Send Messages",
  SendMessagesInThreads: "Send Messages in Threads",
  EmbedLinks: "Embed Links",
  ReadMessageHistory: "Read Message History",
  CreatePublicThreads: "Create Public Threads",
  MentionEveryone: "Mention @everyone, @here and All Roles",
};

/** How much of Discord's own words is shown. */
const longestWords = 200;

/** Words that are not ours, for a sentence: on one line, as they are, and no more of them than is needed. Markdown. */
export function othersWords(words: string): string {
  return shorten(escapeMarkdown(shorten(words.replace(/\s+/g, " "), longestWords)), longestWords);
}

/** A permission by the name that a moderator finds in Discord's settings, in italics. */
export function permissionName(permission: NeededPermission): string {
  return `*${permissionNames[permission]}*`;
}

/** What a refusal means and what a moderator does about it. */
export function refusalWords(refusal: Refusal, channel: string): Trouble {
  switch (refusal.kind) {
    case "permissions": {
      const names = new Intl.ListFormat("en-GB", { type: "conjunction" }).format(refusal.missing.map(permissionName));
      const them = refusal.missing.length === 1 ? "it" : "them";
      // Threads have no permissions of their own; of the others we cannot tell here whether it is one.
      const where = refusal.missing.includes("SendMessagesInThreads")
        ? "in the settings of the channel it belongs to, under **Permissions**."
        : "in that channel's settings, under **Permissions**; if it is a thread, in the settings of the channel it belongs to.";
      return { what: `I lack ${names} in <#${channel}>.`, mend: `Give ${them} to me ${where}` };
    }
    case "channelGone":
      return { what: "The channel is gone.", mend: "Choose another with `/daily change`, or take this daily post away with `/daily remove`." };
    case "channelArchived":
      return { what: `<#${channel}> is archived and locked.`, mend: "Unlock it, or choose another channel with `/daily change`." };
    case "channelKind":
      return { what: `<#${channel}> takes no messages.`, mend: "Choose another channel with `/daily change`." };
    case "left":
      return { what: "I was removed from the server.", mend: "Invite me back, and I go on where I was." };
    default:
      return {
        what: `Discord refuses the post: “${othersWords(refusal.words)}” (${refusal.code}).`,
        mend: "When that is mended, use `/daily resume`.",
      };
  }
}

/** Why nothing was posted on a date, and what mends it. */
export function missWords(miss: MissReason, channel: string): Trouble {
  switch (miss.kind) {
    case "down":
      return { what: "I was not running at that time.", mend: "" };
    case "discord":
      // What exactly the network said is for the host, in the log.
      return { what: "Discord could not be reached, or was in trouble, until it was too late.", mend: "" };
    case "refused":
      return refusalWords(miss.refusal, channel);
    default:
      return { what: "It was paused, or its quote taken out of the library, just before it was due.", mend: "" };
  }
}
