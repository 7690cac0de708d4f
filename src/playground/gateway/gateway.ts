/** The gateway: sockets that say hello, identify or resume, and keep their heart beating (Discord's "Gateway", version 10). */
import { GatewayCloseCodes as Close, GatewayIntentBits, GatewayOpcodes as Op } from "discord-api-types/v10";
import type { WebSocket } from "ws";
import * as z from "zod";
import { isToken } from "../token.ts";
import type { World } from "../world.ts";
import { greet, tell } from "./events.ts";
import { send, Session } from "./session.ts";

/** A session that lost its socket is kept this long. */
const RESUMABLE_FOR = 5 * 60_000;

/** Every intent that Discord knows. */
const INTENTS = Object.values(GatewayIntentBits).reduce<number>((all, bit) => (typeof bit === "number" ? all | bit : all), 0);

const incoming = z.object({ op: z.enum(Op), d: z.unknown().optional() });
const identify = z.object({
  token: z.string(),
  intents: z.number().int().nonnegative(),
  shard: z.tuple([z.number().int().nonnegative(), z.number().int().positive()]).nullish(),
});
const resume = z.object({ token: z.string(), session_id: z.string(), seq: z.number().int().nullable() });

export class Gateway {
  readonly #world: World;
  readonly #heartbeat: number;
  readonly #sessions = new Map<string, Session>();
  readonly #timers = new Map<WebSocket | Session, NodeJS.Timeout>();

  /** `heartbeat` in milliseconds: a socket that is silent for twice as long is dead. */
  constructor(world: World, heartbeat: number) {
    this.#world = world;
    this.#heartbeat = heartbeat;
    world.reachable = () => this.#sessions.size > 0;
    world.listen((happening) => {
      for (const session of this.#sessions.values()) tell(world, session, happening);
    });
  }

  /** Takes a new socket in. `version` and `encoding` are what its address asked for. */
  connect(socket: WebSocket, version: string | null, encoding: string | null): void {
    if ((version ?? "10") !== "10") return socket.close(Close.InvalidAPIVersion, "Invalid API version specified.");
    if ((encoding ?? "json") !== "json") return socket.close(Close.DecodeError, "Only json is spoken here.");
    let session: Session | undefined;
    socket.on("message", (bytes: Buffer) => {
      const message = parse(bytes);
      if (!message) return socket.close(Close.DecodeError, "Error while decoding payload.");
      // A session that was declared invalid, or taken up elsewhere, is no longer this socket's.
      session = this.#receive(socket, session?.socket === socket ? session : undefined, message);
    });
    socket.on("error", () => socket.terminate());
    socket.on("close", (code) => {
      clearTimeout(this.#timers.get(socket));
      this.#timers.delete(socket);
      if (session?.socket === socket) this.#lost(session, code);
    });
    this.#expectHeartbeat(socket);
    send(socket, { op: Op.Hello, d: { heartbeat_interval: this.#heartbeat, _trace: [] } });
  }

  /** The sessions that have a socket now. */
  connected(): Session[] {
    return [...this.#sessions.values()].filter(({ socket }) => socket !== undefined);
  }

  /** Parts a session from its socket; it may be resumed for a while. */
  detach(session: Session): void {
    session.socket = undefined;
    this.#timers.set(session, setTimeout(() => this.forget(session), RESUMABLE_FOR));
    this.#sayWhetherOnline();
  }

  /** Ends a session for good, so that it cannot resume. */
  forget(session: Session): void {
    session.socket = undefined;
    clearTimeout(this.#timers.get(session));
    this.#timers.delete(session);
    this.#sessions.delete(session.id);
    this.#sayWhetherOnline();
  }

  /** Closes every socket. */
  close(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    for (const session of this.#sessions.values()) session.socket?.terminate();
    this.#sessions.clear();
  }

  #receive(socket: WebSocket, session: Session | undefined, { op, d }: z.output<typeof incoming>): Session | undefined {
    if (op === Op.Heartbeat) {
      this.#expectHeartbeat(socket);
      send(socket, { op: Op.HeartbeatAck });
    } else if (op === Op.Identify) {
      if (session) socket.close(Close.AlreadyAuthenticated, "Already authenticated.");
      else return this.#identify(socket, d);
    } else if (op === Op.Resume) {
      if (session) socket.close(Close.AlreadyAuthenticated, "Already authenticated.");
      else return this.#resume(socket, d);
    } else if (!session) socket.close(Close.NotAuthenticated, "Not authenticated.");
    else if (op !== Op.PresenceUpdate && op !== Op.VoiceStateUpdate) socket.close(Close.UnknownOpcode, "Unknown opcode.");
    return session;
  }

  #identify(socket: WebSocket, data: unknown): Session | undefined {
    const asked = identify.safeParse(data);
    if (!asked.success) return hangUp(socket, Close.DecodeError, "Error while decoding payload.");
    const { token, intents, shard } = asked.data;
    if (!isToken(token, this.#world.bot.id)) return hangUp(socket, Close.AuthenticationFailed, "Authentication failed.");
    if (intents > INTENTS || intents & ~INTENTS) return hangUp(socket, Close.InvalidIntents, "Invalid intent(s).");
    if (shard && shard[0] >= shard[1]) return hangUp(socket, Close.InvalidShard, "Invalid shard.");
    const session = new Session(socket, intents, shard ?? [0, 1]);
    this.#sessions.set(session.id, session);
    greet(this.#world, session);
    this.#sayWhetherOnline();
    return session;
  }

  #resume(socket: WebSocket, data: unknown): Session | undefined {
    const asked = resume.safeParse(data);
    if (!asked.success) return hangUp(socket, Close.DecodeError, "Error while decoding payload.");
    if (!isToken(asked.data.token, this.#world.bot.id)) return hangUp(socket, Close.AuthenticationFailed, "Authentication failed.");
    const session = this.#sessions.get(asked.data.session_id);
    if (!session?.resume(socket, asked.data.seq ?? 0)) {
      send(socket, { op: Op.InvalidSession, d: false });
      return undefined;
    }
    clearTimeout(this.#timers.get(session));
    this.#timers.delete(session);
    this.#sayWhetherOnline();
    return session;
  }

  /** A client that goes with 1000 or 1001 says goodbye; any other loss may be resumed for a while. */
  #lost(session: Session, code: number): void {
    if (code === 1000 || code === 1001) this.forget(session);
    else this.detach(session);
  }

  #expectHeartbeat(socket: WebSocket): void {
    clearTimeout(this.#timers.get(socket));
    this.#timers.set(socket, setTimeout(() => socket.close(Close.SessionTimedOut, "Session timed out."), this.#heartbeat * 2));
  }

  #sayWhetherOnline(): void {
    const online = this.connected().length > 0;
    if (online === this.#world.online) return;
    this.#world.online = online;
    this.#world.announce({ kind: "online", online });
  }
}

function parse(bytes: Buffer): z.output<typeof incoming> | undefined {
  try {
    return incoming.safeParse(JSON.parse(bytes.toString("utf8"))).data;
  } catch {
    // Not JSON: the caller closes the socket with the code for it.
    return undefined;
  }
}

function hangUp(socket: WebSocket, code: Close, reason: string): undefined {
  socket.close(code, reason);
  return undefined;
}
