import { describe, expect, it } from "vitest";
import type { Delivery } from "../../src/daily/delivery.ts";
import { createQueue } from "../../src/daily/queue.ts";

const delivery = (id: string, channel: string) => ({ id, channel }) as Delivery;

/** A queue whose work is done when we say so. */
function watched(limits: { inHand: number; atOnce: number }) {
  const running = new Map<string, () => void>();
  const begun: string[] = [];
  const queue = createQueue(limits, ({ id }) => {
    begun.push(id);
    return new Promise((resolve) => running.set(id, resolve));
  });
  const finish = async (id: string): Promise<void> => {
    running.get(id)!();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { queue, begun, finish };
}

describe("deliveries in hand", () => {
  it("go to a channel one after the other, and to several at once, but not to more than so many", async () => {
    const { queue, begun, finish } = watched({ inHand: 10, atOnce: 2 });
    queue.add([delivery("a1", "a"), delivery("a2", "a"), delivery("b1", "b"), delivery("c1", "c")]);
    expect(begun).toEqual(["a1", "b1"]);
    await finish("b1");
    expect(begun).toEqual(["a1", "b1", "c1"]);
    await finish("a1");
    expect(begun).toEqual(["a1", "b1", "c1", "a2"]);
  });

  it("are taken once, however often they come while they are in hand", async () => {
    const { queue, begun, finish } = watched({ inHand: 10, atOnce: 1 });
    queue.add([delivery("a1", "a"), delivery("a2", "a")]);
    queue.add([delivery("a1", "a"), delivery("a2", "a")]);
    await finish("a1");
    await finish("a2");
    expect(begun).toEqual(["a1", "a2"]);
    expect(queue.room).toBe(10);
  });

  it("leave room for as many as there may be", () => {
    const { queue } = watched({ inHand: 3, atOnce: 1 });
    queue.add([delivery("a1", "a"), delivery("b1", "b")]);
    expect(queue.room).toBe(1);
  });

  it("are finished where they were begun, and let go of otherwise, when it stops", async () => {
    const { queue, begun, finish } = watched({ inHand: 10, atOnce: 1 });
    queue.add([delivery("a1", "a"), delivery("b1", "b")]);
    let stopped = false;
    const stopping = queue.stop().then(() => (stopped = true));
    await new Promise((resolve) => setImmediate(resolve));
    expect(stopped).toBe(false);
    await finish("a1");
    await stopping;
    queue.add([delivery("c1", "c")]);
    expect(begun).toEqual(["a1"]);
    expect(queue.room).toBe(0);
  });
});
