import { execFileSync } from "node:child_process";

/** Builds once before all tests: those that run the bot as a process run what its host runs. */
export function setup(): void {
  execFileSync("npm", ["run", "--silent", "build"], { stdio: "inherit" });
}
