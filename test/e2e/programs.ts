import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const project = fileURLToPath(new URL("../../", import.meta.url));

/** A program of ours as a process of its own, as its host runs it. */
export interface Program {
  process: ChildProcess;
  output: () => string;
  errors: () => string;
  /** Resolves with the exit code, or the signal that ended it. */
  ended: Promise<number | string>;
  /** Resolves when the output holds this. */
  says: (text: string) => Promise<void>;
  /** Ends it at once, wherever it is. */
  kill: () => Promise<void>;
}

/**
 * Starts a program.
 *
 * @param file such as "dist/index.js"
 * @param where the folder it runs in, and all of its environment but PATH
 */
export function runProgram(file: string, { folder, environment }: { folder: string; environment: NodeJS.ProcessEnv }, ...args: string[]): Program {
  const { PATH } = process.env;
  const child = spawn(process.execPath, [join(project, file), ...args], { cwd: folder, env: { PATH, ...environment }, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  let errors = "";
  child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (errors += chunk.toString()));
  const ended = once(child, "close").then(([code, signal]) => (code as number | null) ?? (signal as string));
  return {
    process: child,
    output: () => output,
    errors: () => errors,
    ended,
    says: async (text) => {
      while (!output.includes(text)) await Promise.race([once(child.stdout, "data"), ended.then(fail)]);
      function fail(): never {
        throw new Error(`It ended without saying "${text}": ${output}${errors}`);
      }
    },
    kill: async () => {
      child.kill("SIGKILL");
      await ended;
    },
  };
}
