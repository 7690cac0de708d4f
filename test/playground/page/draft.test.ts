import { ApplicationCommandOptionType, ApplicationCommandType, ChannelType, InteractionContextType } from "discord-api-types/v10";
import type { APIApplicationCommand, APIApplicationCommandOption } from "discord-api-types/v10";
import { describe, expect, it } from "vitest";
import { commandEntries, matchingEntries } from "../../../src/playground/page/commandEntries.ts";
import { addChip, eraseBefore, fillChip, finishDraft, openOptions, readDraft, readWholeCommand, takeFile, valuesSoFar } from "../../../src/playground/page/draft.ts";
import type { Draft } from "../../../src/playground/page/draft.ts";
import type { Scene } from "../../../src/playground/protocol.ts";

function option(type: ApplicationCommandOptionType, name: string, more: object = {}): APIApplicationCommandOption {
  return { type, name, description: `What ${name} is`, ...more } as APIApplicationCommandOption;
}

function command(name: string, options: APIApplicationCommandOption[] = [], more: object = {}): APIApplicationCommand {
  return { id: name, type: ApplicationCommandType.ChatInput, name, description: `Runs ${name}`, options, ...more } as APIApplicationCommand;
}

const commands = [
  command("quote", [
    option(ApplicationCommandOptionType.String, "about"),
    option(ApplicationCommandOptionType.String, "film"),
    option(ApplicationCommandOptionType.Boolean, "private"),
  ]),
  command("film", [option(ApplicationCommandOptionType.String, "title", { required: true, max_length: 20 })]),
  command("help"),
  command("daily", [
    option(ApplicationCommandOptionType.Subcommand, "add", {
      options: [
        option(ApplicationCommandOptionType.Channel, "channel", { required: true, channel_types: [ChannelType.GuildText] }),
        option(ApplicationCommandOptionType.Integer, "count", { min_value: 1, max_value: 5 }),
        option(ApplicationCommandOptionType.String, "order", { choices: [{ name: "In turn", value: "turn" }] }),
      ],
    }),
    option(ApplicationCommandOptionType.Subcommand, "list"),
  ], { contexts: [InteractionContextType.Guild] }),
  { ...command("Quote this"), type: ApplicationCommandType.Message },
];

const entries = commandEntries(commands, ChannelType.GuildText);

const scene = {
  users: [{ id: "1", username: "ada", global_name: "Ada" }],
  guild: { id: "5", roles: [] },
  channels: [
    { id: "11", type: ChannelType.GuildText, name: "general", guild_id: "5" },
    { id: "12", type: ChannelType.GuildVoice, name: "screening", guild_id: "5" },
  ],
} as unknown as Scene;

function read(line: string): Draft {
  const draft = readDraft(line, entries);
  if (!draft) throw new Error(`"${line}" is no command`);
  return draft;
}

const chipsOf = (draft: Draft): [string, string][] => draft.chips.map((chip) => [chip.option.name, chip.text]);

describe("the command picker", () => {
  it("lists subcommands as entries of their own, and only slash commands", () => {
    expect(entries.map(({ name }) => name)).toEqual(["daily add", "daily list", "film", "help", "quote"]);
  });

  it("leaves out in a direct message what is for servers only", () => {
    expect(commandEntries(commands, ChannelType.DM).map(({ name }) => name)).toEqual(["film", "help", "quote"]);
  });

  it("puts names that begin with the typed letters first, then other names, then descriptions", () => {
    expect(matchingEntries(entries, "l").map(({ name }) => name)).toEqual(["daily add", "daily list", "film", "help"]);
    expect(matchingEntries(entries, "runs f").map(({ name }) => name)).toEqual(["film"]);
    expect(matchingEntries(entries, "nothing")).toEqual([]);
  });
});

describe("typing a command as plain text", () => {
  it("puts the words into the required option", () => {
    expect(chipsOf(read("/film le quai  des brumes"))).toEqual([["title", "le quai des brumes"]]);
  });

  it("puts the words into the first string option when none is required", () => {
    expect(chipsOf(read("/quote freedom"))).toEqual([["about", "freedom"]]);
  });

  it("takes options by name, with or without a space", () => {
    expect(chipsOf(read("/quote cold light film: Closeness 2017 private:true"))).toEqual([
      ["about", "cold light"],
      ["film", "Closeness 2017"],
      ["private", "true"],
    ]);
  });

  it("waits until a name is whole", () => {
    expect(readDraft("/fil", entries)).toBeUndefined();
    expect(readDraft("/daily ", entries)).toBeUndefined();
    expect(readDraft("/filmography", entries)).toBeUndefined();
    expect(read("/daily add ").entry.subcommand).toBe("add");
  });

  it("runs at once only what needs nothing more", () => {
    expect(readWholeCommand("/help", entries, scene)?.entry.name).toBe("help");
    expect(readWholeCommand("/film", entries, scene)).toBeUndefined();
    expect(readWholeCommand("/hel", entries, scene)).toBeUndefined();
  });
});

