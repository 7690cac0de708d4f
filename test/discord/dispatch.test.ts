import { Client, SlashCommandBuilder, type ChatInputCommandInteraction } from "discord.js";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { whisper, type Answer, type Reply } from "../../src/discord/answer.ts";
import type { Command } from "../../src/discord/command.ts";
import { button, buttonRows } from "../../src/discord/components.ts";
import { createDispatcher } from "../../src/discord/dispatch.ts";
import { fieldsOf, modal } from "../../src/discord/modal.ts";
import { registerCommands } from "../../src/discord/registration.ts";
import { restOptions } from "../../src/discord/rest.ts";
import { createLog } from "../../src/log.ts";
import { startPlayground, type Playground } from "../../src/playground/playground.ts";
import type { Person } from "../../src/playground/person.ts";
import type { Services } from "../../src/services.ts";

let playground: Playground;
let client: Client;
let ada: Person;
let emil: Person;
let log: string[] = [];

/** What the commands do in the test that runs. */
let executed: (interaction: ChatInputCommandInteraction) => Reply | Promise<Reply>;
let pressed: () => Reply | Promise<Reply>;

const buttons = buttonRows([button("Press", "press"), button("Write", "write/film")]);
const opens = () => modal("A letter", "letter/film", [{ name: "words", label: "Words", value: "Dear", required: false, longest: 20 }]);

function command(name: string, hidden: boolean): Command {
  return {
    data: new SlashCommandBuilder().setName(name).setDescription("For this test").toJSON(),
    hidden,
    execute: (interaction) => executed(interaction),
  };
}

const open: Command = {
  ...command("open", false),
  presses: { press: () => pressed(), write: opens },
  submissions: {
    letter: async ([about], interaction) => {
      const { words } = fieldsOf(interaction);
      if (words === "slowly") await slow();
      return { how: "edit", content: `About a ${about!}: ${words!}`, rows: buttons };
    },
  },
};

/** What the dispatcher waits before it defers, and what takes longer; in milliseconds. */
const soon = 80;
const slow = (duration = 3 * soon) => new Promise((resolve) => setTimeout(resolve, duration));
const slowly = async (reply: Reply): Promise<Reply> => {
  await slow();
  return reply;
};
const said = (content: string, also: Partial<Answer> = {}): Answer => ({ how: "post", content, ...also });

beforeAll(async () => {
  playground = await startPlayground({ page: false });
  client = new Client({ intents: [], rest: restOptions(playground.apiUrl) });
  const libraries = { nowOrLast: async () => undefined, atHand: () => undefined };
  const services = { libraries, log: await createLog("debug", { write: (line) => void log.push(line) }) } as unknown as Services;
  const commands = [open, command("closed", true)];
  client.on("interactionCreate", createDispatcher(commands, services, soon).dispatch);
  const ready = new Promise<Client<true>>((resolve) => client.once("clientReady", resolve));
  await client.login(playground.token);
  await registerCommands(client.rest, (await ready).application.id, commands.map(({ data }) => data));
  ada = playground.sit("Ada");
  emil = playground.sit("Emil");
});
afterAll(async () => {
  await client.destroy();
  await playground.close();
});
beforeEach(() => {
  log = [];
  playground.faults.clear();
});

describe("a handler that takes long", () => {
  it("is waited for beyond the three seconds that Discord waits", async () => {
    executed = async () => {
      await slow(3300);
      return said("at last");
    };
    const { text, message } = await ada.type("#film-club", "/open");
    expect(text).toContain("at last");
    expect(emil.look(message!)?.content).toBe("at last");
  });

  it("keeps to itself what a hidden command answers, and that it thinks", async () => {
    executed = () => slowly(whisper("for you"));
    const asked = ada.type("#film-club", "/closed");
    const thinking = await ada.waitFor("#film-club", ({ flags = 0 }) => (flags & 128) !== 0);
    expect(thinking.ephemeral).toBe(true);
    expect((await asked).message).toMatchObject({ content: "for you", ephemeral: true });
  });

  it.each([
    ["/open", true],
    ["/closed", false],
  ])("is seen by those it is for, whoever sees %s think", async (line, hidden) => {
    executed = () => slowly(said(`slow and ${hidden ? "hidden" : "open"}`, { private: hidden }));
    await ada.type("#general", line);
    const seen = await ada.waitFor("#general", ({ content }) => content.startsWith("slow and"));
    expect(seen.ephemeral ?? false).toBe(hidden);
    expect(emil.look(seen) === undefined).toBe(hidden);
    expect(ada.see("#general").filter(({ flags = 0 }) => (flags & 128) !== 0)).toEqual([]);
    playground.faults.deleteMessage(seen);
  });

  it("apologises when it fails in the end", async () => {
    executed = async () => {
      await slow();
      throw new Error("the projector broke");
    };
    expect((await ada.type("#film-club", "/closed")).text).toContain("Something went wrong on my side");
    expect(log.join("")).toContain("the projector broke");
  });

  it("changes its message, or adds one to it, when a button was pressed", async () => {
    executed = () => said("first", { rows: buttons });
    const { message } = await ada.type("#film-club", "/open");
    pressed = () => slowly(said("changed", { how: "edit", rows: buttons }));
    expect((await ada.press(message!, "Press")).message).toMatchObject({ id: message!.id, content: "changed" });
    pressed = () => slowly(whisper("besides"));
    await ada.press(message!, "Press");
    const besides = await ada.waitFor("#film-club", ({ content }) => content === "besides");
    expect(besides.ephemeral).toBe(true);
    expect(ada.look(message!)?.content).toBe("changed");
  });

  it("is answered although the connection was cut just as Discord took the deferral", async () => {
    executed = () => slowly(said("after the cut"));
    playground.faults.cut({ method: "POST", path: /\/callback$/ }, 1, "after");
    expect((await ada.type("#film-club", "/open")).text).toContain("after the cut");
  });
});

describe("a modal", () => {
  it("opens on a command or a press, and brings what was written to where it belongs", async () => {
    executed = opens;
    const typed = await ada.type("#film-club", "/open");
    expect(typed.outcome).toMatchObject({ kind: "modal", data: { title: "A letter" } });
    expect((await ada.submit(typed, { words: "Goodbye" })).text).toContain("About a film: Goodbye");

    executed = () => said("first", { rows: buttons });
    const { message } = await ada.type("#film-club", "/open");
    const modal = await ada.press(message!, "Write");
    const written = await ada.submit(modal, {});
    expect(written.message).toMatchObject({ id: message!.id, content: "About a film: Dear" });
  });

  it("may take long, too", async () => {
    executed = () => said("first", { rows: buttons });
    const { message } = await ada.type("#film-club", "/open");
    const written = await ada.submit(await ada.press(message!, "Write"), { words: "slowly" });
    expect(written.message).toMatchObject({ id: message!.id, content: "About a film: slowly" });
  });

  it("asks to try again when it comes too late to open", async () => {
    executed = () => slowly(opens());
    expect((await ada.type("#film-club", "/closed")).text).toContain("That took me too long to open. Please try once more.");
  });
});
