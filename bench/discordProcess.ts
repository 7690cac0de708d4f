/** A playground in a process of its own, so that it takes no time from the bot's, with members who act when told to. */
import { setTimeout as sleep } from "node:timers/promises";
import type { Person } from "../src/playground/person.ts";
import { startPlayground } from "../src/playground/playground.ts";
import type { SeenMessage } from "../src/playground/protocol.ts";
import { cases, type Case } from "./cases.ts";

const playground = await startPlayground({ page: false });
const { world } = playground;
const ada = playground.sit("Ada");
const crowd: Person[] = [];
const messages = new Map<string, SeenMessage | undefined>();
/** The channels that are for daily posts, and what came there: when (epoch milliseconds), and under which nonce. */
const dailyChannels = new Set<string>();
const posts: { at: number; nonce: string }[] = [];

world.listen((happening) => {
  if (happening.kind !== "message" || !dailyChannels.has(happening.message.channel_id)) return;
  posts.push({ at: Date.now(), nonce: String(happening.message.nonce) });
});

/** What happened to some members who acted. */
export interface Acted {
  /** How long each act took, from the key pressed to the answer seen, in milliseconds. */
  times: number[];
  /** How long all of it took, in milliseconds. */
  duration: number;
  /** Acts that failed, that were answered late, or that showed something else than they must. */
  errors: string[];
  /** What this process itself computed, in milliseconds of one core. */
  computed: number;
}

export const jobs = {
  /** Where the bot finds this Discord. */
  address: () => ({ apiUrl: playground.apiUrl, token: playground.token }),

  /** As if no bot had ever registered here. */
  forgetCommands: () => world.commands.clear(),

  /** Brings about what a case needs before it. */
  prepare: async (name: string): Promise<void> => void messages.set(name, await called(name).before?.(ada)),

  /** Lets Ada act once. Throws when she sees something else than she must. */
  act: async (name: string): Promise<void> => check(called(name), await called(name).act(ada, messages.get(name), 0)),

  /** Lets Ada act again and again, each time after she saw the answer. */
  repeat: async (name: string, count: number): Promise<Acted> => measure([ada], [called(name)], count),

  /** Lets many act at once, each going through all cases in turn, until this many acts are done. */
  actAtOnce: async (members: number, count: number): Promise<Acted> => {
    return measure(crowdOf(members), cases, count);
  },

  /** Lets members act so often, whether those before have their answers or not: all cases in turn, each member the next. */
  actSteadily: async (perSecond: number, seconds: number): Promise<Acted> => measureSteadily(crowdOf(8), perSecond, seconds),

  /** Opens channels for daily posts, and gives their ids and that of their server. */
  openChannels: (count: number): { server: string; channels: string[] } => {
    for (let at = 0; at < count; at += 1) dailyChannels.add(playground.addChannel(`daily-${at}`));
    return { server: world.server.id, channels: [...dailyChannels] };
  },

  /** The daily posts that came so far, oldest first. */
  posts: () => posts,
};

export type Jobs = typeof jobs;

process.on("message", ({ job, given }: { job: keyof Jobs; given: never[] }) => {
  const work = async (): Promise<unknown> => jobs[job](...(given as [never, never]));
  work().then(
    (result) => process.send!({ result }),
    (error: unknown) => process.send!({ error: String(error) }),
  );
});
// Without whoever opened it, it has nothing to stay for.
process.on("disconnect", () => process.exit());
process.send!({ result: "open" });

async function measure(people: Person[], doing: Case[], count: number): Promise<Acted> {
  return timed(people, doing, async (acted, before) => {
    let begun = 0;
    const keepActing = async (person: Person, at: number): Promise<void> => {
      const turns = doing.map(() => 0);
      for (let step = at; begun < count; step += 1) {
        begun += 1;
        const which = step % doing.length;
        await actOnce(acted, doing[which]!, person, before[at]![which], turns[which]!);
        turns[which]! += 1;
      }
    };
    await Promise.all(people.map(keepActing));
  });
}

async function measureSteadily(people: Person[], perSecond: number, seconds: number): Promise<Acted> {
  return timed(people, cases, async (acted, before) => {
    const began = performance.now();
    const acts: Promise<void>[] = [];
    for (let step = 0; step < perSecond * seconds; step += 1) {
      await sleep(began + (step / perSecond) * 1000 - performance.now());
      const which = step % cases.length;
      const turn = Math.floor(step / cases.length);
      const who = turn % people.length;
      acts.push(actOnce(acted, cases[which]!, people[who]!, before[who]![which], Math.floor(turn / people.length)));
    }
    await Promise.all(acts);
  });
}

/** Brings about what the cases need before them, for each of the people, and measures what then happens. */
async function timed(people: Person[], doing: Case[], work: (acted: Acted, before: (SeenMessage | undefined)[][]) => Promise<void>): Promise<Acted> {
  // A long history is the playground's burden and not the bot's.
  for (const place of world.places.values()) if (!dailyChannels.has(place.id)) place.messages.clear();
  const acted: Acted = { times: [], duration: 0, errors: [], computed: 0 };
  const before = await Promise.all(people.map((person) => Promise.all(doing.map(async (one) => one.before?.(person)))));
  const computedBefore = process.cpuUsage();
  const began = performance.now();
  await work(acted, before);
  acted.duration = performance.now() - began;
  const computed = process.cpuUsage(computedBefore);
  acted.computed = (computed.user + computed.system) / 1000;
  return acted;
}

async function actOnce(acted: Acted, one: Case, person: Person, message: SeenMessage | undefined, turn: number): Promise<void> {
  const from = performance.now();
  try {
    const text = await one.act(person, message, turn);
    acted.times.push(performance.now() - from);
    check(one, text);
  } catch (error) {
    acted.errors.push(`${one.name}: ${String(error)}`);
  }
}

function check({ name, shows }: Case, text: string): void {
  if (!text.includes(shows)) throw new Error(`${name} shows something else: ${text}`);
}

function called(name: string): Case {
  return cases.find((one) => one.name === name)!;
}

/** The first so many of the members who act at once. */
function crowdOf(members: number): Person[] {
  while (crowd.length < members) crowd.push(newMember(crowd.length));
  return crowd.slice(0, members);
}

function newMember(index: number): Person {
  const id = world.ids.next();
  const username = `member${index}`;
  const user = { id, username, global_name: username, discriminator: "0", avatar: null };
  world.members.set(id, { user, roles: [], joinedAt: new Date(world.now()).toISOString() });
  return playground.sit(username);
}
