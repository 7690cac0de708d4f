/** How the playground is furnished: The Cinémathèque, a server for a film club, and those who are in it. */
import { ChannelType, OverwriteType, type APIRole, type APIUser } from "discord-api-types/v10";
import { bitsOf } from "./permissions.ts";
import { initialCard, titleCard } from "./pictures.ts";
import type { Server, World } from "./world.ts";

/** When it was opened. The same at every start, so that every id is, too: whatever a bot keeps by id stays true. */
const OPENED = Date.UTC(2025, 0, 19, 20);

const people = [
  { username: "ada", name: "Ada", from: "#b5476b", to: "#5b2150", moderator: false },
  { username: "emil", name: "Emil", from: "#2f7f86", to: "#163a52", moderator: false },
  { username: "maya", name: "Maya", from: "#c98a2b", to: "#7a3b1a", moderator: true },
];

const channels = [
  { name: "general", topic: "The foyer. Come in, the film hasn't started." },
  { name: "film-club", topic: "What we watched, and what it did to us." },
  { name: "quote-of-the-day", topic: "A few words from someone who made films." },
  { name: "projection-booth", topic: "For those who keep the lamps lit.", moderatorsOnly: true },
];

/** Fills an empty world. The server, its owner (someone who is never at the keyboard), roles, people, channels, the bot. */
export function furnish(world: World): { server: Server; bot: APIUser } {
  const id = world.ids.at(OPENED);
  const owner = addUser(world, { username: "henri", global_name: "Henri" }, initialCard("H", "#5a5f73", "#23252e"));
  const ordinary = bitsOf(
    "ViewChannel",
    "SendMessages",
    "SendMessagesInThreads",
    "CreatePublicThreads",
    "EmbedLinks",
    "AttachFiles",
    "AddReactions",
    "ReadMessageHistory",
    "UseApplicationCommands",
    "UseExternalEmojis",
    "ChangeNickname",
  );
  const keeper = world.ids.at(OPENED);
  const roles = [
    role(id, "@everyone", 0, ordinary, 0),
    role(keeper, "Projectionist", 2, bitsOf("ManageGuild", "ManageMessages", "ManageThreads", "MentionEveryone"), 0xc9_8a_2b),
  ];
  world.pictures.set(id, initialCard("C", "#7b1e2b", "#2a0b12"));

  const joined = new Date(OPENED).toISOString();
  world.members.set(owner.id, { user: owner, roles: [], joinedAt: joined });
  for (const { username, name, from, to, moderator } of people) {
    const user = addUser(world, { username, global_name: name }, initialCard(name.slice(0, 1), from, to));
    world.members.set(user.id, { user, roles: moderator ? [keeper] : [], joinedAt: joined });
  }
  const bot = addUser(world, { username: "Intertitle", global_name: null, bot: true }, titleCard("I"));
  const botRole = world.ids.at(OPENED);
  roles.push(role(botRole, "Intertitle", 3, 0n, 0, bot.id));
  world.members.set(bot.id, { user: bot, roles: [botRole], joinedAt: joined });

  for (const [position, { name, topic, moderatorsOnly }] of channels.entries()) {
    const channel = world.ids.at(OPENED);
    const look = bitsOf("ViewChannel").toString();
    const overwrites = moderatorsOnly
      ? [
          { id, type: OverwriteType.Role, allow: "0", deny: look },
          { id: keeper, type: OverwriteType.Role, allow: look, deny: "0" },
        ]
      : [];
    world.places.set(channel, { id: channel, type: ChannelType.GuildText, name, topic, position, overwrites, messages: new Map() });
  }
  // The one role that anybody may mention.
  const cinephiles = world.ids.at(OPENED);
  roles.push({ ...role(cinephiles, "Cinephiles", 1, 0n, 0x5d_ad_e2), mentionable: true });
  for (const { user, roles: held } of world.members.values()) if (user.username === "ada") held.push(cinephiles);
  for (const member of world.members.keys()) if (member !== bot.id) world.directMessage(member);

  const called = (name: string): string | null => [...world.places.values()].find((place) => place.name === name)?.id ?? null;
  return { server: { id, name: "The Cinémathèque", owner: owner.id, roles, systemChannel: called("general"), updatesChannel: called("projection-booth") }, bot };
}

function addUser(world: World, who: Pick<APIUser, "username" | "global_name" | "bot">, picture: string): APIUser {
  const id = world.ids.at(OPENED);
  world.pictures.set(id, picture);
  // The hash of an avatar is what makes the bot and the page ask for it; its form is Discord's, 32 hexadecimal digits.
  const avatar = BigInt(id).toString(16).padStart(32, "0");
  return { id, discriminator: who.bot ? "0001" : "0", avatar, ...who };
}

function role(id: string, name: string, position: number, permissions: bigint, color: number, bot?: string): APIRole {
  const colors = { primary_color: color, secondary_color: null, tertiary_color: null };
  const tags = bot ? { tags: { bot_id: bot } } : {};
  const described: object = {
    id,
    name,
    color,
    colors,
    hoist: color > 0,
    position,
    permissions: permissions.toString(),
    managed: bot !== undefined,
    mentionable: false,
    flags: 0,
    ...tags,
  };
  return described as APIRole;
}
