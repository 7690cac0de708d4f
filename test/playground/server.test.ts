import { Routes, type APIGuild, type APIMessage } from "discord.js";
import { GatewayIntentBits } from "discord-api-types/v10";
import { describe, expect, test } from "vitest";
import type { Playground } from "../../src/playground/playground.ts";
import { api, channel, connect, open, register } from "./support.ts";

const daily = { name: "daily", description: "Quotes every day", default_member_permissions: "32", contexts: [0] };

const post = async (playground: Playground, id: string, body: object = { content: "x" }): Promise<APIMessage> =>
  api(playground).post(Routes.channelMessages(id), { body }) as Promise<APIMessage>;

const roleOf = (playground: Playground, name: string) => playground.world.server.roles.find((role) => role.name === name)?.id ?? "";

describe("channels", () => {
  test("a server may have a hundred more, and a bot that listens hears of each", async () => {
    const playground = await open();
    const { client } = await connect(playground, undefined, { intents: [GatewayIntentBits.Guilds] });
    const ids = Array.from({ length: 100 }, (_, index) => playground.addChannel(`screen-${index}`));
    await expect.poll(() => ids.every((id) => client.channels.cache.has(id))).toBe(true);
    expect(await post(playground, ids[99] ?? "")).toMatchObject({ content: "x" });
    expect(playground.sit("Ada").see("#screen-99")).toHaveLength(1);
  });

  test("one that is deleted is unknown from then on, with its threads, and the server writes there no more", async () => {
    const playground = await open();
    const { client } = await connect(playground, undefined, { intents: [GatewayIntentBits.Guilds] });
    const general = channel(playground, "general");
    const thread = playground.addThread("#general", "After the credits");
    playground.faults.deleteChannel("#general");
    for (const id of [general, thread]) await expect(post(playground, id)).rejects.toMatchObject({ status: 404, code: 10_003 });
    await expect.poll(() => client.channels.cache.has(general)).toBe(false);
    expect(await api(playground).get(Routes.guild(playground.world.server.id))).toMatchObject({ system_channel_id: null });
    expect(() => playground.sit("Ada").see("#general")).toThrow("You see no channel #general.");
  });

  test("Discord's own news goes to #general, and what concerns moderators to #projection-booth, until somebody says otherwise", async () => {
    const playground = await open();
    const guild = async () => (await api(playground).get(Routes.guild(playground.world.server.id))) as APIGuild;
    expect(await guild()).toMatchObject({ system_channel_id: channel(playground, "general"), public_updates_channel_id: channel(playground, "projection-booth") });
    playground.world.server.updatesChannel = null;
    expect((await guild()).public_updates_channel_id).toBeNull();
  });
});

describe("threads", () => {
  test("one may post in a thread, where another permission counts", async () => {
    const playground = await open();
    const thread = playground.addThread("#general", "After the credits");
    await post(playground, thread);
    expect(playground.sit("Ada").say(thread, "still here").channel_id).toBe(thread);
    playground.faults.forbid("#general", "SendMessages");
    await post(playground, thread);
    playground.faults.forbid("#general", "SendMessagesInThreads");
    await expect(post(playground, thread)).rejects.toMatchObject({ code: 50_013 });
  });

  test("a message says which thread grows from it, and has one only", async () => {
    const playground = await open();
    const general = channel(playground, "general");
    const { id } = await post(playground, general);
    const start = async () => api(playground).post(Routes.threads(general, id), { body: { name: "About x" } });
    await start();
    expect(await api(playground).get(Routes.channelMessage(general, id))).toMatchObject({ flags: 32, thread: { id, name: "About x", parent_id: general } });
    await expect(start()).rejects.toMatchObject({ code: 160_004 });
  });

  test("an archived one opens again when somebody writes in it, unless it is locked", async () => {
    const playground = await open();
    const thread = playground.addThread("#general", "After the credits");
    const archived = async () => ((await api(playground).get(Routes.channel(thread))) as { thread_metadata: { archived: boolean } }).thread_metadata.archived;
    const { id } = await post(playground, thread);
    playground.faults.archiveThread(thread, false);
    await expect(api(playground).patch(Routes.channelMessage(thread, id), { body: { content: "y" } })).rejects.toMatchObject({ code: 50_083 });
    expect(await archived()).toBe(true);
    await post(playground, thread);
    expect(await archived()).toBe(false);
    playground.faults.archiveThread(thread);
    await expect(post(playground, thread)).rejects.toMatchObject({ status: 400, code: 50_083 });
    expect(() => playground.sit("Ada").say(thread, "hello?")).toThrow("permission");
    expect(await archived()).toBe(true);
    playground.faults.unarchiveThread(thread);
    await post(playground, thread);
  });
});

