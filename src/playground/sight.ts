/** What someone sees of this Discord: which channels, and which messages in them. */
import { ChannelType, type APIMessage } from "discord-api-types/v10";
import { Mistake } from "./mistake.ts";
import type { SeenMessage } from "./protocol.ts";
import type { Kept, Member, Place, World } from "./world.ts";

/** How long something is waited for, in milliseconds. */
export const PATIENCE = 10_000;

export class Sight {
  protected readonly world: World;
  readonly member: Member;

  constructor(world: World, member: Member) {
    this.world = world;
    this.member = member;
  }

  get id(): string {
    return this.member.user.id;
  }

  /** The messages of a channel that this person sees, oldest first. */
  see(channel: string): SeenMessage[] {
    return [...this.place(channel).messages.values()].filter((kept) => this.sees(kept)).map(seen);
  }

  /** A message as it stands now; nothing when it is gone. */
  look({ id, channel_id }: Pick<APIMessage, "id" | "channel_id">): SeenMessage | undefined {
    const kept = this.world.places.get(channel_id)?.messages.get(id);
    return kept && this.sees(kept) && this.mayEnter(channel_id) ? seen(kept) : undefined;
  }

  /** Waits for a message in a channel that `wanted` accepts, new or changed; one that is there already counts. */
  async waitFor(channel: string, wanted: (message: SeenMessage) => boolean, within = PATIENCE): Promise<SeenMessage> {
    const find = () => this.see(channel).findLast(wanted);
    return new Promise((resolve, reject) => {
      const there = find();
      if (there) return resolve(there);
      const timer = setTimeout(() => {
        stop();
        reject(new Error(`No such message appeared in ${channel} within ${within} ms.`));
      }, within);
      const stop = this.world.listen(() => {
        const found = find();
        if (!found) return;
        clearTimeout(timer);
        stop();
        resolve(found);
      });
    });
  }

  /** Whether a message is for this person's eyes. */
  sees({ onlyFor }: Pick<Kept, "onlyFor">): boolean {
    return onlyFor === undefined || onlyFor === this.id;
  }

  /** Whether this person may look into a channel (by id). */
  mayEnter(channel: string): boolean {
    const place = this.world.places.get(channel);
    return place !== undefined && this.world.may(this.id, place, "ViewChannel");
  }

  /** A channel by id, by "#name", or the direct message with the bot by "@" and the bot's name. */
  protected place(channel: string): Place {
    const named = [...this.world.places.values()].find(({ id, type, name, recipient }) =>
      type === ChannelType.DM ? recipient === this.id && (id === channel || channel === `@${this.world.bot.username}`) : id === channel || `#${name}` === channel,
    );
    if (!named || !this.mayEnter(named.id)) throw new Mistake(`You see no channel ${channel}.`);
    return named;
  }
}

function seen({ message, onlyFor }: Kept): SeenMessage {
  return onlyFor === undefined ? message : { ...message, ephemeral: true };
}
