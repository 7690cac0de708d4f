import { ActionRowBuilder, ButtonBuilder, ButtonStyle, MessageFlags, MessageType, ModalBuilder, StringSelectMenuBuilder, TextInputBuilder, TextInputStyle, type Interaction } from "discord.js";
import { expect, test } from "vitest";
import { clock, connect, gate, open, register } from "./support.ts";

const quote = {
  name: "quote",
  description: "A quote",
  options: [{ type: 3 as const, name: "about", description: "What about", autocomplete: true }],
};
const another = new ButtonBuilder().setCustomId("another").setLabel("Another").setStyle(ButtonStyle.Primary);
const row = new ActionRowBuilder<ButtonBuilder>().addComponents(another);

const button = (id: string) => new ButtonBuilder().setCustomId(id).setLabel(id).setStyle(ButtonStyle.Secondary);

async function answerWith(handle: (interaction: Interaction) => Promise<unknown>, options = {}) {
  const playground = await open(options);
  await register(playground, quote);
  const { errors } = await connect(playground, handle);
  return { playground, errors, ada: playground.sit("Ada") };
}

test("a member runs a command and reads the bot's reply", async () => {
  const { ada, playground } = await answerWith(async (interaction) => {
    if (interaction.isChatInputCommand()) await interaction.reply(`You asked about ${interaction.options.getString("about")}.`);
  });
  const { outcome, text } = await ada.type("#film-club", "/quote about: freedom and light");
  expect(outcome).toEqual({ kind: "answered" });
  expect(text).toBe("Intertitle:\nYou asked about freedom and light.");
  expect(playground.sit("Emil").see("#film-club")).toHaveLength(1);
  expect(ada.see("#general")).toHaveLength(0);
  expect(playground.missing).toEqual([]);
});

test("suggestions come while a member types", async () => {
  const { ada } = await answerWith(async (interaction) => {
    if (interaction.isAutocomplete()) await interaction.respond([{ name: `${interaction.options.getFocused()}dom`, value: "1" }]);
  });
  expect(await ada.complete("#film-club", "/quote", { about: "free" }, "about")).toEqual([{ name: "freedom", value: "1" }]);
});

test("a button changes the message that it stands under, for everybody", async () => {
  const { ada, playground } = await answerWith(async (interaction) => {
    if (interaction.isChatInputCommand()) await interaction.reply({ content: "one", components: [row] });
    if (interaction.isButton()) await interaction.update({ content: `two, for ${interaction.user.displayName}` });
  });
  const { message } = await ada.run("#film-club", "/quote");
  const emil = playground.sit("Emil");
  expect((await emil.press(message!, "Another")).text).toBe("Intertitle:\ntwo, for Emil\n[Another]");
  expect(ada.look(message!)?.content).toBe("two, for Emil");
});

test("a deferred answer is waited for, and a later edit is seen", async () => {
  const later = gate();
  const { ada } = await answerWith(async (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    await interaction.deferReply();
    await interaction.editReply("here it is");
    await later.opened;
    await interaction.editReply("here it is, corrected");
  });
  const { text, message } = await ada.run("#film-club", "/quote");
  expect(text).toBe("Intertitle:\nhere it is");
  expect(message?.edited_timestamp).toBeNull();
  later.open();
  await ada.waitFor("#film-club", ({ content }) => content.endsWith("corrected"));
});

test("who doesn't wait for a deferred answer sees the bot thinking", async () => {
  const later = gate();
  const { playground, ada } = await answerWith(async (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    await interaction.deferReply();
    await later.opened;
    await interaction.deleteReply();
  });
  const hasty = playground.sit("Emil", "acknowledged");
  expect((await hasty.run("#film-club", "/quote")).text).toContain("(thinking)");
  later.open();
  await expect.poll(() => ada.see("#film-club")).toEqual([]);
});

