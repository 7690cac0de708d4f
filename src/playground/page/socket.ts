/** The line to the playground: numbered requests and their replies, events, and a new line when this one is cut. */
import type { PageMessage, PageRequest, PageResult } from "../protocol.ts";

export type PlaygroundEvent = Extract<PageMessage, { event: string }>;

export interface SocketListener {
  /** The line stands, for the first time or again. */
  onOpen(): void;
  /** The line is cut; another is tried until it stands. */
  onLost(): void;
  onEvent(event: PlaygroundEvent): void;
}

interface Waiting {
  resolve(result: PageResult): void;
  reject(error: Error): void;
}

const firstPause = 500;
const longestPause = 4000;

export class PlaygroundSocket {
  private readonly address: string;
  private readonly listener: SocketListener;
  private readonly waiting = new Map<number, Waiting>();
  private socket: WebSocket | undefined;
  private lastNumber = 0;
  private pause = firstPause;

  /** `address` is a ws: address. Nothing is opened before connect(). */
  constructor(address: string, listener: SocketListener) {
    this.address = address;
    this.listener = listener;
  }

  /** Opens the line and keeps it open. */
  connect(): void {
    const socket = new WebSocket(this.address);
    this.socket = socket;
    socket.addEventListener("open", () => {
      this.pause = firstPause;
      this.listener.onOpen();
    });
    socket.addEventListener("message", ({ data }) => this.receive(JSON.parse(String(data)) as PageMessage));
    socket.addEventListener("close", () => {
      for (const waiting of this.waiting.values()) waiting.reject(new Error("The connection to the playground was lost."));
      this.waiting.clear();
      this.listener.onLost();
      setTimeout(() => this.connect(), this.pause);
      this.pause = Math.min(this.pause * 2, longestPause);
    });
  }

  /** Sends a request and gives its result. Rejects with the playground's words when it refuses, or when the line is cut. */
  async request<Result extends PageResult>(request: PageRequest): Promise<Result> {
    const socket = this.socket;
    if (socket?.readyState !== WebSocket.OPEN) throw new Error("The playground cannot be reached right now.");
    const number = ++this.lastNumber;
    const result = new Promise<PageResult>((resolve, reject) => this.waiting.set(number, { resolve, reject }));
    socket.send(JSON.stringify({ request: number, ...request }));
    return (await result) as Result;
  }

  private receive(message: PageMessage): void {
    if ("event" in message) {
      this.listener.onEvent(message);
      return;
    }
    const waiting = this.waiting.get(message.reply);
    this.waiting.delete(message.reply);
    if ("error" in message) waiting?.reject(new Error(message.error));
    else waiting?.resolve(message.result);
  }
}
