import { expect, it } from "vitest";
import { describeOnStores } from "../stores.ts";
import { runTrial, seeded } from "./trial.ts";

/** INTERTITLE_FAULT_TRIALS=50 runs fifty of each; INTERTITLE_FAULT_SEED=7 repeats those that began with 7. */
const trials = Number(process.env["INTERTITLE_FAULT_TRIALS"] ?? 1);
const seed = Number(process.env["INTERTITLE_FAULT_SEED"] ?? Math.floor(Math.random() * 1e6));

/** Milliseconds that one trial may take; it takes about half a minute. */
const longest = 180_000;

describeOnStores("hundreds of daily posts that are due at once", (store) => {
  const processes = store.name === "SQLite" ? 1 : 3;
  it.each([
    { what: "are killed at random moments", ailing: false },
    { what: "are killed at random moments while Discord ails", ailing: true },
  ])(
    `all come, and each once, when ${processes === 1 ? "the process" : "three processes"} $what`,
    async ({ ailing, what }) => {
      let [duplicates, losses, posts, interrupted, forgotten, spared] = [0, 0, 0, 0, 0, 0];
      for (let trial = 0; trial < trials; trial += 1) {
        const random = seeded(seed + trial);
        const result = await runTrial({ store, processes, channels: 90, each: 3, kills: processes === 1 ? 3 : 1, ailing, random });
        console.log(`${store.name}, ${processes} killed, seed ${seed + trial}: ${JSON.stringify(result)}`);
        duplicates += result.duplicates;
        losses += result.losses;
        posts += result.posts;
        interrupted += result.interrupted;
        forgotten += result.forgotten;
        if (result.forgotten === 0) spared += 1;
      }
      console.log(`${store.name}, ${processes} that ${what}: ${trials} trials, ${posts} posts, ${interrupted} interrupted, ${forgotten} forgotten, ${duplicates} duplicates, ${losses} losses`);
      expect({ duplicates, losses }).toEqual({ duplicates: 0, losses: 0 });
      expect(interrupted).toBeGreaterThan(0);
      expect(spared, "trials in which no post stood unnoted when Discord forgot the nonces").toBe(0);
    },
    longest * trials,
  );
});
