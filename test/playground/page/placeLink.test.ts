import { ChannelType } from "discord-api-types/v10";
import { describe, expect, it } from "vitest";
import { placeName, placeOf } from "../../../src/playground/page/placeLink.ts";
import type { Scene } from "../../../src/playground/protocol.ts";

const scene = {
  me: { user: { id: "1" } },
  guild: { id: "5" },
  channels: [
    { id: "11", type: ChannelType.GuildText, name: "general" },
    { id: "12", type: ChannelType.PublicThread, name: "After the credits" },
  ],
} as unknown as Scene;

describe("a link to a message", () => {
  it.each([
    ["https://discord.com/channels/5/11/99", { channel: "11", message: "99" }],
    ["https://canary.discord.com/channels/5/12", { channel: "12" }],
  ])("of this server, %s, opens it here", (address, place) => {
    expect(placeOf(address, scene)).toEqual(place);
  });

  it.each([
    "https://discord.com/channels/6/11/99",
    "https://discord.com/channels/5/13/99",
    "https://discord.com.example/channels/5/11/99",
    "https://example.org/?https://discord.com/channels/5/11/99",
    "https://discord.com/channels/5/11/99/1",
  ])("of another place, %s, leads where it says", (address) => {
    expect(placeOf(address, scene)).toBeUndefined();
  });

  it("is called by its channel where it has no words of its own", () => {
    expect(placeName({ channel: "11", message: "99" }, scene)).toBe("#general › message");
    expect(placeName({ channel: "12" }, scene)).toBe("↳After the credits");
  });
});
