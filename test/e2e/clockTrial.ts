import { setTimeout as sleep } from "node:timers/promises";
import type { Library } from "../../src/library/library.ts";
import { startPlayground } from "../../src/playground/playground.ts";
import { createDeliveries } from "../../src/store/deliveries.ts";
import type { StoreKind } from "../stores.ts";
import { allOf, beginning, count, isBusy, live, setUp, type ClockTrialResult } from "./clockSetting.ts";
import { dateKey } from "./schedules.ts";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
/** Long enough for the bot to have looked what is to be done and begun, in real milliseconds. */
const someRounds = 60;
const posting = { method: "POST", path: /\/messages$/ };

/** How a trial of clocks goes. */
export interface ClockTrialOptions {
  store: StoreKind;
  library: Library;
  steps: number;
  random: () => number;
}

/**
 * Lets days pass for a dozen schedules while the bot is killed and its clock is set wrong and right again at random. Discord's clock is
 * always right. Gives what became of the dates, and what happened, in order.
 */
export async function runClockTrial({ store, library, steps, random }: ClockTrialOptions): Promise<ClockTrialResult & { story: string[] }> {
  const place = await store.makePlace();
  const playground = await startPlayground({ page: false });
  const { clock } = playground;
  clock.moveTo(beginning);
  const database = await place.open();
  const schedules = await setUp(playground, database);
  const deliveries = createDeliveries(database);
  let wrongBy = 0;
  const now = (): number => clock.now() + wrongBy;
  let life = await live(place, { playground, library, now });
  const explained = new Set<string>();
  const story: string[] = [];

  /** Waits until the bot has done all that it has to do at this moment, and notes for which dates that are over it gives a reason. */
  async function settle(): Promise<void> {
    let [before, after] = ["", await allOf(database)];
    do {
      await sleep(someRounds);
      [before, after] = [after, await allOf(database)];
    } while (before !== after || (await isBusy(database, now())));
    for (const { id } of schedules) {
      for (const { date, dueAt, state } of await deliveries.ofSchedule(id, 400)) {
        if (dueAt <= clock.now() && (state === "missed" || state === "uncertain")) explained.add(dateKey(id, date));
      }
    }
  }

  const upTo = (most: number): number => Math.ceil(random() * most);
  const pick = <Choice>(choices: readonly Choice[]): Choice => choices[Math.floor(random() * choices.length)]!;
  const pass = (most: number): string => {
    const time = upTo(most);
    clock.moveBy(time);
    return `${(time / hour).toFixed(1)} hours pass`;
  };
  const passByHours = async (): Promise<string> => {
    const pieces = upTo(8);
    for (let piece = 0; piece < pieces; piece += 1) {
      clock.moveBy(5 * hour);
      await settle();
    }
    return `${5 * pieces} hours pass, five at a time`;
  };
  const happenings: (() => string | Promise<string>)[] = [
    () => pass(30 * minute),
    () => pass(20 * hour),
    passByHours,
    passByHours,
    () => {
      wrongBy = pick([1, -1]) * pick([upTo(30 * minute), upTo(12 * hour), upTo(3 * day), upTo(200 * day)]);
      return `the clock is wrong by ${(wrongBy / hour).toFixed(1)} hours`;
    },
    async () => {
      const by = -upTo(30 * hour);
      pass(12 * hour);
      await settle();
      wrongBy += by;
      await settle();
      wrongBy = 0;
      return `the clock goes back by ${(-by / hour).toFixed(1)} hours for a moment, and is right again at once`;
    },
    async () => {
      wrongBy = upTo(200 * day);
      return `the clock is ${(wrongBy / day).toFixed(1)} days ahead, and ${await passByHours()}`;
    },
    () => {
      wrongBy = 0;
      return "the clock is put right";
    },
    async () => {
      playground.faults.cut(posting, upTo(4), pick(["before", "after"]));
      const passed = pass(14 * hour);
      await sleep(upTo(60));
      await life.kill();
      playground.faults.clear();
      const rest = pass(pick([2 * minute, 10 * minute, 9 * hour, 40 * hour]));
      // Not before its claims have run out.
      clock.moveBy(minute);
      life = await live(place, { playground, library, now });
      return `${passed}, it is killed, and after that ${rest}`;
    },
  ];

  try {
    await settle();
    for (let step = 0; step < steps; step += 1) {
      story.push(`${new Date(clock.now()).toISOString()} ${await pick(happenings)()}`);
      await settle();
    }
    wrongBy = 0;
    await settle();
    // A week, so that each has come once more.
    for (let pieces = 0; pieces < 34; pieces += 1) {
      clock.moveBy(5 * hour);
      await settle();
    }
    return { ...count(playground, schedules, explained), story };
  } finally {
    await life.kill();
    await playground.close();
    await place.remove();
  }
}
