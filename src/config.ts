import * as z from "zod";

const url = (schemes: string[]) =>
  z.url({ protocol: new RegExp(`^(${schemes.join("|")})$`), error: `should be an address that begins with ${schemes.map((scheme) => `${scheme}://`).join(" or ")}` });

/** A variable that is set to nothing, as in .env.example, counts as not set. */
const unset = (value: unknown) => (value === "" ? undefined : value);

const windowSentence = "should be a number of hours, from 0.25 to 24";
/** More than any bot has; a mistyped number should not open a thousand connections. */
const mostShards = 10_000;
const countSentence = `should be a whole number, from 1 to ${mostShards}`;

const environmentSchema = z.object({
  DISCORD_TOKEN: z.preprocess(
    unset,
    z
      .string()
      .regex(/^[\w-]+\.[\w-]+\.[\w-]+$/, "should be the bot's token: three parts with dots between, from the Bot page of your application")
      .optional(),
  ),
  DISCORD_API_URL: z.preprocess(unset, url(["https", "http"]).default("https://discord.com/api")),
  DATABASE_URL: z.preprocess(
    unset,
    z.string().regex(/^(?:file:|postgres(?:ql)?:\/\/)./, 'should be "file:" and the path of a file, such as file:./data/intertitle.db, or the address of a PostgreSQL database, such as postgres://user:password@host/intertitle').optional(),
  ),
  LIBRARY_DIR: z.preprocess(unset, z.string().optional()),
  LOG_LEVEL: z.preprocess(
    unset,
    z.enum(["debug", "info", "warn", "error"], "should be debug, info, warn or error").default("info"),
  ),
  PLAYGROUND_PORT: z.preprocess(
    unset,
    z.coerce.number("should be a number").int().min(0, "should be 0 to 65535").max(65_535, "should be 0 to 65535").default(4477),
  ),
  DAILY_WINDOW: z.preprocess(
    unset,
    z.coerce.number(windowSentence).min(0.25, windowSentence).max(24, windowSentence).default(6),
  ),
  SHARD_COUNT: z.preprocess(unset, z.coerce.number(countSentence).int(countSentence).min(1, countSentence).max(mostShards, countSentence).default(1)),
  SHARDS: z.preprocess(unset, z.string().regex(/^\d{1,5}(?: ?, ?\d{1,5}){0,99}$/, "should be numbers of shards with commas between, such as 0,1").optional()),
});

/** The settings of this process. */
export interface Config {
  /** Absent when there is none: then the playground is meant. */
  token: string | undefined;
  apiUrl: string;
  databaseUrl: string;
  /** The folder with interviews, films and people of the host's own, beside the bundled ones. */
  libraryDir: string | undefined;
  logLevel: "debug" | "info" | "warn" | "error";
  playgroundPort: number;
  /** How late a daily post may come, in milliseconds. */
  dailyWindow: number;
  /** The parts of the gateway that this process takes, and into how many it is parted. */
  shards: number[];
  shardCount: number;
}

/** A variable has a value that will not do. The message names each with what it should be, and never shows a value. */
export class ConfigProblem extends Error {
  override readonly name = "ConfigProblem";
}

/**
 * Reads the settings from the environment.
 *
 * @throws ConfigProblem
 */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const checked = environmentSchema.safeParse(environment);
  if (!checked.success) {
    throw new ConfigProblem(checked.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}.`).join("\n"));
  }
  const { DISCORD_TOKEN, DISCORD_API_URL, DATABASE_URL, LIBRARY_DIR, LOG_LEVEL, PLAYGROUND_PORT, DAILY_WINDOW, SHARD_COUNT } = checked.data;
  return {
    token: DISCORD_TOKEN,
    apiUrl: DISCORD_API_URL.replace(/\/+$/, ""),
    // What is tried out in the playground stays apart from what a server set up.
    databaseUrl: DATABASE_URL ?? (DISCORD_TOKEN ? "file:./data/intertitle.db" : "file:./data/playground.db"),
    libraryDir: LIBRARY_DIR,
    logLevel: LOG_LEVEL,
    playgroundPort: PLAYGROUND_PORT,
    dailyWindow: DAILY_WINDOW * 3_600_000,
    shards: readShards(checked.data),
    shardCount: SHARD_COUNT,
  };
}

/** @throws ConfigProblem when a shard is none of them, or when several processes would share a file */
function readShards({ SHARDS, SHARD_COUNT, DATABASE_URL }: z.output<typeof environmentSchema>): number[] {
  const all = Array.from({ length: SHARD_COUNT }, (_, shard) => shard);
  const shards = SHARDS === undefined ? all : [...new Set(SHARDS.split(",").map(Number))];
  if (shards.some((shard) => shard >= SHARD_COUNT)) {
    throw new ConfigProblem(`SHARDS should be numbers from 0 to ${SHARD_COUNT - 1}: SHARD_COUNT is ${SHARD_COUNT}.`);
  }
  if (shards.length < SHARD_COUNT && (DATABASE_URL ?? "file:").startsWith("file:")) {
    throw new ConfigProblem("SHARDS names a part of all shards, so there are other processes: they share one store, and DATABASE_URL should be a PostgreSQL address.");
  }
  return shards;
}
