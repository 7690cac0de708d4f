import { Routes } from "discord.js";
import { expect, test } from "vitest";
import { api, channel, clock, connect, gate, open, register } from "./support.ts";

const day = 86_400_000;

test("time passes at a word, and stays passed", async () => {
  const time = clock();
  const playground = await open({ now: time.now });
  const { now, moveBy, moveTo, ahead } = playground.clock;
  moveBy(day);
  expect([now() - time.now(), ahead()]).toEqual([day, day]);
  time.pass(1000);
  expect(now() - time.now()).toBe(day);
  moveTo(Date.UTC(2030, 0, 1));
  expect(new Date(now()).toISOString()).toBe("2030-01-01T00:00:00.000Z");
  moveBy(-day);
  expect(new Date(now()).toISOString()).toBe("2029-12-31T00:00:00.000Z");
  expect(() => moveBy(Number.NaN)).toThrow("Time does not pass by NaN");
});

test("what is posted after some days bears the later date, in its id as well", async () => {
  const time = clock();
  const playground = await open({ now: time.now });
  playground.clock.moveBy(3 * day);
  const { id, timestamp } = playground.sit("Ada").say("#general", "three days on");
  expect(Date.parse(timestamp) - time.now()).toBe(3 * day);
  expect(Number(BigInt(id) >> 22n) + 1_420_070_400_000 - time.now()).toBe(3 * day);
});

test("an id given after the clock went back is still greater than the one before", async () => {
  const playground = await open();
  const ada = playground.sit("Ada");
  const before = ada.say("#general", "one");
  playground.clock.moveBy(-day);
  const after = ada.say("#general", "two");
  expect(BigInt(after.id) > BigInt(before.id)).toBe(true);
});

test("an answer that is under way while days pass is not late", async () => {
  const playground = await open();
  await register(playground, { name: "quote", description: "A quote" });
  const hold = gate();
  const { errors } = await connect(playground, async (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    await interaction.deferReply();
    playground.clock.moveBy(day);
    hold.open();
    await interaction.editReply("in good time");
  });
  const answer = playground.sit("Ada").run("#general", "/quote");
  await hold.opened;
  expect((await answer).text).toContain("in good time");
  expect(errors).toEqual([]);
});

test("a nonce is forgotten after five minutes of the playground's time", async () => {
  const playground = await open();
  const post = async () => api(playground).post(Routes.channelMessages(channel(playground, "general")), { body: { content: "x", nonce: "1", enforce_nonce: true } });
  const ids = [await post(), await post()].map((message) => (message as { id: string }).id);
  expect(ids[0]).toBe(ids[1]);
  playground.clock.moveBy(5 * 60_000);
  expect(((await post()) as { id: string }).id).not.toBe(ids[0]);
});
