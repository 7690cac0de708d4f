import { Routes } from "discord.js";
import { expect, test } from "vitest";
import { api, channel, connect, open, register } from "./support.ts";

const quote = { name: "quote", description: "A quote" };

test("the next requests meet an error, and the ones after them don't", async () => {
  const playground = await open();
  const rest = api(playground);
  const general = channel(playground, "general");
  playground.faults.answer(502, { method: "GET", path: /^\/channels\// }, 2);
  const statuses: unknown[] = [];
  for (let count = 0; count < 3; count++) await rest.get(Routes.channel(general)).then(() => statuses.push(200), (error: { status: number }) => statuses.push(error.status));
  expect(statuses).toEqual([502, 502, 200]);
  expect(playground.requests.map(({ method, path, status }) => [method, path, status])).toEqual([502, 502, 200].map((status) => ["GET", `/channels/${general}`, status]));
});

test("a bot whose answer meets a 500 tries again by itself", async () => {
  const playground = await open();
  await register(playground, quote);
  await connect(playground, async (interaction) => {
    if (interaction.isChatInputCommand()) await interaction.reply("at last");
  });
  playground.faults.answer(500, { path: /callback$/ }, 2);
  expect((await playground.sit("Ada").run("#general", "/quote")).text).toContain("at last");
});

test("a bot that is told to wait does", async () => {
  const playground = await open();
  await register(playground, quote);
  const { client } = await connect(playground);
  const limited: number[] = [];
  client.rest.on("rateLimited", ({ retryAfter }) => limited.push(retryAfter));
  playground.faults.limit(0.05, { method: "POST" });
  await client.rest.post(Routes.channelMessages(channel(playground, "general")), { body: { content: "patience" } });
  expect(playground.sit("Ada").see("#general")).toHaveLength(1);
  expect(playground.requests.filter(({ method }) => method === "POST").map(({ status }) => status)).toEqual([429, 200]);
});

test("a cut wire loses the request, or only the answer to it", async () => {
  const playground = await open();
  const post = async () => api(playground).post(Routes.channelMessages(channel(playground, "general")), { body: { content: "x" } });
  playground.faults.cut({ method: "POST" });
  await expect(post()).rejects.toThrow(/other side closed|socket|terminated|ECONNRESET/);
  expect(playground.sit("Ada").see("#general")).toHaveLength(0);
  playground.faults.cut({ method: "POST" }, 1, "after");
  await expect(post()).rejects.toThrow(/other side closed|socket|terminated|ECONNRESET/);
  expect(playground.sit("Ada").see("#general")).toHaveLength(1);
});

test("a slow request is held, and let go when the faults are cleared", async () => {
  const playground = await open();
  playground.faults.slow(3_600_000, { path: /^\/users\/@me$/ });
  const asked = api(playground).get(Routes.user());
  await expect.poll(() => playground.requests).toHaveLength(1);
  expect(playground.requests[0]?.status).toBeUndefined();
  playground.faults.clear();
  expect(await asked).toMatchObject({ username: "Intertitle" });
});

test("a message that is taken away cannot be edited", async () => {
  const playground = await open();
  await register(playground, quote);
  const { errors } = await connect(playground, async (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    await interaction.reply("one");
    const there = await playground.sit("Ada").waitFor("#general", ({ content }) => content === "one");
    playground.faults.deleteMessage(there);
    await interaction.editReply("two");
  });
  await playground.sit("Ada").run("#general", "/quote");
  await expect.poll(() => errors).toEqual([expect.objectContaining({ code: 10_008 })]);
});

test("a permission that is taken away is missed, and comes back", async () => {
  const playground = await open();
  const general = channel(playground, "general");
  const post = async (body: object) => api(playground).post(Routes.channelMessages(general), { body });
  playground.faults.forbid("#general", "EmbedLinks");
  await expect(post({ embeds: [{ title: "x" }] })).rejects.toMatchObject({ code: 50_013 });
  await post({ content: "x" });
  playground.faults.forbid(general, "SendMessages");
  await expect(post({ content: "x" })).rejects.toMatchObject({ code: 50_013 });
  playground.faults.forbid(general, "ViewChannel");
  await expect(post({ content: "x" })).rejects.toMatchObject({ code: 50_001 });
  for (const permission of ["ViewChannel", "SendMessages"] as const) playground.faults.permit(general, permission);
  await post({ content: "x" });
});
