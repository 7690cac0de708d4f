import { describe, expect, it } from "vitest";
import { inLatin, soundOf, syllablesOf } from "../../../src/library/search/sounds.ts";

describe("a name that was only heard", () => {
  it.each([
    ["munk", "munch"],
    ["goia", "goya"],
    ["fransisco", "francisco"],
    ["kempion", "campion"],
    ["tchaikovsky", "chaikovski"],
    ["фолкнер", "faulkner"],
    ["гоия", "goya"],
    ["джеин", "jane"],
    ["ньюарк", "newark"],
    ["уильям", "william"],
    ["fawkner", "faulkner"],
  ])("%s sounds like %s", (heard, written) => {
    expect(soundOf(heard)).toBe(soundOf(written));
  });

  it.each([
    ["munk", "mint"],
    ["arctic", "rustic"],
    ["ada", "dada"],
  ])("%s does not sound like %s", (heard, written) => {
    expect(soundOf(heard)).not.toBe(soundOf(written));
  });

  it.each([
    ["bootcha", "bucha", true],
    ["karnay", "carne", true],
    ["foley", "fly", false],
    ["boot", "abbot", false],
  ])("%s and %s, syllable by syllable: %j", (heard, written, alike) => {
    expect(syllablesOf(heard) === syllablesOf(written)).toBe(alike);
  });

  it("is spelt in Latin letters as it sounds, and stays as it is when it is", () => {
    expect(inLatin("бергман")).toBe("bergman");
    expect(inLatin("хрущев")).toBe("khrushchev");
    expect(inLatin("конь")).toBe("kon");
    expect(inLatin("bergman2")).toBe("bergman2");
  });
});
