import { ChannelType, MessageFlags } from "discord.js";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { Schedule } from "../../src/daily/schedule.ts";
import { describeOnStores } from "../stores.ts";
import { openClub, type Club } from "./club.ts";
import { dailyAt, postsIn } from "./schedules.ts";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const posting = { method: "POST", path: /\/messages$/ };

let club: Club;
afterEach(() => club.close());

/** The id of a channel by its name. */
const channelId = (name: string): string => club.playground.world.called(name).id;

const posts = (channel = "#quote-of-the-day") => postsIn(club.playground, channel);

/** Waits for what the bot does within the next seconds. */
const soon = (look: () => unknown): Promise<unknown> => vi.waitFor(look, { timeout: 8000, interval: 50 });

/** Long enough for the bot to look at its schedules, twice. */
const aWhile = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 400));

/** Sets up a daily post at nine in the evening in London, seconds before nine. */
async function schedule(rest: Partial<Schedule> = {}, channel = channelId("#quote-of-the-day")): Promise<Schedule> {
  club.clock.moveTo(Date.parse("2027-03-01T20:59:59.800Z"));
  const { world } = club.playground;
  const made = dailyAt("21:00", { channel, now: club.clock.now(), server: world.server.id, createdBy: club.maya.id }, rest);
  return (await club.schedules.add(made))!;
}

const newest = async ({ id }: Schedule) => (await club.deliveries.ofSchedule(id, 1))[0];

