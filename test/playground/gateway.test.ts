import { Events, GatewayIntentBits, Status } from "discord.js";
import { expect, test } from "vitest";
import { WebSocket } from "ws";
import type { Playground } from "../../src/playground/playground.ts";
import { connect, open, register } from "./support.ts";

const quote = { name: "quote", description: "A quote" };

/** A gateway socket by hand: what comes in is kept, and how it was closed. */
async function dial(playground: Playground, query = "?v=10&encoding=json") {
  const socket = new WebSocket(playground.world.gatewayUrl + query);
  const heard: { op: number; t: string | null; s: number | null; d: unknown }[] = [];
  socket.on("message", (bytes: Buffer) => heard.push(JSON.parse(bytes.toString()) as (typeof heard)[number]));
  const closed = new Promise<number>((resolve) => {
    socket.on("close", resolve);
  });
  await new Promise((resolve) => {
    socket.on("open", resolve);
  });
  const say = (op: number, d: unknown) => socket.send(JSON.stringify({ op, d }));
  const identify = (intents = 0, shard?: [number, number]) => say(2, { token: playground.token, intents, shard, properties: {} });
  const names = () => heard.flatMap(({ t }) => t ?? []);
  return { socket, heard, closed, say, identify, names };
}

test("discord.js logs in with no intents, and is online", async () => {
  const playground = await open();
  const { client } = await connect(playground);
  expect(client.user.username).toBe("Intertitle");
  expect(playground.world.online).toBe(true);
  await playground.waitUntilOnline();
  await client.destroy();
  await expect.poll(() => playground.world.online).toBe(false);
});

test("discord.js with the Guilds intent knows the server and its channels", async () => {
  const playground = await open();
  const { client } = await connect(playground, undefined, { intents: [GatewayIntentBits.Guilds] });
  const server = client.guilds.cache.first();
  expect(server?.name).toBe("The Cinémathèque");
  expect(server?.channels.cache.map(({ name }) => name)).toContain("quote-of-the-day");
  expect(server?.members.me?.permissions.has("SendMessages")).toBe(true);
});

test.each<[what: string, code: number, query: string | undefined, op: number, data: object]>([
  ["a wrong token", 4004, undefined, 2, { token: "no.such.token", intents: 0, properties: {} }],
  ["an intent that doesn't exist", 4013, undefined, 2, { token: "", intents: 1 << 30, properties: {} }],
  ["a shard that doesn't exist", 4010, undefined, 2, { token: "", intents: 0, shard: [2, 2] }],
  ["an event before identifying", 4003, undefined, 3, {}],
  ["an unknown version", 4012, "?v=6", 1, {}],
  ["another encoding", 4002, "?encoding=etf", 1, {}],
  ["an identify without intents", 4002, undefined, 2, { token: "" }],
])("a socket with %s is closed with %i", async (_what, code, query, op, data) => {
  const playground = await open();
  const { closed, say } = await dial(playground, query);
  say(op, "token" in data && data.token === "" ? { ...data, token: playground.token } : data);
  expect(await closed).toBe(code);
});

test("identifying twice and nonsense close the socket", async () => {
  const playground = await open();
  const twice = await dial(playground);
  twice.identify();
  twice.identify();
  expect(await twice.closed).toBe(4005);
  const nonsense = await dial(playground);
  nonsense.socket.send("{");
  expect(await nonsense.closed).toBe(4002);
});

test("a heartbeat is acknowledged, and a heart that stops closes the socket", async () => {
  const playground = await open({ heartbeat: 50 });
  const { heard, say, closed } = await dial(playground);
  say(1, null);
  await expect.poll(() => heard.map(({ op }) => op)).toEqual([10, 11]);
  expect(await closed).toBe(4009);
});

test("a lost connection is resumed without losing an interaction", async () => {
  const playground = await open();
  await register(playground, quote);
  const { client } = await connect(playground, async (interaction) => {
    if (interaction.isChatInputCommand()) await interaction.reply("still here");
  });
  const ready: unknown[] = [];
  client.on(Events.ShardReady, (id) => ready.push(id));
  const resumed = new Promise((resolve) => {
    client.once(Events.ShardResume, resolve);
  });
  playground.faults.dropGateway();
  const answer = playground.sit("Ada").run("#general", "/quote");
  expect((await answer).text).toContain("still here");
  await resumed;
  expect(ready).toEqual([]);
});

test("a bot that is asked to reconnect does, and a session that is forgotten is begun anew", async () => {
  const playground = await open();
  await register(playground, quote);
  const { client } = await connect(playground, async (interaction) => {
    if (interaction.isChatInputCommand()) await interaction.reply("here");
  });
  const resumed = new Promise((resolve) => {
    client.once(Events.ShardResume, resolve);
  });
  playground.faults.askToReconnect();
  await resumed;
  const ready = new Promise((resolve) => {
    client.once(Events.ShardReady, resolve);
  });
  playground.faults.dropGateway(false);
  await ready;
  expect(client.ws.status).toBe(Status.Ready);
  expect((await playground.sit("Ada").run("#general", "/quote")).text).toContain("here");
});

