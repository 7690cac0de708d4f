import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { WebSocket } from "ws";
import { startPlayground, type Playground } from "../../src/playground/playground.ts";
import { openDatabase } from "../../src/store/database.ts";
import { createDeliveries } from "../../src/store/deliveries.ts";
import { createSchedules } from "../../src/store/schedules.ts";
import { sampleDelivery, sampleSchedule } from "../store/samples.ts";
import { stairwell } from "./imports.ts";
import { runProgram, type Program } from "./programs.ts";

let folder: string;
let playground: Playground;
let environment: NodeJS.ProcessEnv;
const programs: Program[] = [];

function run(file: string, variables: NodeJS.ProcessEnv = {}, ...args: string[]): Program {
  const program = runProgram(file, { folder, environment: { ...environment, ...variables } }, ...args);
  programs.push(program);
  return program;
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "intertitle-"));
  playground = await startPlayground();
  environment = { DISCORD_TOKEN: playground.token, DISCORD_API_URL: playground.apiUrl };
});

afterEach(async () => {
  for (const program of programs.splice(0)) await program.kill();
  await playground.close();
  await rm(folder, { recursive: true });
});

describe("the bot as a process", () => {
  it("starts with nothing but a token, and registers its commands only when they differ", async () => {
    for (const what of ["commands registered", "commands unchanged"]) {
      const bot = run("dist/index.js");
      await bot.says(what);
      bot.process.kill("SIGTERM");
      expect(await bot.ended).toBe(0);
    }
    expect(playground.requests.filter(({ method }) => method === "PUT")).toHaveLength(1);
  });

  it.each(["SIGTERM", "SIGINT"] as const)("finishes what it is answering on %s, and leaves with 0", async (signal) => {
    const bot = run("dist/index.js");
    await bot.says("commands registered");
    playground.faults.slow(700, { path: /\/callback$/ });
    const answer = playground.sit("Ada").type("#film-club", "/film beanpole");
    await new Promise((resolve) => setTimeout(resolve, 300));
    bot.process.kill(signal);
    expect((await answer).text).toContain("Beanpole (2019)");
    expect(await bot.ended).toBe(0);
    expect(bot.output()).toContain("goodbye");
    expect(bot.output()).not.toContain(playground.token);
  });

  it("brings quotes from the host's own folder as well", async () => {
    await mkdir(join(folder, "ours", "interviews"), { recursive: true });
    await writeFile(join(folder, "ours", "interviews", "stairwell.md"), stairwell);
    const bot = run("dist/index.js", { LIBRARY_DIR: join(folder, "ours") });
    await bot.says("commands registered");
    expect((await playground.sit("Ada").type("#film-club", "/quote lantern on every landing")).text).toContain("the old woman who kept them");
  });

  it("says which file of that folder to mend, and does not start", async () => {
    await mkdir(join(folder, "ours", "interviews"), { recursive: true });
    await writeFile(join(folder, "ours", "interviews", "soup.md"), "Take an onion.");
    const bot = run("dist/index.js", { LIBRARY_DIR: join(folder, "ours") });
    expect(await bot.ended).toBe(1);
    expect(bot.errors()).toMatch(/soup\.md: No interview/);
  });

  it("has an interview that a moderator brought after it was killed between the preview and the press, and once more after that", async () => {
    const killed = run("dist/index.js");
    await killed.says("commands registered");
    const [ada, maya] = [playground.sit("Ada"), playground.sit("Maya")];
    const file = { name: "stairwell.md", type: "text/markdown", bytes: Buffer.from(stairwell) };
    const preview = await maya.run("#general", "/library add", { file });
    killed.process.kill("SIGKILL");
    await killed.ended;

    const second = run("dist/index.js");
    await second.says("commands unchanged");
    expect((await maya.press(preview.message!, "Add to this server")).text).toContain("Added to this server.");
    second.process.kill("SIGKILL");
    await second.ended;

    const third = run("dist/index.js");
    await third.says("commands unchanged");
    expect((await ada.type("#film-club", "/quote lantern on every landing")).text).toContain("the old woman who kept them");
  });

  it("answers the buttons of old messages after it was killed and started again", async () => {
    const killed = run("dist/index.js");
    await killed.says("commands registered");
    const ada = playground.sit("Ada");
    const { message } = await ada.type("#film-club", "/quote nostalgia");
    killed.process.kill("SIGKILL");
    expect(await killed.ended).toBe("SIGKILL");

    const bot = run("dist/index.js");
    await bot.says("commands unchanged");
    expect((await ada.press(message!, "Another")).text).toContain("nostalgia");
    expect((await ada.press(message!, "In context")).text).toContain("Exchange");
  });

  it("ends with 1 when Discord closes the connection for good, so that its host notices", async () => {
    const bot = run("dist/index.js");
    await bot.says("commands registered");
    playground.faults.expel();
    expect(await bot.ended).toBe(1);
    expect(bot.output()).toContain("was the token reset?");
  });

  it("lets time in the playground go on where it stood, so that daily posts go on, too", async () => {
    const url = `file:${join(folder, "data/playground.db")}`;
    const database = await openDatabase(url);
    const tomorrow = Date.now() + 86_400_000;
    const schedule = (await createSchedules(database).add(sampleSchedule({ next: undefined })))!;
    await createDeliveries(database).addExtra(schedule.id, (found) => ({ schedule: found, deliveries: [sampleDelivery(found, "2026-11-22", { state: "sent", dueAt: tomorrow })] }));
    await database.destroy();
    const bot = run("dist/index.js", { DISCORD_TOKEN: "", DISCORD_API_URL: "", PLAYGROUND_PORT: "0" });
    await bot.says("type / to begin");
    const [, page] = /open (http:\/\/127\.0\.0\.1:\d+)/.exec(bot.output())!;
    const socket = new WebSocket(page!.replace("http", "ws") + "/page", { origin: page! });
    const scene = await new Promise<string>((resolve, reject) => {
      socket.on("open", () => socket.send(JSON.stringify({ request: 1, action: "sit", user: "" })));
      socket.on("message", (data: Buffer) => resolve(data.toString()));
      socket.on("error", reject);
    });
    socket.close();
    const { result } = JSON.parse(scene) as { result: { ahead: number } };
    expect(result.ahead).toBeGreaterThan(86_000_000);
  });

  it("opens the playground and says so when there is no token", async () => {
    const bot = run("dist/index.js", { DISCORD_TOKEN: "", DISCORD_API_URL: "", PLAYGROUND_PORT: "0" });
    await bot.says("type / to begin");
    const [, url] = /No DISCORD_TOKEN is set.*playground.*open (http:\/\/127\.0\.0\.1:\d+)/.exec(bot.output())!;
    const page = await fetch(url!);
    expect(page.status).toBe(200);
    // What is tried out there stays apart from what a server set up.
    expect(await readdir(join(folder, "data"))).toContain("playground.db");
    bot.process.kill("SIGINT");
    expect(await bot.ended).toBe(0);
  });
});