test("a component may be deferred, too, and changes its message later", async () => {
  const { ada } = await answerWith(async (interaction) => {
    if (interaction.isChatInputCommand()) await interaction.reply({ content: "one", components: [row] });
    if (!interaction.isButton()) return;
    await interaction.deferUpdate();
    await interaction.editReply("two");
    await interaction.followUp({ content: "and by the way", flags: MessageFlags.Ephemeral });
  });
  const { message } = await ada.run("#film-club", "/quote");
  expect((await ada.press(message!, "another")).text).toContain("two");
  const aside = await ada.waitFor("#film-club", ({ content }) => content === "and by the way");
  expect(aside.ephemeral).toBe(true);
});

test("a follow-up straight after a deferral takes its place", async () => {
  const { ada } = await answerWith(async (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    await interaction.deferReply();
    await interaction.followUp("here");
  });
  expect((await ada.run("#film-club", "/quote")).text).toBe("Intertitle:\nhere");
  expect(ada.see("#film-club")).toHaveLength(1);
});

test("an ephemeral message is for one person's eyes, works while it is there, and is gone for good when dismissed", async () => {
  const { ada, playground } = await answerWith(async (interaction) => {
    if (interaction.isChatInputCommand()) await interaction.reply({ content: "psst", components: [row], flags: MessageFlags.Ephemeral });
    if (interaction.isButton()) await interaction.update("psst!");
  });
  const { message, text } = await ada.run("#film-club", "/quote");
  expect(text).toBe("Intertitle:\n(only you can see this)\npsst\n[Another]");
  const emil = playground.sit("Emil");
  expect(emil.see("#film-club")).toEqual([]);
  expect(emil.look(message!)).toBeUndefined();
  expect((await emil.press(message!, "Another")).outcome).toEqual({ kind: "failed", reason: "That message is gone." });
  expect((await ada.press(message!, "Another")).text).toContain("psst!");
  ada.dismiss(message!);
  expect(ada.see("#film-club")).toEqual([]);
  expect((await ada.press(message!, "Another")).outcome.kind).toBe("failed");
});

test("a modal opens, is checked, and is sent in", async () => {
  const input = new TextInputBuilder().setCustomId("why").setLabel("Why").setStyle(TextInputStyle.Short).setMinLength(3).setMaxLength(5);
  const modal = new ModalBuilder().setCustomId("m").setTitle("Tell us").addComponents(new ActionRowBuilder<TextInputBuilder>().addComponents(input));
  const { ada, playground } = await answerWith(async (interaction) => {
    if (interaction.isChatInputCommand()) await interaction.showModal(modal);
    if (interaction.isModalSubmit()) await interaction.reply(`Because ${interaction.fields.getTextInputValue("why")}`);
  });
  const opened = await ada.run("#film-club", "/quote");
  expect(opened.text).toBe("Tell us");
  expect((await ada.submit(opened, { why: "" })).text).toBe('"Why" is required.');
  expect((await ada.submit(opened, { why: "ab" })).text).toBe('"Why" must be at least 3 characters long.');
  expect((await ada.submit(opened, { why: "abcdef" })).text).toBe('"Why" must be 5 characters or fewer.');
  expect((await ada.submit(opened, { who: "abc" })).text).toBe('The modal has no field "who".');
  expect((await playground.sit("Emil").submit(opened, { why: "abc" })).text).toBe("There is no such modal open.");
  expect((await ada.submit(opened, { why: "love" })).text).toBe("Intertitle:\nBecause love");
});

