import { Routes, type DiscordAPIError } from "discord.js";
import { expect, test } from "vitest";
import { api, connect, open, register } from "./support.ts";

const many = <T>(count: number, make: (index: number) => T) => Array.from({ length: count }, (_, index) => make(index));
const plain = { name: "film", description: "A film" };
const text = (name: string, more: object = {}) => ({ type: 3, name, description: "x", ...more });

test("commands keep their ids while their names stay, and change their version only with their content", async () => {
  const playground = await open();
  const rest = api(playground);
  const route = Routes.applicationCommands(playground.world.bot.id);
  const [first] = (await rest.put(route, { body: [plain] })) as { id: string; version: string }[];
  const [same] = (await rest.put(route, { body: [plain] })) as { id: string; version: string }[];
  expect(same).toEqual(first);
  const changed = (await rest.post(route, { body: { ...plain, description: "Another" } })) as { id: string; version: string };
  expect(changed.id).toBe(first?.id);
  expect(changed.version).not.toBe(first?.version);
  await rest.patch(`${route}/${changed.id}`, { body: { description: "A third" } });
  expect(await rest.get(route)).toEqual([expect.objectContaining({ id: changed.id, name: "film", description: "A third" })]);
  await rest.delete(`${route}/${changed.id}` as `/${string}`);
  expect(await rest.get(route)).toEqual([]);
  await expect(rest.get(`${route}/${changed.id}` as `/${string}`)).rejects.toMatchObject({ code: 10_063 });
});

test("a server's own commands stand apart", async () => {
  const playground = await open();
  const { bot, server } = playground.world;
  await api(playground).put(Routes.applicationGuildCommands(bot.id, server.id), { body: [plain] });
  expect(await api(playground).get(Routes.applicationCommands(bot.id))).toEqual([]);
  await expect(api(playground).put(Routes.applicationGuildCommands(bot.id, "1"), { body: [] })).rejects.toMatchObject({ code: 50_001 });
});

test.each<[what: string, commands: object[], path: string, code: string]>([
  ["a name in capitals", [{ ...plain, name: "Film" }], "0.name", "APPLICATION_COMMAND_INVALID_NAME"],
  ["a name with a blank", [{ ...plain, name: "a film" }], "0.name", "APPLICATION_COMMAND_INVALID_NAME"],
  ["a name over 32", [{ ...plain, name: "x".repeat(33) }], "0.name", "BASE_TYPE_BAD_LENGTH"],
  ["no description", [{ name: "film" }], "0.description", "BASE_TYPE_REQUIRED"],
  ["a description over 100", [{ ...plain, description: "x".repeat(101) }], "0.description", "BASE_TYPE_BAD_LENGTH"],
  ["a name twice", [plain, plain], "1", "APPLICATION_COMMANDS_DUPLICATE_NAME"],
  ["26 options", [{ ...plain, options: many(26, (index) => text(`o${index}`)) }], "0.options", "BASE_TYPE_MAX_LENGTH"],
  ["an option twice", [{ ...plain, options: [text("a"), text("a")] }], "0.options.1", "APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS"],
  ["a required option after an optional one", [{ ...plain, options: [text("a"), text("b", { required: true })] }], "0.options.1", "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID"],
  ["an option of no known type", [{ ...plain, options: [{ ...text("a"), type: 12 }] }], "0.options.0.type", "NUMBER_TYPE_MAX"],
  ["suggestions beside choices", [{ ...plain, options: [text("a", { autocomplete: true, choices: [{ name: "x", value: "x" }] })] }], "0.options.0.autocomplete", "APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_INVALID"],
  ["26 choices", [{ ...plain, options: [text("a", { choices: many(26, (index) => ({ name: `${index}`, value: `${index}` })) })] }], "0.options.0.choices", "BASE_TYPE_MAX_LENGTH"],
  ["a choice of another type", [{ ...plain, options: [text("a", { choices: [{ name: "x", value: 1 }] })] }], "0.options.0.choices.0.value", "APPLICATION_COMMAND_OPTIONS_CHOICE_TYPE_INVALID"],
  ["a context that doesn't exist", [{ ...plain, contexts: [3] }], "0.contexts.0", "BASE_TYPE_CHOICES"],
  ["an integration type that doesn't exist", [{ ...plain, integration_types: [2] }], "0.integration_types.0", "BASE_TYPE_CHOICES"],
  ["more than 8000 characters", [{ ...plain, options: many(25, (index) => text(`o${index}`, { choices: many(5, (n) => ({ name: `${n}`.repeat(99), value: `${n}` })) })) }], "0", "APPLICATION_COMMAND_TOO_LARGE"],
])("registering %s is refused", async (_what, commands, path, code) => {
  const playground = await open();
  const route = Routes.applicationCommands(playground.world.bot.id);
  const error = await api(playground).put(route, { body: commands }).then(() => undefined, (reason: DiscordAPIError) => reason);
  expect(error?.code).toBe(50_035);
  const errors: unknown = error && "errors" in error.rawError ? error.rawError.errors : undefined;
  const place = path.split(".").reduce<unknown>((node, step) => (node as Record<string, unknown>)[step], errors);
  expect(place).toEqual({ _errors: [expect.objectContaining({ code })] });
  expect(await api(playground).get(route)).toEqual([]);
});

test("a hundred commands are the most", async () => {
  const playground = await open();
  const tooMany = many(101, (index) => ({ ...plain, name: `c${index}` }));
  await expect(register(playground, ...tooMany)).rejects.toMatchObject({ code: 30_032 });
  await register(playground, ...tooMany.slice(1));
});

