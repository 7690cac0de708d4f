/** A small Discord on this machine: starts it, and holds what one acts on it with. */
import type { HttpBindings } from "@hono/node-server";
import { Hono } from "hono";
import { createClock, type PlaygroundClock } from "./clock.ts";
import { openCommand } from "./commandPermissions.ts";
import { Faults } from "./faults.ts";
import { Gateway } from "./gateway/gateway.ts";
import { Interactions } from "./interactions.ts";
import { listen, type SocketRoute } from "./listener.ts";
import { mediaRoutes } from "./media.ts";
import { Mistake } from "./mistake.ts";
import { createPassage } from "./passage.ts";
import { pageRoutes } from "./pageRoutes.ts";
import { servePage } from "./pageSocket.ts";
import { Person, type Until } from "./person.ts";
import { addChannel, addThread } from "./places.ts";
import { RequestLog, type LoggedRequest } from "./rest/requestLog.ts";
import { buildApi } from "./rest/rest.ts";
import type { Clock } from "./snowflakes.ts";
import { tokenFor } from "./token.ts";
import { World, type Member } from "./world.ts";

/** Who sits down when a page doesn't say who: an ordinary member. */
const FIRST = "Ada";

/** What a page may send at once, in bytes: a message with files, in base64. */
const PAGE_LARGEST = 40 * 1024 * 1024;

export interface PlaygroundOptions {
  /** 0, the default, takes any that is free. */
  port?: number;
  /** Whether there is a chat page; there is, unless this is false. */
  page?: boolean;
  /** The time that the playground's clock starts from, in epoch milliseconds. */
  now?: Clock;
  /** When the bot will next do something of its own accord, in epoch milliseconds by the playground's clock; nothing when it has nothing planned. The page offers to let time pass until then. */
  nextEvent?: () => Promise<number | undefined>;
  /** How often a bot is told to send a heartbeat, in milliseconds. */
  heartbeat?: number;
}

export interface Playground {
  /** The address of the chat page, such as http://127.0.0.1:4000. */
  url: string;
  /** What a bot takes for Discord's API; discord.js adds /v10 to it. */
  apiUrl: string;
  /** A token for the bot. */
  token: string;
  /** The time here, which a bot may take for its own, and which can be moved. Heartbeats, rate limits and an answer's three seconds keep real time. */
  clock: PlaygroundClock;
  world: World;
  faults: Faults;
  /** What was asked of the API lately, oldest first. */
  requests: readonly LoggedRequest[];
  /** Routes that were asked for and that the playground lacks. */
  missing: readonly string[];
  /** Someone at the keyboard, by name or id. @throws Mistake when there is nobody of that name. */
  sit: (who: string, until?: Until) => Person;
  /** Opens a text channel for everyone, and gives its id. */
  addChannel: (name: string, topic?: string) => string;
  /** Opens a public thread in a channel ("#name" or id), and gives its id. */
  addThread: (channel: string, name: string) => string;
  /**
   * Opens a command (by name) to a role or a member (by name or id), as the server's settings can, or closes it.
   * @throws Mistake when there is no such command, or nobody of that name
   */
  openCommand: (command: string, whom: string, allowed?: boolean) => void;
  /** Waits until a bot is connected. */
  waitUntilOnline: () => Promise<void>;
  close: () => Promise<void>;
}

/** Starts a playground on loopback. @throws Error when the port is taken. */
export async function startPlayground({ port = 0, page = true, now = Date.now, nextEvent, heartbeat = 41_250 }: PlaygroundOptions = {}): Promise<Playground> {
  const clock = createClock(now, () => world.announce({ kind: "time" }));
  const world = new World(clock.now);
  const interactions = new Interactions(world, now);
  const gateway = new Gateway(world, heartbeat);
  const faults = new Faults(world, gateway);
  const log = new RequestLog();

  const sit = (who: string, until?: Until): Person => new Person(world, interactions, findMember(world, who), until);
  const passage = createPassage(clock, nextEvent);
  const app = new Hono<{ Bindings: HttpBindings }>();
  app.route("/", buildApi(world, interactions, faults, log));
  app.route("/", mediaRoutes(world));
  if (page) app.route("/", pageRoutes());
  const doors: SocketRoute[] = [
    {
      path: "/gateway",
      largest: 4096,
      onlyOwnPage: false,
      connect: (socket, asked) => gateway.connect(socket, asked.get("v"), asked.get("encoding")),
    },
  ];
  if (page) doors.push({ path: "/page", largest: PAGE_LARGEST, onlyOwnPage: true, connect: (socket) => servePage(world, socket, passage, (id) => sit(id || FIRST, "acknowledged")) });
  const listener = await listen(app, doors, port);
  world.url = listener.url;

  return {
    url: world.url,
    apiUrl: `${world.url}/api`,
    token: tokenFor(world.bot.id),
    clock,
    world,
    faults,
    requests: log.requests,
    missing: log.missing,
    sit,
    addChannel: (name, topic) => addChannel(world, name, topic).id,
    addThread: (channel, name) => addThread(world, world.called(channel), name).id,
    openCommand: (command, whom, allowed = true) => openCommand(world, command, whom, allowed),
    waitUntilOnline: async () =>
      new Promise<void>((resolve) => {
        if (world.online) return resolve();
        const stop = world.listen((happening) => {
          if (happening.kind !== "online" || !happening.online) return;
          stop();
          resolve();
        });
      }),
    close: async () => {
      faults.clear();
      interactions.close();
      gateway.close();
      await listener.close();
    },
  };
}

function findMember(world: World, who: string): Member {
  const people = [...world.members.values()].filter(({ user }) => !user.bot);
  const found = people.find(({ user }) => user.id === who || user.username === who.toLowerCase());
  if (!found) throw new Mistake(`There is no ${who} here, only ${people.map(({ user }) => user.global_name).join(", ")}.`);
  return found;
}
