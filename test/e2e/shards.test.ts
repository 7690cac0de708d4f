import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { startPlayground, type Playground } from "../../src/playground/playground.ts";
import { createSchedules } from "../../src/store/schedules.ts";
import { stores, type StorePlace } from "../stores.ts";
import { runProgram, type Program } from "./programs.ts";
import { dailyAt, markOf, postsIn } from "./schedules.ts";

const postgres = stores.find(({ name }) => name === "PostgreSQL")!;

describe.skipIf(!postgres.isHere)("two processes of two shards each, over one PostgreSQL", () => {
  let folder: string;
  let place: StorePlace;
  let playground: Playground;
  let programs: Program[];

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "intertitle-"));
    place = await postgres.makePlace();
    playground = await startPlayground({ page: false });
    programs = ["0,1", "2,3"].map((shards) =>
      runProgram("dist/index.js", {
        folder,
        environment: { DISCORD_TOKEN: playground.token, DISCORD_API_URL: playground.apiUrl, DATABASE_URL: place.url, SHARD_COUNT: "4", SHARDS: shards },
      }),
    );
    await Promise.all(programs.map((program) => program.says('"ready"')));
    await programs[0]!.says("commands registered");
  });
  afterEach(async () => {
    for (const program of programs) await program.kill();
    await playground.close();
    await place.remove();
    await rm(folder, { recursive: true });
  });

  it("each answer what is theirs, register the commands once, and post what is due once between them", async () => {
    const answered = () => programs.map((program) => program.output().split('"answered"').length - 1);
    // The server is for one process; a direct message is for whoever has the first shard.
    await playground.sit("Ada").type("#film-club", "/film beanpole");
    await vi.waitFor(() => expect(answered().reduce((all, one) => all + one)).toBe(1));
    const home = answered().indexOf(1);
    await playground.sit("Emil").type("#general", "/quote nostalgia");
    await vi.waitFor(() => expect(answered()[home]).toBe(2));
    expect(answered()[1 - home]).toBe(0);
    expect(playground.requests.filter(({ method, path }) => method === "PUT" && path.endsWith("/commands"))).toHaveLength(1);
    expect(programs[1]!.output()).not.toContain("commands registered");

    const now = Date.now();
    const { server } = playground.world;
    const schedules = createSchedules(await place.open());
    const channels = Array.from({ length: 20 }, (_, at) => playground.addChannel(`hall-${at}`));
    const time = new Date(now).toISOString().slice(11, 16);
    const rule = { time, zone: "UTC", days: [1, 2, 3, 4, 5, 6, 7], skipped: [], from: "" };
    for (const channel of channels) await schedules.add(dailyAt(time, { channel, now, server: server.id, createdBy: server.owner }, { rule }));
    const marks = () => channels.flatMap((channel) => postsIn(playground, channel)).map(markOf);
    await vi.waitFor(() => expect(marks()).toHaveLength(20), { timeout: 15_000, interval: 100 });
    // Long enough for the other one to look, too.
    await new Promise((resolve) => setTimeout(resolve, 2500));
    expect(new Set(marks())).toHaveLength(20);
    expect(marks()).toHaveLength(20);
  }, 60_000);

  it("go on posting when one of them dies", async () => {
    await programs[0]!.kill();
    const now = Date.now();
    const { server } = playground.world;
    const schedules = createSchedules(await place.open());
    const channel = playground.addChannel("hall");
    const time = new Date(now).toISOString().slice(11, 16);
    const rule = { time, zone: "UTC", days: [1, 2, 3, 4, 5, 6, 7], skipped: [], from: "" };
    await schedules.add(dailyAt(time, { channel, now, server: server.id, createdBy: server.owner }, { rule }));
    await vi.waitFor(() => expect(postsIn(playground, channel)).toHaveLength(1), { timeout: 10_000, interval: 100 });
  }, 60_000);
});
