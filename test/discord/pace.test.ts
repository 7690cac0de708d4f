import { describe, expect, it } from "vitest";
import { createPace } from "../../src/discord/pace.ts";

describe("a pace", () => {
  it("lets a burst through, then one at a time, for each on their own", () => {
    let time = 1_000_000;
    const pace = createPace(3, 5000, () => time);
    expect([1, 2, 3, 4].map(() => pace.allows("ada"))).toEqual([true, true, true, false]);
    expect(pace.allows("emil")).toBe(true);
    time += 4999;
    expect(pace.allows("ada")).toBe(false);
    time += 1;
    expect([1, 2].map(() => pace.allows("ada"))).toEqual([true, false]);
    time += 60_000;
    expect([1, 2, 3, 4].map(() => pace.allows("ada"))).toEqual([true, true, true, false]);
  });
});
