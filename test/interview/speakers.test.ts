import { describe, expect, test } from "vitest";
import { readLabel } from "../../src/interview/labels.ts";
import { resolveSpeakers } from "../../src/interview/speakers.ts";

function resolve(lines: string[], texts: string[] = [], declared: string[] = []): Record<string, string> {
  return Object.fromEntries(resolveSpeakers(lines.flatMap((line) => readLabel(line) ?? []), declared, texts));
}

describe("a label", () => {
  test.each([
    ["BALAGOV: Yes.", "BALAGOV", "Yes."],
    ["**Ada Lane:** Yes: no.", "Ada Lane", "Yes: no."],
    ["**Ada Lane**: Yes.", "Ada Lane", "Yes."],
    ["Jean-Luc d’Arc: Oui.", undefined, undefined],
    ["ROBERT DE NIRO:\u00a0You.", "ROBERT DE NIRO", "You."],
    ["Lars von Trier: No.", "Lars von Trier", "No."],
    ["ДЫЛДА: Да.", "ДЫЛДА", "Да."],
    ["是枝裕和: はい。", "是枝裕和", "はい。"],
    ["Left: a door", undefined, undefined],
    ["From left: a door, a house", undefined, undefined],
    ["Note: mind the step", undefined, undefined],
    ["10:30 is early", undefined, undefined],
    ["https://example.org", undefined, undefined],
    ["That was it: the end", undefined, undefined],
    ["**Bold words** and a colon: see", undefined, undefined],
  ])("is read in %j", (line, name, words) => {
    expect(readLabel(line)?.name).toBe(name);
    expect(readLabel(line)?.words).toBe(words);
  });
});

describe("a short label stands for the full name", () => {
  test("that a longer label introduced", () => {
    expect(resolve(["ADA LANE: a", "LANE: b", "TOMAS BRANDT: c", "TOMAS: d"])).toEqual({
      "ADA LANE": "Ada Lane",
      LANE: "Ada Lane",
      "TOMAS BRANDT": "Tomas Brandt",
      TOMAS: "Tomas Brandt",
    });
  });

  test("that the introduction gives, by surname or by first name", () => {
    const text = "When Lane came, the sound recordist Ada Lane shook hands with Tomas Brandt. Ada Lane’s boat was late.";
    expect(resolve(["LANE: a", "TOMAS: b"], [text])).toEqual({ LANE: "Ada Lane", TOMAS: "Tomas Brandt" });
  });

  test("and not whatever ended the sentence before the surname", () => {
    const text = "They lived in Leith. Lane was ill. Nobody came to Leith. Lane read. Then Ada Lane left.";
    expect(resolve(["LANE: a"], [text])).toEqual({ LANE: "Ada Lane" });
  });

  test("as running text spells it", () => {
    expect(resolve(["AGNES MCQUEEN: a", "MCQUEEN: b"], ["We met Agnes McQueen in Leith."])).toEqual({
      "AGNES MCQUEEN": "Agnes McQueen",
      MCQUEEN: "Agnes McQueen",
    });
  });

  test("of the front matter", () => {
    expect(resolve(["Lane: a"], [], ["Ada Lane"])).toEqual({ Lane: "Ada Lane" });
  });

  test("of nobody, when two people share it", () => {
    expect(resolve(["ADA LANE: a", "BEN LANE: b", "LANE: c"])).toMatchObject({ LANE: "Lane" });
  });

  test("that its initials belong to", () => {
    expect(resolve(["ADA LANE: a", "AL: b", "A.L.: c", "AL: d", "ROBERT DE NIRO: e", "RDN: f"])).toEqual({
      "ADA LANE": "Ada Lane",
      AL: "Ada Lane",
      "A.L.": "Ada Lane",
      "ROBERT DE NIRO": "Robert De Niro",
      RDN: "Robert De Niro",
    });
    expect(resolve(["AL: a"], [], ["Ada Lane"])).toEqual({ AL: "Ada Lane" });
  });

  test("and initials of two people, or of somebody whose first name they are, are left alone", () => {
    expect(resolve(["ADA LANE: a", "ANN LUND: b", "AL: c"])).toMatchObject({ AL: "Al" });
    expect(resolve(["ADA LANE: a", "AL PACINO: b", "AL: c"])).toMatchObject({ AL: "Al Pacino" });
    expect(resolve(["ADA LANE: a", "AL: c", "AL: d"], ["Then Al Green sang."])).toMatchObject({ AL: "Al Green" });
  });

  test("and a plain word before a colon is nobody's", () => {
    expect(resolve(["ADA LANE: a", "LANE: b", "Again: c", "Again: d"])).toEqual({ "ADA LANE": "Ada Lane", LANE: "Ada Lane" });
    expect(resolve(["Ada Lane: a", "Lane: b", "Mercy: c"])).toEqual({ "Ada Lane": "Ada Lane", Lane: "Ada Lane" });
  });

  test("and capitals before a colon are nobody's, when they say one thing and the text knows nobody of that name", () => {
    expect(resolve(["ADA LANE: a", "THE SEA: b", "SILENCE: c"], ["The Sea is what we called her."])).toEqual({ "ADA LANE": "Ada Lane" });
    expect(resolve(["ADA LANE: a", "**Linux:** b"])).toEqual({ "ADA LANE": "Ada Lane" });
  });

  test("but whoever speaks once under a full name, or is named elsewhere, speaks", () => {
    expect(resolve(["ADA LANE: a", "TOMAS BRANDT: b", "JONAS: c"], ["Jonas made the coffee."])).toEqual({
      "ADA LANE": "Ada Lane",
      "TOMAS BRANDT": "Tomas Brandt",
      JONAS: "Jonas",
    });
    expect(resolve(["ADA LANE: a", "JONAS: b", "JONAS: c"])).toMatchObject({ JONAS: "Jonas" });
  });
});