describe("running a command", () => {
  it("says which required option is missing", () => {
    expect(finishDraft(read("/film"), scene)).toMatchObject({ problem: { option: "title" } });
  });

  it("leaves out what is empty", () => {
    expect(finishDraft(read("/quote"), scene)).toEqual({ options: {} });
  });

  it("sends what was picked rather than what it is called", () => {
    const draft = fillChip(read("/film x"), "title", "Beanpole (2019)", "beanpole");
    expect(finishDraft(draft, scene)).toEqual({ options: { title: "beanpole" } });
    expect(finishDraft(fillChip(draft, "title", "Beanpole ("), scene)).toEqual({ options: { title: "Beanpole (" } });
  });

  it("reads channels, numbers, choices and booleans", () => {
    expect(finishDraft(read("/daily add channel:#general count:3 order:in turn"), scene)).toEqual({
      options: { channel: "11", count: 3, order: "turn" },
    });
    expect(finishDraft(read("/quote private:false"), scene)).toEqual({ options: { private: false } });
  });

  it.each([
    ["/daily add channel:nowhere", "channel"],
    ["/daily add channel:screening", "channel"],
    ["/daily add channel:general count:many", "count"],
    ["/daily add channel:general count:1.5", "count"],
    ["/daily add channel:general count:6", "count"],
    ["/daily add channel:general order:backwards", "order"],
    ["/film a title of far too many letters", "title"],
  ])("refuses %j", (line, wrong) => {
    expect(finishDraft(read(line), scene)).toMatchObject({ problem: { option: wrong } });
  });

  it("asks for suggestions with the focused words as typed and without what cannot be read", () => {
    const draft = read("/daily add channel:general count:many order:in");
    expect(valuesSoFar(draft, "order", scene)).toEqual({ channel: "11", order: "in" });
  });
});

describe("editing a command", () => {
  it("offers the options that are not there yet", () => {
    expect(openOptions(read("/quote freedom")).map(({ name }) => name)).toEqual(["film", "private"]);
  });

  it("takes out an optional option, then goes back, then gives the command up", () => {
    const draft = read("/daily add channel:general count:2");
    const first = eraseBefore(draft, "count");
    expect(first && [chipsOf(first.draft), first.focused]).toEqual([[["channel", "general"]], "channel"]);
    expect(eraseBefore(draft, "")?.focused).toBe("count");
    expect(eraseBefore(draft, "channel")).toBeUndefined();
  });

  it("adds an option once", () => {
    const draft = read("/film beanpole");
    expect(addChip(draft, draft.entry.options[0] as Parameters<typeof addChip>[1])).toBe(draft);
  });
});

const names = (draft: Draft | undefined) => draft?.chips.map(({ option: { name }, text }) => [name, text]);

describe("a file for a command", () => {
  const [entry] = commandEntries(
    [
      command("import", [
        option(ApplicationCommandOptionType.Attachment, "transcript", { required: true }),
        option(ApplicationCommandOptionType.String, "title", { autocomplete: true }),
        option(ApplicationCommandOptionType.Attachment, "poster"),
      ]),
    ],
    ChannelType.GuildText,
  );
  const begun: Draft = { entry: entry!, chips: [{ option: entry!.options[0]!, text: "" }] };
  const [first, second] = [new File(["a"], "a.txt"), new File(["b"], "b.png")];

  it("goes into the first option that waits for one, and the next file into the next", () => {
    const one = takeFile(begun, "", first);
    expect(names(one)).toEqual([["transcript", "a.txt"]]);
    const two = takeFile(one!, "title", second);
    expect(names(two)).toEqual([["transcript", "a.txt"], ["poster", "b.png"]]);
    expect(finishDraft(two!, scene)).toEqual({ options: { transcript: first, poster: second } });
    expect(takeFile(two!, "", first)).toBeUndefined();
  });

  it("takes the place of another when the option that has that one is at hand", () => {
    expect(names(takeFile(takeFile(begun, "", first)!, "transcript", second))).toEqual([["transcript", "b.png"]]);
  });

  it("is asked for where words were typed instead, and stays behind while one types into another option", () => {
    expect(finishDraft(fillChip(begun, "transcript", "a.txt"), scene)).toMatchObject({ problem: { option: "transcript", text: expect.stringContaining("Choose a file") as string } });
    const titled = addChip(takeFile(begun, "", first)!, entry!.options[1]!);
    expect(valuesSoFar(fillChip(titled, "title", "Bean"), "title", scene)).toEqual({ title: "Bean" });
  });

  it("goes into the message when the command takes none", () => {
    expect(takeFile(read("/help "), "", first)).toBeUndefined();
  });
});
