import { afterEach, beforeEach, expect, it } from "vitest";
import { openImportingClub, stairwell, type ImportingClub } from "./imports.ts";

const hour = 3_600_000;
const day = 24 * hour;
let club: ImportingClub;
beforeEach(async () => {
  club = await openImportingClub();
  await club.bring("stairwell", stairwell);
});
afterEach(() => club.close());

/** Long enough for a round of upkeep, of which there are ten in a second. */
const aWhile = () => new Promise((resolve) => setTimeout(resolve, 400));

async function letPass(...steps: number[]): Promise<void> {
  for (const step of steps) {
    club.clock.moveBy(step);
    await aWhile();
  }
}

const kept = async () => (await club.shelves.servers()).map(({ server }) => server);

it("keeps what was removed for a week, and then forgets it", async () => {
  await aWhile();
  await club.shelves.remove({ server: club.server, by: club.maya.id, at: club.clock.now() }, "stairwell");
  await letPass(6 * day, hour);
  expect(await club.shelves.findImport(club.server, "stairwell")).toBeDefined();
  await letPass(day, hour);
  expect(await club.shelves.findImport(club.server, "stairwell")).toBeUndefined();
});

it("forgets all of a server thirty days after the bot was removed from it", async () => {
  await aWhile();
  club.playground.faults.removeBot();
  await letPass(hour, 29 * day, hour);
  expect(await kept()).toEqual([club.server]);
  await letPass(day, hour);
  expect(await kept()).toEqual([]);
  expect((await club.shelves.load(club.server)).shelf.transcripts).toEqual([]);
});

it("keeps all of it when the bot is invited back in time", async () => {
  await aWhile();
  club.playground.faults.removeBot();
  await letPass(hour, 20 * day);
  club.playground.faults.inviteBot();
  await letPass(hour, 20 * day, hour);
  expect(await kept()).toEqual([club.server]);
  expect((await club.ada.run("#film-club", "/quote", { about: "lantern on every landing" })).text).toContain("lantern on every landing");
});
