import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { Film } from "../../src/library/film.ts";
import { openImportingClub, stairwell, type ImportingClub } from "./imports.ts";
import { dailyAt, postsIn } from "./schedules.ts";

const minute = 60_000;
let club: ImportingClub;
let channel: string;
beforeEach(async () => {
  const [start, began] = [Date.UTC(2026, 10, 25, 8, 50), Date.now()];
  club = await openImportingClub({ now: () => start + Date.now() - began });
  channel = club.playground.world.called("#general").id;
});
afterEach(() => club.close());

const soon = (proof: () => void) => vi.waitFor(proof, { timeout: 5000, interval: 50 });
const deed = (server: string) => ({ server, by: club.maya.id, at: club.clock.now() });
const daily = (server: string, where: string, filter = {}) => club.schedules.add(dailyAt("09:00", { channel: where, now: club.clock.now(), server, createdBy: club.maya.id }, { filter }));

it("posts quotes of the server's own interviews each day", async () => {
  await club.bring("stairwell-1", stairwell);
  await daily(club.server, channel, { interview: "stairwell-1" });
  club.clock.moveBy(15 * minute);
  await soon(() => expect(postsIn(club.playground, channel)).toHaveLength(1));
  expect(postsIn(club.playground, channel)[0]!.embeds[0]!.description).toContain("The Light in the Stairwell");
});

it("posts in all other servers when the library of one cannot be made", async () => {
  const elsewhere = "999999999999999999";
  await club.shelves.saveFilm(deed(elsewhere), { id: "broken", title: null } as unknown as Film);
  await daily(elsewhere, "123456789012345678");
  await daily(club.server, channel);
  club.clock.moveBy(15 * minute);
  await soon(() => expect(postsIn(club.playground, channel)).toHaveLength(1));
  expect(club.log.join("\n")).toContain("a server's library could not be fetched");
});

it("says why nothing comes next when the only interview it is for was removed, and that it is gone", async () => {
  await club.bring("stairwell-1", stairwell);
  await daily(club.server, channel, { interview: "stairwell-1" });
  await club.shelves.remove(deed(club.server), "stairwell-1");
  for (const command of ["/daily show", "/daily list"]) {
    const { text } = await club.maya.type("#general", command);
    expect(text).toContain("No quote fits it any more, so it will pause when its next post is due. Choose other quotes with `/daily change`.");
    expect(text).not.toContain("stairwell-1");
  }
  expect((await club.maya.type("#general", "/daily show")).text).toContain("Quotes from an interview that is no longer in the library");
});
