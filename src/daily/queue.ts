import type { Delivery } from "./delivery.ts";

/** Deliveries in hand: a few at once, and of one channel one after the other. */
export interface Queue {
  /** How many more may be added. */
  readonly room: number;
  /** Takes deliveries in, but for those that are being worked on already. */
  add(deliveries: Delivery[]): void;
  /** Lets go of all that has not begun, and resolves when the rest is done. */
  stop(): Promise<void>;
}

/**
 * @param limits how many may be in hand, and how many worked on at once
 * @param work what is done with each; never rejects
 */
export function createQueue(limits: { inHand: number; atOnce: number }, work: (delivery: Delivery) => Promise<void>): Queue {
  /** In the order they came. */
  const waiting = new Map<string, Delivery>();
  /** By channel. */
  const running = new Map<string, { id: string; done: Promise<void> }>();
  let stopped = false;

  function begin(): void {
    for (const delivery of waiting.values()) {
      if (running.size >= limits.atOnce) return;
      const { id, channel } = delivery;
      if (running.has(channel)) continue;
      waiting.delete(id);
      running.set(channel, { id, done: runAndGoOn(delivery) });
    }
  }

  async function runAndGoOn(delivery: Delivery): Promise<void> {
    await work(delivery);
    running.delete(delivery.channel);
    begin();
  }

  return {
    get room() {
      return stopped ? 0 : Math.max(0, limits.inHand - waiting.size - running.size);
    },
    add: (deliveries) => {
      if (stopped) return;
      for (const delivery of deliveries) {
        // Of one that waits, the newer copy knows more.
        if (running.get(delivery.channel)?.id !== delivery.id) waiting.set(delivery.id, delivery);
      }
      begin();
    },
    stop: async () => {
      stopped = true;
      waiting.clear();
      await Promise.all([...running.values()].map(({ done }) => done));
    },
  };
}
