/** A small Discord on this machine: starts it, and holds what one acts on it with. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener, type HttpBindings } from "@hono/node-server";
import { Hono } from "hono";
import { WebSocketServer } from "ws";
import { Faults } from "./faults.ts";
import { Gateway } from "./gateway/gateway.ts";
import { Interactions } from "./interactions.ts";
import { mediaRoutes } from "./media.ts";
import { Person, type Until } from "./person.ts";
import { RequestLog, type LoggedRequest } from "./rest/requestLog.ts";
import { buildApi } from "./rest/rest.ts";
import type { Clock } from "./snowflakes.ts";
import { tokenFor } from "./token.ts";
import { World, type Member } from "./world.ts";

export interface PlaygroundOptions {
  /** 0, the default, takes any that is free. */
  port?: number;
  /** The time, in epoch milliseconds: for ids, deadlines and tokens. */
  now?: Clock;
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
  world: World;
  faults: Faults;
  /** What was asked of the API lately, oldest first. */
  requests: readonly LoggedRequest[];
  /** Routes that were asked for and that the playground lacks. */
  missing: readonly string[];
  /** Someone at the keyboard, by name or id. @throws Error when there is nobody of that name. */
  sit: (who: string, until?: Until) => Person;
  /** Waits until a bot is connected. */
  waitUntilOnline: () => Promise<void>;
  close: () => Promise<void>;
}

/** Starts a playground on loopback. @throws Error when the port is taken. */
export async function startPlayground({ port = 0, now = Date.now, heartbeat = 41_250 }: PlaygroundOptions = {}): Promise<Playground> {
  const world = new World(now);
  const interactions = new Interactions(world);
  const gateway = new Gateway(world, heartbeat);
  const faults = new Faults(world, gateway);
  const log = new RequestLog();

  const app = new Hono<{ Bindings: HttpBindings }>();
  app.route("/", buildApi(world, interactions, faults, log));
  app.route("/", mediaRoutes(world));
  const server = createServer((request, response) => void getRequestListener(app.fetch)(request, response));
  const sockets = new WebSocketServer({ noServer: true, maxPayload: 4096 * 16 });
  server.on("upgrade", (request, socket, head) => {
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://127.0.0.1");
    if (pathname.replace(/\/$/, "") !== "/gateway") return void socket.end("HTTP/1.1 404 Not Found\r\n\r\n");
    sockets.handleUpgrade(request, socket, head, (client) => gateway.connect(client, searchParams.get("v"), searchParams.get("encoding")));
  });
  await new Promise<void>((resolve, reject) => server.once("error", reject).listen(port, "127.0.0.1", resolve));
  world.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    url: world.url,
    apiUrl: `${world.url}/api`,
    token: tokenFor(world.bot.id),
    world,
    faults,
    requests: log.requests,
    missing: log.missing,
    sit: (who, until) => new Person(world, interactions, findMember(world, who), until),
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
      for (const client of sockets.clients) client.terminate();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

function findMember(world: World, who: string): Member {
  const people = [...world.members.values()].filter(({ user }) => !user.bot);
  const found = people.find(({ user }) => user.id === who || user.username === who.toLowerCase());
  if (!found) throw new Error(`There is no ${who} here, only ${people.map(({ user }) => user.global_name).join(", ")}.`);
  return found;
}
