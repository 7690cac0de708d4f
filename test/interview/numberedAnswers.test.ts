import { describe, expect, test } from "vitest";
import { parseInterview, readTranscript } from "../../src/interview/parse.ts";

/** Who answers each question of a talk whose turns have these labels. */
function answerers(labels: string[], title = "Panel: Salt"): string[][] {
  const turns = labels.map((label, index) => `${label}: ${/^[QF]/.test(label) ? `How was day ${index} on the ferry?` : `It was long and cold, and I saw no sun for ${index} days.`}`);
  return parseInterview([title, ...turns].join("\n\n")).exchanges.map(({ answers }) => answers.map(({ speaker }) => speaker));
}

describe("numbers behind the letters of answers", () => {
  test("tell two people apart who answer the same questions", () => {
    const both = ["A1", "A2"];
    expect(answerers(["Q1", "A1", "A2", "Q2", "A1", "A2", "Q3", "A2", "A1"])).toEqual([both, both, ["A2", "A1"]]);
    expect(answerers(["Q", "A1", "A2", "Q", "A1", "A2", "Q", "A1"])).toEqual([both, both, ["A1"]]);
    expect(answerers(["F", "A1", "F", "A2", "F", "A1", "F", "A2"])).toEqual([["A1"], ["A2"], ["A1"], ["A2"]]);
  });

  test("make no two of them the one whom the title names first", () => {
    const title = "Interview with Ada Lane and Tom Brandt";
    expect(answerers(["Q1", "A1", "A2", "Q2", "A1", "A2", "Q3", "A1"], title).flat()).not.toContain("Ada Lane");
    expect(answerers(["Q1", "Guest 1", "Guest 2", "Q2", "Guest 2", "Guest 1", "Q3", "Guest 1"], title)[0]).toEqual(["Guest 1", "Guest 2"]);
  });

  test("count the answers of one person where each is its question's", () => {
    expect(answerers(["Q1", "A1", "Q2", "A2", "Q3", "A3"])).toEqual([["A"], ["A"], ["A"]]);
    expect(answerers(["Q", "A1", "Q", "A2", "Q", "A3", "A3"], "Interview with Ada Lane").flat()).toEqual(["Ada Lane", "Ada Lane", "Ada Lane", "Ada Lane"]);
  });

  test("leave a doubt for each whom nobody names", () => {
    const { warnings } = readTranscript("Salt\n\nQ: Who?\n\nA1: I was.\n\nA2: I was.\n\nQ: Why?\n\nA1: Rain.\n\nA2: Snow.\n\nQ: And now?\n\nA1: Sun.");
    expect(warnings.map(({ message }) => message)).toEqual(['nobody says who "A1" is', 'nobody says who "A2" is']);
  });

  test("are words inside an answer where they cannot come next", () => {
    const text = "A talk with Ada Lane\n\nQ1. Was it cold?\n\nA1. It was. I grew up there.\n\nQ2. Where?\n\nA2. I grew up in block B. A1. That was the flat. Q1. That was the door.\n\nQ3. And now?\n\nA3. I like it.";
    expect(parseInterview(text).exchanges[1]?.answers).toEqual([{ speaker: "Ada Lane", paragraphs: ["I grew up in block B. A1. That was the flat. Q1. That was the door."] }]);
    const runOn = "Salt\n\nQ1. Was it cold?\n\nA1. It was. A2. It was not.\n\nQ2. Where?\n\nA1. Here. A2. There. A1. Never.\n\nQ3. And now?\n\nA1. I like it.";
    expect(parseInterview(runOn).exchanges.map(({ answers }) => answers.map(({ speaker }) => speaker))).toEqual([["A1", "A2"], ["A1", "A2"], ["A1"]]);
  });
});
