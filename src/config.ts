import * as z from "zod";

const url = (schemes: string[]) =>
  z.url({ protocol: new RegExp(`^(${schemes.join("|")})$`), error: `should be an address that begins with ${schemes.map((scheme) => `${scheme}://`).join(" or ")}` });

/** A variable that is set to nothing, as in .env.example, counts as not set. */
const unset = (value: unknown) => (value === "" ? undefined : value);

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
    z.string().regex(/^(?:file:|postgres(?:ql)?:\/\/)./, 'should be "file:" and the path of a file, such as file:./data/intertitle.db, or the address of a PostgreSQL database, such as postgres://user:password@host/intertitle').default("file:./data/intertitle.db"),
  ),
  LOG_LEVEL: z.preprocess(
    unset,
    z.enum(["debug", "info", "warn", "error"], "should be debug, info, warn or error").default("info"),
  ),
  PLAYGROUND_PORT: z.preprocess(
    unset,
    z.coerce.number("should be a number").int().min(0, "should be 0 to 65535").max(65_535, "should be 0 to 65535").default(4477),
  ),
});

/** The settings of this process. */
export interface Config {
  /** Absent when there is none: then the playground is meant. */
  token: string | undefined;
  apiUrl: string;
  databaseUrl: string;
  logLevel: "debug" | "info" | "warn" | "error";
  playgroundPort: number;
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
  const { DISCORD_TOKEN, DISCORD_API_URL, DATABASE_URL, LOG_LEVEL, PLAYGROUND_PORT } = checked.data;
  return {
    token: DISCORD_TOKEN,
    apiUrl: DISCORD_API_URL.replace(/\/+$/, ""),
    databaseUrl: DATABASE_URL,
    logLevel: LOG_LEVEL,
    playgroundPort: PLAYGROUND_PORT,
  };
}
