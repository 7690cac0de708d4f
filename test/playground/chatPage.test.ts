import { Client, Routes, type Interaction } from "discord.js";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { startPlayground, type Playground } from "../../src/playground/playground.ts";
import { browserIsHere, openBrowser } from "./browser.ts";
import { channel, register } from "./support.ts";

const day = 86_400_000;

const commands = [
  { name: "import", description: "Reads a transcript", options: [{ type: 11, name: "transcript", description: "The file", required: true }] },
  { name: "note", description: "Asks for a note" },
];

const note = { custom_id: "note", title: "A note", components: [{ type: 18, label: "Words", component: { type: 4, custom_id: "words", style: 2 } }] };

async function answer(interaction: Interaction): Promise<void> {
  if (interaction.isModalSubmit()) await interaction.reply(interaction.fields.getTextInputValue("words"));
  if (!interaction.isChatInputCommand()) return;
  if (interaction.commandName === "note") await interaction.showModal(note);
  else await interaction.reply(`Read ${interaction.options.getAttachment("transcript", true).name}`);
}

describe.skipIf(!browserIsHere)("at the chat page", { timeout: 60_000 }, () => {
  let playground: Playground;
  let client: Client;
  let browser: Browser;
  let page: Page;
  let planned: number | undefined;

  beforeAll(async () => {
    playground = await startPlayground({ nextEvent: async () => planned });
    client = new Client({ intents: [], rest: { api: playground.apiUrl } });
    client.on("interactionCreate", (interaction) => void answer(interaction));
    await client.login(playground.token);
    await playground.waitUntilOnline();
    await register(playground, ...commands);
    browser = await openBrowser();
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    await client.destroy();
    await playground.close();
  });
  beforeEach(async () => {
    await page?.close();
    page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    page.setDefaultTimeout(10_000);
    await page.goto(playground.url);
    await page.getByRole("button", { name: "#general" }).click();
  });

  const sit = async (name: string) => page.getByRole("radio", { name }).check({ force: true });
  const post = async (place: string, content: string) =>
    client.rest.post(Routes.channelMessages(channel(playground, place)), { body: { content, allowed_mentions: { parse: ["roles"] } } }) as Promise<{ id: string }>;
  const box = () => page.getByRole("textbox", { name: "Message" });
  const lastMessage = () => page.getByRole("log").getByRole("article").last();

  it("a moderator lets time pass until the next post, and sees it arrive; a member cannot", async () => {
    await page.getByText("Maya can let time pass.").waitFor();
    expect(await page.getByRole("group", { name: "Let time pass" }).count()).toBe(0);
    await sit("Maya");
    planned = playground.clock.now() + 3 * day;
    const before = await page.locator("running-clock").innerText();
    await page.getByRole("button", { name: "To the next post" }).click();
    await page.getByRole("button", { name: "Waiting…" }).waitFor();
    expect(playground.clock.now() - planned).toBeGreaterThanOrEqual(0);
    await post("quote-of-the-day", "Three days on.");
    await page.getByRole("heading", { name: "quote-of-the-day", level: 1 }).waitFor();
    await lastMessage().getByText("Three days on.").waitFor();
    expect(await lastMessage().getAttribute("aria-label")).toContain("Today at");
    expect(await page.locator("running-clock").innerText()).not.toBe(before);
    planned = undefined;
    await page.getByRole("button", { name: "To the next post" }).click();
    await page.getByText("The bot has nothing planned.").waitFor();
  });

  it("a day passes, and what comes meanwhile is marked as unread", async () => {
    await sit("Maya");
    await page.getByRole("button", { name: "+1 day" }).click();
    const before = playground.clock.ahead();
    await page.getByRole("button", { name: "+1 hour" }).click();
    await expect.poll(() => playground.clock.ahead() - before).toBe(day / 24);
    await post("film-club", "Good morning.");
    await page.getByRole("button", { name: "#film-club, unread" }).waitFor();
    await page.getByRole("heading", { name: "general", level: 1 }).waitFor();
  });

  it("who is called by a role sees that at a glance, and others don't", async () => {
    const role = playground.world.server.roles.find(({ name }) => name === "Cinephiles")?.id ?? "";
    await post("general", `<@&${role}> tonight at eight`);
    await lastMessage().getByText("tonight at eight").waitFor();
    expect(await lastMessage().getAttribute("highlight")).not.toBeNull();
    await sit("Emil");
    await lastMessage().getByText("tonight at eight").waitFor();
    expect(await lastMessage().getAttribute("highlight")).toBeNull();
  });

  it("a thread is opened from the message that it grew from, and a link to a message leads there", async () => {
    const { id } = await post("film-club", "What a film.");
    await client.rest.post(Routes.threads(channel(playground, "film-club"), id), { body: { name: "After the credits" } });
    await post("general", `https://discord.com/channels/${playground.world.server.id}/${channel(playground, "film-club")}/${id}`);
    await lastMessage().getByRole("button", { name: "#film-club › message" }).click();
    await page.getByRole("heading", { name: "film-club", level: 1 }).waitFor();
    await page.getByRole("log").getByRole("button", { name: "Thread: After the credits" }).click();
    await box().fill("Still here?");
    await box().press("Enter");
    await lastMessage().getByText("Still here?").waitFor();
    expect(playground.sit("Ada").see(id)).toHaveLength(1);
  });

  it("a thread with a long name leaves the list of channels as narrow as it was", async () => {
    const { id } = await post("film-club", "A whole thought.");
    await client.rest.post(Routes.threads(channel(playground, "film-club"), id), { body: { name: "A name that is a whole thought, ".repeat(3) } });
    await page.getByRole("button", { name: /A name that is a whole thought/ }).first().waitFor();
    expect((await page.locator(".sidebar").boundingBox())?.width).toBe(312);
  });

  it("a file is dropped into a command", async () => {
    await box().click();
    await page.keyboard.type("/import ");
    await page.getByText("Choose or drop a file").waitFor();
    await page.keyboard.press("Enter");
    await page.getByText("This option is required.").waitFor();
    const dropped = await page.evaluateHandle(() => {
      const data = new DataTransfer();
      data.items.add(new File(["Q: Why?"], "interview.txt", { type: "text/plain" }));
      return data;
    });
    await page.locator(".message-box").dispatchEvent("drop", { dataTransfer: dropped });
    await page.getByText("interview.txt").waitFor();
    await page.keyboard.press("Enter");
    await lastMessage().getByText("Read interview.txt").waitFor();
    expect(await page.getByText("This option is required.").count()).toBe(0);
  });

  it("a form takes several lines", async () => {
    await box().fill("/note");
    await box().press("Enter");
    const words = page.getByRole("dialog", { name: "A note" }).getByRole("textbox", { name: "Words" });
    await words.fill("one");
    await words.press("Enter");
    await words.pressSequentially("two");
    await page.getByRole("button", { name: "Submit" }).click();
    await lastMessage().getByText("two").waitFor();
    expect(playground.sit("Ada").see("#general").at(-1)?.content).toBe("one\ntwo");
  });
});
