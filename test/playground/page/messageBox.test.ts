import { ApplicationCommandOptionType, ChannelType } from "discord-api-types/v10";
import type { APIApplicationCommandBasicOption } from "discord-api-types/v10";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { fileSize } from "../../../src/playground/page/attachment.ts";
import { suggestionPopup } from "../../../src/playground/page/boxPopup.ts";
import { candidatesOf, matchingCandidates } from "../../../src/playground/page/candidates.ts";
import type { Candidate } from "../../../src/playground/page/candidates.ts";
import { joinFiles, largestFile, readFile } from "../../../src/playground/page/files.ts";
import { moveActive } from "../../../src/playground/page/popup.ts";
import { Suggester } from "../../../src/playground/page/suggester.ts";
import type { Scene } from "../../../src/playground/protocol.ts";

const scene = {
  users: [
    { id: "1", username: "ada", global_name: "Ada" },
    { id: "2", username: "maya", global_name: "Maya" },
  ],
  guild: { id: "5", roles: [{ id: "5", name: "@everyone" }, { id: "6", name: "Projectionist" }] },
  channels: [
    { id: "11", type: ChannelType.GuildText, name: "general", guild_id: "5" },
    { id: "14", type: ChannelType.DM },
  ],
} as unknown as Scene;

const option = (type: ApplicationCommandOptionType): APIApplicationCommandBasicOption =>
  ({ type, name: "it", description: "What it is" }) as APIApplicationCommandBasicOption;

const names = (candidates: Candidate[] | undefined): string[] | undefined => candidates?.map(({ name }) => name);

/** A bot that suggests one name after some milliseconds. */
const answer = (name: string, after: number): (() => Promise<Candidate[]>) =>
  vi.fn<() => Promise<Candidate[]>>(() => new Promise((resolve) => setTimeout(() => resolve([{ name, value: name }]), after)));

const file = (size: number): File => new File([new Uint8Array(size)], "a.bin");

describe("what may stand in an option", () => {
  it("is the server's people, roles or channels, where the option asks for them", () => {
    expect(names(candidatesOf(option(ApplicationCommandOptionType.User), scene))).toEqual(["@Ada", "@Maya"]);
    expect(names(candidatesOf(option(ApplicationCommandOptionType.Role), scene))).toEqual(["@everyone", "@Projectionist"]);
    expect(names(candidatesOf(option(ApplicationCommandOptionType.Channel), scene))).toEqual(["#general"]);
    expect(candidatesOf(option(ApplicationCommandOptionType.String), scene)).toBeUndefined();
  });

  it("is found by a part of its name, with or without its sign", () => {
    const people = candidatesOf(option(ApplicationCommandOptionType.User), scene) ?? [];
    expect(names(matchingCandidates(people, "@ma"))).toEqual(["@Maya"]);
    expect(names(matchingCandidates(people, "a"))).toEqual(["@Ada", "@Maya"]);
  });
});

describe("suggestions for an option", () => {
  const pick = vi.fn<(candidate: Candidate) => void>();

  it("are not highlighted where any text will do, so that Enter sends what was typed", () => {
    const chip = { option: option(ApplicationCommandOptionType.String), text: "bean" };
    const popup = suggestionPopup(chip, [{ name: "Beanpole (2019)", value: "beanpole" }], scene, pick);
    expect(popup).toMatchObject({ label: "Suggestions", active: -1 });
    popup?.items[0]?.choose();
    expect(pick).toHaveBeenCalledWith({ name: "Beanpole (2019)", value: "beanpole" });
  });

  it("are highlighted where nothing else may stand", () => {
    const chip = { option: option(ApplicationCommandOptionType.Boolean), text: "f" };
    expect(suggestionPopup(chip, [], scene, pick)).toMatchObject({ active: 0, items: [{ name: "False" }] });
  });

  it("go away once one was picked", () => {
    const chip = { option: option(ApplicationCommandOptionType.Boolean), text: "False", value: false };
    expect(suggestionPopup(chip, [], scene, pick)).toBeUndefined();
  });

  it("are walked through round and round by the arrow keys", () => {
    const items = ["a", "b", "c"].map((name) => ({ name, choose: () => undefined }));
    const from = (active: number, step: 1 | -1): number => moveActive({ label: "Commands", title: "", items, active }, step);
    expect([from(-1, 1), from(-1, -1), from(2, 1), from(0, -1), from(1, 1)]).toEqual([0, 2, 0, 2, 2]);
  });
});

describe("asking the bot while one types", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it("asks once the keys rest", async () => {
    const shown = vi.fn<(outcome: unknown) => void>();
    const suggester = new Suggester(shown, shown);
    const [first, second] = [answer("b", 0), answer("be", 0)];
    suggester.ask(first);
    suggester.ask(second);
    await vi.runAllTimersAsync();
    expect(first).not.toHaveBeenCalled();
    expect(shown.mock.calls).toEqual([[[{ name: "be", value: "be" }]]]);
  });

  it("drops an answer that comes after a newer question", async () => {
    const shown = vi.fn<(outcome: unknown) => void>();
    const suggester = new Suggester(shown, shown);
    suggester.ask(answer("slow", 500));
    await vi.advanceTimersByTimeAsync(200);
    suggester.ask(answer("quick", 10));
    await vi.runAllTimersAsync();
    expect(shown.mock.calls).toEqual([[[{ name: "quick", value: "quick" }]]]);
  });

  it("tells of a failure", async () => {
    const failed = vi.fn<(error: unknown) => void>();
    new Suggester(failed, failed).ask(() => Promise.reject(new Error("gone")));
    await vi.runAllTimersAsync();
    expect(failed.mock.calls).toEqual([[new Error("gone")]]);
  });
});

describe("files", () => {
  it("are refused when they are too large or too many, and the others stay", () => {
    const small = file(1);
    expect(joinFiles([], [small, file(largestFile + 1)])).toMatchObject({ files: [small], refused: expect.stringContaining("10 MB") });
    expect(joinFiles(Array.from({ length: 9 }, () => small), [small, small]).files).toHaveLength(10);
    expect(joinFiles([small], [small]).refused).toBeUndefined();
  });

  it("are read byte for byte", async () => {
    const bytes = Uint8Array.from({ length: 70_000 }, (_, index) => index % 256);
    const read = await readFile(new File([bytes], "all.bin", { type: "image/png" }));
    expect(read).toMatchObject({ name: "all.bin", type: "image/png" });
    expect(Buffer.from(read.base64, "base64").equals(bytes)).toBe(true);
  });

  it.each([
    [1, "1 byte"],
    [512, "512 bytes"],
    [20_480, "20 KB"],
    [1_572_864, "1.5 MB"],
  ])("of %d bytes are %s large", (bytes, expected) => {
    const { amount, unit } = fileSize(bytes);
    expect(`${amount} ${unit}`).toBe(expected);
  });
});
