import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { Schedule } from "../../src/daily/schedule.ts";
import type { Answer } from "../../src/playground/person.ts";
import { sampleDelivery } from "../store/samples.ts";
import { openClub, type Club } from "./club.ts";

/** A Monday, at noon in Paris. */
const monday = Date.UTC(2030, 5, 3, 10);
const minute = 60_000;
const nine = (day: number): number => Date.UTC(2030, 5, day, 7);

let club: Club;
let server: string;
beforeAll(async () => {
  club = await openClub(undefined, { now: () => monday + Math.floor(performance.now()) });
  server = club.playground.world.server.id;
});
afterAll(() => club.close());
beforeEach(async () => {
  const draft = await club.maya.run("#general", "/daily add", { channel: "#quote-of-the-day", time: "9:00", timezone: "Paris" });
  await club.maya.press(draft.message!, "Start");
});
afterEach(async () => {
  club.playground.faults.clear();
  for (const permission of ["SendMessages", "CreatePublicThreads"] as const) club.playground.faults.permit("#quote-of-the-day", permission);
  for (const { id } of await club.schedules.ofServer(server)) await club.schedules.remove(id);
  club.clock.moveTo(monday);
});

const daily = (line: string): Promise<Answer> => club.maya.type("#general", `/daily ${line}`);
const only = async (): Promise<Schedule> => (await club.schedules.ofServer(server))[0]!;
const newest = async () => (await club.deliveries.ofSchedule((await only()).id, 1))[0];
const posts = (): number => club.ada.see("#quote-of-the-day").length;
const soon = (look: () => unknown): Promise<unknown> => vi.waitFor(look, { timeout: 8000, interval: 50 });