test("a session that is declared invalid resumes on the same socket if it may, and else begins anew", async () => {
  const playground = await open();
  const { heard, identify, names, say } = await dial(playground);
  identify();
  await expect.poll(names).toEqual(["READY"]);
  const { session_id } = heard[1]!.d as { session_id: string };
  playground.faults.invalidateSessions(true);
  await expect.poll(() => heard.at(-1)).toMatchObject({ op: 9, d: true });
  expect(playground.world.online).toBe(false);
  say(6, { token: playground.token, session_id, seq: 1 });
  await expect.poll(names).toEqual(["READY", "RESUMED"]);
  playground.faults.invalidateSessions();
  await expect.poll(() => heard.at(-1)).toMatchObject({ op: 9, d: false });
  say(6, { token: playground.token, session_id, seq: 2 });
  await expect.poll(() => heard.filter(({ op, d }) => op === 9 && d === false)).toHaveLength(2);
  identify();
  await expect.poll(names).toEqual(["READY", "RESUMED", "READY"]);
  expect(playground.world.online).toBe(true);
});

test("resuming replays what was missed, in order, and a session that nobody knows is invalid", async () => {
  const playground = await open();
  const first = await dial(playground);
  first.identify(1 << 9);
  await expect.poll(() => first.names()).toEqual(["READY"]);
  const { session_id } = first.heard[1]!.d as { session_id: string };
  first.socket.terminate();
  await expect.poll(() => playground.world.online).toBe(false);
  for (const word of ["one", "two"]) playground.sit("Ada").say("#general", word);
  const second = await dial(playground);
  second.say(6, { token: playground.token, session_id, seq: 1 });
  await expect.poll(() => second.names()).toEqual(["MESSAGE_CREATE", "MESSAGE_CREATE", "RESUMED"]);
  expect(second.heard.map(({ s }) => s)).toEqual([null, 2, 3, 4]);
  const third = await dial(playground);
  third.say(6, { token: playground.token, session_id: "nobody", seq: 1 });
  await expect.poll(() => third.heard.at(-1)).toMatchObject({ op: 9, d: false });
  third.say(6, { token: playground.token, session_id, seq: 999 });
  await expect.poll(() => third.heard.filter(({ op }) => op === 9)).toHaveLength(2);
});

test("a session that missed more than is remembered cannot resume", async () => {
  const playground = await open();
  const first = await dial(playground);
  first.identify(1 << 9);
  await expect.poll(() => first.names()).toEqual(["READY"]);
  const { session_id } = first.heard[1]!.d as { session_id: string };
  first.socket.terminate();
  await expect.poll(() => playground.world.online).toBe(false);
  for (let count = 0; count < 251; count++) playground.sit("Ada").say("#general", `${count}`);
  const second = await dial(playground);
  second.say(6, { token: playground.token, session_id, seq: 1 });
  await expect.poll(() => second.heard.at(-1)).toMatchObject({ op: 9, d: false });
});

test("messages come only with their intents, and their text only with the right to it", async () => {
  const playground = await open();
  const deaf = await dial(playground);
  const plain = await dial(playground);
  const reader = await dial(playground);
  const direct = await dial(playground);
  deaf.identify(1);
  plain.identify(1 << 9);
  reader.identify((1 << 9) | (1 << 15));
  direct.identify(1 << 12);
  await expect.poll(() => [deaf, plain, reader, direct].map(({ names }) => names()[0])).toEqual(["READY", "READY", "READY", "READY"]);
  const ada = playground.sit("Ada");
  ada.say("#general", "hello");
  ada.say("#general", `hello <@${playground.world.bot.id}>`);
  ada.say("@Intertitle", "in private");
  playground.sit("Maya").say("#projection-booth", "where no bot may look");
  const texts = ({ heard }: typeof deaf) => heard.filter(({ t }) => t === "MESSAGE_CREATE").map(({ d }) => (d as { content: string }).content);
  const mention = `hello <@${playground.world.bot.id}>`;
  await expect.poll(() => [plain, reader, direct].map(texts)).toEqual([["", mention], ["hello", mention], ["in private"]]);
  expect(deaf.names()).toEqual(["READY", "GUILD_CREATE"]);
});

test("of two shards, one has the server and the first has direct messages", async () => {
  const playground = await open();
  await register(playground, quote);
  const shards = [await dial(playground), await dial(playground)];
  for (const [id, shard] of shards.entries()) shard.identify(1, [id, 2]);
  await expect.poll(() => shards.map(({ names }) => names()[0])).toEqual(["READY", "READY"]);
  const home = Number((BigInt(playground.world.server.id) >> 22n) % 2n);
  await expect.poll(() => shards[home]?.names()).toEqual(["READY", "GUILD_CREATE"]);
  expect(shards[1 - home]?.names()).toEqual(["READY"]);
  const ada = playground.sit("Ada");
  const answers = [ada.run("@Intertitle", "/quote"), ada.run("#general", "/quote")];
  const where = ({ heard }: (typeof shards)[number]) => heard.filter(({ t }) => t === "INTERACTION_CREATE").map(({ d }) => (d as { context: number }).context);
  await expect.poll(() => shards.flatMap(where).length).toBe(2);
  expect(where(shards[0]!)).toContain(1);
  expect(where(shards[home]!)).toContain(0);
  await Promise.all(answers);
});
