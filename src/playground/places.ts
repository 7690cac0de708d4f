/** Channels and threads that come, change and go. */
import { ChannelType } from "discord-api-types/v10";
import type { Place, World } from "./world.ts";

/** Opens a text channel at the end of the server's list, open to everyone. */
export function addChannel(world: World, name: string, topic?: string): Place {
  const position = [...world.places.values()].filter(({ type }) => type === ChannelType.GuildText).length;
  return add(world, { id: world.ids.next(), type: ChannelType.GuildText, name, topic, position, overwrites: [], messages: new Map() });
}

/** Opens a public thread in a channel. One that grows from a message bears the message's id; others get their own. */
export function addThread(world: World, parent: Place, name: string, id = world.ids.next()): Place {
  const thread = { archived: false, locked: false, changed: world.now() };
  return add(world, { id, type: ChannelType.PublicThread, name, parent: parent.id, position: 0, overwrites: [], messages: new Map(), thread });
}

/** Archives a thread or takes it out of the archive. One that is locked, too, only those who manage threads may write in again. */
export function archive(world: World, place: Place, archived: boolean, locked = false): void {
  place.thread = { archived, locked, changed: world.now() };
  world.announce({ kind: "channel", change: "changed", channel: world.describe(place) });
}

/** Takes a channel away, with its messages and its threads. */
export function removePlace(world: World, place: Place): void {
  for (const thread of world.places.values()) if (thread.parent === place.id) removePlace(world, thread);
  const channel = world.describe(place);
  world.places.delete(place.id);
  const { server } = world;
  if (server.systemChannel === place.id) server.systemChannel = null;
  if (server.updatesChannel === place.id) server.updatesChannel = null;
  world.announce({ kind: "channel", change: "removed", channel });
}

function add(world: World, place: Place): Place {
  world.places.set(place.id, place);
  world.announce({ kind: "channel", change: "added", channel: world.describe(place) });
  return place;
}
