import { ActionRowBuilder, ButtonBuilder, ButtonStyle, EmbedBuilder, MessageFlags, MessageType, ModalBuilder, Routes, TextInputBuilder, TextInputStyle, type Interaction, type Message } from "discord.js";
import { expect, test } from "vitest";
import type { Playground } from "../../src/playground/playground.ts";
import { api, channel, connect, open, register } from "./support.ts";

const report = { type: 3, name: "Report a misquote" };
const button = new ButtonBuilder().setCustomId("quote/7").setLabel("Another").setStyle(ButtonStyle.Secondary);
const quote = {
  embeds: [new EmbedBuilder().setTitle("On freedom").setDescription("It is a long road.")],
  components: [new ActionRowBuilder<ButtonBuilder>().addComponents(button)],
};

async function answerWith(handle: (interaction: Interaction) => Promise<unknown>, command: object = report) {
  const playground = await open();
  await register(playground, command, { name: "quote", description: "A quote" });
  const { errors } = await connect(playground, handle);
  return { playground, errors, ada: playground.sit("Ada") };
}

const menu = (count: number, type: number) => Array.from({ length: count }, (_, index) => ({ type, name: `Do ${index}` }));
const route = ({ world }: Playground) => Routes.applicationCommands(world.bot.id);

test("a member runs a command from a message's menu, and the bot is handed that message with all that is in it", async () => {
  const targets: Message[] = [];
  const { ada, playground } = await answerWith(async (interaction) => {
    if (interaction.isChatInputCommand()) await interaction.reply(quote);
    if (!interaction.isMessageContextMenuCommand()) return;
    targets.push(interaction.targetMessage);
    await interaction.reply(`Reported: ${interaction.targetMessage.embeds[0]?.title}`);
  });
  const { message } = await ada.run("#film-club", "/quote");
  const answer = await playground.sit("Emil").runOn(message!, "Report a misquote");
  expect(answer.text).toBe("Intertitle:\nReported: On freedom");
  expect(targets[0]).toMatchObject({ id: message?.id, embeds: [{ description: "It is a long road." }], components: [{ components: [{ customId: "quote/7" }] }] });
  expect(answer.message).toMatchObject({
    type: MessageType.ContextMenuCommand,
    message_reference: { message_id: message?.id },
    interaction: { name: "Report a misquote", user: { username: "emil" } },
    interaction_metadata: { target_message_id: message?.id },
  });
});

test("a member's own words can be the target, and the bot may open a form on them", async () => {
  const input = new TextInputBuilder().setCustomId("why").setLabel("Why").setStyle(TextInputStyle.Paragraph);
  const { ada } = await answerWith(async (interaction) => {
    if (interaction.isMessageContextMenuCommand()) {
      const modal = new ModalBuilder().setCustomId(`report/${interaction.targetId}`).setTitle(interaction.targetMessage.content);
      await interaction.showModal(modal.addComponents(new ActionRowBuilder<TextInputBuilder>().addComponents(input)));
    }
    if (interaction.isModalSubmit()) await interaction.reply({ content: `${interaction.customId}: ${interaction.fields.getTextInputValue("why")}`, flags: MessageFlags.Ephemeral });
  });
  const said = ada.say("#film-club", "So said Tarkovsky");
  const opened = await ada.runOn(said, "Report a misquote");
  expect(opened.text).toBe("So said Tarkovsky");
  expect((await ada.submit(opened, { why: "He never did." })).text).toBe(`Intertitle:\n(only you can see this)\nreport/${said.id}: He never did.`);
});

test("an answer that only one member sees can be that member's target, and nobody else's", async () => {
  const flags: unknown[] = [];
  const { ada, playground } = await answerWith(async (interaction) => {
    if (interaction.isChatInputCommand()) await interaction.reply({ ...quote, flags: MessageFlags.Ephemeral });
    if (!interaction.isMessageContextMenuCommand()) return;
    flags.push(interaction.targetMessage.flags.has(MessageFlags.Ephemeral));
    await interaction.reply({ content: interaction.targetMessage.embeds[0]?.title ?? "nothing", flags: MessageFlags.Ephemeral });
  });
  const { message } = await ada.run("#film-club", "/quote");
  expect((await ada.runOn(message!, "Report a misquote")).text).toContain("On freedom");
  expect(flags).toEqual([true]);
  expect((await playground.sit("Emil").runOn(message!, "Report a misquote")).text).toBe("That message is gone.");
});

