import { describe, expect, it } from "vitest";
import { gateOf } from "../../../src/library/search/gate.ts";

describe("the gate", () => {
  it("opens for a quote that covers enough of a query", () => {
    expect(gateOf(50).opensFor(2, 4)).toBe(true);
    expect(gateOf(50).opensFor(1, 4)).toBe(false);
  });

  it("asks for more in a larger library, which has more of everything by chance", () => {
    expect(gateOf(50).opensFor(1.6, 4)).toBe(true);
    expect(gateOf(10_000).opensFor(1.6, 4)).toBe(false);
    expect(gateOf(10_000).opensFor(2, 4)).toBe(true);
  });

  it("asks for less where what is covered is too rare to be there by accident", () => {
    // Of 50 quotes, one that is found by accident has what the logarithm of 50, 3.9, comes up to.
    expect(gateOf(50).opensFor(3.8, 13)).toBe(false);
    expect(gateOf(50).opensFor(4.4, 13)).toBe(true);
    expect(gateOf(50).opensFor(4.4, 40)).toBe(false);
  });

  it("stays shut for nothing, and where there is nothing", () => {
    expect(gateOf(50).opensFor(0, 4)).toBe(false);
    expect(gateOf(0).opensFor(0, 1)).toBe(false);
  });
});
