/** What the playground's tests share: a real discord.js client in front of it, and REST without one. */
import { Client, REST, Routes, type ClientOptions, type Interaction } from "discord.js";
import { onTestFinished } from "vitest";
import { startPlayground, type Playground, type PlaygroundOptions } from "../../src/playground/playground.ts";

/** A playground that closes when the test is over. */
export async function open(options: PlaygroundOptions = {}): Promise<Playground> {
  const playground = await startPlayground({ page: false, ...options });
  onTestFinished(async () => playground.close());
  return playground;
}

/** A client that is connected, with every interaction handled by `handle`; what that throws is in `errors`. */
export async function connect(
  playground: Playground,
  handle: (interaction: Interaction) => Promise<unknown> = async () => undefined,
  options: Partial<ClientOptions> = {},
): Promise<{ client: Client<true>; errors: unknown[] }> {
  const client = new Client({ intents: [], rest: { api: playground.apiUrl }, ...options });
  const errors: unknown[] = [];
  client.on("interactionCreate", (interaction) => {
    handle(interaction).catch((error: unknown) => errors.push(error));
  });
  client.on("error", (error) => errors.push(error));
  onTestFinished(async () => client.destroy());
  const ready = new Promise<Client<true>>((resolve) => {
    client.once("clientReady", resolve);
  });
  await client.login(playground.token);
  return { client: await ready, errors };
}

/** Discord's REST as a bot uses it, without retries, so that a refusal is seen as it is. */
export function api(playground: Playground): REST {
  return new REST({ api: playground.apiUrl, retries: 0 }).setToken(playground.token);
}

/** Registers global commands. */
export async function register(playground: Playground, ...commands: object[]): Promise<unknown> {
  return api(playground).put(Routes.applicationCommands(playground.world.bot.id), { body: commands });
}

/** The id of a channel by its name, without "#". */
export function channel(playground: Playground, name: string): string {
  return playground.world.called(`#${name}`).id;
}

/** A clock that stands still until it is moved. */
export function clock(): { now: () => number; pass: (milliseconds: number) => void } {
  let time = Date.UTC(2026, 2, 1, 18);
  return {
    now: () => time,
    pass: (milliseconds) => {
      time += milliseconds;
    },
  };
}

/** A promise that is resolved from outside. */
export function gate(): { opened: Promise<void>; open: () => void } {
  const opening: { open?: () => void } = {};
  const opened = new Promise<void>((resolve) => {
    opening.open = resolve;
  });
  return { opened, open: () => opening.open?.() };
}
