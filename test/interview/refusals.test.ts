import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Interview } from "../../src/interview/interview.ts";
import { NotAnInterview } from "../../src/interview/notAnInterview.ts";
import { parseInterview } from "../../src/interview/parse.ts";
import { cutQuotes } from "../../src/interview/quotes.ts";
import { readDocument } from "./documents.ts";

/** One sentence on one line. */
const SENTENCE = /^[A-Z][^\n]+\.$/;

function refusal(text: string, use: (interview: Interview) => unknown = () => undefined): string {
  try {
    use(parseInterview(text));
  } catch (error) {
    if (error instanceof NotAnInterview) return error.message;
    throw error;
  }
  return "Taken for an interview.";
}

describe("what is no interview", () => {
  test.each([
    "essay.txt",
    "read-me.md",
    "questions.md",
    "chat.txt",
    "chat-in-capitals.txt",
    "play.txt",
    "play-with-questions.txt",
    "minutes.txt",
  ])("is refused with a sentence: %s", (name) => {
    expect(refusal(readDocument(name))).toMatch(/^No interview: .+\.$/);
  });

  test.each(["", " \n\t\n", "\ufeff", "\u200b\n"])("is refused when there is nothing in it: %j", (text) => {
    expect(refusal(text)).toBe("The text is empty.");
  });

  test("is told what it lacks", () => {
    expect(refusal(readDocument("essay.txt"))).toContain("no answer begins with its speaker's name");
    expect(refusal(readDocument("questions.md"))).toContain("reader's own");
    const prompts = "Tell me how I find it.\nADA LANE: Ask.\nHow do I find your house?\nLANE: Ask.\nMay I?\nLANE: You may.\nAnd then?\nLANE: Then go.";
    expect(refusal(prompts)).toBe("Taken for an interview.");
    expect(refusal("How did you meet?\nADA LANE: On a boat.")).toContain("only one question");
    const talk = "LANE: Me.\nTOMAS BRANDT: Me.\n".repeat(6);
    expect(refusal(`Who is it?\nADA LANE: Me.\n${talk}Who else?\nLANE: Nobody.`)).toContain("too few questions");
    expect(refusal("Who is it?\nLANE: Me.\nWho else?\nLANE: Nobody.")).toContain("full name");
    expect(refusal("Who is it?\nADA LANE: Me?\nWho else?\nLANE: Me.\nTOMAS BRANDT: Why?")).toContain("ask as much");
    expect(refusal("Who is it?\nADA LANE: Me.\nWho else?\nTOMAS BRANDT: Me.")).toContain("full name");
  });

  test("never makes the parser fail in any other way", () => {
    const line = fc.constantFrom("---", "### Why?", "ADA LANE: I see.", "**Ada Lane:** Yes.", "> WE", "“WE", "Why not?", "title: [", "Left: x", "```", "", "By Ada Lane", ".png)", "July 5, 2023");
    const document = fc.oneof(fc.string({ unit: "binary" }), fc.array(fc.oneof(line, fc.string()), { maxLength: 20 }).map((lines) => lines.join("\n")));
    fc.assert(
      fc.property(document, (text) => {
        expect(refusal(text, cutQuotes)).toMatch(SENTENCE);
      }),
      { numRuns: 500, examples: [["---\n---"], ["---\n- a\n---\nx"], ["---\nspeakers: a\n---\nx"]] },
    );
  });

  // Each line of these has once been the kind that makes a careless reader's work grow with the square of the length.
  test.each([
    ["stops", ".".repeat(1_000_000)],
    ["opening brackets", "([“".repeat(333_333)],
    ["spaces", `a${" ".repeat(1_000_000)}b`],
    ["labels", Array.from({ length: 60_000 }, (_, index) => `NAME${"ABCDEFGHIJ".charAt(index % 10)}${"X".repeat(index % 40)}: words?`).join("\n")],
    ["front matter", `---\n${"[".repeat(1_000_000)}\n---\n`],
    ["deep front matter", `---\n${"[".repeat(15_000)}\n---\n`],
    ["opened quotations", "“one two three four five\n".repeat(40_000)],
    ["capitals", "A LINE OF CAPITALS\n".repeat(50_000)],
  ])("of a megabyte comes to an end: %s", (_name, hostile) => {
    expect(hostile.length).toBeGreaterThan(15_000);
    expect(refusal(hostile)).toMatch(SENTENCE);
  });

  test("and an endless answer comes to an end too", () => {
    const endless = `How?\nADA LANE: ${"I see. ".repeat(140_000)}\nWhy?\nLANE: ${"word ".repeat(20_000)}.`;
    expect(cutQuotes(parseInterview(endless)).length).toBeGreaterThan(0);
  });
});