const hasTrouble = (): Promise<unknown> => soon(async () => expect(await newest()).toMatchObject({ failure: expect.stringMatching(/./) }));
/** How many entries of a list are shown to their end. */
const wholeOnes = (page: string): number => page.match(/^-# \d+ of \d+ quotes shown in this round$/gm)?.length ?? 0;

/** Writes down that nobody knows what became of a post. */
async function leaveUncertain(schedule: Schedule, failure: string): Promise<void> {
  const delivery = sampleDelivery(schedule, "2030-06-02", { leaseUntil: monday * 2 });
  await club.deliveries.addExtra(schedule.id, (one) => ({ schedule: one, deliveries: [delivery] }));
  await club.deliveries.uncertain(delivery.id, "me", failure);
}

/** Asks for the next one while Discord is in trouble, until it is too late. */
async function missTheNext(): Promise<Answer> {
  club.playground.faults.answer(502, { method: "POST", path: /\/channels\/\d+\/messages$/ }, 99);
  const asked = daily("post-now instead: true");
  await hasTrouble();
  club.clock.moveBy(16 * minute);
  const answer = await asked;
  club.playground.faults.clear();
  return answer;
}

describe("the next one, asked for at once and not made", () => {
  it("says why, and that its date is left out; the date can be given back, and then has its post", async () => {
    const { text, message } = await missTheNext();
    expect(text).toMatch(/not posted\. Discord could not be reached, or was in trouble, until it was too late\. 4 June 2030 is left out now: \*\*Post on all dates\*\*/);
    expect(text).toContain("Left out: 4 June 2030");
    expect((await daily("show")).text).toMatch(/Last: <t:\d+:F>: not posted\. Discord could not be reached/);
    expect((await club.maya.press(message!, "Post on all dates")).text).toContain("Nothing is left out any more.");
    expect(await only()).toMatchObject({ next: { date: "2030-06-04", at: nine(4) } });
    const before = posts();
    club.clock.moveTo(nine(4));
    await soon(() => expect(posts()).toBe(before + 1));
  });

  it("gives its date back to Undo, too", async () => {
    await missTheNext();
    const skipped = await daily("skip date: 4 june");
    expect((await club.maya.press(skipped.message!, "Undo")).text).toContain("4 June 2030 is not left out any more.");
    expect(await only()).toMatchObject({ next: { date: "2030-06-04" } });
  });

  it("keeps the date of one that was made", async () => {
    expect((await daily("post-now instead: true")).text).toContain("Posted: ");
    const skipped = await daily("skip date: 4 june");
    expect((await club.maya.press(skipped.message!, "Undo")).text).toContain("The post of 4 June 2030 came before its time.");
    expect(await only()).toMatchObject({ next: { date: "2030-06-05" } });
  });

  it("hides from moderators what only a host understands", async () => {
    club.playground.faults.answer(502, { method: "POST", path: /\/channels\/\d+\/messages$/ }, 99);
    const asked = daily("post-now");
    await hasTrouble();
    const { text } = await daily("show");
    expect(text).toMatch(/on its way\. Discord is in trouble, or cannot be reached: I go on trying until <t:\d+:F>\./);
    expect(text).not.toContain("Bad Gateway");
    club.playground.faults.clear();
    club.clock.moveBy(minute);
    expect((await asked).text).toContain("Posted: ");
  });
});

describe("the last post, in the card and in the list", () => {
  it("says why it is uncertain, and what to do", async () => {
    await leaveUncertain(await only(), "I cannot read the channel's history.");
    for (const command of ["show", "list"]) {
      const { text } = await daily(command);
      expect(text).toContain("uncertain. I cannot read the channel's history. I don't post it again");
      expect(text).toMatch(/if it is not there, `\/daily post-now` makes up for it\. To look myself I need \*Read Message History\* there\./);
    }
  });

  it("says once what mends a refusal while it rests, and still says it of the last post when it goes on", async () => {
    club.playground.faults.forbid("#quote-of-the-day", "SendMessages");
    club.clock.moveTo(nine(4));
    await soon(async () => expect(await only()).toMatchObject({ state: "paused" }));
    await soon(async () => expect(await newest()).toMatchObject({ state: "missed" }));
    for (const command of ["show", "list"]) expect((await daily(command)).text.match(/Give it to me/g)).toHaveLength(1);
    club.playground.faults.permit("#quote-of-the-day", "SendMessages");
    await daily("resume");
    for (const command of ["show", "list"]) {
      expect((await daily(command)).text).toMatch(/Last:? <t:\d+:F>: not posted\. I lack \*Send Messages\* in <#\d+>\. Give it to me in that channel's settings/);
    }
  });

  it("says why its thread is missing, and what mends that", async () => {
    club.playground.faults.forbid("#quote-of-the-day", "CreatePublicThreads");
    await daily("change thread: true");
    await daily("post-now");
    await hasTrouble();
    const trouble = /\[posted\]\(https:.*\), its thread is still to come: “Missing Permissions”\. For threads I need \*Create Public Threads\* in <#\d+>\./;
    for (const command of ["show", "list"]) expect((await daily(command)).text).toMatch(trouble);
  });

  it("says of a thread that Discord was not there to open only that, for no permission mends it", async () => {
    club.playground.faults.cut({ method: "POST", path: /\/threads$/ }, 99);
    await daily("change thread: true");
    await daily("post-now");
    await hasTrouble();
    const { text } = await daily("show");
    expect(text).toMatch(/\[posted\]\(https:.*\), its thread is still to come\. Discord could not be reached\.\n/);
    expect(text).not.toContain("For threads I need");
    club.playground.faults.clear();
  });
});

describe("the role on the card of a daily post", () => {
  const unmentionable = "will be shown, but pings nobody.";

  it("is shown with a warning while it pings nobody, from the command, the list and the way back", async () => {
    await daily("change role: Cinephiles");
    expect((await daily("show")).text).not.toContain("Worth knowing");
    const role = club.playground.world.server.roles.find(({ name }) => name === "Cinephiles")!;
    role.mentionable = false;
    const { text, message } = await daily("show");
    expect(text).toContain(`Worth knowing: ⚠️ <@&${role.id}> ${unmentionable}`);
    const listed = await daily("list");
    expect((await club.maya.choose(listed.message!, "Daily post 1")).text).toContain(unmentionable);
    await club.maya.press(message!, "Preview");
    expect((await club.maya.press(message!, "← Daily post 1")).text).toContain(unmentionable);
    role.mentionable = true;
  });

  it("is said to be gone once it is", async () => {
    await daily("change role: Cinephiles");
    const { server: there } = club.playground.world;
    const { roles } = there;
    there.roles = roles.filter(({ name }) => name !== "Cinephiles");
    expect((await daily("show")).text).toContain("⚠️ The role that it mentions is gone, so posts ping nobody. Choose another with");
    there.roles = roles;
  });

  it("goes without a word when Discord cannot say, and the host can read why", async () => {
    await daily("change role: Projectionist");
    expect((await daily("show")).text).toContain(unmentionable);
    club.playground.faults.answer(403, { method: "GET", path: /\/guilds\/\d+$/ }, 1);
    const { text } = await daily("show");
    expect(text).toContain("Daily post 1");
    expect(text).not.toContain("Worth knowing");
    expect(club.log.join("\n")).toContain("could not look at the role");
  });
});

describe("a list of daily posts that are all in trouble", () => {
  it("is shown whole, page by page, however long the reasons are", async () => {
    const made = await only();
    const missing = ["ViewChannel", "SendMessages", "EmbedLinks", "ReadMessageHistory", "CreatePublicThreads", "MentionEveryone"] as const;
    for (let count = 0; count < 5; count += 1) {
      const id = `trouble00${count}`;
      const rule = { ...made.rule, zone: "America/Argentina/ComodRivadavia", days: [2, 3, 4, 6, 7] };
      const pause = { reason: { kind: "refused" as const, refusal: { kind: "permissions" as const, missing: [...missing] } }, since: monday, checkAt: monday * 2, told: true };
      await club.schedules.add({ ...made, id, rule, state: "paused", next: undefined, pause });
      await leaveUncertain((await club.schedules.find(id))!, "*".repeat(5000));
    }
    await club.schedules.remove(made.id);
    const { text, message } = await daily("list");
    const next = await club.maya.press(message!, "Next →");
    expect(text.match(/^\*\*\d+\*\* · /gm)).toHaveLength(3);
    expect([wholeOnes(text), wholeOnes(next.text)]).toEqual([3, 2]);
  });
});
