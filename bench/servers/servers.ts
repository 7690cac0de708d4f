import { execFile } from "node:child_process";
import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { openDatabase } from "../../src/store/database.ts";
import { typescript } from "../discord.ts";
import { quantile, table, verdict } from "../figures.ts";
import { nodeFlags } from "../program.ts";
import { stockServers } from "./stock.ts";

const servers = 10_000;
const interviewsEach = 5;

interface Used {
  marks: { used: number; resident: number; heap: number }[];
  /** Milliseconds to make a library and search it, and to search it again. */
  wakes: number[];
  again: number[];
}

/** Whether memory grows with the number of servers: 10,000 of them with five interviews each, used one after another in one process, on a SQLite file. */
export async function measureServers(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "intertitle-bench-"));
  const file = join(folder, "intertitle.db");
  const database = await openDatabase(`file:${file}`);
  await stockServers(database, servers, interviewsEach);
  await database.destroy();
  const program = fileURLToPath(new URL("process.ts", import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [...typescript, ...nodeFlags, "--expose-gc", program, `file:${file}`, String(servers)], { maxBuffer: 1e8 });
  const size = (await stat(file)).size / 1e6;
  await rm(folder, { recursive: true });
  const { marks, wakes, again } = JSON.parse(stdout) as Used;

  const half = marks.at(-2)!;
  const all = marks.at(-1)!;
  return [
    table(
      ["servers used so far", ...marks.map(({ used }) => String(used))],
      [
        ["resident, MB", ...marks.map(({ resident }) => resident.toFixed(1))],
        ["of it JavaScript in use", ...marks.map(({ heap }) => heap.toFixed(1))],
      ],
    ),
    table(
      ["milliseconds", "p50", "p99", "most"],
      [
        ["first question in a server: read, parsed, indexed, searched", ...[0.5, 0.99, 1].map((share) => quantile(wakes, share).toFixed(1))],
        ["the next question", ...[0.5, 0.99, 1].map((share) => quantile(again, share).toFixed(2))],
      ],
    ),
    `${servers} servers with ${interviewsEach} interviews of 25,000 characters each, a file of ${size.toFixed(0)} MB.`,
    verdict("memory does not grow with the number of servers: after the second half it holds under a tenth more than after the first", all.resident / half.resident, 1.1, "times"),
  ].join("\n\n");
}
