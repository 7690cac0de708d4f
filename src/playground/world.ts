/** Everything there is on this Discord: one server, its people and channels, the bot, and every message. */
import {
  ChannelType,
  OverwriteType,
  type APIApplicationCommand,
  type APIApplicationCommandPermission,
  type APIAttachment,
  type APIChannel,
  type APIMessage,
  type APIOverwrite,
  type APIRole,
  type APIUser,
} from "discord-api-types/v10";
import { furnish } from "./cinematheque.ts";
import type { StoredFile } from "./files.ts";
import { Announcer } from "./happenings.ts";
import { EVERYTHING, reckon, type Permission, bitsOf } from "./permissions.ts";
import { refuse } from "./refusals.ts";
import { Snowflakes, type Clock } from "./snowflakes.ts";

export interface Member {
  user: APIUser;
  roles: string[];
  joinedAt: string;
}

/** A text channel, a thread in one, or a direct message. */
export interface Place {
  id: string;
  type: ChannelType.GuildText | ChannelType.PublicThread | ChannelType.DM;
  name?: string;
  topic?: string;
  /** The channel that a thread belongs to. */
  parent?: string;
  /** Of a thread: whether it is archived, whether only those who manage threads may change that, and when that changed (epoch milliseconds). */
  thread?: { archived: boolean; locked: boolean; changed: number };
  position: number;
  overwrites: APIOverwrite[];
  /** The last message that all who are here can see. */
  last?: string;
  /** Who is in a direct message, besides the bot. */
  recipient?: string;
  /** Oldest first. */
  messages: Map<string, Kept>;
}

/** A message, and who alone sees it when it is ephemeral. */
export interface Kept {
  message: APIMessage;
  onlyFor?: string;
  /** Every file that it carries, those that its embeds show among them. */
  files: APIAttachment[];
}

export interface Server {
  id: string;
  name: string;
  owner: string;
  roles: APIRole[];
  /** Where Discord itself writes, by id: to all of the server, and to those who moderate it. */
  systemChannel: string | null;
  updatesChannel: string | null;
}

export class World extends Announcer {
  readonly now: Clock;
  readonly ids: Snowflakes;
  /** Where this Discord answers, such as http://127.0.0.1:4000; known once it listens. */
  url = "";
  server: Server;
  bot: APIUser;
  members = new Map<string, Member>();
  places = new Map<string, Place>();
  /** Commands by where they are registered: "global", or the id of a server. */
  commands = new Map<string, APIApplicationCommand[]>();
  /** Whom the server's settings let use a command, or keep from it, by the command's id. */
  commandPermissions = new Map<string, APIApplicationCommandPermission[]>();
  /** SVGs by user or server id. */
  pictures = new Map<string, string>();
  files = new Map<string, StoredFile>();
  online = false;
  /** Whether the bot is in the server. */
  invited = true;
  /** Whether a bot is connected, or may yet come back and resume. The gateway says so. */
  reachable: () => boolean = () => false;

  constructor(now: Clock) {
    super();
    this.now = now;
    this.ids = new Snowflakes(now);
    ({ server: this.server, bot: this.bot } = furnish(this));
  }

  get gatewayUrl(): string {
    return `${this.url.replace(/^http/, "ws")}/gateway`;
  }

  /** @throws Refusal 10003 */
  place(id: string): Place {
    const place = this.places.get(id);
    if (!place) throw refuse.unknownChannel();
    return place;
  }

  /** A channel of the server or a thread, by "#name" or id. @throws Refusal 10003 */
  called(channel: string): Place {
    const named = [...this.places.values()].find(({ name }) => name !== undefined && `#${name}` === channel);
    return named ?? this.place(channel);
  }

  /** The direct message between someone and the bot; made when it is not there yet. */
  directMessage(user: string): Place {
    for (const place of this.places.values()) if (place.recipient === user) return place;
    const place: Place = { id: this.ids.next(), type: ChannelType.DM, recipient: user, position: 0, overwrites: [], messages: new Map() };
    this.places.set(place.id, place);
    return place;
  }

  /** What someone may do in a place. In a direct message those who are in it may do all that can be done there. */
  permissions(user: string, place: Place): bigint {
    if (place.type === ChannelType.DM) return user === place.recipient || user === this.bot.id ? EVERYTHING : 0n;
    const member = this.members.get(user);
    if (!member || (user === this.bot.id && !this.invited)) return 0n;
    const overwrites = place.parent ? this.place(place.parent).overwrites : place.overwrites;
    const person = { id: user, roles: member.roles, owner: this.server.owner === user };
    return reckon(this.server.id, this.server.roles, person, overwrites);
  }

  may(user: string, place: Place, ...permissions: Permission[]): boolean {
    const bits = bitsOf(...permissions);
    return (this.permissions(user, place) & bits) === bits;
  }

  /** Gives a permission to someone in a place, or takes it away. */
  allow(user: string, place: Place, permission: Permission, allowed: boolean): void {
    let overwrite = place.overwrites.find(({ id }) => id === user);
    if (!overwrite) place.overwrites.push((overwrite = { id: user, type: OverwriteType.Member, allow: "0", deny: "0" }));
    const bit = bitsOf(permission);
    overwrite.allow = (allowed ? BigInt(overwrite.allow) | bit : BigInt(overwrite.allow) & ~bit).toString();
    overwrite.deny = (allowed ? BigInt(overwrite.deny) & ~bit : BigInt(overwrite.deny) | bit).toString();
    this.announce({ kind: "channel", change: "changed", channel: this.describe(place) });
  }

  /** A place as Discord describes it. */
  describe(place: Place): APIChannel {
    const { id, type, name = "", topic = null, position, overwrites, last: last_message_id = null } = place;
    if (type === ChannelType.DM) {
      const recipient = this.members.get(place.recipient ?? "")?.user;
      const described: object = { id, type, last_message_id, recipients: recipient ? [recipient] : [], flags: 0, name: null };
      return described as APIChannel;
    }
    const common = { id, type, guild_id: this.server.id, name, last_message_id, rate_limit_per_user: 0, flags: 0 };
    if (type === ChannelType.PublicThread) {
      const { archived = false, locked = false, changed = 0 } = place.thread ?? {};
      const thread_metadata = { archived, locked, auto_archive_duration: 1440, archive_timestamp: new Date(changed).toISOString() };
      const counts = { message_count: place.messages.size, member_count: 1, total_message_sent: place.messages.size };
      return { ...common, parent_id: place.parent, owner_id: this.bot.id, thread_metadata, ...counts } as unknown as APIChannel;
    }
    return { ...common, position, topic, nsfw: false, parent_id: null, permission_overwrites: overwrites } as unknown as APIChannel;
  }
}
