import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { daysKeptAfterLeaving } from "../../src/daily/upkeep.ts";
import type { Answer, Person } from "../../src/playground/person.ts";
import { openClub, type Club } from "./club.ts";

/** A Monday, at noon in Paris. */
const monday = Date.UTC(2030, 5, 3, 10);

let club: Club;
let server: string;
beforeAll(async () => {
  club = await openClub(undefined, { now: () => monday + Math.floor(performance.now()) });
  server = club.playground.world.server.id;
  // Where the server wants Discord's own updates; at first the bot may not even look.
  club.playground.faults.permit("#projection-booth", "ViewChannel");
});
afterAll(() => club.close());
afterEach(async () => {
  for (const { id } of await club.schedules.ofServer(server)) await club.schedules.remove(id);
  club.playground.world.commandPermissions.clear();
});

const refusal = "`/daily` is for members with *Manage Server*";

/** A daily post that runs, in a channel at an hour in Paris; its card. */
async function setUp(who: Person = club.maya, time = "9:00", channel = "#quote-of-the-day"): Promise<Answer> {
  const draft = await who.run("#general", "/daily add", { channel, time, timezone: "Paris" });
  return who.press(draft.message!, "Start");
}

describe("/daily is for moderators", () => {
  it("is not even offered to a member, and not in a direct message", async () => {
    expect((await club.ada.type("#general", "/daily list")).text).toContain("You do not have permission");
    expect((await club.maya.type("@Intertitle", "/daily list")).outcome.kind).toBe("failed");
  });

  it("works for a member to whom the server opens it, or to a role of theirs", async () => {
    club.playground.openCommand("daily", "Emil");
    club.playground.openCommand("daily", "Cinephiles");
    expect((await club.emil.type("#general", "/daily list")).text).toContain("There is no daily post here yet.");
    expect((await setUp(club.ada)).text).toContain("Started.");
  });

  it("refuses a press, a choice and a form once that is taken back, and changes nothing", async () => {
    club.playground.openCommand("daily", "Ada");
    const { message } = await setUp(club.ada);
    const listed = await club.ada.type("#general", "/daily list");
    const form = await club.ada.press(message!, "Change");
    club.playground.openCommand("daily", "Ada", false);
    expect((await club.ada.press(message!, "Pause")).text).toContain(refusal);
    expect((await club.ada.choose(listed.message!, "Daily post 1")).text).toContain(refusal);
    expect((await club.ada.submit(form, { time: "10:00" })).text).toContain(refusal);
    expect(await club.schedules.ofServer(server)).toMatchObject([{ state: "running", rule: { time: "09:00" } }]);
  });

  it("heeds that a member is kept from it whose role may use it", async () => {
    club.playground.openCommand("daily", "Cinephiles");
    const { message } = await setUp(club.ada);
    club.playground.openCommand("daily", "Ada", false);
    expect((await club.ada.press(message!, "Pause")).text).toContain(refusal);
  });
});

describe("what everyone may read of it", () => {
  it("/help names it, and /about says what is stored and for how long", async () => {
    expect((await club.ada.type("#general", "/help")).text).toContain("`/daily add` posts a quote in a channel every day");
    expect((await club.ada.type("#general", "/about")).text).toContain(`I delete its daily posts, its interviews and its reports after ${daysKeptAfterLeaving} days`);
  });
});

describe("two moderators at once", () => {
  it("set up two daily posts under two numbers", async () => {
    club.playground.openCommand("daily", "Emil");
    const both = await Promise.all([setUp(club.maya), setUp(club.emil)]);
    for (const { text } of both) expect(text).toContain("Started.");
    expect((await club.schedules.ofServer(server)).map(({ number }) => number)).toEqual([1, 2]);
  });

  it("leave out one date when both press Skip, and hear that it was so already", async () => {
    club.playground.openCommand("daily", "Emil");
    const { message } = await setUp();
    const emils = await club.emil.type("#general", "/daily show");
    const both = await Promise.all([club.maya.press(message!, "Skip the next"), club.emil.press(emils.message!, "Skip the next")]);
    expect(both.filter(({ text }) => /left out already/i.test(text))).toHaveLength(1);
    expect((await club.schedules.ofServer(server))[0]!.rule.skipped).toEqual(["2030-06-04"]);
  });

  it("post the next one once when both ask for it", async () => {
    club.playground.openCommand("daily", "Emil");
    const { message } = await setUp();
    const emils = await club.emil.type("#general", "/daily show");
    await Promise.all([club.maya.press(message!, "Post now"), club.emil.press(emils.message!, "Post now")]);
    const before = club.ada.see("#quote-of-the-day").length;
    const both = await Promise.all([club.maya.press(message!, "The next one"), club.emil.press(emils.message!, "The next one")]);
    expect(both.filter(({ text }) => text.includes("Posted: "))).toHaveLength(1);
    expect(club.ada.see("#quote-of-the-day")).toHaveLength(before + 1);
  });

  it("keep each other's changes", async () => {
    club.playground.openCommand("daily", "Emil");
    await setUp();
    const both = await Promise.all([club.maya.type("#general", "/daily change time: 18:00"), club.emil.type("#general", "/daily change silent: true")]);
    for (const { text } of both) expect(text).toContain("**Changed:**");
    expect(await club.schedules.ofServer(server)).toMatchObject([{ rule: { time: "18:00" }, silent: true }]);
  });

  it("hear that it is gone when the other has removed it", async () => {
    club.playground.openCommand("daily", "Emil");
    const { message } = await setUp();
    const emils = await club.emil.type("#general", "/daily remove");
    await club.emil.press(emils.message!, "Remove it");
    for (const button of ["Preview", "Post now", "Skip the next", "Pause", "Change", "Remove"]) {
      const old = await club.maya.press(message!, button);
      expect(old.text).toContain("That daily post is no longer there. `/daily list` shows those that are.");
      // The answer took the place of the card: the next old card is another.
      Object.assign(message!, (await setUp()).message!);
      const [schedule] = await club.schedules.ofServer(server);
      await club.schedules.remove(schedule!.id);
    }
  });
});

