/** One shard's session with the gateway: its numbered events, and the ones that it could still ask for again. */
import { GatewayOpcodes } from "discord-api-types/v10";
import { randomBytes } from "node:crypto";
import type { WebSocket } from "ws";

/** How many events a session may miss and still resume. */
const REMEMBERED = 250;

interface Dispatch {
  op: GatewayOpcodes.Dispatch;
  s: number;
  t: string;
  d: unknown;
}

export class Session {
  readonly id = randomBytes(16).toString("hex");
  readonly intents: number;
  readonly shard: [id: number, count: number];
  socket: WebSocket | undefined;
  #sequence = 0;
  #sent: Dispatch[] = [];

  constructor(socket: WebSocket, intents: number, shard: [number, number]) {
    this.socket = socket;
    this.intents = intents;
    this.shard = shard;
  }

  /** Sends an event, or keeps it until the session resumes. */
  dispatch(name: string, data: unknown): void {
    const event: Dispatch = { op: GatewayOpcodes.Dispatch, s: ++this.#sequence, t: name, d: data };
    this.#sent.push(event);
    if (this.#sent.length > REMEMBERED) this.#sent.shift();
    if (this.socket) send(this.socket, event);
  }

  /** Takes up a session again on a new socket, with every event after `sequence`. Gives false when some are forgotten. */
  resume(socket: WebSocket, sequence: number): boolean {
    const oldest = this.#sent[0]?.s ?? 1;
    if (sequence > this.#sequence || sequence < oldest - 1) return false;
    this.socket?.terminate();
    this.socket = socket;
    for (const event of this.#sent.filter(({ s }) => s > sequence)) send(socket, event);
    this.dispatch("RESUMED", { _trace: [] });
    return true;
  }

  /** Whether this session hears of what happens in a server: `id >> 22` modulo the number of shards. Direct messages are for shard 0. */
  hears(server: string | undefined): boolean {
    const [id, count] = this.shard;
    return server === undefined ? id === 0 : Number((BigInt(server) >> 22n) % BigInt(count)) === id;
  }
}

/** Sends one payload as JSON; one that was closed meanwhile has nobody left to read it. */
export function send(socket: WebSocket, payload: { op: number; d?: unknown; s?: number; t?: string }): void {
  if (socket.readyState === socket.OPEN) socket.send(JSON.stringify({ s: null, t: null, d: null, ...payload }));
}
