/** What a session is told of a happening: the event's name and data, as far as its intents let it see. */
import { ChannelType, GatewayIntentBits, type APIChannel, type APIMessage } from "discord-api-types/v10";
import type { Happening } from "../happenings.ts";
import { describeMember, describeServer } from "../describe.ts";
import type { World } from "../world.ts";
import type { Session } from "./session.ts";

/** Greets a session: READY, then its servers one by one. */
export function greet(world: World, session: Session): void {
  const here = session.hears(world.server.id);
  session.dispatch("READY", {
    v: 10,
    user: { ...world.bot, email: null, verified: true, mfa_enabled: false },
    guilds: here && world.invited ? [{ id: world.server.id, unavailable: true }] : [],
    session_id: session.id,
    resume_gateway_url: world.gatewayUrl,
    shard: session.shard,
    application: { id: world.bot.id, flags: 0 },
    private_channels: [],
  });
  if (here && world.invited && session.intents & GatewayIntentBits.Guilds) session.dispatch("GUILD_CREATE", wholeServer(world));
}

/** Passes a happening on to a session that may hear of it. */
export function tell(world: World, session: Session, happening: Happening): void {
  switch (happening.kind) {
    case "interaction":
      if (session.hears(happening.interaction.guild_id)) session.dispatch("INTERACTION_CREATE", happening.interaction);
      return;
    case "message":
    case "edited":
      // An ephemeral message is between Discord and its reader: the bot has it from its own answer.
      if (happening.onlyFor === undefined) tellMessage(world, session, happening.message, happening.kind === "message" ? "MESSAGE_CREATE" : "MESSAGE_UPDATE");
      return;
    case "deleted": {
      const server = serverOf(world, happening.channel);
      if (happening.onlyFor !== undefined || !hearsMessages(world, session, server)) return;
      session.dispatch("MESSAGE_DELETE", { id: happening.message, channel_id: happening.channel, guild_id: server });
      return;
    }
    case "channel":
      if (world.invited && hearsServer(world, session)) tellChannel(session, happening.channel, happening.change);
      return;
    case "invited":
      if (!hearsServer(world, session)) return;
      if (happening.invited) session.dispatch("GUILD_CREATE", wholeServer(world));
      else session.dispatch("GUILD_DELETE", { id: world.server.id });
      return;
    case "permissions":
      if (world.invited && session.hears(world.server.id)) session.dispatch("APPLICATION_COMMAND_PERMISSIONS_UPDATE", happening.permissions);
      return;
    default:
  }
}

function hearsServer(world: World, session: Session): boolean {
  return (session.intents & GatewayIntentBits.Guilds) !== 0 && session.hears(world.server.id);
}

function tellChannel(session: Session, channel: APIChannel, change: "added" | "changed" | "removed"): void {
  const isThread = channel.type === ChannelType.PublicThread;
  const verb = { added: "CREATE", changed: "UPDATE", removed: "DELETE" }[change];
  session.dispatch(`${isThread ? "THREAD" : "CHANNEL"}_${verb}`, isThread && change === "added" ? { ...channel, newly_created: true } : channel);
}

function tellMessage(world: World, session: Session, message: APIMessage, name: "MESSAGE_CREATE" | "MESSAGE_UPDATE"): void {
  const server = serverOf(world, message.channel_id);
  const place = world.places.get(message.channel_id);
  const bot = world.bot.id;
  if (!place || !hearsMessages(world, session, server) || !world.may(bot, place, "ViewChannel")) return;
  const mine = message.author.id === bot || message.mentions.some(({ id }) => id === bot);
  const readable = server === undefined || mine || session.intents & GatewayIntentBits.MessageContent;
  const shown = readable ? message : { ...message, content: "", embeds: [], attachments: [], components: [] };
  const member = world.members.get(message.author.id);
  const context = server === undefined ? {} : { guild_id: server, member: member && describeMember(member) };
  session.dispatch(name, { ...shown, ...context, channel_type: place.type });
}

function hearsMessages(world: World, session: Session, server: string | undefined): boolean {
  if (server !== undefined && !world.invited) return false;
  const intent = server === undefined ? GatewayIntentBits.DirectMessages : GatewayIntentBits.GuildMessages;
  return (session.intents & intent) !== 0 && session.hears(server);
}

function serverOf(world: World, channel: string): string | undefined {
  return world.places.get(channel)?.type === ChannelType.DM ? undefined : world.server.id;
}

function wholeServer(world: World): object {
  const places = [...world.places.values()];
  const bot = world.members.get(world.bot.id);
  return {
    ...describeServer(world),
    joined_at: bot?.joinedAt,
    large: false,
    unavailable: false,
    member_count: world.members.size,
    voice_states: [],
    members: bot ? [{ ...describeMember(bot), user: bot.user }] : [],
    channels: places.filter(({ type }) => type === ChannelType.GuildText).map((place) => world.describe(place)),
    threads: places.filter(({ type }) => type === ChannelType.PublicThread).filter(({ thread }) => !thread?.archived).map((place) => world.describe(place)),
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
}
