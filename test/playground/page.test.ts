import { ActionRowBuilder, ButtonBuilder, ButtonStyle, MessageFlags } from "discord.js";
import { expect, test } from "vitest";
import { WebSocket } from "ws";
import type { Playground } from "../../src/playground/playground.ts";
import type { Outcome, PageMessage, Scene, SeenMessage } from "../../src/playground/protocol.ts";
import { channel, clock, connect, open, register } from "./support.ts";

/** A page as the playground meets it: numbered requests, replies and events. */
async function visit(playground: Playground, origin = playground.url) {
  const socket = new WebSocket(`${playground.url.replace("http", "ws")}/page`, { origin });
  const heard: PageMessage[] = [];
  socket.on("message", (bytes: Buffer) => heard.push(JSON.parse(bytes.toString()) as PageMessage));
  await new Promise((resolve, reject) => {
    socket.on("open", resolve).on("error", reject);
  });
  let last = 0;
  const ask = async (request: object): Promise<unknown> => {
    const number = ++last;
    socket.send(JSON.stringify({ request: number, ...request }));
    const reply = () => heard.find((one) => "reply" in one && one.reply === number);
    await expect.poll(reply).toBeDefined();
    const got = reply();
    if (got && "error" in got) throw new Error(got.error);
    return got && "result" in got ? got.result : undefined;
  };
  const events = () => heard.flatMap((one) => ("event" in one ? one.event : []));
  return { ask, events, heard, socket };
}

test("the page is served with its style and script, and lets nothing in from elsewhere", async () => {
  const playground = await open({ page: true });
  const page = await fetch(playground.url);
  expect(await page.text()).toContain("<!doctype html>");
  const policy = page.headers.get("content-security-policy");
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toMatch(/https?:|\*/);
  expect((await fetch(`${playground.url}/style.css`)).headers.get("content-type")).toContain("text/css");
  const script = await fetch(`${playground.url}/page.js`);
  expect(script.headers.get("content-type")).toBe("text/javascript");
  expect((await script.text()).length).toBeGreaterThan(10_000);
  expect((await fetch(`${playground.url}/page-of-someone-else.js`)).status).toBe(404);
});

test("every face is drawn here", async () => {
  const playground = await open({ page: true });
  const { ask } = await visit(playground);
  const scene = (await ask({ action: "sit", user: "" })) as Scene;
  for (const { avatar } of scene.users) {
    const picture = await fetch(playground.url + (avatar ?? ""));
    expect([picture.headers.get("content-type"), (await picture.text()).slice(0, 4)]).toEqual(["image/svg+xml", "<svg"]);
  }
  expect((await fetch(playground.url + (scene.guild.icon ?? ""))).status).toBe(200);
});

test("a page of another site may not drive it, and one that hides where it is from neither", async () => {
  const playground = await open({ page: true });
  await expect(visit(playground, "http://elsewhere.example")).rejects.toThrow("403");
  await expect(visit(playground, "null")).rejects.toThrow("403");
  const nameless = new WebSocket(`${playground.url.replace("http", "ws")}/page`);
  const refused = await new Promise<Error>((resolve) => {
    nameless.on("error", resolve);
  });
  expect(refused.message).toContain("403");
});

test("without its page, the playground has no page's socket either", async () => {
  const playground = await open({ page: false });
  expect((await fetch(playground.url)).status).toBe(404);
  await expect(visit(playground)).rejects.toThrow("404");
});

test("a visitor sits down as an ordinary member, or as the moderator, and finds what that one finds", async () => {
  const playground = await open({ page: true });
  await register(playground, { name: "daily", description: "x", default_member_permissions: "32", contexts: [0] }, { name: "quote", description: "x" });
  const { ask } = await visit(playground);
  const ada = (await ask({ action: "sit", user: "" })) as Scene;
  expect(ada.me).toMatchObject({ user: { username: "ada" }, moderator: false });
  expect(ada.seats.map(({ user, moderator }) => [user.username, moderator])).toEqual([["ada", false], ["emil", false], ["maya", true]]);
  expect(ada.channels.map(({ name, type }) => name ?? type)).toEqual(["general", "film-club", "quote-of-the-day", 1]);
  expect(ada.commands.map(({ name }) => name)).toEqual(["quote"]);
  expect(ada.online).toBe(false);
  const maya = (await ask({ action: "sit", user: ada.seats[2]?.user.id })) as Scene;
  expect(maya.channels.map(({ name }) => name)).toContain("projection-booth");
  expect(maya.commands.map(({ name }) => name)).toEqual(["daily", "quote"]);
});

