import type { Worker } from "node:worker_threads";
import { beforeEach, expect, it, vi } from "vitest";
import { NotAnInterview } from "../../src/interview/notAnInterview.ts";
import { createReader, ReaderBusy, type Reader } from "../../src/importing/readApart.ts";
import { understand } from "../../src/importing/understand.ts";

/** How many threads there are now, and were at most. */
const threads = vi.hoisted(() => ({ now: 0, most: 0 }));

vi.mock("node:worker_threads", async (original) => {
  const actual = await original<{ Worker: typeof Worker }>();
  class Counted extends actual.Worker {
    constructor(...values: ConstructorParameters<typeof Worker>) {
      super(...values);
      threads.now += 1;
      threads.most = Math.max(threads.most, threads.now);
      this.once("exit", () => (threads.now -= 1));
    }
  }
  return { ...actual, Worker: Counted };
});

const exchange = (at: number) => `Q: What did you see on day ${at}?\n\nA: I saw ${at} boats go out, and I counted them again in the evening because nobody else would.\n\n`;
const text = `The Harbour Log\n\nAn interview with Mara Okafor\n\n${Array.from({ length: 1500 }, (_, at) => exchange(at + 1)).join("")}`;
const short = text.slice(0, 1000);
const soup = "A recipe for soup.\n\nTake an onion.";

let reader: Reader;
beforeEach(() => {
  reader = createReader(() => 0);
});

it("reads a long text as it would be read here, while everybody else has their turn", async () => {
  let turns = 0;
  const timer = setInterval(() => (turns += 1), 1);
  const understood = await reader.read(text);
  clearInterval(timer);
  expect(turns).toBeGreaterThan(3);
  expect(understood).toEqual(understand(text));
  expect(understood.interview.exchanges).toHaveLength(1500);
});

it("says why a text is no interview in the same sentence", async () => {
  const problem = await reader.read(soup).catch((error: unknown) => error);
  expect(problem).toBeInstanceOf(NotAnInterview);
  expect(() => understand(soup)).toThrow((problem as Error).message);
});

it("reads one text after the other, whoever brings them, and whatever became of the one before", async () => {
  threads.most = 0;
  const [first, refused, last] = await Promise.allSettled([reader.read(text), reader.read(soup), reader.read(short)]);
  expect(threads).toEqual({ now: 0, most: 1 });
  expect([first.status, refused.status, last.status]).toEqual(["fulfilled", "rejected", "fulfilled"]);
});

it("lets twenty texts wait behind the one that it reads, and takes another when there is room again", async () => {
  const waiting = Array.from({ length: 21 }, () => reader.read(short));
  const problem = await reader.read(short).catch((error: unknown) => error);
  expect(problem).toBeInstanceOf(ReaderBusy);
  expect((problem as Error).message).toBe("Many texts are waiting to be read just now. Please bring yours again in a minute.");
  await waiting[0];
  await expect(reader.read(short)).resolves.toMatchObject({ convention: understand(short).convention });
  await Promise.all(waiting);
});

it("lets each server bring five texts at once, and one more every twelve seconds", () => {
  let now = 0;
  const { mayRead } = createReader(() => now);
  const sixTimes = () => Array.from({ length: 6 }, () => mayRead("one"));
  expect(sixTimes()).toEqual([true, true, true, true, true, false]);
  expect(mayRead("another")).toBe(true);
  now = 12_000;
  expect(sixTimes()).toEqual([true, false, false, false, false, false]);
});
