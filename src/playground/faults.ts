/** What can go wrong on the way, for tests that want it to. */
import { GatewayCloseCodes, GatewayOpcodes, type APIMessage } from "discord-api-types/v10";
import type { Gateway } from "./gateway/gateway.ts";
import { send } from "./gateway/session.ts";
import { remove } from "./messages.ts";
import type { Permission } from "./permissions.ts";
import { archive, removePlace } from "./places.ts";
import type { World } from "./world.ts";

/** Which requests a fault meets: both, when given, must fit. The path is without /api and version. */
export interface Match {
  method?: string;
  path?: RegExp;
}

export interface Fault {
  answer?: () => Response;
  /** Cuts the wire before the request is carried out, or after it but before the answer. */
  cut?: "before" | "after";
  /** Milliseconds. */
  slow?: number;
}

export class Faults {
  readonly #world: World;
  readonly #gateway: Gateway;
  readonly #waiting: { match: Match; fault: Fault; left: number }[] = [];
  readonly #timers = new Map<NodeJS.Timeout, () => void>();

  constructor(world: World, gateway: Gateway) {
    this.#world = world;
    this.#gateway = gateway;
  }

  /** Answers the next `times` matching requests with an error, such as 500 or 502, and never carries them out. */
  answer(status: number, match: Match = {}, times = 1): void {
    const body = { message: `${status}: a fault that a test asked for`, code: 0 };
    this.#add(match, times, { answer: () => Response.json(body, { status }) });
  }

  /** Answers the next `times` matching requests with 429, to be tried again after `seconds`. */
  limit(seconds: number, match: Match = {}, times = 1): void {
    const body = { message: "You are being rate limited.", retry_after: seconds, global: false };
    const headers = { "retry-after": String(Math.ceil(seconds)), "x-ratelimit-remaining": "0", "x-ratelimit-reset-after": String(seconds), "x-ratelimit-scope": "shared" };
    this.#add(match, times, { answer: () => Response.json(body, { status: 429, headers }) });
  }

  /** Cuts the wire under the next `times` matching requests: before they are carried out, or after, so that only the answer is lost. */
  cut(match: Match = {}, times = 1, when: "before" | "after" = "before"): void {
    this.#add(match, times, { cut: when });
  }

  /** Holds the next `times` matching requests for `milliseconds` before it carries them out. */
  slow(milliseconds: number, match: Match = {}, times = 1): void {
    this.#add(match, times, { slow: milliseconds });
  }

  /** Cuts every gateway socket. When not resumable, the sessions are forgotten, too. */
  dropGateway(resumable = true): void {
    for (const session of this.#gateway.connected()) {
      const { socket } = session;
      if (!resumable) this.#gateway.forget(session);
      socket?.terminate();
    }
  }

  /** Closes every gateway socket as Discord does when a bot's token was reset: it need not come back. */
  expel(): void {
    for (const session of this.#gateway.connected()) {
      const { socket } = session;
      this.#gateway.forget(session);
      socket?.close(GatewayCloseCodes.AuthenticationFailed, "Authentication failed.");
    }
  }

  /** Asks every connected bot to reconnect and resume. */
  askToReconnect(): void {
    for (const { socket } of this.#gateway.connected()) if (socket) send(socket, { op: GatewayOpcodes.Reconnect });
  }

  /** Declares every session invalid; a bot that may resume tries that first. */
  invalidateSessions(resumable = false): void {
    for (const session of this.#gateway.connected()) {
      const { socket } = session;
      if (resumable) this.#gateway.detach(session);
      else this.#gateway.forget(session);
      if (socket) send(socket, { op: GatewayOpcodes.InvalidSession, d: resumable });
    }
  }

  /** Takes a message away, as a moderator would. */
  deleteMessage(message: Pick<APIMessage, "id" | "channel_id">): void {
    remove(this.#world, this.#world.place(message.channel_id), message.id);
  }

  /** Takes a permission away from the bot in a channel, by "#name" or id. */
  forbid(channel: string, permission: Permission): void {
    this.#world.allow(this.#world.bot.id, this.#world.called(channel), permission, false);
  }

  /** Gives the bot a permission in a channel, by "#name" or id. */
  permit(channel: string, permission: Permission): void {
    this.#world.allow(this.#world.bot.id, this.#world.called(channel), permission, true);
  }

  /** Takes the bot out of the server: every route of the server and its channels is closed to it, and it hears no more from there. */
  removeBot(): void {
    this.#invite(false);
  }

  /** Takes the bot into the server again, with the permissions that it had. */
  inviteBot(): void {
    this.#invite(true);
  }

  /** Takes a channel or a thread away with all that is in it, by "#name" or id. */
  deleteChannel(channel: string): void {
    removePlace(this.#world, this.#world.called(channel));
  }

  /** Archives a thread, by "#name" or id. While it is `locked`, too, a bot that may not manage threads cannot write in it. */
  archiveThread(thread: string, locked = true): void {
    archive(this.#world, this.#world.called(thread), true, locked);
  }

  /** Takes a thread out of the archive, by "#name" or id. */
  unarchiveThread(thread: string): void {
    archive(this.#world, this.#world.called(thread), false);
  }

  /** The fault that a request meets, which is then one fewer. For the REST layer. */
  take(method: string, path: string): Fault | undefined {
    const index = this.#waiting.findIndex(({ match }) => (match.method ?? method) === method && (match.path?.test(path) ?? true));
    const found = this.#waiting[index];
    if (!found) return undefined;
    if (--found.left === 0) this.#waiting.splice(index, 1);
    return found.fault;
  }

  /** Waits, unless the playground closes first. */
  async wait(milliseconds: number): Promise<void> {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(() => this.#release(timer), milliseconds);
      this.#timers.set(timer, resolve);
    });
  }

  /** Takes back every fault that was not met yet, and lets held requests go. */
  clear(): void {
    this.#waiting.length = 0;
    for (const timer of this.#timers.keys()) this.#release(timer);
  }

  #invite(invited: boolean): void {
    if (this.#world.invited === invited) return;
    this.#world.invited = invited;
    this.#world.announce({ kind: "invited", invited });
    this.#world.announce({ kind: "commands", commands: [...this.#world.commands.values()].flat() });
  }

  #release(timer: NodeJS.Timeout): void {
    clearTimeout(timer);
    this.#timers.get(timer)?.();
    this.#timers.delete(timer);
  }

  #add(match: Match, times: number, fault: Fault): void {
    if (times > 0) this.#waiting.push({ match, fault, left: times });
  }
}