describe("a mistake in the settings", () => {
  it("is told in a sentence when the playground's port is taken", async () => {
    const { port } = new URL(playground.url);
    const bot = run("dist/index.js", { DISCORD_TOKEN: "", DISCORD_API_URL: "", PLAYGROUND_PORT: port });
    expect(await bot.ended).toBe(1);
    expect(bot.errors()).toBe(`PLAYGROUND_PORT ${port} is taken, perhaps by another playground: set another, or 0 for any that is free.\n`);
  });

  it.each([
    ["DISCORD_TOKEN", "hunter2", /^DISCORD_TOKEN should be the bot's token/],
    ["DISCORD_API_URL", "discord", /^DISCORD_API_URL should be an address/],
    ["DATABASE_URL", "mysql://localhost", /^DATABASE_URL should be "file:"/],
    ["DATABASE_URL", "file:/dev/null/store.db", /^The store \/dev\/null\/store\.db cannot be used .* DATABASE_URL/],
    ["LOG_LEVEL", "loud", /^LOG_LEVEL should be debug, info, warn or error/],
    ["PLAYGROUND_PORT", "99999", /^PLAYGROUND_PORT should be 0 to 65535/],
    ["DAILY_WINDOW", "soon", /^DAILY_WINDOW should be a number of hours, from 0\.25 to 24/],
    ["SHARD_COUNT", "0", /^SHARD_COUNT should be a whole number/],
    ["SHARDS", "all", /^SHARDS should be numbers of shards/],
    ["SHARDS", "0,1", /^SHARDS should be numbers from 0 to 0: SHARD_COUNT is 1/],
  ])("%s=%s is refused at start with what it should be", async (name, value, sentence) => {
    const bot = run("dist/index.js", { [name]: value });
    expect(await bot.ended).toBe(1);
    expect(bot.errors()).toMatch(sentence);
    expect(bot.errors()).not.toContain("hunter2");
    expect(bot.errors().trim().split("\n")).toHaveLength(1);
  });

  it("is told in a sentence when several processes would share a file", async () => {
    const bot = run("dist/index.js", { SHARD_COUNT: "4", SHARDS: "0,1" });
    expect(await bot.ended).toBe(1);
    expect(bot.errors()).toMatch(/^SHARDS names a part of all shards.* PostgreSQL address\.\n$/);
  });

  it("is none when a setting is set to nothing, as in the example", async () => {
    const bot = run("dist/index.js", { SHARD_COUNT: "", SHARDS: "", DAILY_WINDOW: "" });
    await bot.says("commands registered");
    expect(bot.errors()).toBe("");
  });

  it("is told in a sentence when Discord doesn't know the token", async () => {
    const bot = run("dist/index.js", { DISCORD_TOKEN: "MTIzNDU2Nzg5MDEyMzQ1Njc4.GAbCdE.abcdefghijklmnopqrstuvwxyz" });
    expect(await bot.ended).toBe(1);
    expect(bot.errors()).toMatch(/^Discord does not accept DISCORD_TOKEN/);
  });
});

describe("npm run register", () => {
  it("prints the difference, sends it once, and then has nothing to do", async () => {
    const dry = run("dist/register.js", {}, "--dry-run");
    expect(await dry.ended).toBe(0);
    expect(dry.output()).toContain("Would change (everywhere):\n  + /quote\n  + /film");
    expect(playground.requests.some(({ method }) => method === "PUT")).toBe(false);

    const real = run("dist/register.js");
    expect(await real.ended).toBe(0);
    expect(real.output()).toContain("Changed (everywhere):\n  + /quote");

    const again = run("dist/register.js");
    expect(await again.ended).toBe(0);
    expect(again.output()).toContain("Nothing to do");
  });

  it("registers in one server", async () => {
    const { id } = playground.world.server;
    for (const said of ["Changed (server", "Nothing to do"]) {
      const register = run("dist/register.js", {}, "--guild", id);
      expect(await register.ended).toBe(0);
      expect(register.output()).toContain(said);
    }
    const remove = run("dist/register.js", {}, "--guild", id, "--remove");
    expect(await remove.ended).toBe(0);
    expect(remove.output()).toContain("  - /quote");
  });

  it.each([
    [{ DISCORD_TOKEN: "" }, [], "DISCORD_TOKEN is not set"],
    [{}, ["--guild", "the-cinematheque"], "--guild should be a server's ID"],
    [{}, ["--gild", "1"], "--gild"],
  ])("says what is wrong: %j %j", async (variables, args, sentence) => {
    const register = run("dist/register.js", variables, ...args);
    expect(await register.ended).toBe(1);
    expect(register.errors()).toContain(sentence);
  });
});
