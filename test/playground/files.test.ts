import { AttachmentBuilder, MessageFlags, Routes, type Attachment, type Interaction } from "discord.js";
import { expect, test } from "vitest";
import { api, channel, connect, open, register } from "./support.ts";

const words = "Q: Warum?\nA: Деревья не спрашивают.\n";
const transcript = () => new AttachmentBuilder(Buffer.from(words), { name: "interview.md", description: "The transcript" });

async function answerWith(handle: (interaction: Interaction) => Promise<unknown>) {
  const playground = await open();
  await register(playground, { name: "export", description: "x" }, { name: "import", description: "x", options: [{ type: 11, name: "file", description: "x", required: true }] });
  const { errors } = await connect(playground, handle);
  return { playground, errors, ada: playground.sit("Ada") };
}

/** A form as some other library than discord.js might send it, to #general. */
async function postForm(playground: Awaited<ReturnType<typeof open>>, parts: [name: string, value: string | Blob][]) {
  const body = new FormData();
  for (const [name, value] of parts) body.append(name, value);
  const url = `${playground.apiUrl}/v10/channels/${channel(playground, "general")}/messages`;
  const response = await fetch(url, { method: "POST", headers: { authorization: `Bot ${playground.token}` }, body });
  return { status: response.status, text: await response.text() };
}

test("the bot answers with a file, which a member downloads and hands back, byte for byte", async () => {
  const { ada } = await answerWith(async (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    if (interaction.commandName === "export") await interaction.reply({ content: "Here.", files: [transcript()], flags: MessageFlags.Ephemeral });
    else await interaction.reply(await (await fetch(interaction.options.getAttachment("file", true).url)).text());
  });
  const { message, text } = await ada.run("#film-club", "/export");
  expect(text).toContain("(file: interview.md)");
  const [attachment] = message!.attachments;
  expect(attachment).toMatchObject({ filename: "interview.md", size: Buffer.byteLength(words), content_type: "text/markdown; charset=utf-8", description: "The transcript", ephemeral: true });
  const file = await ada.download(attachment!);
  expect(file).toMatchObject({ name: "interview.md", type: "text/markdown; charset=utf-8" });
  expect(Buffer.from(file.bytes).toString()).toBe(words);
  expect((await ada.run("#film-club", "/import", { file })).message?.content).toBe(words.trim());
});

test("a file comes with an edit of a deferred answer, with a follow-up, and with what a channel gets", async () => {
  const { ada, playground } = await answerWith(async (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    await interaction.deferReply();
    await interaction.editReply({ content: "first", files: [transcript()] });
    await interaction.followUp({ content: "second", files: [transcript().setName("again.txt")] });
  });
  expect((await ada.run("#film-club", "/export")).message?.attachments).toMatchObject([{ filename: "interview.md" }]);
  const second = await ada.waitFor("#film-club", ({ content }) => content === "second");
  expect(second.attachments).toMatchObject([{ filename: "again.txt", content_type: "text/plain; charset=utf-8" }]);
  await api(playground).post(Routes.channelMessages(channel(playground, "general")), { files: [{ name: "post.srt", data: Buffer.from("1") }], body: { content: "third" } });
  expect(ada.see("#general")[0]?.attachments).toMatchObject([{ filename: "post.srt", content_type: "application/x-subrip" }]);
});

test("an edit keeps the files that it lists, and those that it drops are gone", async () => {
  const sent: Attachment[] = [];
  const { ada } = await answerWith(async (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    const { resource } = await interaction.reply({ files: [transcript(), transcript().setName("other.md")], withResponse: true });
    sent.push(...(resource?.message?.attachments.values() ?? []));
    await interaction.editReply({ attachments: sent.slice(0, 1), files: [transcript().setName("third.md")] });
    await interaction.followUp("done");
  });
  const { message } = await ada.run("#film-club", "/export");
  await ada.waitFor("#film-club", ({ content }) => content === "done");
  expect(ada.look(message!)?.attachments.map(({ filename }) => filename)).toEqual(["interview.md", "third.md"]);
  expect((await ada.download(sent[0]!)).name).toBe("interview.md");
  await expect(ada.download(sent[1]!)).rejects.toThrow("That file is gone.");
});