test("a form may have menus, too, and takes from them what they let one choose", async () => {
  const options = ["Beanpole", "Closeness", "Butterfly Jam"].map((label) => ({ label, value: label.toLowerCase() }));
  const menu = (custom_id: string, more: object) => ({ type: 18, label: custom_id, component: { type: 3, custom_id, options, ...more } });
  const parts = [menu("film", {}), menu("others", { min_values: 2, max_values: 2, required: false }), menu("kept", { options: [{ ...options[0], default: true }] })];
  const { ada } = await answerWith(async (interaction) => {
    if (interaction.isChatInputCommand()) await interaction.showModal({ custom_id: "m", title: "Choose", components: parts });
    if (interaction.isModalSubmit()) await interaction.reply(["film", "others", "kept"].map((id) => interaction.fields.getStringSelectValues(id).join("+")).join(" / "));
  });
  const opened = await ada.run("#film-club", "/quote");
  const say = async (fields: Record<string, string | string[]>) => (await ada.submit(opened, fields)).text;
  expect(await say({})).toBe('"film" is required.');
  expect(await say({ film: ["Beanpole", "Closeness"] })).toBe('"film": choose 1.');
  expect(await say({ film: "Beanpole", others: ["Closeness"] })).toBe('"others": choose 2.');
  expect(await say({ film: "Solaris" })).toBe('"Solaris" is not in "film".');
  expect(await say({ film: "Beanpole", others: ["Closeness", "butterfly jam"] })).toBe("Intertitle:\nbeanpole / closeness+butterfly jam / beanpole");
  expect(await say({ film: "Closeness" })).toBe("Intertitle:\ncloseness /  / beanpole");
});

test("a menu takes what is in it, and no more than it lets one choose", async () => {
  const menu = new StringSelectMenuBuilder().setCustomId("film").setPlaceholder("Which film?").addOptions({ label: "Beanpole", value: "b" }, { label: "Closeness", value: "c" });
  const { ada } = await answerWith(async (interaction) => {
    if (interaction.isChatInputCommand()) await interaction.reply({ components: [new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(menu)] });
    if (interaction.isStringSelectMenu()) await interaction.update({ content: interaction.values.join(), components: [] });
  });
  const { message, text } = await ada.run("#film-club", "/quote");
  expect(text).toBe("Intertitle:\n<Which film?: Beanpole | Closeness>");
  expect((await ada.choose(message!, "Solaris")).text).toBe('"Solaris" is not in that menu.');
  expect((await ada.choose(message!, ["b", "c"])).text).toBe("Choose 1.");
  expect((await ada.choose(message!, "Closeness")).text).toBe("Intertitle:\nc");
});

test("a button or menu that is disabled, a link, and one that isn't there cannot be pressed", async () => {
  const link = new ButtonBuilder().setLabel("Read").setStyle(ButtonStyle.Link).setURL("https://films.example/");
  const buttons = [button("Off").setDisabled(true), link, button("a").setLabel("Twice"), button("b").setLabel("Twice")];
  const menu = new StringSelectMenuBuilder().setCustomId("menu").addOptions({ label: "x", value: "x" }).setDisabled(true);
  const rows = [new ActionRowBuilder<ButtonBuilder>().addComponents(buttons), new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(menu)];
  const { ada, playground } = await answerWith(async (interaction) => {
    if (interaction.isChatInputCommand()) await interaction.reply({ components: rows });
    else if (interaction.isMessageComponent()) await interaction.reply("pressed");
  });
  const { message } = await ada.run("#film-club", "/quote");
  expect((await ada.press(message!, "Off")).text).toBe('The button "Off" is disabled.');
  expect((await ada.press(message!, "Read")).text).toBe('The button "Read" is a link.');
  expect((await ada.press(message!, "Twice")).text).toBe('There is more than one button "Twice" here.');
  expect((await ada.press(message!, "Nothing")).text).toBe('There is no button "Nothing" here.');
  expect((await ada.choose(message!, "x")).text).toBe("That menu is disabled.");
  expect((await ada.press(ada.say("#film-club", "mine"), "x")).text).toBe('There is no button "x" here.');
  expect(playground.sit("Emil").see("#film-club").map(({ content }) => content)).toEqual(["", "mine"]);
  expect((await ada.press(message!, "b")).text).toContain("pressed");
});

test("an answer after three seconds is refused as unknown, and the member reads that nobody responded", async () => {
  const time = clock();
  const asked = gate();
  const wait = gate();
  const { ada, errors } = await answerWith(async (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    asked.open();
    await wait.opened;
    await interaction.reply("too late");
  }, { now: time.now });
  const answer = ada.run("#film-club", "/quote");
  await asked.opened;
  time.pass(3001);
  wait.open();
  expect((await answer).outcome).toEqual({ kind: "failed", reason: "The application did not respond" });
  await expect.poll(() => errors).toEqual([expect.objectContaining({ code: 10_062, status: 404 })]);
  expect(ada.see("#film-club")).toEqual([]);
});