test("a member gives a command what it takes, and nothing else", async () => {
  const playground = await open();
  await register(playground, {
    ...plain,
    options: [
      text("title", { required: true, min_length: 2, max_length: 5 }),
      text("mood", { choices: [{ name: "Sad", value: "s" }] }),
      { type: 4, name: "year", description: "x", min_value: 1895, max_value: 2030 },
      { type: 10, name: "score", description: "x" },
      { type: 5, name: "private", description: "x" },
      { type: 6, name: "who", description: "x" },
      { type: 7, name: "where", description: "x", channel_types: [0] },
      { type: 8, name: "role", description: "x" },
      { type: 11, name: "file", description: "x" },
    ],
  });
  await connect(playground, async (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    const { options } = interaction;
    const got = [options.getString("title"), options.getString("mood"), options.getInteger("year"), options.getNumber("score"), options.getBoolean("private"), options.getUser("who")?.username, options.getChannel("where")?.name, options.getRole("role")?.name];
    const file = options.getAttachment("file");
    const body = file ? await (await fetch(file.url)).text() : "";
    await interaction.reply(`${got.join(" ")} ${file?.name} ${body}`);
  });
  const ada = playground.sit("Ada");
  const run = async (options: Parameters<typeof ada.run>[2]) => (await ada.run("#general", "/film", options)).text;
  expect(await run({})).toBe('"title" is required.');
  expect(await run({ title: "" })).toBe('"title" is required.');
  expect(await run({ title: "x" })).toBe('"title" must be at least 2 characters long.');
  expect(await run({ title: "xxxxxx" })).toBe('"title" must be 5 characters or fewer.');
  expect(await run({ title: 7 })).toBe('"title" must be text.');
  expect(await run({ titel: "ab" })).toBe('There is no option "titel".');
  expect(await run({ title: "ab", mood: "glad" })).toBe('"mood" must be one of: Sad.');
  expect(await run({ title: "ab", year: "soon" })).toBe('"year" must be a number.');
  expect(await run({ title: "ab", year: 1.5 })).toBe('"year" must be a whole number.');
  expect(await run({ title: "ab", year: 1894 })).toBe('"year" must be 1895 or more.');
  expect(await run({ title: "ab", year: 2031 })).toBe('"year" must be 2030 or less.');
  expect(await run({ title: "ab", private: "perhaps" })).toBe('"private" must be true or false.');
  expect(await run({ title: "ab", who: "Nobody" })).toBe('"who" must be someone in the server.');
  expect(await run({ title: "ab", where: "#nowhere" })).toBe('"where" must be a channel of the right kind.');
  expect(await run({ title: "ab", file: "a.txt" })).toBe('"file" must be a file.');
  const file = { name: "a.txt", type: "text/plain", bytes: new TextEncoder().encode("hello") };
  const all = { title: "ab", mood: "Sad", year: "2019", score: 7.5, private: true, who: "Emil", where: "#film-club", role: "Projectionist", file };
  expect(await run(all)).toBe("Intertitle:\nab s 2019 7.5 true emil film-club Projectionist a.txt hello");
  expect((await ada.run("#general", "/flim")).text).toBe("There is no command /flim.");
});

test("a command may be typed, subcommands and all", async () => {
  const playground = await open();
  await register(playground, {
    name: "daily",
    description: "x",
    options: [
      { type: 1, name: "set", description: "x", options: [text("at"), text("zone")] },
      { type: 2, name: "show", description: "x", options: [{ type: 1, name: "all", description: "x" }] },
    ],
  });
  await connect(playground, async (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    const { options, commandName } = interaction;
    const read = (name: string) => (options.getSubcommand() === "set" ? options.getString(name) : null);
    await interaction.reply(`${commandName} ${options.getSubcommandGroup()} ${options.getSubcommand()} ${read("at")} ${read("zone")}`);
  });
  const ada = playground.sit("Ada");
  expect((await ada.type("#general", "/daily set at: 9:30 or so zone: Asia/Tokyo")).text).toContain("daily null set 9:30 or so Asia/Tokyo");
  expect((await ada.type("#general", "/daily set nine")).text).toContain("daily null set nine null");
  expect((await ada.type("#general", "/daily show all")).text).toContain("daily show all null null");
  expect((await ada.type("#general", "/daily")).text).toBe("Which part of /daily? set, show");
  expect((await ada.type("#general", "/daily show all too")).text).toBe("/daily show all takes no options.");
});

test("who may not use a command neither sees it nor runs it", async () => {
  const playground = await open();
  await register(playground, { ...plain, default_member_permissions: "32" }, { name: "secret", description: "x", default_member_permissions: "0" }, { name: "here", description: "x", contexts: [0] }, { name: "dm", description: "x", contexts: [1] });
  await connect(playground, async (interaction) => {
    if (interaction.isChatInputCommand()) await interaction.reply(`context ${interaction.context}, ${interaction.memberPermissions?.has("ManageGuild") ?? "no server"}`);
  });
  const ada = playground.sit("Ada");
  const maya = playground.sit("Maya");
  expect((await ada.run("#general", "/film")).text).toBe("You do not have permission to use this command.");
  expect((await maya.run("#general", "/film")).text).toBe("Intertitle:\ncontext 0, true");
  expect((await maya.run("#general", "/secret")).text).toBe("You do not have permission to use this command.");
  expect((await ada.run("#general", "/here")).text).toContain("context 0, false");
  expect((await ada.run("@Intertitle", "/here")).text).toBe("/here can't be used here.");
  expect((await ada.run("@Intertitle", "/dm")).text).toBe("Intertitle:\ncontext 1, no server");
  expect((await ada.run("#general", "/dm")).text).toBe("/dm can't be used here.");
  expect((await ada.run("#projection-booth", "/here")).text).toBe("You see no channel #projection-booth.");
});
