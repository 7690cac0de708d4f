import { execFileSync, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { chmod, chown, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";

/** A PostgreSQL server of one's own, with an empty database named postgres. */
export interface PostgresServer {
  /** The address of its database; another database has the same but for the path. */
  url: string;
  stop(): Promise<void>;
}

/**
 * Starts a throw-away PostgreSQL server in a temporary folder, where PostgreSQL is installed; otherwise gives nothing. It is
 * reached by a socket in that folder, so it meets no other server, and it ends with us, even when we are killed.
 *
 * @param settings PostgreSQL's own, such as "fsync=off"
 */
export async function startPostgres(settings: string[] = []): Promise<PostgresServer | undefined> {
  const programs = await findPrograms();
  const account = accountForServer();
  if (!programs || !account) return undefined;
  const folder = await mkdtemp(join(tmpdir(), "intertitle-postgres-"));
  await chmod(folder, 0o755);
  if (account.uid !== undefined) await chown(folder, account.uid, account.gid!);
  const data = join(folder, "data");
  execFileSync(join(programs, "initdb"), ["--pgdata", data, "--username", "postgres", "--auth", "trust", "--encoding", "UTF8", "--locale", "C", "--no-sync"], {
    ...account,
    cwd: folder,
    stdio: "pipe",
  });
  // The shell ends the server when its input closes: that is when we say so, or are gone.
  const untilWeGo = '"$@" & read -r _; kill -INT $!; wait $!';
  const options = ["listen_addresses=", `unix_socket_directories=${folder}`, ...settings].flatMap((setting) => ["-c", setting]);
  const server = spawn("sh", ["-c", untilWeGo, "sh", join(programs, "postgres"), "-D", data, ...options], {
    ...account,
    cwd: folder,
    // A group of its own: a Ctrl+C is for us first.
    detached: true,
    stdio: ["pipe", "ignore", "pipe"],
  });
  const ended = new Promise<void>((resolve) => server.once("exit", () => resolve()));
  let words = "";
  server.stderr.on("data", (chunk: Buffer) => (words = (words + chunk.toString()).slice(-2000)));

  const url = `postgres://postgres@localhost/postgres?host=${encodeURIComponent(folder)}`;
  for (let tries = 0; !(await answers(url)); tries += 1) {
    if (server.exitCode !== null || tries > 200) throw new Error(`PostgreSQL does not start:\n${words}`);
    await sleep(50);
  }
  return {
    url,
    stop: async () => {
      server.stdin.end();
      await ended;
      await rm(folder, { recursive: true });
    },
  };
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client(url);
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end();
  }
}

/** Debian keeps the server's programs out of PATH, in a folder for each version. */
async function findPrograms(): Promise<string | undefined> {
  const debian = "/usr/lib/postgresql";
  const versions = existsSync(debian) ? (await readdir(debian)).sort((one, other) => Number(other) - Number(one)) : [];
  const folders = [...versions.map((version) => join(debian, version, "bin")), ...(process.env["PATH"] ?? "").split(delimiter)];
  return folders.find((folder) => existsSync(join(folder, "initdb")));
}

/** PostgreSQL refuses to run as root: then the account that its package made is taken; nothing where there is none. */
function accountForServer(): { uid?: number; gid?: number } | undefined {
  if (process.getuid?.() !== 0) return {};
  try {
    const [uid, gid] = ["-u", "-g"].map((which) => Number(execFileSync("id", [which, "postgres"], { stdio: "pipe" }).toString()));
    return { uid, gid };
  } catch {
    return undefined;
  }
}