describeOnStores("a daily post", (store) => {
  it("comes at its hour, once, with its source and its buttons, which work", async () => {
    club = await openClub(undefined, { store });
    const made = await schedule();
    await soon(() => expect(posts()).toHaveLength(1));
    const [message] = posts();
    expect(message!.embeds[0]!.description).toMatch(/^“.+”\n\n— \*\*.+\*\*, in \[/s);
    expect(message!.embeds[0]!.footer!.text).toContain("Interview by");
    await soon(async () => expect(await newest(made)).toMatchObject({ state: "sent", message: message!.id, date: "2027-03-01" }));
    await aWhile();
    expect(posts()).toHaveLength(1);
    expect((await club.ada.press(message!, "In context")).text).toContain("Exchange");
  });

  it("comes although another one cannot be planned, in a zone that this machine does not know", async () => {
    club = await openClub(undefined, { store });
    const lost = await schedule({ number: 2, next: { date: "2027-03-01", at: Date.parse("2027-03-01T20:00:00Z") } }, channelId("#general"));
    await club.schedules.change(lost.id, (found) => ({ ...found, rule: { ...found.rule, zone: "Europe/Atlantis" } }));
    await schedule();
    await soon(() => expect(posts()).toHaveLength(1));
    await club.schedules.change(lost.id, (found) => ({ ...found, rule: { ...found.rule, zone: "Europe/London" } }));
    club.clock.moveBy(hour);
    await soon(() => expect(posts("#general")).toHaveLength(1));
  });

  it("comes every day with another quote, and through restarts", async () => {
    club = await openClub(undefined, { store });
    await schedule();
    for (let days = 1; days <= 5; days += 1) {
      await soon(() => expect(posts()).toHaveLength(days));
      if (days % 2 === 0) await club.restart();
      club.clock.moveBy(day);
    }
    await soon(() => expect(posts()).toHaveLength(6));
    expect(new Set(posts().map(({ embeds }) => embeds[0]!.description))).toHaveLength(6);
  });

  it("comes late, and only once, when the bot was down at its hour", async () => {
    club = await openClub(undefined, { store });
    const made = await schedule();
    await soon(() => expect(posts()).toHaveLength(1));
    await club.stop();
    club.clock.moveBy(3 * day + 5 * hour);
    await club.start();
    await soon(() => expect(posts()).toHaveLength(2));
    await aWhile();
    expect(posts()).toHaveLength(2);
    const told = await club.deliveries.ofSchedule(made.id, 9);
    expect(told.map(({ date, state, miss }) => [date, state, miss?.kind])).toEqual([
      ["2027-03-04", "sent", undefined],
      ["2027-03-03", "missed", "down"],
      ["2027-03-02", "missed", "down"],
      ["2027-03-01", "sent", undefined],
    ]);
  });

  it("is missed, with the reason, when the bot came back too late", async () => {
    club = await openClub(undefined, { store });
    const made = await schedule();
    await soon(() => expect(posts()).toHaveLength(1));
    await club.stop();
    club.clock.moveBy(day + 7 * hour);
    await club.start();
    await soon(async () => expect(await newest(made)).toMatchObject({ state: "missed", miss: { kind: "down" }, date: "2027-03-02" }));
    expect(posts()).toHaveLength(1);
    club.clock.moveBy(17 * hour);
    await soon(() => expect(posts()).toHaveLength(2));
  });
});

describe("who is pinged by a daily post", () => {
  it("is its one role, or nobody", async () => {
    club = await openClub();
    const role = club.playground.world.server.roles.find(({ name }) => name === "Cinephiles")!.id;
    await schedule({ role });
    await soon(() => expect(posts()).toHaveLength(1));
    expect(posts()[0]).toMatchObject({ content: `<@&${role}>`, mention_roles: [role], mention_everyone: false, mentions: [], flags: 0 });
  });

  it("is nobody, and without a sound, when it shall be silent", async () => {
    club = await openClub();
    await schedule({ silent: true });
    await soon(() => expect(posts()).toHaveLength(1));
    expect(posts()[0]).toMatchObject({ content: "", mention_roles: [], mention_everyone: false, flags: MessageFlags.SuppressNotifications });
  });

  it("is everyone where a moderator chose that and the bot may", async () => {
    club = await openClub();
    club.playground.faults.permit("#quote-of-the-day", "MentionEveryone");
    await schedule({ role: club.playground.world.server.id });
    await soon(() => expect(posts()).toHaveLength(1));
    expect(posts()[0]).toMatchObject({ content: "@everyone", mention_everyone: true });
  });
});

const threads = () => [...club.playground.world.places.values()].filter(({ type }) => type === ChannelType.PublicThread);

describe("the thread of a daily post", () => {
  it("is named after the quote", async () => {
    club = await openClub();
    const made = await schedule({ thread: true });
    await soon(() => expect(threads()).toHaveLength(1));
    const words = posts()[0]!.embeds[0]!.description!.slice(1);
    expect(words.slice(0, 20)).toBe(threads()[0]!.name!.slice(0, 20));
    await soon(async () => expect((await newest(made))!.thread).toBe("made"));
  });

  it("is tried again when it fails, and the post stands", async () => {
    club = await openClub();
    club.playground.faults.forbid("#quote-of-the-day", "CreatePublicThreads");
    const made = await schedule({ thread: true });
    await soon(async () => expect(await newest(made)).toMatchObject({ state: "sent", thread: "wanted", failure: "Missing Permissions" }));
    expect(threads()).toHaveLength(0);
    club.playground.faults.permit("#quote-of-the-day", "CreatePublicThreads");
    club.clock.moveBy(minute);
    await soon(() => expect(threads()).toHaveLength(1));
    expect(posts()).toHaveLength(1);
    expect(await club.schedules.find(made.id)).toMatchObject({ state: "running" });
  });

  it("is made once when its answer is lost", async () => {
    club = await openClub();
    club.playground.faults.cut({ path: /\/threads$/ }, 1, "after");
    const made = await schedule({ thread: true });
    await soon(() => expect(threads()).toHaveLength(1));
    // Only from here on does the bot count the time until it tries again.
    await soon(async () => expect((await newest(made))!.failure).not.toBe(""));
    club.clock.moveBy(minute);
    await soon(async () => expect((await newest(made))!.thread).toBe("made"));
    expect(threads()).toHaveLength(1);
  });
});

describeOnStores("when Discord is not well", (store) => {
  const ailments: [string, () => void][] = [
    ["answers with 500", () => club.playground.faults.answer(500, posting, 4)],
    ["is cut off before the post", () => club.playground.faults.cut(posting, 4, "before")],
    ["is cut off after every post for a while", () => club.playground.faults.cut(posting, 4, "after")],
    ["is cut off after the post", () => club.playground.faults.cut(posting, 1, "after")],
    ["asks for patience", () => club.playground.faults.limit(1, posting, 2)],
    ["asks for a lot of patience", () => club.playground.faults.limit(60, posting, 1)],
    ["answers slowly", () => club.playground.faults.slow(2500, posting, 1)],
    ["answers too slowly", () => club.playground.faults.slow(6000, posting, 1)],
  ];
  // Within the minutes that Discord remembers a nonce, and, where the post may be there already, beyond them.
  const cases = [...ailments.map(([what, ail]) => ({ what, ail, pause: 10_000 })), ...ailments.slice(0, 3).map(([what, ail]) => ({ what, ail, pause: 3 * minute }))];
  // What is tried again at once is the same on every store; what is put off, and what may be there, is for the store to keep.
  const some = store.name === "SQLite" ? cases : cases.filter(({ what }) => / 500$|after every post|a lot of patience/.test(what));
  it.each(some)("and $what, the post still comes once, with $pause ms between tries", async ({ ail, pause }) => {
    club = await openClub(undefined, { store });
    const made = await schedule();
    ail();
    await vi.waitFor(
      async () => {
        if ((await newest(made))?.retryAt) club.clock.moveBy(pause);
        expect(await newest(made)).toMatchObject({ state: "sent" });
      },
      { timeout: 15_000, interval: 150 },
    );
    // Lets what Discord still holds go, as it would within the minutes that it remembers a nonce.
    club.playground.faults.clear();
    await aWhile();
    club.clock.moveBy(10 * minute);
    await aWhile();
    expect(posts()).toHaveLength(1);
    expect((await newest(made))!.message).toBe(posts()[0]!.id);
  });

  it("and cannot be reached, that is all that moderators hear; what the network said is in the log", async () => {
    club = await openClub(undefined, { store });
    club.playground.faults.cut({ method: "POST", path: /\/(messages|threads)$/ }, 1000);
    const made = await schedule({ thread: true });
    await soon(async () => expect((await newest(made))?.failure).toBe("Discord could not be reached."));
    expect(club.log.find((line) => line.includes("daily post put off"))).toMatch(/Discord could not be reached\. .+/);
    club.playground.faults.clear();
    club.playground.faults.cut({ method: "POST", path: /\/threads$/ }, 1000);
    club.clock.moveBy(minute);
    await soon(async () => expect(await newest(made)).toMatchObject({ state: "sent", thread: "wanted", failure: "Discord could not be reached." }));
    expect(club.log.find((line) => line.includes("thread put off"))).toMatch(/Discord could not be reached\. .+/);
    expect((await club.maya.type("#general", "/daily show")).text).toContain("Discord could not be reached.");
  });

  it("and stays so until the window has passed, the date is missed and says why", async () => {
    club = await openClub(undefined, { store });
    const made = await schedule();
    club.playground.faults.answer(503, posting, 100_000);
    await soon(async () => expect((await newest(made))?.failure).toBe("Discord is in trouble (503 Service Unavailable)."));
    club.clock.moveBy(7 * hour);
    await soon(async () => expect(await newest(made)).toMatchObject({ state: "missed", miss: { kind: "discord" } }));
    club.playground.faults.clear();
    await aWhile();
    expect(posts()).toHaveLength(0);
  });
});

/** The bot has asked for a post and is gone before it knew what became of it; ten minutes later it is there again. */
async function die(when: "before" | "after", meanwhile: () => void = () => undefined): Promise<Schedule> {
  const made = await schedule();
  club.playground.faults.cut(posting, 1000, when);
  await soon(async () => expect((await newest(made))?.attempts).toBe(1));
  await club.stop();
  club.playground.faults.clear();
  meanwhile();
  club.clock.moveBy(10 * minute);
  await club.start();
  return made;
}

describeOnStores("when the bot died just after it posted", (store) => {
  it("finds its own post in the channel, and does not post again", async () => {
    club = await openClub(undefined, { store });
    const made = await die("after");
    await soon(async () => expect(await newest(made)).toMatchObject({ state: "sent", message: posts()[0]!.id }));
    expect(posts()).toHaveLength(1);
  });

  it("finds it among hundreds of messages", async () => {
    club = await openClub(undefined, { store });
    const made = await die("after", () => {
      for (let count = 0; count < 250; count += 1) club.emil.say("#quote-of-the-day", `No spoilers please, ${count}`);
    });
    await soon(async () => expect(await newest(made)).toMatchObject({ state: "sent", message: posts()[0]!.id }));
    expect(posts()).toHaveLength(1);
  });

  it("posts when its post is not there", async () => {
    club = await openClub(undefined, { store });
    const made = await die("before");
    await soon(async () => expect(await newest(made)).toMatchObject({ state: "sent" }));
    expect(posts()).toHaveLength(1);
  });

  it("rather misses a post than posts twice when it may not read the channel, and says that it is uncertain", async () => {
    club = await openClub(undefined, { store });
    const made = await die("after", () => club.playground.faults.forbid("#quote-of-the-day", "ReadMessageHistory"));
    await soon(async () => expect(await newest(made)).toMatchObject({ state: "uncertain", failure: expect.stringContaining("cannot read") }));
    expect(posts()).toHaveLength(1);
    club.clock.moveBy(day);
    await soon(() => expect(posts()).toHaveLength(2));
  });

  it("says so, too, when more was written since than can be read", async () => {
    club = await openClub(undefined, { store });
    const made = await die("after", () => {
      for (let count = 0; count < 600; count += 1) club.emil.say("#quote-of-the-day", `No spoilers please, ${count}`);
    });
    await soon(async () => expect(await newest(made)).toMatchObject({ state: "uncertain", failure: expect.stringContaining("too much was written") }));
    expect(posts()).toHaveLength(1);
  });
});