test("a text that isn't UTF-8 is not said to be, and what the name doesn't tell, the sender does", async () => {
  const playground = await open();
  const latin = Buffer.from("caf\u00E9", "latin1");
  const files = [{ name: "latin.txt", data: latin, contentType: "text/plain; charset=utf-8" }, { name: "reel", data: Buffer.from("x"), contentType: "video/x-reel" }];
  await api(playground).post(Routes.channelMessages(channel(playground, "general")), { files });
  expect(playground.sit("Ada").see("#general")[0]?.attachments.map(({ content_type: type }) => type)).toEqual(["text/plain", "video/x-reel"]);
});

test("an attachment that is listed and didn't come is refused, as an answer and as a post", async () => {
  const { ada, playground, errors } = await answerWith(async (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    const data = { content: "x", attachments: [{ id: "0", filename: "a.txt" }] };
    await interaction.client.rest.post(`/interactions/${interaction.id}/${interaction.token}/callback`, { auth: false, body: { type: 4, data } }).catch((error: unknown) => errors.push(error));
    await interaction.reply("fine");
    await interaction.editReply({ attachments: [{ id: "1", description: "x" }] }).catch((error: unknown) => errors.push(error));
    await interaction.followUp("done");
  });
  await ada.run("#film-club", "/export");
  await ada.waitFor("#film-club", ({ content }) => content === "done");
  expect(errors.map(String)).toEqual([
    expect.stringContaining("data.attachments[0][ATTACHMENT_NOT_FOUND]: Attachment data not found"),
    expect.stringContaining("attachments[0][ATTACHMENT_NOT_FOUND]"),
  ]);
  const posted = api(playground).post(Routes.channelMessages(channel(playground, "general")), { body: { content: "x", attachments: [{ id: "7" }] } });
  await expect(posted).rejects.toMatchObject({ code: 50_035 });
});

test.for<[string, [string, string | Blob][], string]>([
  ["a part of another name", [["file", new Blob(["x"])]], "PLAYGROUND_UNKNOWN_PART"],
  ["a text beside the JSON", [["payload_json", "{}"], ["content", "hello"]], "PLAYGROUND_UNKNOWN_PART"],
  ["two files of one number", [["files[0]", new Blob(["x"])], ["files[0]", new Blob(["y"])]], "PLAYGROUND_PART_TWICE"],
  ["eleven files", Array.from({ length: 11 }, (_, index) => [`files[${index}]`, new Blob(["x"])]), "BASE_TYPE_MAX_LENGTH"],
])("a form with %s is refused", async ([, parts, code]) => {
  const playground = await open();
  const { status, text } = await postForm(playground, parts);
  expect([status, JSON.parse(text)]).toMatchObject([400, { code: 50_035 }]);
  expect(text).toContain(code);
  expect(playground.sit("Ada").see("#general")).toEqual([]);
});

test("a form of nothing but ten files is a message, and an eleventh doesn't join them", async () => {
  const playground = await open();
  const ten = Array.from({ length: 10 }, (_, index): [string, Blob] => [`files[${index}]`, new Blob([`${index}`])]);
  expect((await postForm(playground, ten)).status).toBe(200);
  const [message] = playground.sit("Ada").see("#general");
  expect(message?.attachments).toHaveLength(10);
  const edit = api(playground).patch(Routes.channelMessage(message!.channel_id, message!.id), { files: [{ name: "x", data: "x" }], body: {} });
  await expect(edit).rejects.toMatchObject({ code: 50_035 });
});

test("a file that a message took with it cannot be had any more", async () => {
  const { ada, playground } = await answerWith(async (interaction) => interaction.isChatInputCommand() && interaction.reply({ files: [transcript()] }));
  const { message } = await ada.run("#film-club", "/export");
  playground.faults.deleteMessage(message!);
  await expect(ada.download(message!.attachments[0]!)).rejects.toThrow("That file is gone.");
});
