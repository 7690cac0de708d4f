import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { pause } from "../../src/daily/plan.ts";
import type { Schedule } from "../../src/daily/schedule.ts";
import { describeOnStores } from "../stores.ts";
import { openClub, type Club } from "./club.ts";
import { dailyAt, postsIn } from "./schedules.ts";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

let club: Club;
afterEach(() => club.close());

/** In a club of its own for each test, and on each store. */
function describeInClub(title: string, tests: () => void): void {
  describeOnStores(title, (store) => {
    beforeEach(async () => {
      club = await openClub(undefined, { store });
    });
    tests();
  });
}

/** Waits for what the bot does within the next seconds. */
const soon = (look: () => unknown): Promise<unknown> => vi.waitFor(look, { timeout: 8000, interval: 50 });

/** Long enough for the bot to look several times. */
const aWhile = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 400));

const posts = (channel = "#quote-of-the-day") => postsIn(club.playground, channel);
const told = () => posts("#projection-booth").map(({ content }) => content);

async function schedule(channel = "#quote-of-the-day", rest: Partial<Schedule> = {}): Promise<Schedule> {
  club.clock.moveTo(Date.parse("2027-03-01T20:59:59.800Z"));
  const { world } = club.playground;
  const made = dailyAt("21:00", { channel: world.called(channel).id, now: club.clock.now(), server: world.server.id, createdBy: club.maya.id }, rest);
  return (await club.schedules.add(made))!;
}

const stateOf = async ({ id }: Schedule) => (await club.schedules.find(id))!;
const isPaused = async (made: Schedule) => expect(await stateOf(made)).toMatchObject({ state: "paused", pause: { told: true } });
const isRunning = async (made: Schedule) => expect(await stateOf(made)).toMatchObject({ state: "running", next: { at: expect.any(Number) } });

describeInClub("a lost permission", () => {
  it.each([
    ["SendMessages", "Send Messages"],
    ["EmbedLinks", "Embed Links"],
    ["ViewChannel", "View Channel"],
  ] as const)("(%s) pauses the schedule, tells the moderators once what to mend, and is forgotten when mended", async (permission, name) => {
    // Who moderates sees the booth, and the bot is let in there.
    club.playground.faults.permit("#projection-booth", "ViewChannel");
    club.playground.faults.forbid("#quote-of-the-day", permission);
    const made = await schedule();
    await soon(() => isPaused(made));
    expect(told()).toHaveLength(1);
    expect(told()[0]).toContain(`I lack *${name}* in <#${made.channel}>. Give it to me`);
    expect((await club.deliveries.ofSchedule(made.id, 1))[0]).toMatchObject({ state: "missed", miss: { kind: "refused" } });

    club.clock.moveBy(11 * minute);
    await aWhile();
    await isPaused(made);
    club.playground.faults.permit("#quote-of-the-day", permission);
    club.clock.moveBy(30 * minute);
    await soon(() => isRunning(made));
    club.clock.moveBy(day);
    await soon(() => expect(posts()).toHaveLength(1));
    expect(told()).toHaveLength(1);
  });

  it("is told to the server's system channel where there is no other, else to the one who set it up", async () => {
    const { world, faults } = club.playground;
    world.server.updatesChannel = null;
    faults.forbid("#quote-of-the-day", "SendMessages");
    const first = await schedule();
    await soon(() => isPaused(first));
    const { systemChannel } = world.server;
    expect(postsIn(club.playground, systemChannel!)).toHaveLength(1);

    world.server.systemChannel = null;
    const second = await schedule("#quote-of-the-day");
    await soon(() => isPaused(second));
    const direct = postsIn(club.playground, world.directMessage(club.maya.id).id);
    expect(direct).toHaveLength(1);
    expect(direct[0]!.content).toContain("The Cinémathèque");
  });
});

describeInClub("a channel that is gone", () => {
  it("pauses the schedule, which keeps its settings", async () => {
    const made = await schedule();
    await soon(() => expect(posts()).toHaveLength(1));
    club.playground.faults.permit("#projection-booth", "ViewChannel");
    club.playground.faults.deleteChannel("#quote-of-the-day");
    club.clock.moveBy(day);
    await soon(() => isPaused(made));
    expect(told()).toEqual([expect.stringContaining("The channel is gone. Choose another with `/daily change`")]);
    expect(await stateOf(made)).toMatchObject({ rule: made.rule, channel: made.channel });
  });

  it("or a thread that is locked away pauses it until the thread is open again", async () => {
    const thread = club.playground.addThread("#film-club", "One a day");
    const made = await schedule(thread);
    await soon(() => expect(posts(thread)).toHaveLength(1));
    club.playground.faults.archiveThread(thread);
    club.clock.moveBy(day);
    await soon(async () => expect((await stateOf(made)).pause?.reason).toEqual({ kind: "refused", refusal: { kind: "channelArchived" } }));
    club.playground.faults.unarchiveThread(thread);
    club.clock.moveBy(11 * minute);
    await soon(() => isRunning(made));
    club.clock.moveBy(day);
    await soon(() => expect(posts(thread)).toHaveLength(2));
  });
});

