import { describe, expect, test } from "vitest";
import { parseInterview } from "../../src/interview/parse.ts";
import { isStandIn, unnamedGuest } from "../../src/interview/sides.ts";

function speakerOf(answer: string): string | undefined {
  const asked = ["Where do you live?", "Why do you stay?", "Will you ever leave?"];
  return parseInterview(asked.map((question) => `Q: ${question}\n\n${answer}I like the boats.\n`).join("\n")).speakers[0]?.name;
}

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
