/** What happens in the world, announced to whoever listens: the gateway, the people, the page. */
import type { APIApplicationCommand, APIChannel, APIGuildApplicationCommandPermissions, APIInteraction, APIMessage } from "discord-api-types/v10";

export type Happening =
  /** A message appears; `onlyFor` is the one person who sees it, when it is ephemeral. */
  | { kind: "message"; message: APIMessage; onlyFor?: string }
  | { kind: "edited"; message: APIMessage; onlyFor?: string }
  | { kind: "deleted"; channel: string; message: string; onlyFor?: string }
  /** A channel or a thread comes, changes or goes. */
  | { kind: "channel"; change: "added" | "changed" | "removed"; channel: APIChannel }
  /** The bot is taken into the server, or removed from it. */
  | { kind: "invited"; invited: boolean }
  /** The server's settings say anew who may use a command. */
  | { kind: "permissions"; permissions: APIGuildApplicationCommandPermissions }
  /** Somebody let time pass. */
  | { kind: "time" }
  | { kind: "interaction"; interaction: APIInteraction }
  | { kind: "typing"; channel: string; user: string }
  | { kind: "commands"; commands: APIApplicationCommand[] }
  | { kind: "online"; online: boolean };

/** Tells every listener of every happening, in order, at once. */
export class Announcer {
  readonly #listeners = new Set<(happening: Happening) => void>();

  /** Listens until the function it gives back is called. */
  listen(listener: (happening: Happening) => void): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  announce(happening: Happening): void {
    for (const listener of this.#listeners) listener(happening);
  }
}