describeInClub("a server that the bot was removed from", () => {
  it("hears nothing more, and has its posts again when the bot is invited back", async () => {
    const made = await schedule();
    await soon(() => expect(posts()).toHaveLength(1));
    club.playground.faults.removeBot();
    club.clock.moveBy(day);
    await soon(() => isPaused(made));
    expect((await stateOf(made)).pause!.reason).toEqual({ kind: "refused", refusal: { kind: "left" } });
    club.playground.faults.inviteBot();
    club.clock.moveBy(20 * minute);
    await soon(() => isRunning(made));
    club.clock.moveBy(day);
    await soon(() => expect(posts()).toHaveLength(2));
    expect(told()).toEqual([]);
  });

  it("is forgotten after the days that the privacy text states", async () => {
    const made = await schedule();
    await soon(() => expect(posts()).toHaveLength(1));
    club.playground.faults.removeBot();
    club.clock.moveBy(day);
    await soon(() => isPaused(made));
    club.clock.moveBy(29 * day);
    await aWhile();
    expect(await club.schedules.find(made.id)).toBeDefined();
    club.clock.moveBy(2 * day);
    await aWhile();
    // Nothing is forgotten by a clock that has just leapt.
    expect(await club.schedules.find(made.id)).toBeDefined();
    club.clock.moveBy(hour);
    await soon(async () => expect(await club.schedules.find(made.id)).toBeUndefined());
    expect(await club.deliveries.ofSchedule(made.id, 9)).toEqual([]);
  });

  it("is forgotten, too, where a moderator had paused it; and if the bot comes back in time, it stays paused", async () => {
    const [forgotten, kept] = [await schedule(), await schedule("#general")];
    for (const { id } of [forgotten, kept]) await club.schedules.change(id, (found) => pause(found, { reason: { kind: "moderator", user: club.maya.id }, since: 1, told: true }));
    club.playground.faults.removeBot();
    club.clock.moveBy(hour);
    await soon(async () => expect((await stateOf(kept)).pause!.leftSince).toBeDefined());
    club.playground.faults.inviteBot();
    club.clock.moveBy(hour);
    await soon(async () => expect((await stateOf(kept)).pause!.leftSince).toBeUndefined());
    expect(await stateOf(kept)).toMatchObject({ state: "paused", pause: { reason: { kind: "moderator" } } });
    club.playground.faults.removeBot();
    for (const step of [hour, 31 * day, hour]) {
      club.clock.moveBy(step);
      await aWhile();
    }
    await soon(async () => expect(await club.schedules.find(forgotten.id)).toBeUndefined());
  });
});

describeInClub("a clock that was wrong", () => {
  it("and jumped ahead posts one date, and when it is put right no date is lost and none comes twice", async () => {
    const made = await schedule();
    await soon(() => expect(posts()).toHaveLength(1));
    club.clock.moveBy(4 * day);
    await soon(() => expect(posts()).toHaveLength(2));
    club.clock.moveBy(-4 * day + minute);
    for (let days = 1; days <= 6; days += 1) {
      club.clock.moveBy(day);
      // The date of the wrong clock has had its post.
      const expected = 2 + days - (days >= 4 ? 1 : 0);
      await soon(() => expect(posts()).toHaveLength(expected));
      await aWhile();
      expect(posts()).toHaveLength(expected);
    }
    const dates = (await club.deliveries.ofSchedule(made.id, 99)).map(({ date, state }) => [date, state]);
    const wanted = Array.from({ length: 7 }, (_, at) => [`2027-03-0${7 - at}`, "sent"]);
    expect(dates).toEqual(wanted);
  });

  it("and jumped back posts nothing twice", async () => {
    const made = await schedule();
    await soon(() => expect(posts()).toHaveLength(1));
    club.clock.moveBy(day);
    await soon(() => expect(posts()).toHaveLength(2));
    club.clock.moveBy(-2 * day);
    await aWhile();
    club.clock.moveBy(day);
    await aWhile();
    club.clock.moveBy(day);
    await aWhile();
    expect(posts()).toHaveLength(2);
    club.clock.moveBy(day);
    await soon(() => expect(posts()).toHaveLength(3));
    expect((await club.deliveries.ofSchedule(made.id, 9)).map(({ date }) => date)).toEqual(["2027-03-03", "2027-03-02", "2027-03-01"]);
  });
});
