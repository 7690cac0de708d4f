import { describe, expect, test } from "vitest";
import { parseInterview } from "../../src/interview/parse.ts";
import { isStandIn, unnamedGuest } from "../../src/interview/sides.ts";

function speakerOf(answer: string): string | undefined {
  const asked = ["Where do you live?", "Why do you stay?", "Will you ever leave?"];
  return parseInterview(asked.map((question) => `Q: ${question}\n\n${answer}I like the boats.\n`).join("\n")).speakers[0]?.name;
}

describe("numbered questions and answers", () => {
  test.each([": ", ". "])("are one person's, with a letter each: %j", (mark) => {
    const lines = ["Where do you live?", "Why do you stay?", "Will you ever leave?"].map((question, index) => `Q${index + 1}${mark}${question}\nA${index + 1}${mark}I like the boats.`);
    const { exchanges, speakers } = parseInterview(lines.join("\n"));
    expect(speakers.map(({ name }) => name)).toEqual(["A"]);
    expect(exchanges[1]).toEqual({ question: "Why do you stay?", answers: [{ speaker: "A", paragraphs: ["I like the boats."] }] });
  });

  test("and a letter with a number is nobody's where its other half is missing", () => {
    const { exchanges } = parseInterview("Where do you live?\nADA LANE: By the road.\nWhy do you stay?\nLANE: For two reasons.\nM25: the noise of it.\nM4: the other one.\nWill you leave?\nLANE: No.");
    expect(exchanges[1]?.answers).toEqual([{ speaker: "Ada Lane", paragraphs: ["For two reasons.", "M25: the noise of it.", "M4: the other one."] }]);
  });
});

describe("a speaker whom the text does not name", () => {
  test.each(["A: ", "ANSWER: ", "Guest: ", "Speaker 2: ", "Participant: "])("is called what stands before the answers, and that is no name: %s", (label) => {
    const name = speakerOf(label);
    expect(name).toBe(label.slice(0, -2));
    expect(isStandIn(name!)).toBe(true);
  });

  test("is called a guest where nothing stands before the answers, and that is no name", () => {
    expect(parseInterview("**Where do you live?**\n\nI live in a boat.\n\n**Why do you stay?**\n\nI like it.\n\n**Will you leave?**\n\nI will not.\n").speakers[0]?.name).toBe(unnamedGuest);
    expect(isStandIn(unnamedGuest)).toBe(true);
  });

  test.each(["Ada Lane", "LANE", "Al", "KB", "是枝裕和", "ada_l", "Guesthouse", "Ada Speaker"])("is not taken for one who has a name: %s", (name) => {
    expect(isStandIn(name)).toBe(false);
  });
});
