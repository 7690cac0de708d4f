/** The line to one open chat page: seats a person there, carries out what they do, and tells what they see. */
import type { WebSocket } from "ws";
import { commandsFor } from "./commands.ts";
import type { StoredFile } from "./files.ts";
import type { Happening } from "./happenings.ts";
import { Mistake } from "./mistake.ts";
import type { OptionInput } from "./options.ts";
import type { Passage } from "./passage.ts";
import { readRequest } from "./pageRequests.ts";
import type { Person } from "./person.ts";
import type { PageFile, PageMessage, PageRequest, PageResult } from "./protocol.ts";
import { Refusal } from "./refusals.ts";
import { channelsFor, sceneFor, seatOf } from "./scene.ts";
import type { World } from "./world.ts";

/** Serves one page. `seat` gives the person of an id, or the first one there is for an empty id. */
export function servePage(world: World, socket: WebSocket, passage: Passage, seat: (id: string) => Person): void {
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
      send({ reply: asked.number, result: await answer(world, person, asked.request, passage) });
    } catch (error) {
      if (!(error instanceof Mistake) && !(error instanceof Refusal)) process.stderr.write(`playground: the page's request broke: ${String(error)}\n`);
      send({ reply: asked.number, error: error instanceof Error ? error.message : String(error) });
    }
  };
  socket.on("message", (bytes: Buffer) => void carryOut(bytes.toString("utf8")));
  socket.on("error", () => socket.terminate());
  socket.on("close", world.listen((happening) => {
    const event = person && eventFor(world, person, happening, passage);
    if (event) send(event);
  }));
}

async function answer(world: World, person: Person, asked: PageRequest, passage: Passage): Promise<PageResult> {
  switch (asked.action) {
    case "sit":
      return sceneFor(world, person, passage);
    case "read":
      return person.see(asked.channel);
    case "say":
      person.say(asked.channel, asked.content, (asked.files ?? []).map(stored));
      return null;
    case "run": {
      const options = Object.entries(asked.options).map(([name, value]): [string, OptionInput] => [name, typeof value === "object" ? stored(value) : value]);
      return (await person.run(asked.channel, whole(asked), Object.fromEntries(options))).outcome;
    }
    case "runOn":
      return (await person.runOn(locate(world, asked.message), asked.command)).outcome;
    case "complete":
      return person.complete(asked.channel, whole(asked), asked.options, asked.focused);
    case "press":
      return (await person.press(locate(world, asked.message), asked.customId)).outcome;
    case "choose":
      return (await person.choose(locate(world, asked.message), asked.values, asked.customId)).outcome;
    case "submit":
      return (await person.submit(asked.modal, asked.fields)).outcome;
    case "pass":
    case "skip":
      if (!seatOf(world, person.member).moderator) throw new Mistake("Only a moderator lets time pass here.");
      if (asked.action === "pass") passage.pass(asked.milliseconds);
      else await passage.skip();
      return null;
    default:
      // What is left is to dismiss a message.
      person.dismiss(locate(world, asked.message));
      return null;
  }
}

function stored({ name, type, base64 }: PageFile): StoredFile {
  return { name, type, bytes: new Uint8Array(Buffer.from(base64, "base64")) };
}

function whole({ command, subcommand }: { command: string; subcommand?: string }): string {
  return subcommand ? `${command} ${subcommand}` : command;
}

function locate(world: World, id: string): { id: string; channel_id: string } {
  const place = [...world.places.values()].find(({ messages }) => messages.has(id));
  if (!place) throw new Mistake("That message is gone.");
  return { id, channel_id: place.id };
}

function eventFor(world: World, person: Person, happening: Happening, passage: Passage): PageMessage | undefined {
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
    case "channel":
      return { event: "channels", channels: channelsFor(world, person) };
    case "time":
      return { event: "time", ahead: passage.ahead() };
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
