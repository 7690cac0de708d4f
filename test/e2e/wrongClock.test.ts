import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { Schedule } from "../../src/daily/schedule.ts";
import { loadLibrary } from "../../src/library/load.ts";
import { startPlayground, type Playground } from "../../src/playground/playground.ts";
import { createDeliveries, type Deliveries } from "../../src/store/deliveries.ts";
import { createSchedules } from "../../src/store/schedules.ts";
import { describeOnStores, type StoreKind, type StorePlace } from "../stores.ts";
import { live } from "./clockSetting.ts";
import { dailyAt, dateOf, postsIn } from "./schedules.ts";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const channel = "#quote-of-the-day";
const posting = { method: "POST", path: /\/messages$/ };
const library = await loadLibrary();

let place: StorePlace;
let playground: Playground;
let deliveries: Deliveries;
let made: Schedule;
let life: { kill(): Promise<void> } | undefined;
/** How far the bot's clock is ahead of Discord's, in milliseconds. */
let ahead: number;

/** Opens the store of a bot that posts at nine in the evening in London, from 1 March on, and is to be started at eight. */
async function open(store: StoreKind): Promise<void> {
  place = await store.makePlace();
  playground = await startPlayground({ page: false });
  playground.clock.moveTo(Date.parse("2027-03-01T20:00:00Z"));
  const database = await place.open();
  deliveries = createDeliveries(database);
  const { world, clock } = playground;
  const at = { channel: world.called(channel).id, now: clock.now() - minute, server: world.server.id, createdBy: world.server.owner };
  made = (await createSchedules(database).add(dailyAt("21:00", at)))!;
  ahead = 0;
}

const start = async (): Promise<void> => {
  life = await live(place, { playground, library, now: () => playground.clock.now() + ahead });
};

/** Ends the bot with no more time than a killed process has. */
const kill = async (): Promise<void> => {
  await life?.kill();
  life = undefined;
};

/** Waits for what the bot does within the next seconds. */
const soon = (look: () => unknown): Promise<unknown> => vi.waitFor(look, { timeout: 8000, interval: 50 });

/** Lets hours pass, one by one, and the bot look several times in each. */
async function pass(hours: number): Promise<void> {
  for (let passed = 0; passed < hours; passed += 1) {
    playground.clock.moveBy(hour);
    await sleep(60);
  }
}

/** The dates in the channel, such as "0301". */
const posted = (): string[] => postsIn(playground, channel).map((post) => dateOf(post).slice(-4));
const onDate = (date: string) => deliveries.find(`${made.id}2027${date}`);

describeOnStores("a bot whose clock is months ahead", (store) => {
  beforeEach(() => open(store));
  afterEach(async () => {
    await kill();
    await playground.close();
    await place.remove();
  });

  it("forgets nothing, and accounts for each date that passed meanwhile when its clock is right again", async () => {
    await start();
    await pass(2);
    await soon(() => expect(posted()).toEqual(["0301"]));
    ahead = 100 * day;
    await pass(48);
    expect(await onDate("0301")).toMatchObject({ state: "sent" });
    ahead = 0;
    await soon(() => expect(posted().at(-1)).toBe("0303"));
    expect(await onDate("0302")).toMatchObject({ state: "missed", miss: { kind: "down" } });
    await pass(24);
    await soon(() => expect(posted().at(-1)).toBe("0304"));
    expect(posted().filter((date) => date.startsWith("03"))).toEqual(["0301", "0303", "0304"]);
  });

  it("and is killed when it had just posted finds that post when its clock is right, though a lot was written since", async () => {
    ahead = 100 * day;
    await die("after");
    for (const hours of [2, 9]) {
      playground.clock.moveBy(hours * hour);
      write(60);
    }
    ahead = 0;
    await start();
    await sleep(200);
    playground.clock.moveBy(minute);
    await soon(async () => expect((await newest())?.state).toBe("sent"));
    expect(posted().filter((date) => date === "0609")).toHaveLength(1);
  });

  it("and is killed before it could post leaves the future date to its own day", async () => {
    ahead = 100 * day;
    await die("before");
    ahead = 0;
    await start();
    await soon(async () => expect((await newest())?.retryAt).toBeGreaterThan(0));
    await pass(2);
    await soon(() => expect(posted()).toEqual(["0301"]));
    await soon(async () => expect(await newest()).toMatchObject({ state: "claimed", date: "2027-06-09", retryAt: Date.parse("2027-06-09T20:00:00Z") }));
    playground.clock.moveTo(Date.parse("2027-06-09T20:00:30Z"));
    await soon(() => expect(posted()).toEqual(["0301", "0609"]));
  });

  it("and stays so finds its post among all that was written since", async () => {
    ahead = 100 * day;
    await die("after");
    write(150);
    playground.clock.moveBy(10 * minute);
    await start();
    await soon(async () => expect((await newest())?.state).toBe("sent"));
    expect(posted()).toEqual(["0609"]);
  });
});

const newest = async () => (await deliveries.ofSchedule(made.id, 1))[0];

/** The bot dies between its post and the answer, or before the post. */
async function die(when: "before" | "after"): Promise<void> {
  playground.faults.cut(posting, 1000, when);
  await start();
  await soon(async () => expect((await newest())?.attempts).toBe(1));
  await kill();
  playground.faults.clear();
}

function write(messages: number): void {
  const emil = playground.sit("Emil");
  for (let count = 0; count < messages; count += 1) emil.say(channel, `No spoilers please, ${count}`);
}
