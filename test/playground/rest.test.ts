import { DiscordAPIError, Routes } from "discord.js";
import { expect, test, vi } from "vitest";
import { api, channel, clock, connect, open, register } from "./support.ts";

interface Sent {
  id: string;
  content: string;
  attachments: { url: string; filename: string }[];
  embeds: { image?: { url: string } }[];
}

test("without a token, or with a wrong one, nothing is to be had", async () => {
  const playground = await open();
  const wrong = await fetch(`${playground.apiUrl}/v10/users/@me`, { headers: { authorization: "Bot nobody" } });
  expect([wrong.status, await wrong.json()]).toEqual([401, { code: 0, message: "401: Unauthorized" }]);
  expect((await fetch(`${playground.apiUrl}/v10/users/@me`)).status).toBe(401);
});

test("ids, and with them the token, are the same at every start", async () => {
  const [one, other] = [await open(), await open()];
  expect(one.token).toBe(other.token);
  expect(channel(one, "film-club")).toBe(channel(other, "film-club"));
  expect(one.world.server.roles.map(({ id }) => id)).toEqual(other.world.server.roles.map(({ id }) => id));
  expect(one.sit("Ada").id).toMatch(/^\d{19}$/);
});

test("a route that the playground lacks is loud", async () => {
  const playground = await open();
  const complaint = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  await expect(api(playground).put("/guilds/1/bans/2")).rejects.toMatchObject({ code: 10_004 });
  await expect(api(playground).get("/voice/regions")).rejects.toMatchObject({ status: 405, message: expect.stringContaining("GET /api/v10/voice/regions") as string });
  expect(complaint.mock.calls.flat().join("")).toContain("GET /api/v10/voice/regions");
  expect(playground.missing).toEqual(["GET /api/v10/voice/regions"]);
  complaint.mockRestore();
});

