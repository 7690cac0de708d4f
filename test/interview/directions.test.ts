import { describe, expect, test } from "vitest";
import { parseInterview } from "../../src/interview/parse.ts";

/** The words that are read of an answer, and of the paragraph below it. */
function read(answer: string, below = "It was dark."): string[] | undefined {
  const text = `An interview with Ada Lane\n\nWas it cold?\n\nADA LANE: ${answer}\n\n${below}\n\nAnd now?\n\nADA LANE: Now it is warm.`;
  return parseInterview(text).exchanges[0]?.answers[0]?.paragraphs;
}

describe("a stage direction inside an answer", () => {
  test.each([
    "*laughs* Well, I missed one.",
    "*sighs* That was long ago. *a pause* And yet.",
    "_Looks out of the window._ With rain.",
    "*Pause.* With rain.",
    "He said no! *laughs, sits down* I said yes.",
    "“Never.” *pauses.* And then he left.",
    "*laughs*",
  ])("keeps its stars, so that nobody says it: %s", (answer) => expect(read(answer)?.[0]).toBe(answer));

  test("keeps its stars in a paragraph of its own, and in a page", () => {
    expect(read("It was.", "*Looks out of the window.*")?.[1]).toBe("*Looks out of the window.*");
    const page = "<html><body><h1>An interview with Ada Lane</h1><p>Was it cold?</p><p><b>ADA LANE:</b> <i>Pause.</i> With rain.</p><p>And now?</p><p><b>ADA LANE:</b> Warm.</p></body></html>";
    expect(parseInterview(page).exchanges[0]?.answers[0]?.paragraphs).toEqual(["*Pause.* With rain."]);
  });

  test.each([
    ["*Salt*, then *Sugar*, then nothing.", "Salt, then Sugar, then nothing."],
    ["I *never* act. *Never* smile. *No!* Not once.", "I never act. Never smile. No! Not once."],
    ["*No.*", "No."],
    ["He sang *ma mère*. **Then** he left.", "He sang ma mère. Then he left."],
    ["*The Bell* *rings* in it.", "The Bell rings in it."],
  ])("is no title and no stress, which lose theirs: %s", (answer, words) => expect(read(answer)?.[0]).toBe(words));
});
