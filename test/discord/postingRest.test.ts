import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Routes, type REST } from "discord.js";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createPostingRest } from "../../src/discord/postingRest.ts";
import { startPlayground, type Playground } from "../../src/playground/playground.ts";

let playground: Playground;
let rest: REST;
let now = 0;

beforeEach(async () => {
  playground = await startPlayground({ page: false });
  rest = createPostingRest(playground.apiUrl, () => now, 1).setToken(playground.token);
});
afterEach(() => playground.close());

const ask = () => rest.get(Routes.user());
const asked = () => playground.requests.length;

describe("what the bot sends of its own accord", () => {
  it("rests for ten minutes when Discord doesn't accept the token, and then tries again", async () => {
    playground.faults.answer(401);
    await expect(ask()).rejects.toThrow("does not accept the token");
    await expect(ask()).rejects.toThrow("posting rests");
    now += 599_000;
    await expect(ask()).rejects.toThrow("posting rests");
    expect(asked()).toBe(1);
    now += 2000;
    await expect(ask()).resolves.toMatchObject({ username: "Intertitle" });
  });

  it("rests for the rest of ten minutes after a thousand refusals, which is long before an address is banned", async () => {
    // A Discord that knows no limits and refuses everything.
    let refusals = 0;
    const discord = createServer((_, response) => {
      refusals += 1;
      response.writeHead(403, { "content-type": "application/json" }).end('{"code":50001,"message":"Missing Access"}');
    });
    await once(discord.listen(0, "127.0.0.1"), "listening");
    const { port } = discord.address() as AddressInfo;
    const quick = createPostingRest(`http://127.0.0.1:${port}/api`, () => now, 1000).setToken(playground.token);
    for (let count = 0; count < 1100; count += 1) await expect(quick.get(Routes.user())).rejects.toThrow(/Missing Access|posting rests/);
    expect(refusals).toBe(1000);
    now += 601_000;
    await expect(quick.get(Routes.user())).rejects.toThrow("Missing Access");
    expect(refusals).toBe(1001);
    discord.closeAllConnections();
    discord.close();
  });

  it("does not wait long for a limit: whoever asked is told how long it takes", async () => {
    playground.faults.limit(60);
    await expect(ask()).rejects.toMatchObject({ retryAfter: expect.any(Number) });
  });
});
