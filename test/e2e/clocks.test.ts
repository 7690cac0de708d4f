import { expect, it } from "vitest";
import { loadLibrary } from "../../src/library/load.ts";
import { describeOnStores } from "../stores.ts";
import { runClockTrial } from "./clockTrial.ts";
import { seeded } from "./trial.ts";

/** INTERTITLE_CLOCK_TRIALS=50 runs fifty; INTERTITLE_CLOCK_SEED=7 repeats the one that began with 7. */
const trials = Number(process.env["INTERTITLE_CLOCK_TRIALS"] ?? 1);
const seed = Number(process.env["INTERTITLE_CLOCK_SEED"] ?? 100);

describeOnStores("a dozen daily posts over weeks in which clocks are wrong and the bot is killed", (store) => {
  it("come at most once for each date, and what does not come has a reason", async () => {
    const library = await loadLibrary();
    for (let trial = 0; trial < trials; trial += 1) {
      const { story, ...result } = await runClockTrial({ store, library, steps: 30, random: seeded(seed + trial) });
      console.log(`${store.name}, clocks, seed ${seed + trial}: ${JSON.stringify(result)}`);
      if (result.twice.length + result.unexplained.length > 0) console.log(story.join("\n"));
      expect(result).toMatchObject({ twice: [], unexplained: [] });
    }
  }, 120_000 * trials);
});
