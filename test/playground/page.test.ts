import { ActionRowBuilder, ButtonBuilder, ButtonStyle, MessageFlags } from "discord.js";
import { expect, test } from "vitest";
import { WebSocket } from "ws";
import type { Playground } from "../../src/playground/playground.ts";
import type { Outcome, PageMessage, Scene, SeenMessage } from "../../src/playground/protocol.ts";
import { channel, connect, open, register } from "./support.ts";

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

test("a page hears when the bot comes, goes, and changes its commands", async () => {
  const playground = await open({ page: true });
  const { ask, events } = await visit(playground);
  await ask({ action: "sit", user: "" });
  const { client } = await connect(playground);
  await register(playground, { name: "quote", description: "x" });
  await client.destroy();
  await expect.poll(events).toEqual(["online", "commands", "online"]);
});
