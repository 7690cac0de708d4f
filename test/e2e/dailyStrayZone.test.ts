import { afterAll, beforeAll, expect, it } from "vitest";
import { openClub, type Club } from "./club.ts";

let club: Club;
beforeAll(async () => {
  club = await openClub(undefined, { now: () => Date.UTC(2030, 5, 3, 10) });
});
afterAll(() => club.close());

it("a daily post in a zone that this machine does not know is shown and can be moved to another", async () => {
  const draft = await club.maya.run("#general", "/daily add", { channel: "#quote-of-the-day", time: "9:00", timezone: "Paris" });
  await club.maya.press(draft.message!, "Start");
  const [schedule] = await club.schedules.ofServer(club.playground.world.server.id);
  await club.schedules.change(schedule!.id, (one) => ({ ...one, rule: { ...one.rule, zone: "Moon/Rains" } }));
  const words = "I don't know the time zone “Moon/Rains” any more. Choose another with `/daily change timezone`.";
  expect((await club.maya.type("#general", "/daily list")).text).toContain(words);
  const shown = await club.maya.type("#general", "/daily show");
  expect(shown.text).toContain(words);
  expect((await club.maya.press(shown.message!, "Preview")).text).toMatch(/./);
  const changed = await club.maya.type("#general", "/daily change timezone: Tokyo");
  expect(changed.text).toContain("Asia/Tokyo");
  expect(changed.text).not.toContain(words);
});