describe("several daily posts", () => {
  it("are chosen from by number or from a menu; a change asks for the number", async () => {
    await setUp();
    await setUp(club.maya, "18:00", "#film-club");
    expect((await club.maya.type("#general", "/daily show number: 2")).text).toContain("every day at 18:00");
    const asked = await club.maya.type("#general", "/daily pause");
    expect(asked.text).toMatch(/Which one\?\n\*\*1\*\* · <#\d+>, every day at 09:00, Europe\/Paris\n\*\*2\*\* · /);
    await club.restart();
    expect((await club.maya.choose(asked.message!, "Daily post 2")).text).toContain("Daily post 2, paused");
    expect((await club.maya.type("#general", "/daily change time: 10:00")).text).toContain("Which one? Say its `number`.");
    const form = await club.maya.choose((await club.maya.type("#general", "/daily change")).message!, "Daily post 1");
    expect(form.outcome).toMatchObject({ kind: "modal", data: { title: "Daily post 1" } });
    expect((await club.maya.type("#general", "/daily show number: 7")).text).toContain("There is no daily post 7.");
  });

  it("are all in the list, with what is next, what was last and what is wrong", async () => {
    await setUp();
    const { message } = await setUp(club.maya, "18:00", "#film-club");
    await club.maya.press(message!, "Pause");
    await club.maya.type("#general", "/daily post-now number: 1");
    const { text } = await club.maya.type("#general", "/daily list");
    expect(text).toMatch(/\*\*1\*\* · <#\d+>, every day at 09:00, Europe\/Paris\nNext <t:\d+:F>: “.*” — \w+\nLast <t:\d+:F>: \[posted\]\(https:.*\)\n-# 1 of 56 quotes shown/);
    expect(text).toMatch(/\*\*2\*\* · <#\d+>, every day at 18:00, Europe\/Paris\n⏸️ Paused\. <@\d+> paused it\./);
  });
});

describe("a notice to the moderators", () => {
  it("opens the card for the one who presses, and leaves the notice as it is; it goes on when that is mended", async () => {
    await setUp();
    club.playground.faults.forbid("#quote-of-the-day", "SendMessages");
    club.clock.moveTo(Date.UTC(2030, 5, 4, 7));
    const notice = await club.maya.waitFor("#projection-booth", ({ content, embeds }) => /Send Messages/.test(content + JSON.stringify(embeds)));
    const [schedule] = await club.schedules.ofServer(server);
    const opened = await club.maya.press(notice, `daily-show/${schedule!.id}`);
    expect(opened.text).toContain("Daily post 1, paused");
    expect(opened.text).toMatch(/Paused: I lack \*Send Messages\* in <#\d+>\. Give it to me .* I look again by myself\./);
    expect(opened.text).toMatch(/Last: <t:\d+:F>: not posted\. I lack \*Send Messages\*/);
    expect(opened.message!.ephemeral).toBe(true);
    expect(club.maya.look(notice)).toMatchObject({ id: notice.id, content: notice.content });
    club.playground.faults.permit("#quote-of-the-day", "SendMessages");
    expect((await club.maya.press(opened.message!, "Resume")).text).toContain("It goes on.");
    club.clock.moveTo(monday);
  });

  it("goes on by itself in another channel that it was changed to", async () => {
    await setUp();
    club.playground.faults.forbid("#quote-of-the-day", "SendMessages");
    const noticed = club.maya.see("#projection-booth").length;
    club.clock.moveTo(Date.UTC(2030, 5, 4, 7));
    await club.maya.waitFor("#projection-booth", () => club.maya.see("#projection-booth").length > noticed);
    await club.maya.type("#general", "/daily change channel: #film-club");
    club.clock.moveTo(Date.UTC(2030, 5, 5, 6, 59));
    await vi.waitFor(async () => expect(await club.schedules.ofServer(server)).toMatchObject([{ state: "running" }]), { timeout: 8000, interval: 100 });
    club.playground.faults.permit("#quote-of-the-day", "SendMessages");
    club.clock.moveTo(monday);
  });
});
