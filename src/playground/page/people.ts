/** How people and channels are named and pictured on the page. */
import { ChannelType } from "discord-api-types/v10";
import type { APIChannel, APIUser } from "discord-api-types/v10";

/** The name that others see. */
export function nameOf(user: APIUser): string {
  return user.global_name ?? user.username;
}

/** "#general", or the name of whom one writes to. */
export function channelName(channel: APIChannel, me: APIUser | undefined): string {
  if ("recipients" in channel && channel.recipients) {
    const other = channel.recipients.find(({ id }) => id !== me?.id) ?? channel.recipients[0];
    if (other) return nameOf(other);
  }
  return channel.name ?? "unnamed";
}

/** What stands before a channel's name: "#", "@" for whom one writes to, "↳" for a thread. */
export function signOf({ type }: APIChannel): string {
  if (type === ChannelType.DM || type === ChannelType.GroupDM) return "@";
  return type === ChannelType.PublicThread ? "↳" : "#";
}

/** The address of a person's picture. Nothing is fetched from elsewhere: without a local picture it is their initial. */
export function avatarOf(user: APIUser): string {
  return localAddress(user.avatar) ?? initialPicture(nameOf(user), Number(BigInt(user.id) % 360n));
}

/** Gives an address that needs no other machine, or undefined. */
export function localAddress(address: string | null | undefined): string | undefined {
  if (!address) return undefined;
  return address.startsWith("data:") || (address.startsWith("/") && !address.startsWith("//")) ? address : undefined;
}

/** A round picture of a name's first letter; `hue` in degrees. */
export function initialPicture(name: string, hue: number): string {
  // Letters and digits only: they need no escaping in the picture's markup.
  const letter = /[\p{L}\p{N}]/u.exec(name)?.[0].toUpperCase() ?? "?";
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><rect width="40" height="40" fill="hsl(${hue} 45% 45%)"/><text x="20" y="27" font-family="sans-serif" font-size="20" fill="#fff" text-anchor="middle">${letter}</text></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}

/** The text with "@Ada" and the like as the mentions that they stand for, the longest names first. */
export function withMentions(text: string, users: APIUser[]): string {
  const named = users.flatMap(({ id, username, global_name: name }) => [username, ...(name ? [name] : [])].map((each) => ({ id, name: each })));
  return named
    .sort((one, other) => other.name.length - one.name.length)
    .reduce((mentioned, { id, name }) => {
      const pattern = name.replaceAll(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
      return mentioned.replaceAll(new RegExp(`(?<![\\p{L}\\p{N}])@${pattern}(?![\\p{L}\\p{N}])`, "giu"), `<@${id}>`);
    }, text);
}
