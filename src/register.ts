/** `npm run register [-- --guild ID] [-- --dry-run] [-- --remove]`: tells Discord our commands by hand, or takes them back, and prints what that changes. */
import { REST } from "@discordjs/rest";
import { Routes, type APIApplication } from "discord.js";
import { config as readDotenv } from "dotenv";
import { parseArgs } from "node:util";
import { commands } from "./commands/index.ts";
import { readConfig } from "./config.ts";
import { isNone, registerCommands, type Difference } from "./discord/registration.ts";
import { restOptions } from "./discord/rest.ts";

try {
  await register();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

async function register(): Promise<void> {
  const { values } = parseArgs({ options: { guild: { type: "string" }, "dry-run": { type: "boolean", default: false }, remove: { type: "boolean", default: false } } });
  readDotenv({ quiet: true });
  const { token, apiUrl } = readConfig(process.env);
  if (!token) throw new Error("DISCORD_TOKEN is not set: put the bot's token into .env, see .env.example.");
  if (values.guild !== undefined && !/^\d{17,20}$/.test(values.guild)) {
    throw new Error("--guild should be a server's ID: 17 to 20 digits, from a right-click on the server with developer mode on.");
  }
  const rest = new REST(restOptions(apiUrl)).setToken(token);
  const application = (await rest.get(Routes.currentApplication())) as APIApplication;
  const dryRun = values["dry-run"];
  const difference = await registerCommands(
    rest,
    application.id,
    values.remove ? [] : commands.map(({ data }) => data),
    { guild: values.guild, dryRun },
  );
  const where = values.guild ? `server ${values.guild}` : "everywhere";
  console.log(isNone(difference) ? `Nothing to do: Discord has these commands already (${where}).` : describe(difference, where, dryRun));
}

function describe({ added, changed, removed }: Difference, where: string, dryRun: boolean): string {
  const lines = [
    ...added.map((name) => `  + /${name}`),
    ...changed.map((name) => `  ~ /${name}`),
    ...removed.map((name) => `  - /${name}`),
  ];
  return [dryRun ? `Would change (${where}):` : `Changed (${where}):`, ...lines].join("\n");
}
