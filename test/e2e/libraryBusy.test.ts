import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { openClub, type Club } from "./club.ts";
import { file, plain } from "./importedTexts.ts";

/** When the threads, which read nothing here, are done. */
const threads = vi.hoisted(() => ({ done: Promise.resolve(), finish: () => {} }));

vi.mock("node:worker_threads", async (original) => {
  const { EventEmitter } = await import("node:events");
  class Slow extends EventEmitter {
    constructor() {
      super();
      void threads.done.then(() => this.emit("message", { problem: "Read at last." }));
    }
    async terminate(): Promise<void> {}
  }
  return { ...(await original<object>()), Worker: Slow };
});
// One moderator brings here what those of many servers would.
vi.mock("../../src/discord/pace.ts", () => ({ createPace: () => ({ allows: () => true }) }));

let club: Club;
beforeAll(async () => {
  threads.done = new Promise((resolve) => (threads.finish = resolve));
  club = await openClub();
});
afterAll(() => club.close());

it("asks moderators to come back in a minute where many texts wait, and gives back what was pasted", async () => {
  const busy = "Many texts are waiting to be read just now. Please bring yours again in a minute.";
  const bring = () => club.maya.run("#general", "/library add", { file: file("light.txt", plain) });
  const all = Array.from({ length: 22 }, bring);
  expect((await Promise.race(all)).text).toContain(busy);
  const form = await club.maya.run("#general", "/library add");
  const pasted = await club.maya.submit(form, { text0: plain });
  expect(pasted.text).toContain(busy);
  expect(await (await fetch(pasted.message!.attachments[0]!.url)).text()).toBe(plain);
  threads.finish();
  const texts = (await Promise.all(all)).map(({ text }) => text);
  expect(texts.filter((text) => text.includes("Read at last."))).toHaveLength(21);
});
