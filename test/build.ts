import { execFileSync } from "node:child_process";
import type { TestProject } from "vitest/node";
import { startPostgres } from "./postgres.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** A PostgreSQL server for all tests; absent where PostgreSQL is not installed. */
    postgresUrl: string | undefined;
  }
}

/** Before all tests: builds, as those that run the bot as a process run what its host runs, and starts PostgreSQL. */
export async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  execFileSync("npm", ["run", "--silent", "build"], { stdio: "inherit" });
  // Nobody here pulls the plug: what tests commit need not reach the disk.
  const postgres = await startPostgres(["fsync=off"]);
  if (!postgres) console.warn("PostgreSQL is not installed here, so whatever is tested on it is skipped.");
  provide("postgresUrl", postgres?.url);
  return async () => postgres?.stop();
}
