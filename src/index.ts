import { config as readDotenv } from "dotenv";
import { createBot, LoginProblem } from "./bot.ts";
import { ConfigProblem, readConfig, type Config } from "./config.ts";
import { DataProblem } from "./library/check.ts";
import { loadLibrary } from "./library/load.ts";
import { createLog, type Log } from "./log.ts";
import { createServices } from "./services.ts";
import { openDatabase, StoreProblem } from "./store/database.ts";

/** Mistakes that the person who runs the bot can mend: told in plain words, without a stack. */
const mendable = [ConfigProblem, DataProblem, StoreProblem, LoginProblem];

/** Milliseconds. */
const longestFarewell = 4800;

try {
  readDotenv({ quiet: true });
  const config = readConfig(process.env);
  // discord.js would read these once more, in its own way.
  for (const name of ["SHARDS", "SHARD_COUNT"]) delete process.env[name];
  const log = await createLog(config.logLevel);
  await run(config, log);
} catch (error) {
  const isMendable = error instanceof Error && mendable.some((kind) => error instanceof kind);
  console.error(isMendable ? error.message : error);
  process.exitCode = 1;
}

async function run(config: Config, log: Log): Promise<void> {
  const [library, database] = await Promise.all([loadLibrary(config.libraryDir), openDatabase(config.databaseUrl)]);
  log.info({ interviews: library.interviews.length, quotes: library.quotes.length, films: library.films.length }, "library loaded");
  const playground = config.token ? undefined : await openPlayground(config, () => services.schedules.nextAt());
  const services = createServices(library, database, { now: playground?.clock.now ?? Date.now, log });
  // Time in the playground goes on where it stood: no date that had its post comes again.
  playground?.clock.moveTo(Math.max(playground.clock.now(), (await services.deliveries.latest()) ?? 0));
  const bot = createBot(services, playground?.apiUrl ?? config.apiUrl, config);

  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => leave(signal, 0));
  void bot.lost.then(() => leave("Discord closed the connection", 1));
  await bot.start(playground?.token ?? config.token!);
  if (playground) {
    console.log(`\nNo DISCORD_TOKEN is set, so the bot is in the playground, a small Discord on this machine: open ${playground.url} and type / to begin; Ctrl+C ends it.\n`);
  }

  /** Closes everything in order and ends the process, with this code if all goes well. */
  function leave(because: string, code: number): void {
    log.info({ because }, "leaving");
    // Whatever holds us up, a host waits no longer than five seconds.
    setTimeout(() => process.exit(code), longestFarewell).unref();
    closeAll().then(
      () => process.exit(code),
      (error: unknown) => {
        log.error({ error }, "left in a hurry");
        process.exit(1);
      },
    );
  }

  async function closeAll(): Promise<void> {
    await bot.stop();
    await database.destroy();
    await playground?.close();
    log.info("goodbye");
  }
}

/**
 * The playground is loaded only when it is wanted: a bot on Discord has no use for it.
 *
 * @param nextEvent when the bot next posts by itself, so that the page can let time pass until then
 * @throws ConfigProblem when its port is taken
 */
async function openPlayground({ playgroundPort }: Config, nextEvent: () => Promise<number | undefined>) {
  const { startPlayground } = await import("./playground/playground.ts");
  try {
    return await startPlayground({ port: playgroundPort, nextEvent });
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EADDRINUSE")) throw error;
    throw new ConfigProblem(`PLAYGROUND_PORT ${playgroundPort} is taken, perhaps by another playground: set another, or 0 for any that is free.`);
  }
}