describe("a bot that is removed from the server", () => {
  test("finds every door of it closed, its commands gone, and is told; invited again, all is as before", async () => {
    const playground = await open();
    await register(playground, { name: "quote", description: "A quote" });
    const { client } = await connect(playground, undefined, { intents: [GatewayIntentBits.Guilds] });
    const { server, bot } = playground.world;
    const rest = api(playground);
    const general = channel(playground, "general");
    playground.faults.removeBot();
    await expect.poll(() => client.guilds.cache.size).toBe(0);
    for (const path of [Routes.guild(server.id), Routes.guildRoles(server.id), Routes.guildMember(server.id, bot.id)]) {
      await expect(rest.get(path)).rejects.toMatchObject({ status: 404, code: 10_004 });
    }
    await expect(post(playground, general)).rejects.toMatchObject({ status: 403, code: 50_001 });
    await expect(rest.get(Routes.applicationGuildCommands(bot.id, server.id))).rejects.toMatchObject({ code: 50_001 });
    expect(await rest.get(Routes.userGuilds())).toEqual([]);
    const ada = playground.sit("Ada");
    expect((await ada.run("#general", "/quote")).text).toBe("There is no command /quote.");
    expect(ada.say("#general", "where did it go?").content).toContain("where");
    const { id } = (await rest.post(Routes.userChannels(), { body: { recipient_id: ada.id } })) as { id: string };
    await post(playground, id);
    playground.faults.inviteBot();
    await expect.poll(() => client.guilds.cache.size).toBe(1);
    await post(playground, general);
  });

  test("is in no server when it connects", async () => {
    const playground = await open();
    playground.faults.removeBot();
    const { client } = await connect(playground, undefined, { intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages] });
    expect(client.guilds.cache.size).toBe(0);
  });
});

describe("who may use a command", () => {
  test("is said by the server's settings, which go before the permission that the command asks for", async () => {
    const playground = await open();
    await register(playground, daily);
    const [ada, emil, maya] = ["Ada", "Emil", "Maya"].map((name) => playground.sit(name));
    const refused = "You do not have permission to use this command.";
    const may = async (who = ada) => (await who?.run("#general", "/daily"))?.text !== refused;
    expect([await may(ada), await may(emil), await may(maya)]).toEqual([false, false, true]);
    playground.openCommand("daily", "Cinephiles");
    expect([await may(ada), await may(emil), await may(maya)]).toEqual([true, false, true]);
    playground.openCommand("daily", "Ada", false);
    playground.openCommand("daily", "everyone");
    playground.openCommand("daily", "Projectionist", false);
    expect([await may(ada), await may(emil), await may(maya)]).toEqual([false, true, false]);
    expect(() => playground.openCommand("weekly", "Ada")).toThrow("There is no command /weekly.");
    expect(() => playground.openCommand("daily", "Nobody")).toThrow("There is nobody called Nobody");
  });

  test("can be asked by the bot, command by command or for all; there is nothing to say where nobody changed it", async () => {
    const playground = await open();
    await register(playground, daily);
    const { bot, server, commands } = playground.world;
    const id = commands.get("global")?.[0]?.id ?? "";
    const one = async () => api(playground).get(Routes.applicationCommandPermissions(bot.id, server.id, id));
    await expect(one()).rejects.toMatchObject({ status: 404, code: 10_066 });
    playground.openCommand("daily", "Cinephiles");
    const role = server.roles.find(({ name }) => name === "Cinephiles")?.id;
    const expected = { id, application_id: bot.id, guild_id: server.id, permissions: [{ id: role, type: 1, permission: true }] };
    expect(await one()).toEqual(expected);
    expect(await api(playground).get(Routes.guildApplicationCommandsPermissions(bot.id, server.id))).toEqual([expected]);
  });
});

describe("a role in a message", () => {
  test("is pinged when it is mentionable, and only shown when it is not", async () => {
    const playground = await open();
    const [cinephiles, projectionist] = ["Cinephiles", "Projectionist"].map((name) => roleOf(playground, name));
    const message = await post(playground, channel(playground, "general"), {
      content: `<@&${cinephiles}> <@&${projectionist}> @everyone`,
      allowed_mentions: { parse: ["roles", "everyone"] },
    });
    expect(message).toMatchObject({ content: `<@&${cinephiles}> <@&${projectionist}> @everyone`, mention_roles: [cinephiles], mention_everyone: false });
  });

  test("and @everyone are pinged by whoever may mention everyone, as far as the message lets them", async () => {
    const playground = await open();
    playground.faults.permit("#general", "MentionEveryone");
    const projectionist = roleOf(playground, "Projectionist");
    const say = async (allowed_mentions: object) => post(playground, channel(playground, "general"), { content: `<@&${projectionist}> @everyone`, allowed_mentions });
    expect(await say({ roles: [projectionist] })).toMatchObject({ mention_roles: [projectionist], mention_everyone: false });
    expect(await say({ parse: ["everyone"] })).toMatchObject({ mention_roles: [], mention_everyone: true });
    expect(await say({ parse: [] })).toMatchObject({ mention_roles: [], mention_everyone: false });
  });
});

test("two processes with two shards each share a server, and each interaction reaches one of them", async () => {
  const playground = await open();
  await register(playground, { name: "quote", description: "A quote" });
  const heard: string[] = [];
  const answering = (name: string) => async (interaction: Parameters<NonNullable<Parameters<typeof connect>[1]>>[0]) => {
    heard.push(name);
    if (interaction.isChatInputCommand()) await interaction.reply(name);
  };
  const one = await connect(playground, answering("one"), { shards: [0, 1], shardCount: 4 });
  const two = await connect(playground, answering("two"), { shards: [2, 3], shardCount: 4 });
  expect([one.client.ws.shards.size, two.client.ws.shards.size]).toEqual([2, 2]);
  const ada = playground.sit("Ada");
  const home = Number((BigInt(playground.world.server.id) >> 22n) % 4n) < 2 ? "one" : "two";
  expect((await ada.run("#general", "/quote")).text).toContain(home);
  expect((await ada.run("@Intertitle", "/quote")).text).toContain("one");
  expect(heard).toEqual([home, "one"]);
});
