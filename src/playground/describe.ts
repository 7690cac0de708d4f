/** The server and its members as Discord describes them. */
import type { APIGuild, APIGuildMember } from "discord-api-types/v10";
import type { Member, World } from "./world.ts";

/** A member without the user, as it comes with messages. */
export function describeMember({ roles, joinedAt }: Member): Omit<APIGuildMember, "user"> {
  const described: object = {
    roles,
    joined_at: joinedAt,
    nick: null,
    avatar: null,
    banner: null,
    premium_since: null,
    deaf: false,
    mute: false,
    flags: 0,
    pending: false,
    communication_disabled_until: null,
  };
  return described as Omit<APIGuildMember, "user">;
}

/** The server, with an icon that the playground draws. */
export function describeServer({ server }: World): APIGuild {
  return {
    id: server.id,
    name: server.name,
    icon: BigInt(server.id).toString(16).padStart(32, "0"),
    splash: null,
    discovery_splash: null,
    banner: null,
    description: null,
    owner_id: server.owner,
    region: "",
    afk_channel_id: null,
    afk_timeout: 300,
    verification_level: 1,
    default_message_notifications: 1,
    explicit_content_filter: 2,
    roles: server.roles,
    emojis: [],
    stickers: [],
    features: [],
    mfa_level: 0,
    application_id: null,
    system_channel_id: server.systemChannel,
    system_channel_flags: 0,
    rules_channel_id: null,
    max_members: 500_000,
    vanity_url_code: null,
    premium_tier: 0,
    premium_subscription_count: 0,
    preferred_locale: "en-US",
    public_updates_channel_id: server.updatesChannel,
    nsfw_level: 0,
    premium_progress_bar_enabled: false,
    safety_alerts_channel_id: null,
    incidents_data: null,
    hub_type: null,
  } as unknown as APIGuild;
}
