/** The line to one open chat page: seats a person there, carries out what they do, and tells what they see. */
import { ChannelType } from "discord-api-types/v10";
import type { WebSocket } from "ws";
import { commandsFor } from "./commands.ts";
import { describeServer } from "./describe.ts";
import type { Happening } from "./happenings.ts";
import { Mistake } from "./mistake.ts";
import { readRequest } from "./pageRequests.ts";
import type { Person } from "./person.ts";
import type { PageMessage, PageRequest, PageResult, Scene, Seat } from "./protocol.ts";
import { Refusal } from "./refusals.ts";
import type { Member, World } from "./world.ts";

/** Serves one page. `seat` gives the person of an id, or the first one there is for an empty id. */
export function servePage(world: World, socket: WebSocket, seat: (id: string) => Person): void {
  let person: Person | undefined;
  const send = (message: PageMessage): void => {
    if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(message, (key, value: unknown) => localized(world, key, value)));
  };
  const carryOut = async (text: string): Promise<void> => {
    const asked = readRequest(text);
    if (!asked) return socket.close(1003, "Every request is JSON and has a number.");
    try {
      if (!asked.request) throw new Mistake("The playground doesn't understand that.");
      if (asked.request.action === "sit") person = seat(asked.request.user);
      if (!person) throw new Mistake("Take a seat first.");
      send({ reply: asked.number, result: await answer(world, person, asked.request) });
    } catch (error) {
      if (!(error instanceof Mistake) && !(error instanceof Refusal)) process.stderr.write(`playground: the page's request broke: ${String(error)}\n`);
      send({ reply: asked.number, error: error instanceof Error ? error.message : String(error) });
    }
  };
  socket.on("message", (bytes: Buffer) => void carryOut(bytes.toString("utf8")));
  socket.on("error", () => socket.terminate());
  socket.on("close", world.listen((happening) => {
    const event = person && eventFor(world, person, happening);
    if (event) send(event);
  }));
}

async function answer(world: World, person: Person, asked: PageRequest): Promise<PageResult> {
  switch (asked.action) {
    case "sit":
      return sceneFor(world, person);
    case "read":
      return person.see(asked.channel);
    case "say": {
      const files = (asked.files ?? []).map(({ name, type, base64 }) => ({ name, type, bytes: new Uint8Array(Buffer.from(base64, "base64")) }));
      person.say(asked.channel, asked.content, files);
      return null;
    }
    case "run":
      return (await person.run(asked.channel, whole(asked), asked.options)).outcome;
    case "complete":
      return person.complete(asked.channel, whole(asked), asked.options, asked.focused);
    case "press":
      return (await person.press(locate(world, asked.message), asked.customId)).outcome;
    case "choose":
      return (await person.choose(locate(world, asked.message), asked.values, asked.customId)).outcome;
    case "submit":
      return (await person.submit(asked.modal, asked.fields)).outcome;
    default:
      // What is left is to dismiss a message.
      person.dismiss(locate(world, asked.message));
      return null;
  }
}

function whole({ command, subcommand }: { command: string; subcommand?: string }): string {
  return subcommand ? `${command} ${subcommand}` : command;
}

function locate(world: World, id: string): { id: string; channel_id: string } {
  const place = [...world.places.values()].find(({ messages }) => messages.has(id));
  if (!place) throw new Mistake("That message is gone.");
  return { id, channel_id: place.id };
}

function sceneFor(world: World, person: Person): Scene {
  const people = [...world.members.values()];
  const here = [...world.places.values()].filter(({ id, type, recipient }) =>
    type === ChannelType.GuildText ? person.mayEnter(id) : type === ChannelType.DM && recipient === person.id,
  );
  return {
    me: seatOf(world, person.member),
    seats: people.filter(({ user }) => !user.bot && user.id !== world.server.owner).map((member) => seatOf(world, member)),
    guild: describeServer(world),
    channels: here.sort((one, other) => Number(one.type === ChannelType.DM) - Number(other.type === ChannelType.DM)).map((place) => inTheEyesOf(world, place.id)),
    users: people.map(({ user }) => user),
    commands: commandsFor(world, person.id),
    online: world.online,
  };
}

/** A channel as a person finds it: in a direct message, the other one is the bot. */
function inTheEyesOf(world: World, id: string): Scene["channels"][number] {
  const channel = world.describe(world.place(id));
  return channel.type === ChannelType.DM ? { ...channel, recipients: [world.bot] } : channel;
}

function seatOf(world: World, { user, roles }: Member): Seat {
  const moderates = world.server.roles.some(({ id, permissions }) => roles.includes(id) && (BigInt(permissions) & 0x20n) > 0n);
  return { user, moderator: moderates };
}

function eventFor(world: World, person: Person, happening: Happening): PageMessage | undefined {
  switch (happening.kind) {
    case "message":
    case "edited": {
      const message = person.look(happening.message);
      return message && { event: happening.kind, message };
    }
    case "deleted":
      if (!person.sees(happening) || !person.mayEnter(happening.channel)) return undefined;
      return { event: "deleted", channel: happening.channel, message: happening.message };
    case "typing":
      return person.mayEnter(happening.channel) ? { event: "typing", channel: happening.channel, user: happening.user } : undefined;
    case "commands":
      return { event: "commands", commands: commandsFor(world, person.id) };
    case "online":
      return { event: "online", online: happening.online };
    default:
      return undefined;
  }
}

/** Pictures and files by addresses on the page's own server, wherever a browser would go elsewhere for them. */
function localized(world: World, key: string, value: unknown): unknown {
  if (typeof value === "string") return value.startsWith(`${world.url}/`) ? value.slice(world.url.length) : value;
  if (typeof value !== "object" || value === null || !("id" in value) || typeof value.id !== "string") return value;
  if ("username" in value && "avatar" in value && !String(value.avatar).startsWith("/")) return { ...value, avatar: `/avatars/${value.id}/${String(value.avatar)}.svg` };
  if (key === "guild" && "icon" in value) return { ...value, icon: `/icons/${value.id}/${String(value.icon)}.svg` };
  return value;
}