test("a deferred answer is waited for", async () => {
  const { ada } = await answerWith(async (interaction) => {
    if (!interaction.isMessageContextMenuCommand()) return;
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    await interaction.editReply("Thank you.");
  });
  expect((await ada.runOn(ada.say("#film-club", "hm"), "Report a misquote")).text).toContain("Thank you.");
});

test("who may use it, and where, is as for a typed command", async () => {
  const { ada, playground } = await answerWith(
    async (interaction) => interaction.isMessageContextMenuCommand() && interaction.reply("done"),
    { ...report, default_member_permissions: "32", contexts: [0] },
  );
  const said = ada.say("#film-club", "hm");
  expect((await ada.runOn(said, "Report a misquote")).text).toBe("You do not have permission to use this command.");
  expect((await playground.sit("Maya").runOn(said, "Report a misquote")).text).toContain("done");
  expect((await ada.runOn(ada.say("@Intertitle", "psst"), "Report a misquote")).text).toBe(`"Report a misquote" can't be used here.`);
  playground.openCommand("Report a misquote", "Ada");
  expect((await ada.runOn(said, "Report a misquote")).text).toContain("done");
});

test("typed commands and those of a message's menu are not taken for each other", async () => {
  const { ada } = await answerWith(async () => undefined);
  const said = ada.say("#film-club", "hm");
  expect((await ada.runOn(said, "quote")).text).toBe(`There is no command "quote".`);
  expect((await ada.run("#film-club", "/Report")).text).toBe("There is no command /Report.");
  expect((await ada.runOn({ id: "1", channel_id: said.channel_id }, "Report a misquote")).text).toBe("That message is gone.");
});

test("it is kept with capitals and spaces, without a description, and may bear a typed command's name", async () => {
  const playground = await open();
  const same = { type: 3, name: "quote" };
  const typed = { name: "quote", description: "x" };
  const kept = await api(playground).put(route(playground), { body: [typed, report, same] });
  expect(kept).toMatchObject([{ type: 1 }, { type: 3, name: "Report a misquote", description: "", integration_types: [0], contexts: null }, { type: 3, name: "quote" }]);
});

test.for<[string, object, string]>([
  ["a description", { description: "x" }, "APPLICATION_COMMAND_CONTEXT_MENU_DESCRIPTION_INVALID"],
  ["options", { options: [{ type: 3, name: "x", description: "x" }] }, "APPLICATION_COMMAND_CONTEXT_MENU_OPTIONS_INVALID"],
  ["no name", { name: "" }, "BASE_TYPE_REQUIRED"],
  ["a name of spaces", { name: "   " }, "BASE_TYPE_REQUIRED"],
  ["a name over 32 characters", { name: "x".repeat(33) }, "BASE_TYPE_BAD_LENGTH"],
  ["a translated name over 32 characters", { name_localizations: { de: "x".repeat(33) } }, "BASE_TYPE_BAD_LENGTH"],
])("it is refused with %s", async ([, more, code]) => {
  const playground = await open();
  const refused = api(playground).post(route(playground), { body: { ...report, ...more } });
  await expect(refused).rejects.toMatchObject({ code: 50_035, rawError: { errors: expect.anything() as unknown } });
  await expect(refused).rejects.toThrow(code);
});

test("fifteen of a kind are the most", async () => {
  const playground = await open();
  const rest = api(playground);
  await rest.put(route(playground), { body: [...menu(15, 3), ...menu(15, 2)] });
  await expect(rest.post(route(playground), { body: report })).rejects.toMatchObject({ code: 30_032, message: "Maximum number of application commands reached (15)." });
  await expect(rest.put(route(playground), { body: menu(16, 3) })).rejects.toMatchObject({ code: 30_032 });
  await rest.post(route(playground), { body: { type: 3, name: "Do 3", default_member_permissions: "32" } });
  await rest.post(route(playground), { body: { name: "quote", description: "x" } });
});

test("what the bot posted by itself can be the target, too", async () => {
  const { ada, playground } = await answerWith(async (interaction) => interaction.isMessageContextMenuCommand() && interaction.reply(interaction.targetMessage.content));
  const { id } = (await api(playground).post(Routes.channelMessages(channel(playground, "film-club")), { body: { content: "A post" } })) as { id: string };
  expect((await ada.runOn({ id, channel_id: channel(playground, "film-club") }, "Report a misquote")).text).toBe("Intertitle:\nA post");
});
