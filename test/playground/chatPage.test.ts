import { AttachmentBuilder, Client, MessageFlags, Routes, type Interaction } from "discord.js";
import { readFile } from "node:fs/promises";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { startPlayground, type Playground } from "../../src/playground/playground.ts";
import { browserIsHere, openBrowser } from "./browser.ts";
import { channel, register } from "./support.ts";

const day = 86_400_000;

const commands = [
  { name: "import", description: "Reads a transcript", options: [{ type: 11, name: "transcript", description: "The file", required: true }] },
  { name: "note", description: "Asks for a note" },
  { name: "choose", description: "Asks for choices" },
  { name: "export", description: "Gives a file" },
  { type: 3, name: "Report a misquote" },
  { type: 3, name: "Hide this quote", default_member_permissions: "32", contexts: [0] },
];

const words = "Q: Why?\nA: Ради света.\n";

const note = { custom_id: "note", title: "A note", components: [{ type: 18, label: "Words", component: { type: 4, custom_id: "words", style: 2 } }] };

const options = ["Beanpole", "Closeness", "Butterfly Jam"].map((label, index) => ({ label, value: `${index}` }));
const choices = {
  custom_id: "choices",
  title: "Your choices",
  components: [
    { type: 18, label: "Film", component: { type: 3, custom_id: "film", options } },
    { type: 18, label: "Others", component: { type: 3, custom_id: "others", options, max_values: 3, required: false } },
  ],
};

async function answer(interaction: Interaction): Promise<void> {
  if (interaction.isMessageContextMenuCommand()) await interaction.showModal({ ...note, title: interaction.targetMessage.content });
  if (interaction.isModalSubmit() && interaction.customId === "choices") {
    const [film, others] = ["film", "others"].map((id) => interaction.fields.getStringSelectValues(id).join("+"));
    await interaction.reply(`film ${film}, others ${others}`);
  } else if (interaction.isModalSubmit()) await interaction.reply(interaction.fields.getTextInputValue("words"));
  if (!interaction.isChatInputCommand()) return;
  if (interaction.commandName === "note") await interaction.showModal(note);
  else if (interaction.commandName === "choose") await interaction.showModal(choices);
  else if (interaction.commandName === "export") await interaction.reply({ files: [new AttachmentBuilder(Buffer.from(words), { name: "interview.md" })], flags: MessageFlags.Ephemeral });
  else await interaction.reply(`Read ${interaction.options.getAttachment("transcript", true).name}`);
}