test("a page elsewhere whose name points here is turned away", async () => {
  const playground = await open();
  const { request } = await import("node:http");
  const status = await new Promise<number | undefined>((resolve, reject) => {
    const asked = request(`${playground.apiUrl}/v10/gateway`, { headers: { host: "elsewhere.example" } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    asked.on("error", reject).end();
  });
  expect(status).toBe(403);
});

test("every answer says how much more may be asked; the sixth message in five seconds waits", async () => {
  const playground = await open();
  const url = `${playground.apiUrl}/v10/channels/${channel(playground, "general")}/messages`;
  const headers = { authorization: `Bot ${playground.token}`, "content-type": "application/json" };
  const post = async () => fetch(url, { method: "POST", headers, body: JSON.stringify({ content: "x" }) });
  const first = await post();
  expect(first.headers.get("x-ratelimit-limit")).toBe("5");
  expect(first.headers.get("x-ratelimit-remaining")).toBe("4");
  expect(first.headers.get("x-ratelimit-bucket")).toMatch(/^[0-9a-f]{16}$/);
  expect(Number(first.headers.get("x-ratelimit-reset-after"))).toBeGreaterThan(0);
  const statuses = [];
  for (let count = 0; count < 4; count++) statuses.push((await post()).status);
  expect(statuses).toEqual([200, 200, 200, 200]);
  const sixth = await post();
  expect(sixth.status).toBe(429);
  expect(await sixth.json()).toMatchObject({ global: false, retry_after: expect.any(Number) as number });
  expect(sixth.headers.get("x-ratelimit-scope")).toBe("user");
  expect(playground.sit("Ada").see("#general")).toHaveLength(5);
  const other = url.replace(channel(playground, "general"), channel(playground, "film-club"));
  expect((await fetch(other, { method: "POST", headers, body: JSON.stringify({ content: "x" }) })).status).toBe(200);
});

test("fifty requests a second are the most, but answers to interactions are not counted", async () => {
  const playground = await open();
  const headers = { authorization: `Bot ${playground.token}` };
  const statuses = await Promise.all(Array.from({ length: 70 }, async (_, index) => (await fetch(`${playground.apiUrl}/v10/users/${index % 2 ? "@me" : playground.world.bot.id}`, { headers })).status));
  expect(statuses.filter((status) => status === 429).length).toBeGreaterThan(0);
  const callback = await fetch(`${playground.apiUrl}/v10/interactions/1/x/callback`, { method: "POST", headers, body: "{}" });
  expect([callback.status, await callback.json()]).toEqual([404, { code: 10_062, message: "Unknown interaction" }]);
});

test("messages are written, read, changed and taken away", async () => {
  const playground = await open();
  const rest = api(playground);
  const general = channel(playground, "general");
  const ids: string[] = [];
  for (const content of ["one", "two", "three"]) ids.push(((await rest.post(Routes.channelMessages(general), { body: { content } })) as Sent).id);
  const read = async (query: Record<string, string>) => ((await rest.get(Routes.channelMessages(general), { query: new URLSearchParams(query) })) as Sent[]).map(({ content }) => content);
  expect(await read({})).toEqual(["three", "two", "one"]);
  expect(await read({ limit: "1" })).toEqual(["three"]);
  expect(await read({ before: ids[1]! })).toEqual(["one"]);
  expect(await read({ after: ids[0]!, limit: "1" })).toEqual(["two"]);
  expect(await read({ around: ids[1]!, limit: "3" })).toEqual(["three", "two", "one"]);
  await expect(read({ limit: "101" })).rejects.toMatchObject({ code: 50_035 });
  await rest.patch(Routes.channelMessage(general, ids[0]!), { body: { content: "uno" } });
  await expect(rest.patch(Routes.channelMessage(general, ids[0]!), { body: { content: null } })).rejects.toMatchObject({ code: 50_006 });
  expect(playground.sit("Ada").see("#general")[0]).toMatchObject({ content: "uno", edited_timestamp: expect.any(String) as string });
  await rest.delete(Routes.channelMessage(general, ids[2]!));
  await expect(rest.get(Routes.channelMessage(general, ids[2]!))).rejects.toMatchObject({ code: 10_008 });
  await expect(rest.get(Routes.channelMessages("1"))).rejects.toMatchObject({ code: 10_003 });
});

test("the bot changes nobody else's message, and looks into no channel that is closed to it", async () => {
  const playground = await open();
  const rest = api(playground);
  const theirs = playground.sit("Ada").say("#general", "mine");
  await expect(rest.patch(Routes.channelMessage(theirs.channel_id, theirs.id), { body: { content: "x" } })).rejects.toMatchObject({ code: 50_005 });
  await expect(rest.delete(Routes.channelMessage(theirs.channel_id, theirs.id))).rejects.toMatchObject({ code: 50_013 });
  await expect(rest.get(Routes.channel(channel(playground, "projection-booth")))).rejects.toMatchObject({ code: 50_001, status: 403 });
});

test("a nonce makes a retry harmless for a few minutes", async () => {
  const time = clock();
  const playground = await open({ now: time.now });
  const post = async () => (await api(playground).post(Routes.channelMessages(channel(playground, "general")), { body: { content: "once", nonce: "n1", enforce_nonce: true } })) as Sent;
  const first = await post();
  expect((await post()).id).toBe(first.id);
  expect(playground.sit("Ada").see("#general")).toHaveLength(1);
  time.pass(5 * 60_000);
  expect((await post()).id).not.toBe(first.id);
});

test("files travel with a message, and are fetched from where it says", async () => {
  const playground = await open();
  const files = [{ name: "card.png", data: Buffer.from("not really a png"), contentType: "image/png" }, { name: "notes.html", data: Buffer.from("<script>") , contentType: "text/html" }];
  const sent = (await api(playground).post(Routes.channelMessages(channel(playground, "general")), { body: { embeds: [{ image: { url: "attachment://card.png" } }] }, files })) as Sent;
  expect(sent.attachments.map(({ filename }) => filename)).toEqual(["notes.html"]);
  const picture = await fetch(sent.embeds[0]?.image?.url ?? "");
  expect([picture.headers.get("content-type"), await picture.text()]).toEqual(["image/png", "not really a png"]);
  const page = await fetch(sent.attachments[0]?.url ?? "");
  expect(page.headers.get("content-disposition")).toBe("attachment");
  await expect(api(playground).post(Routes.channelMessages(channel(playground, "general")), { files: [{ name: "big", data: Buffer.alloc(10 * 1024 * 1024 + 1) }] })).rejects.toMatchObject({ code: 40_005, status: 413 });
});

test("a reply shows what it replies to, and a thread grows from a message once", async () => {
  const playground = await open();
  const rest = api(playground);
  const general = channel(playground, "general");
  const asked = playground.sit("Ada").say("#general", "what shall we watch?");
  const reply = await rest.post(Routes.channelMessages(general), { body: { content: "Beanpole", message_reference: { message_id: asked.id } } });
  expect(reply).toMatchObject({ type: 19, referenced_message: { content: "what shall we watch?" } });
  const thread = (await rest.post(Routes.threads(general, asked.id), { body: { name: "Tonight" } })) as { id: string };
  expect(thread).toMatchObject({ id: asked.id, parent_id: general, type: 11 });
  await rest.post(Routes.channelMessages(thread.id), { body: { content: "in the thread" } });
  expect(playground.sit("Emil").see("#Tonight").map(({ content }) => content)).toEqual(["in the thread"]);
  await expect(rest.post(Routes.threads(general, asked.id), { body: { name: "Again" } })).rejects.toMatchObject({ code: 160_004 });
});

test("nobody is mentioned but those whom the message lets be", async () => {
  const playground = await open();
  const { id } = playground.sit("Ada");
  playground.faults.permit("#general", "MentionEveryone");
  const post = async (allowed_mentions?: object) => api(playground).post(Routes.channelMessages(channel(playground, "general")), { body: { content: `<@${id}> @everyone`, allowed_mentions } });
  expect(await post()).toMatchObject({ mentions: [{ id }], mention_everyone: true });
  expect(await post({ parse: [] })).toMatchObject({ mentions: [], mention_everyone: false });
  expect(await post({ users: [id] })).toMatchObject({ mentions: [{ id }], mention_everyone: false });
});

test("the server, its roles, members and the application are there to be read", async () => {
  const playground = await open();
  const rest = api(playground);
  const { server, bot } = playground.world;
  const ada = playground.sit("Ada");
  expect(await rest.get(Routes.guild(server.id))).toMatchObject({ name: "The Cinémathèque" });
  expect(await rest.get(Routes.guildChannels(server.id))).toHaveLength(4);
  expect(await rest.get(Routes.guildRoles(server.id))).toHaveLength(4);
  expect(await rest.get(Routes.guildMember(server.id, ada.id))).toMatchObject({ user: { username: "ada" } });
  expect(await rest.get(Routes.oauth2CurrentApplication())).toMatchObject({ id: bot.id });
  expect(await rest.post(Routes.userChannels(), { body: { recipient_id: ada.id } })).toMatchObject({ type: 1, recipients: [{ id: ada.id }] });
  await expect(rest.get(Routes.guild("1"))).rejects.toBeInstanceOf(DiscordAPIError);
});

test.each<[what: string, data: object, path: RegExp]>([
  ["26 suggestions", { choices: Array.from({ length: 26 }, (_, index) => ({ name: `${index}`, value: `${index}` })) }, /data.choices.*Must be 25 or fewer/],
  ["a suggestion without a name", { choices: [{ name: "", value: "x" }] }, /data.choices.0.name.*between 1 and 100/],
  ["a suggestion over 100 characters", { choices: [{ name: "x", value: "x".repeat(101) }] }, /data.choices.0.value/],
  ["a suggestion of another type", { choices: [{ name: "x", value: 1 }] }, /data.choices.0.value.*not of the option's type/],
])("%s are refused", async (_what, data, expected) => {
  const playground = await open();
  await register(playground, { name: "quote", description: "x", options: [{ type: 3, name: "about", description: "x", autocomplete: true }] });
  const refused: string[] = [];
  await connect(playground, async (interaction) => {
    if (!interaction.isAutocomplete()) return;
    const route = `/interactions/${interaction.id}/${interaction.token}/callback` as const;
    await api(playground).post(route, { body: { type: 8, data } }).catch((error: DiscordAPIError) => refused.push(JSON.stringify(error.rawError)));
    await interaction.respond([]);
  });
  await playground.sit("Ada").complete("#general", "/quote", { about: "" }, "about");
  expect(refused.join().replaceAll(/":\{"/g, ".")).toMatch(expected);
});

test.each<[what: string, data: object, path: string]>([
  ["a title over 45", { title: "x".repeat(46) }, '"title"'],
  ["no inputs", { components: [] }, '"components"'],
  ["an input without a label", { components: [{ type: 1, components: [{ type: 4, custom_id: "a", style: 1 }] }] }, '"label"'],
  ["a button in it", { components: [{ type: 1, components: [{ type: 2, custom_id: "a", style: 1, label: "x" }] }] }, '"type"'],
])("a modal with %s is refused", async (_what, data, expected) => {
  const playground = await open();
  await register(playground, { name: "quote", description: "x" });
  const refused: string[] = [];
  await connect(playground, async (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    const whole = { custom_id: "m", title: "x", components: [{ type: 1, components: [{ type: 4, custom_id: "a", style: 1, label: "A" }] }], ...data };
    const route = `/interactions/${interaction.id}/${interaction.token}/callback` as const;
    await api(playground).post(route, { body: { type: 9, data: whole } }).catch((error: DiscordAPIError) => refused.push(JSON.stringify(error.rawError)));
    await interaction.reply("x");
  });
  await playground.sit("Ada").run("#general", "/quote");
  expect(refused).toEqual([expect.stringContaining(expected)]);
});
