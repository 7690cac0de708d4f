import { describe, expect, test } from "vitest";
import { parseInterview, readTranscript } from "../../src/interview/parse.ts";

/** A talk of Hedda Quist and another guest, whose later label is given. */
function talk(name: string, label: string): string {
  return [
    `# Talking with Hedda Quist and ${name}`,
    "By Leo Marchetti",
    "**LEO MARCHETTI:** How did Low Water start?",
    "**HEDDA QUIST:** With a tide table that my grandmother had annotated.",
    `**${name.toUpperCase()}:** She read it to me over the phone.`,
    "**LM:** Is it true that you recorded the music before the shoot?",
    `${label} Half of it. We gave the actors small loudspeakers.`,
    "**LM:** Which films did you show the crew?",
    "**HQ:** Only one, with the weeds under the water.",
    "**LM:** What comes next?",
    `${label} Sleep.`,
  ].join("\n\n");
}

describe("initials that spell a little word", () => {
  test.each([
    ["Samir Oduya", "**SO:**"],
    ["Samir Oduya", "SO:"],
    ["Ines Torre", "**IT:**"],
    ["Nora Osei", "**NO**:"],
    ["Walter Ek", "WE:"],
    ["Adam Sund", "AS:"],
    ["Ole Nilsen", "**ON:**"],
    ["Hans Otto Weber", "HOW:"],
  ])("are %s's before an answer: %s", (name, label) => {
    const { exchanges } = parseInterview(talk(name, label));
    expect(exchanges.map(({ answers }) => answers.map(({ speaker }) => speaker))).toEqual([["Hedda Quist", name], [name], ["Hedda Quist"], [name]]);
    expect(exchanges[1]?.question).toBe("Is it true that you recorded the music before the shoot?");
    expect(exchanges[3]?.answers[0]?.paragraphs).toEqual(["Sleep."]);
  });

  test("are known from the introduction, where labels are nothing but initials", () => {
    const text = [
      "Hedda Quist and Samir Oduya have worked together since film school.",
      "LM: How did it start?",
      "SO: With a tide table.",
      "LM: Who annotated it?",
      "HQ: My grandmother did.",
      "LM: And the music?",
      "SO: It came later.",
    ].join("\n\n");
    expect(parseInterview(text).exchanges.map(({ answers }) => answers.map(({ speaker }) => speaker))).toEqual([["Samir Oduya"], ["Hedda Quist"], ["Samir Oduya"]]);
  });

  test("stay words in an answer where nobody has such initials", () => {
    const { interview, warnings } = readTranscript(talk("Samir Oduya", "**ODUYA:**").replace("Sleep.", "Sleep.\n\nNO: that is a lie.\n\n**HQ:** A comedy."));
    expect(interview.exchanges[3]?.answers[0]?.paragraphs).toEqual(["Sleep.", "NO: that is a lie."]);
    expect(warnings.map(({ message }) => message)).not.toContainEqual(expect.stringContaining('"NO"'));
  });

  test("stay a word in small letters", () => {
    const { exchanges } = parseInterview(talk("Samir Oduya", "**SO:**").replace("Sleep.", "Sleep.\n\nSo: a comedy."));
    expect(exchanges[3]?.answers[0]?.paragraphs).toEqual(["Sleep.", "So: a comedy."]);
  });
});