test("a visitor talks, runs a command, presses, and dismisses; others see what is theirs", async () => {
  const playground = await open({ page: true });
  await register(playground, { name: "quote", description: "x", options: [{ type: 3, name: "about", description: "x", autocomplete: true }] });
  const button = new ButtonBuilder().setCustomId("b").setLabel("Share").setStyle(ButtonStyle.Secondary);
  await connect(playground, async (interaction) => {
    if (interaction.isAutocomplete()) await interaction.respond([{ name: "x", value: interaction.options.getFocused() }]);
    if (interaction.isChatInputCommand()) await interaction.reply({ content: "psst", flags: MessageFlags.Ephemeral, components: [new ActionRowBuilder<ButtonBuilder>().addComponents(button)] });
    if (interaction.isButton()) await interaction.update("shared");
  });
  const ada = await visit(playground);
  const emil = await visit(playground);
  await ada.ask({ action: "sit", user: playground.sit("Ada").id });
  await emil.ask({ action: "sit", user: playground.sit("Emil").id });
  const place = channel(playground, "film-club");
  expect(await ada.ask({ action: "say", channel: place, content: "hello", files: [{ name: "a.txt", type: "text/plain", base64: "aGk=" }] })).toBeNull();
  const [said] = (await emil.ask({ action: "read", channel: place })) as SeenMessage[];
  expect(said).toMatchObject({ content: "hello", author: { avatar: expect.stringMatching(/^\/avatars\//) as string } });
  expect(await (await fetch(playground.url + (said?.attachments[0]?.url ?? ""))).text()).toBe("hi");
  expect(await ada.ask({ action: "complete", channel: place, command: "quote", options: { about: "fr" }, focused: "about" })).toEqual([{ name: "x", value: "fr" }]);
  expect((await ada.ask({ action: "run", channel: place, command: "quote", options: {} })) as Outcome).toEqual({ kind: "answered" });
  const [, answer] = (await ada.ask({ action: "read", channel: place })) as SeenMessage[];
  expect(answer).toMatchObject({ content: "psst", ephemeral: true });
  expect(await ada.ask({ action: "press", message: answer?.id, customId: "b" })).toEqual({ kind: "answered" });
  await ada.ask({ action: "dismiss", message: answer?.id });
  await expect.poll(() => ada.events()).toEqual(["message", "message", "edited", "deleted"]);
  expect(emil.events()).toEqual(["message"]);
  expect(await ada.ask({ action: "press", message: answer?.id, customId: "b" }).catch((error: Error) => error.message)).toBe("That message is gone.");
});

test("a visitor who asks for nonsense is told so, and one who doesn't even number it is shown out", async () => {
  const playground = await open({ page: true });
  const { ask, socket } = await visit(playground);
  await expect(ask({ action: "read", channel: channel(playground, "general") })).rejects.toThrow("Take a seat first.");
  await ask({ action: "sit", user: "" });
  await expect(ask({ action: "dance" })).rejects.toThrow("doesn't understand");
  await expect(ask({ action: "read", channel: "1" })).rejects.toThrow("You see no channel 1.");
  await expect(ask({ action: "say", channel: channel(playground, "general"), content: "x".repeat(2001) })).rejects.toThrow("too long");
  await expect(ask({ action: "sit", user: "nobody" })).rejects.toThrow("There is no nobody here");
  const closed = new Promise((resolve) => {
    socket.on("close", resolve);
  });
  socket.send("hello?");
  expect(await closed).toBe(1003);
});

test("a moderator lets time pass, everybody's page hears of it, and nobody else may", async () => {
  const time = clock();
  const planned = [time.now() + 3_600_000, undefined];
  const playground = await open({ page: true, now: time.now, nextEvent: async () => planned[0] });
  const [ada, maya] = [await visit(playground), await visit(playground)];
  expect(await ada.ask({ action: "sit", user: "" })).toMatchObject({ foresees: true });
  await maya.ask({ action: "sit", user: playground.sit("Maya").id });
  for (const request of [{ action: "pass", milliseconds: 1000 }, { action: "skip" }]) await expect(ada.ask(request)).rejects.toThrow("Only a moderator");
  await maya.ask({ action: "skip" });
  expect(playground.clock.now()).toBe(planned[0]);
  await maya.ask({ action: "pass", milliseconds: 86_400_000 });
  expect(playground.clock.ahead()).toBe(90_000_000);
  await maya.ask({ action: "skip" });
  expect(playground.clock.ahead()).toBe(90_000_000);
  planned.shift();
  await expect(maya.ask({ action: "skip" })).rejects.toThrow("The bot has nothing planned.");
  for (const milliseconds of [0, -1, 0.5, 367 * 86_400_000]) await expect(maya.ask({ action: "pass", milliseconds })).rejects.toThrow("doesn't understand");
  await expect.poll(ada.events).toEqual(["time", "time"]);
});

test("without knowing what the bot will do next, time passes only by the hour and the day", async () => {
  const playground = await open({ page: true });
  const { ask } = await visit(playground);
  expect(await ask({ action: "sit", user: playground.sit("Maya").id })).toMatchObject({ foresees: false });
  await expect(ask({ action: "skip" })).rejects.toThrow("nothing planned");
});

test("a thread is listed behind its channel until it is archived, and a channel until it is gone", async () => {
  const playground = await open({ page: true });
  const { ask, heard } = await visit(playground);
  await ask({ action: "sit", user: "" });
  const lately = () => {
    const event = heard.findLast((one) => "event" in one && one.event === "channels");
    return event && "channels" in event ? event.channels.map(({ name, type }) => name ?? type) : undefined;
  };
  playground.addThread("#general", "After the credits");
  await expect.poll(lately).toEqual(["general", "After the credits", "film-club", "quote-of-the-day", 1]);
  playground.faults.archiveThread("#After the credits");
  playground.faults.deleteChannel("#film-club");
  playground.addChannel("matinee");
  await expect.poll(lately).toEqual(["general", "quote-of-the-day", "matinee", 1]);
});

test("a visitor hands a file to a command", async () => {
  const playground = await open({ page: true });
  await register(playground, { name: "import", description: "x", options: [{ type: 11, name: "transcript", description: "x", required: true }] });
  await connect(playground, async (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    const { name, url, contentType } = interaction.options.getAttachment("transcript", true);
    await interaction.reply(`${name} (${contentType}): ${await (await fetch(url)).text()}`);
  });
  const { ask } = await visit(playground);
  await ask({ action: "sit", user: "" });
  const place = channel(playground, "general");
  const run = async (options: object) => ask({ action: "run", channel: place, command: "import", options });
  expect(await run({ transcript: { name: "a.txt", type: "text/plain", base64: "aGk=" } })).toEqual({ kind: "answered" });
  expect(playground.sit("Ada").see("#general").at(-1)?.content).toBe("a.txt (text/plain; charset=utf-8): hi");
  expect(await run({ transcript: "a.txt" })).toEqual({ kind: "failed", reason: '"transcript" must be a file.' });
  expect(await run({})).toEqual({ kind: "failed", reason: '"transcript" is required.' });
});

test("a visitor runs a command from a message's menu", async () => {
  const playground = await open({ page: true });
  await register(playground, { type: 3, name: "Report a misquote" });
  await connect(playground, async (interaction) => interaction.isMessageContextMenuCommand() && interaction.reply(`Reported: ${interaction.targetMessage.content}`));
  const { ask } = await visit(playground);
  expect(await ask({ action: "sit", user: "" })).toMatchObject({ commands: [{ name: "Report a misquote" }] });
  const { id } = playground.sit("Emil").say("#general", "So said Tarkovsky");
  expect(await ask({ action: "runOn", message: id, command: "Report a misquote" })).toEqual({ kind: "answered" });
  expect(playground.sit("Ada").see("#general").at(-1)?.content).toBe("Reported: So said Tarkovsky");
  await expect(ask({ action: "runOn", message: "1", command: "Report a misquote" })).rejects.toThrow("That message is gone.");
});

test("a page hears when the bot comes, goes, and changes its commands", async () => {
  const playground = await open({ page: true });
  const { ask, events } = await visit(playground);
  await ask({ action: "sit", user: "" });
  const { client } = await connect(playground);
  await register(playground, { name: "quote", description: "x" });
  await client.destroy();
  await expect.poll(events).toEqual(["online", "commands", "online"]);
});