/** Runs in the page: what pasting does to an element. */
const paste = (element: Element, clipboardData: DataTransfer) => element.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));

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
    await expect.poll(() => lastMessage().getAttribute("highlight")).toBeNull();
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

  /** What a hand holds while it drags files, or a clipboard with files in it. */
  const holding = async (...names: string[]) =>
    page.evaluateHandle((all) => {
      const data = new DataTransfer();
      for (const name of all) data.items.add(new File(["Q: Why?"], name));
      return data;
    }, names);
  const beginImport = async () => {
    await box().click();
    await page.keyboard.type("/import ");
    await page.getByText("Choose or drop a file").waitFor();
  };

  it("a file is dropped into a command", async () => {
    await beginImport();
    await page.keyboard.press("Enter");
    await page.getByText("This option is required.").waitFor();
    await page.locator(".message-box").dispatchEvent("drop", { dataTransfer: await holding("interview.txt") });
    await page.getByText("interview.txt").waitFor();
    await page.keyboard.press("Enter");
    await lastMessage().getByText("Read interview.txt").waitFor();
    expect(await page.getByText("This option is required.").count()).toBe(0);
  });

  it("a file that is dropped anywhere, or pasted, comes into the command", async () => {
    await beginImport();
    await page.getByRole("log").dispatchEvent("drop", { dataTransfer: await holding("interview.srt") });
    await page.getByText("interview.srt", { exact: true }).waitFor();
    await page.keyboard.press("Enter");
    await lastMessage().getByText("Read interview.srt").waitFor();
    await beginImport();
    const clipboard = await holding("interview.docx");
    expect(await clipboard.evaluate((data) => data.files.length)).toBe(1);
    await page.locator(".chip.file input").evaluate(paste, clipboard);
    await page.getByText("interview.docx", { exact: true }).waitFor();
    await page.keyboard.press("Enter");
    await lastMessage().getByText("Read interview.docx").waitFor();
  });

  it("a file of the bot's stands there with its size, and is downloaded byte for byte", async () => {
    await box().fill("/export");
    await box().press("Enter");
    const card = lastMessage().getByRole("link", { name: "interview.md" });
    await lastMessage().getByText(`${Buffer.byteLength(words)} bytes`).waitFor();
    const [download] = await Promise.all([page.waitForEvent("download"), card.click()]);
    expect(download.suggestedFilename()).toBe("interview.md");
    expect(await readFile(await download.path(), "utf8")).toBe(words);
  });

  it("a member right-clicks on a message, and finds there what apps can do with it", async () => {
    await post("general", "So said Tarkovsky");
    await lastMessage().getByText("So said Tarkovsky").click({ button: "right" });
    const menu = page.getByRole("menu", { name: "Apps" });
    expect(await menu.getByRole("menuitem").allInnerTexts()).toEqual(["Report a misquote"]);
    await menu.getByRole("menuitem", { name: "Report a misquote" }).click();
    await page.getByRole("dialog", { name: "So said Tarkovsky" }).getByRole("textbox", { name: "Words" }).fill("He never did.");
    await page.getByRole("button", { name: "Submit" }).click();
    await lastMessage().getByText("He never did.").waitFor();
    expect(await menu.count()).toBe(0);
  });

  it("the menu works without a mouse, goes at Escape, and has more in it for a moderator", async () => {
    await sit("Maya");
    await post("general", "So said Sokurov");
    await lastMessage().getByText("So said Sokurov").waitFor();
    const more = lastMessage().getByRole("button", { name: "More" });
    await more.focus();
    await page.keyboard.press("Enter");
    const item = (name: string) => page.getByRole("menuitem", { name });
    const hasFocus = async (name: string) => item(name).evaluate((element) => element === document.activeElement);
    await item("Hide this quote").waitFor();
    expect(await hasFocus("Hide this quote")).toBe(true);
    await page.keyboard.press("ArrowDown");
    expect(await hasFocus("Report a misquote")).toBe(true);
    await page.keyboard.press("ArrowDown");
    expect(await hasFocus("Hide this quote")).toBe(true);
    await page.keyboard.press("Escape");
    await expect.poll(() => page.getByRole("menu").count()).toBe(0);
    expect(await more.evaluate((element) => element === document.activeElement)).toBe(true);
    await more.click();
    await page.getByRole("menu").waitFor();
    await page.getByRole("heading", { name: "general", level: 1 }).click();
    await expect.poll(() => page.getByRole("menu").count()).toBe(0);
  });

  it("the button that opens it covers no word of its message, however long the lines", async () => {
    const words = "And the line goes on to the very end of the room, and on. ".repeat(6);
    playground.sit("Ada").say("#general", "Go on.");
    // The first names its author, the second does not.
    const [first, second] = [await post("general", words), await post("general", words)];
    for (const { id } of [first, second]) {
      const message = page.locator(`#message-${id}`);
      await message.hover();
      const text = (await message.locator(".markup").boundingBox())!;
      const more = (await message.getByRole("button", { name: "More" }).boundingBox())!;
      const whole = (await message.boundingBox())!;
      expect(more.y + more.height).toBeLessThanOrEqual(text.y);
      expect(more.y + more.height).toBeGreaterThan(whole.y);
      expect(more.x + more.width).toBeLessThanOrEqual(whole.x + whole.width);
    }
  });

  it("what goes wrong with a command from the menu stands below its message", async () => {
    await post("general", "So said nobody");
    await lastMessage().getByText("So said nobody").click({ button: "right" });
    const item = page.getByRole("menuitem", { name: "Report a misquote" });
    await item.waitFor();
    playground.faults.expel();
    await item.click();
    await lastMessage().getByRole("alert").waitFor();
    expect(await lastMessage().getByRole("alert").innerText()).toBe("The application did not respond");
    await client.destroy();
    await client.login(playground.token);
    await playground.waitUntilOnline();
  });

  it("a form takes choices, one from a menu and several where several may be made", async () => {
    await box().fill("/choose");
    await box().press("Enter");
    const form = page.getByRole("dialog", { name: "Your choices" });
    await form.getByRole("combobox", { name: "Film" }).selectOption("Closeness");
    await form.getByRole("checkbox", { name: "Beanpole" }).check();
    await form.getByRole("checkbox", { name: "Butterfly Jam" }).check();
    await page.getByRole("button", { name: "Submit" }).click();
    await lastMessage().getByText(/^film/).waitFor();
    expect(playground.sit("Ada").see("#general").at(-1)?.content).toBe("film 1, others 0+2");
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
