/** The one door on loopback: plain requests and sockets, and who is let in through it. */
import { createServer, type IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { getRequestListener, type HttpBindings } from "@hono/node-server";
import type { Hono } from "hono";
import { WebSocketServer, type WebSocket } from "ws";

/** A way in for sockets. */
export interface SocketRoute {
  path: string;
  /** Bytes; a socket that sends more at once is closed. */
  largest: number;
  /** Only pages of this very address may come in, and they must say that they do. */
  onlyOwnPage: boolean;
  connect: (socket: WebSocket, asked: URLSearchParams) => void;
}

export interface Listener {
  /** Such as http://127.0.0.1:4000. */
  url: string;
  close: () => Promise<void>;
}

/**
 * Listens on 127.0.0.1 alone. A request whose Host is another is refused: that is a web page elsewhere whose name was
 * made to point here. A socket with the Origin of another page is refused as well.
 * @throws Error when the port is taken.
 */
export async function listen(app: Hono<{ Bindings: HttpBindings }>, routes: SocketRoute[], port: number): Promise<Listener> {
  const answer = getRequestListener(app.fetch);
  const server = createServer((request, response) => {
    if (isOwn(request.headers.host)) void answer(request, response);
    else response.writeHead(403, { "content-type": "text/plain" }).end("This Discord answers at 127.0.0.1 only.\n");
  });
  const own: string[] = [];
  const isOwn = (host: string | undefined): boolean => host !== undefined && own.includes(host);
  const doors = routes.map((route) => ({ ...route, server: new WebSocketServer({ noServer: true, maxPayload: route.largest }) }));

  server.on("upgrade", (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on("error", () => socket.destroy());
    const [path = "", query = ""] = (request.url ?? "").split("?");
    const door = doors.find((one) => one.path === path.replace(/\/$/, ""));
    const { host, origin } = request.headers;
    const welcome = isOwn(host) && (origin === undefined ? !door?.onlyOwnPage : origin === `http://${host}`);
    if (!door || !welcome) {
      socket.end(`HTTP/1.1 ${door ? "403 Forbidden" : "404 Not Found"}\r\nConnection: close\r\n\r\n`, () => socket.destroy());
      return;
    }
    door.server.handleUpgrade(request, socket, head, (client) => door.connect(client, new URLSearchParams(query)));
  });

  await new Promise<void>((resolve, reject) => {
    server.once("error", reject).listen(port, "127.0.0.1", resolve);
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The playground listens at no port.");
  own.push(`127.0.0.1:${address.port}`, `localhost:${address.port}`);

  return {
    url: `http://127.0.0.1:${address.port}`,
    close: async () => {
      for (const door of doors) {
        for (const client of door.server.clients) client.terminate();
        door.server.close();
      }
      server.closeAllConnections();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
      });
    },
  };
}
