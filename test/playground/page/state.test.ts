import { describe, expect, it } from "vitest";
import { applyEvent, fillChannel, firstState, openChannel, press, sitDown } from "../../../src/playground/page/state.ts";
import type { State } from "../../../src/playground/page/state.ts";
import type { Scene, SeenMessage } from "../../../src/playground/protocol.ts";

const scene = { me: { user: { id: "ada" } }, channels: [{ id: "general" }, { id: "club" }], online: true } as unknown as Scene;
const message = (id: string, channel = "general", content = id): SeenMessage =>
  ({ id, channel_id: channel, content, author: { id: "bot" } }) as SeenMessage;
const ids = (state: State, channel = "general"): string[] | undefined => state.messages[channel]?.map(({ id }) => id);

const seated = fillChannel(sitDown(firstState, scene), "general", [message("1")]);

describe("what the page knows", () => {
  it("opens the first channel, and after a restart the one that was open", () => {
    expect(seated.channel).toBe("general");
    expect(sitDown(openChannel(seated, "club"), scene).channel).toBe("club");
  });

  it("forgets the messages of the seat that was left, for they may be for that person only", () => {
    expect(sitDown(seated, { ...scene, me: { user: { id: "maya" } } } as Scene).messages).toEqual({});
  });

  it("adds, changes and takes away messages", () => {
    const added = applyEvent(seated, { event: "message", message: message("2") });
    expect(ids(added)).toEqual(["1", "2"]);
    const edited = applyEvent(added, { event: "edited", message: message("1", "general", "new") });
    expect(edited.messages["general"]?.[0]?.content).toBe("new");
    expect(ids(applyEvent(edited, { event: "deleted", channel: "general", message: "1" }))).toEqual(["2"]);
  });

  it("shows a message once, though it arrived while the channel was being read", () => {
    const arrived = applyEvent(seated, { event: "message", message: message("3") });
    expect(ids(fillChannel(arrived, "general", [message("1"), message("2"), message("3")]))).toEqual(["1", "2", "3"]);
    expect(ids(fillChannel(arrived, "general", [message("1"), message("2")]))).toEqual(["1", "2", "3"]);
    expect(ids(applyEvent(arrived, { event: "message", message: message("3") }))).toEqual(["1", "3"]);
  });

  it("marks another channel as unread until it is opened, and reads it only then", () => {
    const told = applyEvent(seated, { event: "message", message: message("9", "club") });
    expect(told.unread).toEqual(["club"]);
    expect(ids(told, "club")).toBeUndefined();
    expect(openChannel(told, "club").unread).toEqual([]);
    expect(applyEvent(seated, { event: "message", message: message("2") }).unread).toEqual([]);
  });

  it("knows that someone types until their message is there", () => {
    const typing = applyEvent(seated, { event: "typing", channel: "general", user: "bot" });
    expect(typing.typing).toEqual({ channel: "general", user: "bot" });
    expect(applyEvent(typing, { event: "message", message: message("2") }).typing).toBeUndefined();
  });

  it("keeps a press waiting until its outcome, and a failure until the next press", () => {
    const pressed = press(seated, "1", "another");
    expect(pressed.pressed).toEqual({ 1: "another" });
    const failed = press(pressed, "1", undefined, "This interaction failed.");
    expect(failed).toMatchObject({ pressed: {}, failed: { 1: "This interaction failed." } });
    expect(press(failed, "1", "another").failed).toEqual({});
  });

  it("shows a post that time was let pass for, and it alone, wherever it arrives", () => {
    const post = (id: string, more: object = {}): SeenMessage => ({ ...message(id, "club"), author: { id: "bot", bot: true }, ...more }) as SeenMessage;
    const waiting: State = { ...seated, awaitsPost: true };
    const others = [message("2", "club"), post("3", { interaction_metadata: {} }), post("4", { message_reference: {} }), post("5", { ephemeral: true })];
    for (const other of others) expect(applyEvent(waiting, { event: "message", message: other })).toMatchObject({ channel: "general", awaitsPost: true });
    const shown = applyEvent(waiting, { event: "message", message: post("6") });
    expect(shown).toMatchObject({ channel: "club", awaitsPost: false, unread: [] });
    expect(applyEvent(seated, { event: "message", message: post("6") })).toMatchObject({ channel: "general", unread: ["club"] });
  });

  it("counts on from the playground's clock when that is moved", () => {
    expect(applyEvent(seated, { event: "time", ahead: 3_600_000 }).scene?.ahead).toBe(3_600_000);
  });

  it("stays in its channel when others come and go, and leaves one that is gone for the first", () => {
    const [general, club] = scene.channels;
    const inClub = openChannel(seated, "club");
    const thread = { id: "thread" } as (typeof scene.channels)[number];
    expect(applyEvent(inClub, { event: "channels", channels: [general!, club!, thread] })).toMatchObject({ channel: "club" });
    expect(applyEvent(inClub, { event: "channels", channels: [general!] })).toMatchObject({ channel: "general" });
  });

  it("knows when the bot goes and what it can do when it is back", () => {
    const offline = applyEvent(seated, { event: "online", online: false });
    expect(offline.scene?.online).toBe(false);
    expect(applyEvent(offline, { event: "commands", commands: [] }).scene?.commands).toEqual([]);
  });
});
