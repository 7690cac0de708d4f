import type { EventEmitter } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setImmediate as breathe } from "node:timers/promises";
import { GatewayDispatchEvents, type GatewayInteractionCreateDispatch } from "discord.js";
import { createBot, type Bot } from "../src/bot.ts";
import { loadLibrary } from "../src/library/load.ts";
import { createLog } from "../src/log.ts";
import { createServices } from "../src/services.ts";
import { openDatabase } from "../src/store/database.ts";
import { cases, type Case } from "./cases.ts";
import type { Discord } from "./discord.ts";
import { quantile, table, verdict } from "./figures.ts";

const warmUp = 100;
/** Several batches, because what else the machine does comes in bursts: the middle one tells most of the bot. */
const batches = 5;
const rounds = 400;

/**
 * How long the bot alone takes: from the gateway's event, decoded, in discord.js's hands to the finished request for
 * the answer leaving @discordjs/rest. So discord.js's own work on both sides counts, the network doesn't.
 *
 * Each case is acted once over the playground's wire, which gives its event as Discord would send it (and the first
 * time, with nothing warm). Then that event is replayed, under a new id each time and one at a time, into the same
 * client, whose requests end at the wire. The store is a real file.
 */
export async function measureInside(discord: Discord): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "intertitle-bench-"));
  const database = await openDatabase(`file:${join(folder, "store.db")}`);
  const troubles: string[] = [];
  const log = await createLog("info", { write: (line) => void (/"level":[3]0/.test(line) || troubles.push(line)) });
  const bot = createBot(createServices(await loadLibrary(), database, { now: Date.now, log }), discord.apiUrl);
  await bot.start(discord.token);

  const recorded = await record(bot, discord);
  const replay = cutOff(bot);
  const measured = recorded.map((what) => ({ ...what, batches: Array.from({ length: batches }, (): number[] => []) }));
  for (let round = -warmUp; round < batches * rounds; round += 1) {
    for (const { one, event, batches } of measured) {
      const { took, answer } = await replay(event);
      if (!answer.includes(one.shows)) throw new Error(`${one.name} shows something else: ${answer}`);
      if (round >= 0) batches[Math.floor(round / rounds)]!.push(took);
      await breathe();
    }
  }
  await bot.stop();
  await database.destroy();
  await rm(folder, { recursive: true });
  if (troubles.length > 0) throw new Error(`The bot logged trouble: ${troubles[0]}`);

  const worst = (...kinds: Case["kind"][]) => Math.max(...measured.filter(({ one }) => kinds.includes(one.kind)).map(({ batches }) => middle(batches, 0.99)));
  return [
    table(
      ["inside the bot", "p50, ms", "p99", "most", "the first time"],
      measured.map(({ one, first, batches }) => [
        one.name,
        ...[middle(batches, 0.5), middle(batches, 0.99), quantile(batches.flat(), 1), first].map((time) => time.toFixed(2)),
      ]),
    ),
    verdict("p99 of every command and press under 5 ms", worst("command", "press"), 5, "ms at most"),
    verdict("p99 of every autocomplete under 2 ms", worst("autocomplete"), 2, "ms at most"),
    `${batches} batches of ${rounds} after ${warmUp} to warm up, all cases in turn and one act at a time; p50 and p99 are those of the middle batch.`,
  ].join("\n\n");
}

/** The quantile of each batch, and of those the median. */
function middle(batches: number[][], share: number): number {
  return quantile(
    batches.map((batch) => quantile(batch, share)),
    0.5,
  );
}

interface Recorded {
  one: Case;
  /** The event as JSON, because every real one is parsed anew. */
  event: string;
  first: number;
}

/** Acts every case once over the wire. */
async function record({ client }: Bot, discord: Discord): Promise<Recorded[]> {
  let event = "";
  let received = 0;
  let first = 0;
  client.on("raw", (packet: GatewayInteractionCreateDispatch) => {
    if (packet.t !== GatewayDispatchEvents.InteractionCreate) return;
    received = performance.now();
    event = JSON.stringify(packet);
  });
  const { options } = client.rest;
  const send = options.makeRequest.bind(options);
  options.makeRequest = async (url, request) => {
    first = performance.now() - received;
    return send(url, request);
  };
  const recorded: Recorded[] = [];
  for (const one of cases) {
    await discord.ask("prepare", one.name);
    await discord.ask("act", one.name);
    recorded.push({ one, event, first });
  }
  client.removeAllListeners("raw");
  return recorded;
}

/** Ends the client's requests at the wire. Gives a function that lets an event arrive once more and waits for the answer to it. */
function cutOff({ client }: Bot): (event: string) => Promise<{ took: number; answer: string }> {
  let handed: ((at: number, answer: string) => void) | undefined;
  client.rest.options.makeRequest = async (_url, { body }) => {
    handed?.(performance.now(), body as string);
    return new Response(null, { status: 204 }) as never;
  };
  // discord.js has no public way to let an event arrive; this is where those of the real gateway do.
  const gateway = Reflect.get(client.ws, "_ws") as EventEmitter;
  let id = 0n;

  return (event) => {
    const data = JSON.parse(event) as GatewayInteractionCreateDispatch;
    id ||= BigInt(data.d.id);
    data.d.id = String((id += 1n));
    return new Promise((resolve, reject) => {
      const patience = setTimeout(() => reject(new Error(`No answer to ${event}`)), 3000);
      let received = 0;
      handed = (at, answer) => {
        clearTimeout(patience);
        resolve({ took: at - received, answer });
      };
      received = performance.now();
      gateway.emit("dispatch", { data, shardId: 0 });
    });
  };
}
