import { afterEach, beforeEach, expect, it } from "vitest";
import type { Answer } from "../../src/playground/person.ts";
import { openImportingClub, stairwell, type ImportingClub } from "./imports.ts";
import { quoteAbout, report, wordsOf } from "./misquotes.ts";

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

it("forgets with it what was fixed and hidden: whoever brings it again finds it as it was published", async () => {
  await aWhile();
  const reported = async (about: string): Promise<Answer> => {
    await report(club.ada, await quoteAbout(club.ada, about), "They said it in another way.");
    return club.maya.run("#general", "/library reports");
  };
  await club.maya.press((await reported("green is not a colour")).message!, "Hide");
  const form = await club.maya.press((await reported("carried the camera up those steps")).message!, "Fix");
  await club.maya.submit(form, { words: "I carried the camera up those stairs." });
  expect((await club.shelves.load(club.server)).shelf).toMatchObject({ hidden: [expect.any(String)], corrections: [{ words: "I carried the camera up those stairs." }] });
  await club.maya.run("#general", "/library remove", { interview: "stairwell" });
  await letPass(7 * day, hour);
  expect((await club.shelves.load(club.server)).shelf).toMatchObject({ hidden: [], corrections: [] });
  await club.bring("stairwell-again", stairwell);
  expect(wordsOf(await quoteAbout(club.ada, "green is not a colour"))).toContain("That green is not a colour that somebody chose in an office");
  expect(wordsOf(await quoteAbout(club.ada, "carried the camera up those steps"))).toContain("two hundred times");
});

it("keeps hidden what was brought again meanwhile with other marks, when the one that was removed is forgotten", async () => {
  await aWhile();
  await report(club.ada, await quoteAbout(club.ada, "green is not a colour"), "They never said so.");
  await club.maya.press((await club.maya.run("#general", "/library reports")).message!, "Hide");
  await club.maya.run("#general", "/library remove", { interview: "stairwell" });
  await club.bring("stairwell-again", stairwell.replace("That green is not a colour", "That green is *not* a colour"));
  await letPass(7 * day, hour);
  expect(await club.shelves.findImport(club.server, "stairwell")).toBeUndefined();
  expect((await club.ada.run("#film-club", "/quote", { about: "green is not a colour" })).text).not.toContain("somebody chose in an office");
  expect(wordsOf(await quoteAbout(club.ada, "carried the camera up those steps"))).toContain("two hundred times");
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
