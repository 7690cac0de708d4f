import { OverwriteType, PermissionFlagsBits, REST } from "discord.js";
import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { NeededPermission } from "../../src/daily/refusal.ts";
import { mayPing, refusalFor } from "../../src/discord/permissions.ts";
import { startPlayground, type Playground } from "../../src/playground/playground.ts";

const needs = ["ViewChannel", "SendMessages", "EmbedLinks", "ReadMessageHistory", "MentionEveryone"] as const satisfies NeededPermission[];

let playground: Playground;
let rest: REST;
beforeAll(async () => {
  playground = await startPlayground({ page: false });
  rest = new REST({ api: playground.apiUrl, globalRequestsPerSecond: 10_000 }).setToken(playground.token);
});
afterAll(() => playground.close());

const at = (channel: string) => ({ server: playground.world.server.id, channel });

/** What the playground itself refuses the bot there; it reckons on its own. */
function refusedThere(channel: string): NeededPermission[] {
  const place = playground.world.place(channel);
  const { bot } = playground.world;
  if (!playground.world.may(bot.id, place, "ViewChannel")) return ["ViewChannel"];
  return needs.filter((need) => !playground.world.may(bot.id, place, need));
}

describe("what the bot may do in a channel", () => {
  it("is what Discord lets it do, whatever roles and overwrites there are", async () => {
    const { world } = playground;
    const bits = fc.subarray([...needs]).map((some) => some.reduce((all, need) => all | PermissionFlagsBits[need], 0n).toString());
    const whom = fc.constantFrom<[string, OverwriteType][]>([world.server.id, OverwriteType.Role], [world.members.get(world.bot.id)!.roles[0]!, OverwriteType.Role], [world.bot.id, OverwriteType.Member]);
    const overwrite = fc.record({ whom, allow: bits, deny: bits }).map(({ whom: [id, type], allow, deny }) => ({ id, type, allow, deny }));
    let count = 0;
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(overwrite, { selector: ({ id }) => id, maxLength: 3 }), async (overwrites) => {
        const channel = playground.addChannel(`hall-${(count += 1)}`);
        world.place(channel).overwrites = overwrites;
        const refusal = await refusalFor(rest, at(channel), needs);
        expect(refusal?.kind === "permissions" ? refusal.missing : []).toEqual(refusedThere(channel));
      }),
      { numRuns: 25 },
    );
  }, 60_000);

  it("in a thread is what it may do in the channel above, and to write there it needs a permission of its own", async () => {
    const channel = playground.addChannel("stalls");
    const thread = playground.addThread(channel, "Row seven");
    expect(await refusalFor(rest, at(thread), ["ViewChannel", "SendMessages", "CreatePublicThreads"])).toBeUndefined();
    playground.faults.forbid(channel, "SendMessages");
    playground.faults.forbid(channel, "CreatePublicThreads");
    expect(await refusalFor(rest, at(thread), ["ViewChannel", "SendMessages", "CreatePublicThreads"])).toBeUndefined();
    playground.faults.forbid(channel, "SendMessagesInThreads");
    expect(await refusalFor(rest, at(thread), ["ViewChannel", "SendMessages"])).toEqual({ kind: "permissions", missing: ["SendMessagesInThreads"] });
  });

  it("is nothing in a channel that is gone, or on a server that it was removed from", async () => {
    const channel = playground.addChannel("balcony");
    playground.faults.deleteChannel(channel);
    expect(await refusalFor(rest, at(channel), needs)).toEqual({ kind: "channelGone" });
    playground.faults.removeBot();
    expect(await refusalFor(rest, at(channel), needs)).toEqual({ kind: "left" });
    playground.faults.inviteBot();
  });

  it("pings a role that is open to all, and others and everyone only where it may", async () => {
    const channel = playground.addChannel("foyer");
    const { roles, id: everyone } = playground.world.server;
    const open = roles.find(({ mentionable }) => mentionable)!.id;
    const closed = roles.find(({ name }) => name === "Projectionist")!.id;
    const pinged = () => Promise.all([open, closed, everyone].map((role) => mayPing(rest, at(channel), role)));
    expect(await pinged()).toEqual([true, false, false]);
    playground.faults.permit(channel, "MentionEveryone");
    expect(await pinged()).toEqual([true, true, true]);
    expect(await mayPing(rest, at(channel), "1".repeat(18))).toBe(false);
  });
});