test("a bot that says nothing is given three seconds", async () => {
  const { ada } = await answerWith(async () => undefined);
  const suggestions = ada.complete("#film-club", "/quote", { about: "x" }, "about");
  const [answer] = await Promise.all([ada.run("#film-club", "/quote"), expect(suggestions).rejects.toThrow("Loading options failed.")]);
  expect(answer.text).toBe("The application did not respond");
});

test("with no bot there, a member needn't wait to hear so", async () => {
  const playground = await open();
  await register(playground, quote);
  expect((await playground.sit("Ada").run("#film-club", "/quote")).text).toBe("The application did not respond");
});

test("a second acknowledgement is refused", async () => {
  const { ada, errors } = await answerWith(async (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    await interaction.reply("one");
    interaction.replied = false;
    await interaction.reply("two");
  });
  expect((await ada.run("#film-club", "/quote")).text).toContain("one");
  await expect.poll(() => errors).toEqual([expect.objectContaining({ code: 40_060 })]);
  expect(ada.see("#film-club")).toHaveLength(1);
});

test("a refused answer may be mended within the three seconds", async () => {
  const { ada } = await answerWith(async (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    await interaction.reply("x".repeat(2001)).catch(async () => interaction.reply("short"));
  });
  expect((await ada.run("#film-club", "/quote")).text).toBe("Intertitle:\nshort");
});

test("a token is good for fifteen minutes and no longer, and only once acknowledged", async () => {
  const time = clock();
  const { ada, errors } = await answerWith(async (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    await interaction.webhook.editMessage("@original", "not yet").catch((error: unknown) => errors.push(error));
    await interaction.reply("one");
    time.pass(15 * 60_000);
    await interaction.editReply("two");
    time.pass(1);
    await interaction.editReply("three");
  }, { now: time.now });
  const { message } = await ada.run("#film-club", "/quote");
  await expect.poll(() => errors).toEqual([expect.objectContaining({ code: 10_015 }), expect.objectContaining({ code: 50_027, status: 401 })]);
  expect(ada.look(message!)?.content).toBe("two");
});

test("an answer of the wrong kind is refused", async () => {
  const { ada, errors } = await answerWith(async (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    await interaction.client.rest
      .post(`/interactions/${interaction.id}/${interaction.token}/callback`, { auth: false, body: { type: 7, data: { content: "x" } } })
      .catch((error: unknown) => errors.push(error));
    await interaction.reply("fine");
  });
  expect((await ada.run("#film-club", "/quote")).text).toContain("fine");
  expect(errors).toEqual([expect.objectContaining({ code: 50_035 })]);
});

test("a press on an old message reaches a bot that was started anew", async () => {
  const playground = await open();
  await register(playground, quote);
  const first = await connect(playground, async (interaction) => {
    if (interaction.isChatInputCommand()) await interaction.reply({ content: "one", components: [row] });
  });
  const ada = playground.sit("Ada");
  const { message } = await ada.run("#film-club", "/quote");
  await first.client.destroy();
  await connect(playground, async (interaction) => {
    if (interaction.isButton()) await interaction.update(`${interaction.message.content}, two`);
  });
  expect((await ada.press(message!, "Another")).text).toContain("one, two");
});

test("the bot learns the message that it sent, when it asks", async () => {
  const { ada } = await answerWith(async (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    const { resource } = await interaction.reply({ content: "one", withResponse: true });
    const fetched = await interaction.fetchReply();
    await interaction.followUp(`${resource?.message?.id === fetched.id} ${fetched.content}`);
  });
  await ada.run("#film-club", "/quote");
  expect((await ada.waitFor("#film-club", ({ type }) => type === MessageType.Reply)).content).toBe("true one");
});
