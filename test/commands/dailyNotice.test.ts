import { describe, expect, it } from "vitest";
import { dailyNotice } from "../../src/commands/dailyNotice.ts";
import type { Refusal } from "../../src/daily/refusal.ts";
import type { Schedule } from "../../src/daily/schedule.ts";

function notice(where: "server" | "direct", serverName?: string, refusal: Refusal = { kind: "permissions", missing: ["EmbedLinks"] }): string {
  const pause = { reason: { kind: "refused", refusal }, since: 0, told: false };
  return dailyNotice({ id: "one", number: 2, server: "123", channel: "456", pause } as Schedule, where, serverName).content!;
}

describe("a notice that a daily post rests", () => {
  it("in a direct message says of which server, and links to the channel", () => {
    expect(notice("direct", "The *Projection* Club")).toContain("daily post 2 in **The \\*Projection\\* Club**.\nhttps://discord.com/channels/123/456\n");
    expect(notice("direct")).toContain("daily post 2 in a server of yours.\nhttps://discord.com/channels/123/456\n");
  });

  it("in its own server names the channel and no server", () => {
    expect(notice("server", "The Projection Club")).toMatch(/^I have paused daily post 2, in <#456>\. I lack \*Embed Links\* in <#456>\./);
  });

  it("sends whoever mends a thread to the channel that it belongs to", () => {
    expect(notice("server", "", { kind: "permissions", missing: ["SendMessagesInThreads"] })).toContain("Give it to me in the settings of the channel it belongs to, under");
    expect(notice("server", "", { kind: "permissions", missing: ["EmbedLinks"] })).toContain("if it is a thread, in the settings of the channel it belongs to.");
  });

  it("shows no more of Discord's own words than is needed, on one line and as they are", () => {
    const text = notice("server", "", { kind: "other", code: 50035, words: `Invalid\n**Form** Body ${"x".repeat(5000)}` });
    expect(text).toContain("“Invalid \\*\\*Form\\*\\* Body");
    expect(text.length).toBeLessThan(500);
  });
});
