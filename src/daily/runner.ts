/** The heart of the daily posts: claims what is due, and sees that it is posted once. */
import { setTimeout as sleep } from "node:timers/promises";
import type { Library } from "../library/library.ts";
import type { Services } from "../services.ts";
import type { Plan } from "../store/deliveries.ts";
import { createDelivering, leaseLasts } from "./deliver.ts";
import { createLoop } from "./loop.ts";
import { planDue } from "./plan.ts";
import type { Poster } from "./poster.ts";
import { createQueue } from "./queue.ts";
import type { Schedule } from "./schedule.ts";
import { createUpkeep } from "./upkeep.ts";

export interface Runner {
  start(): void;
  /** Claims nothing more, finishes what is being sent, and leaves the rest to whoever comes after. */
  stop(): Promise<void>;
}

export interface RunnerSettings {
  poster: Poster;
  /** Milliseconds that a post may be late. */
  window: number;
  /** Milliseconds between two looks at what is due. */
  interval: number;
  /** The id of this process, which no other has or had. */
  owner: string;
  /** Which part of what Discord allows is this process's, from 0 to 1. */
  share: number;
  /** From 0 to 1. */
  random: () => number;
}

/** In hand is what Discord lets us post in two seconds: it waits for nobody long, and a process that dies holds up little. */
const limits = { inHand: 80, atOnce: 40 };

/**
 * Milliseconds between the beginnings of two posts: a little more than Discord's limit asks for, because whatever waits for a limit
 * goes out at once when it ends, and members wait behind forty posts at once ten times as long as behind one.
 */
const spacing = 27;

/** Milliseconds until a schedule that could not be planned is tried again. */
const unplannableRest = 3_600_000;

/** Makes the runner. Several, in processes of their own, share one store and its work. */
export function createRunner(services: Services, { poster, window, interval, owner, share, random }: RunnerSettings): Runner {
  const { libraries, deliveries, now, log } = services;
  const deliver = createDelivering(services, { poster, owner, random });
  let nextTurn = 0;
  const queue = createQueue(limits, async (delivery) => {
    const turn = Math.max(performance.now(), nextTurn);
    nextTurn = turn + spacing / share;
    await sleep(turn - performance.now());
    try {
      await deliver(delivery);
    } catch (error) {
      log.error({ delivery: delivery.id, error }, "daily post left until its lease ends");
    }
  });

  async function post(): Promise<void> {
    const time = now();
    const leaseUntil = time + leaseLasts;
    if (queue.room > 0) queue.add(await deliveries.takeOver(time, queue.room, { owner, until: leaseUntil }));
    if (queue.room === 0) return;
    const servers = await deliveries.dueServers(time, queue.room);
    if (servers.length === 0) return;
    const known = await libraries.ofAll(servers);
    queue.add(
      await deliveries.claimDue(time, queue.room, (schedule) => {
        const library = known.get(schedule.server);
        if (library) return plan(schedule, library, time, leaseUntil);
        // What fell due in yet another server meanwhile waits for the next look; a library that cannot be had keeps nobody else's posts waiting.
        return servers.includes(schedule.server) ? putOff(schedule, time) : undefined;
      }),
    );
  }

  /** One schedule that cannot be planned, as in a zone that this machine does not know, must not hold up the others: it is tried again later. */
  function plan(schedule: Schedule, library: Library, time: number, leaseUntil: number): Plan {
    try {
      return planDue(schedule, library.quoteIdsFor(schedule.filter), time, { window, owner, leaseUntil });
    } catch (error) {
      log.error({ schedule: schedule.id, error }, "daily post could not be planned");
      return putOff(schedule, time);
    }
  }

  const loops = [
    createLoop("daily posting", interval, post, log),
    createLoop("daily upkeep", interval, createUpkeep(services, { poster, owner, window }), log),
  ];

  return {
    start: () => loops.forEach((loop) => loop.start()),
    stop: async () => {
      await Promise.all([...loops.map((loop) => loop.stop()), queue.stop()]);
    },
  };
}

/** The schedule is tried again later, and keeps nobody else waiting. */
function putOff(schedule: Schedule, time: number): Plan {
  return { schedule: { ...schedule, next: { ...schedule.next!, at: time + unplannableRest } }, deliveries: [] };
}
