/** The server as one person finds it on sitting down at the chat page. */
import { ChannelType } from "discord-api-types/v10";
import { commandsFor } from "./commands.ts";
import { describeServer } from "./describe.ts";
import type { Passage } from "./passage.ts";
import type { Person } from "./person.ts";
import type { Scene, Seat } from "./protocol.ts";
import type { Member, Place, World } from "./world.ts";

/** Everything that a page shows before anything happens. */
export function sceneFor(world: World, person: Person, passage: Passage): Scene {
  const people = [...world.members.values()];
  return {
    me: seatOf(world, person.member),
    seats: people.filter(({ user }) => !user.bot && user.id !== world.server.owner).map((member) => seatOf(world, member)),
    guild: describeServer(world),
    channels: channelsFor(world, person),
    users: people.map(({ user }) => user),
    commands: commandsFor(world, person.id),
    online: world.online,
    ahead: passage.ahead(),
    foresees: passage.foresees,
  };
}

/** The channels that someone sees, in the server's order, each with its open threads behind it; then the direct message. */
export function channelsFor(world: World, person: Person): Scene["channels"] {
  const here = [...world.places.values()].filter(({ id }) => person.mayEnter(id));
  const threadsIn = (channel: Place): Place[] => here.filter(({ parent, thread }) => parent === channel.id && !thread?.archived);
  const channels = here.filter(({ type }) => type === ChannelType.GuildText).sort((one, other) => one.position - other.position);
  const direct = here.filter(({ recipient }) => recipient === person.id);
  return [...channels.flatMap((channel) => [channel, ...threadsIn(channel)]), ...direct].map((place) => inTheEyesOf(world, place));
}

/** A channel as a person finds it: in a direct message, the other one is the bot. */
function inTheEyesOf(world: World, place: Place): Scene["channels"][number] {
  const channel = world.describe(place);
  return channel.type === ChannelType.DM ? { ...channel, recipients: [world.bot] } : channel;
}

/** Someone at the keyboard, with their roles and whether they manage the server. */
export function seatOf(world: World, { user, roles }: Member): Seat {
  const moderator = world.server.roles.some(({ id, permissions }) => roles.includes(id) && (BigInt(permissions) & 0x20n) > 0n);
  return { user, roles, moderator };
}
