import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Discord } from "./discord.ts";

const project = fileURLToPath(new URL("../", import.meta.url));
/** What `npm start` gives to node, its flags and the file, so that what is measured is what a host runs. */
const { scripts } = JSON.parse(await readFile(join(project, "package.json"), "utf8")) as { scripts: { start: string } };
const started = scripts.start.split(" ");
/** The flags of node that the program runs under. */
export const nodeFlags = started.slice(1, -1);
const entry = join(project, started.at(-1)!);
const reportFile = "report.json";

/** The bot as a process of its own, as its host runs it. */
export interface Program {
  /** Resolves when its log holds this, with how long after the start that was, in milliseconds. */
  says: (text: string) => Promise<number>;
  /** All it logged so far. */
  log: () => string;
  /** What it holds and has computed so far. */
  state: () => Promise<State>;
  /** Asks it to leave, and waits until it has. */
  leave: () => Promise<void>;
}

export interface State {
  /** All its memory, and what of it is JavaScript, in MB (10⁶ bytes). */
  resident: number;
  heap: number;
  /** Time on a core, in milliseconds. */
  computed: number;
}

/**
 * Starts the built program as `npm start` does, without npm.
 *
 * @param folder where it runs, and keeps its store
 * @param observed whether `state` will be asked for: Node itself then answers a signal, with no code in the bot
 */
export function startProgram({ apiUrl, token }: Discord, folder: string, observed = false): Program {
  const flags = observed ? ["--report-on-signal", "--report-signal=SIGUSR2", `--report-directory=${folder}`, `--report-filename=${reportFile}`] : [];
  const { PATH } = process.env;
  const from = performance.now();
  const child = spawn(process.execPath, [...nodeFlags, ...flags, entry], {
    cwd: folder,
    env: { PATH, DISCORD_TOKEN: token, DISCORD_API_URL: apiUrl },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let log = "";
  let errors = "";
  child.stdout.on("data", (chunk: Buffer) => (log += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (errors += chunk.toString()));
  const ended = once(child, "exit");
  const failed = ended.then(() => {
    throw new Error(`The bot ended: ${log}${errors}`);
  });
  failed.catch(() => undefined);

  return {
    says: async (text) => {
      while (!log.includes(text)) await Promise.race([once(child.stdout, "data"), failed]);
      return performance.now() - from;
    },
    log: () => log,
    state: async () => {
      errors = "";
      child.kill("SIGUSR2");
      while (!errors.includes("report completed")) await Promise.race([once(child.stderr, "data"), failed]);
      const file = join(folder, reportFile);
      const { resourceUsage, javascriptHeap } = JSON.parse(await readFile(file, "utf8")) as Report;
      await rm(file);
      const { rss, userCpuSeconds, kernelCpuSeconds } = resourceUsage;
      return { resident: Number(rss) / 1e6, heap: javascriptHeap.usedMemory / 1e6, computed: (userCpuSeconds + kernelCpuSeconds) * 1000 };
    },
    leave: async () => {
      child.kill("SIGTERM");
      await ended;
    },
  };
}

/** What we read of Node's diagnostic report. */
interface Report {
  resourceUsage: { rss: number | string; userCpuSeconds: number; kernelCpuSeconds: number };
  javascriptHeap: { usedMemory: number };
}
