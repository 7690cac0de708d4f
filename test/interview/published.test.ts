import { describe, expect, test } from "vitest";
import { linesOf } from "../../src/interview/blocks.ts";
import { parseInterview, readTranscript } from "../../src/interview/parse.ts";
import { readDocument } from "./documents.ts";

const text = readDocument("the-lighthouse-tapes.txt");
const interview = parseInterview(text);
const roleOfLine = new Map(readTranscript(text).parts.flatMap(({ role, blocks }) => blocks.flatMap(({ lines }) => lines.map((line) => [line, role] as const))));

function question(beginning: string): (typeof interview.exchanges)[number] {
  const found = interview.exchanges.find((exchange) => exchange.question.startsWith(beginning));
  if (found === undefined) throw new Error(`nobody asks ${beginning}`);
  return found;
}

describe("an interview as published, with unlabelled questions and labelled answers", () => {
  test("says who asked, when, and who translated it", () => {
    expect(interview).toMatchObject({
      title: "The Lighthouse Tapes",
      headline: "THE LIGHTHOUSE TAPE",
      interviewer: "Nora Whitfield",
      date: "2021-03-03",
      translator: "Nora Whitfield",
      translatedFrom: "Danish",
    });
  });

  test("names its speakers in full, in natural case, however they are labelled", () => {
    expect(interview.speakers).toEqual([
      { name: "Ada Lane", labels: ["ADA LANE", "LANE"] },
      { name: "Tomas Brandt", labels: ["TOMAS BRANDT", "BRANDT"] },
    ]);
  });

  test("keeps every question, also those that ask nothing", () => {
    expect(interview.exchanges.map((exchange) => exchange.question.slice(0, 30))).toEqual([
      "How did you two end up on Holm",
      "You were already married then.",
      "The film that you never finish",
      "Did you ever want to finish it",
      "Is that a way of mourning [for",
      "That silence is in all your re",
      "Strange what a machine is allo",
      "What are you listening to now?",
      "And you, Ada?",
    ]);
  });

  test("lets two speakers answer one question in turn", () => {
    expect(question("You were").answers).toEqual([
      { speaker: "Ada Lane", paragraphs: ["No. That came with the second winter."] },
      { speaker: "Tomas Brandt", paragraphs: ["Third."] },
    ]);
  });

  test("takes a second paragraph for the same answer when the other speaker comes next", () => {
    const { answers } = question("Did you ever");
    expect(answers.map(({ speaker, paragraphs }) => [speaker, paragraphs.length])).toEqual([
      ["Tomas Brandt", 2],
      ["Ada Lane", 1],
      ["Tomas Brandt", 1],
    ]);
    expect(answers[0]?.paragraphs[1]).toMatch(/^The terns have .* before breakfast\.$/);
  });

  test("takes a second paragraph for the same answer when a caption and a question come next", () => {
    const [answer] = question("Is that a way").answers;
    expect(answer?.paragraphs).toHaveLength(2);
    expect(answer?.paragraphs[1]).toMatch(/^Nobody here speaks .* about the water\.$/);
  });

  test("keeps captions, pull quotes, the introduction and leftovers out of the answers", () => {
    expect(interview.captions).toEqual([
      "Ada Lane and Tomas Brandt on the ferry to Holm, 2019",
      "From left: Ada Lane and Tomas Brandt",
      "The harbour of Holm",
      "Low Water, dir. Ada Lane, 2017",
      "Left: Chart of the Sound, unknown hand, 1801",
      "Right: Buoy, Tomas Brandt, 2015",
    ]);
    expect(interview.pullQuotes).toEqual([
      "“WE ARE ALWAYS BETWEEN TWO TIDES, NEITHER HERE NOR GONE.”",
      "“...some sounds, like A DOOR IN A HOUSE YOU HAVE LEFT, WILL BE THE LAST THING ANY OF US FORGETS.”",
    ]);
    expect(interview.introduction.map((paragraph) => paragraph.slice(0, 10))).toEqual(["Two people", "For eleven", "Lane answe"]);
    expect(interview.leftovers).toEqual(["_holm-final.jpg)"]);
  });

  test("keeps an editor's brackets where they stand", () => {
    expect(question("Is that a way").question).toBe("Is that a way of mourning [for the old harbour]?");
    expect(question("How did").answers[0]?.paragraphs[0]).toContain("the same thing [the engine] for");
  });

  test("gives every line exactly one role and loses no word of it", () => {
    const full = linesOf(text).flatMap((line, index) => (line.trim() === "" ? [] : index + 1));
    expect([...roleOfLine.keys()]).toEqual(full);
    const { parts } = readTranscript(text);
    for (const { role, blocks, words } of parts) {
      const written = blocks.map((block) => block.text).join(" ");
      expect(written.endsWith(words)).toBe(true);
      expect(written.slice(0, written.length - words.length)).toMatch(role === "answer" ? /^(?:ADA |TOMAS )?(?:LANE|BRANDT): $/ : /^$/);
    }
  });

  test.each([
    ["CRLF", text.replaceAll("\n", "\r\n")],
    ["old Macintosh line ends", text.replaceAll("\n", "\r")],
    ["a byte-order mark", `\ufeff${text}`],
    ["non-breaking spaces behind the labels", text.replaceAll(/: (?=\p{Lu})/gu, ":\u00a0")],
    ["empty lines between all lines", text.replaceAll("\n", "\n\n").replaceAll(/(?<=[A-Z,])\n\n(?=[A-Z ,]+[.,”])/g, "\n")],
  ])("reads the same with %s", (_name, other) => {
    const again = parseInterview(other);
    expect(again.exchanges).toEqual(interview.exchanges);
    expect(again.pullQuotes).toEqual(interview.pullQuotes);
  });

  test("still finds a question when its picture stands between it and the answer", () => {
    const moved = parseInterview(text.replace("And you, Ada?\n", "And you, Ada?\nFrom left: a door, a house\n"));
    expect(moved.exchanges).toEqual(interview.exchanges);
  });

  test("does not take a repeated question for a pull quote of the answer that repeats it", () => {
    const asked = "What was the very first sound that you kept?";
    const again = parseInterview(text.replace("And you, Ada?", asked).replace("LANE: To people", `LANE: ${asked} Well. To people`));
    expect(again.exchanges.at(-1)?.question).toBe(asked);
  });

  test("knows a pull quote by its broken lines when the editors wrote it anew", () => {
    const rewritten = parseInterview(text.replace("WE ARE ALWAYS\nBETWEEN TWO TIDES,\nNEITHER HERE NOR GONE.", "THE BOAT IS\nOUR ONLY CALENDAR."));
    expect(rewritten.pullQuotes[0]).toBe("“THE BOAT IS OUR ONLY CALENDAR.”");
    expect(rewritten.exchanges).toEqual(interview.exchanges);
  });

  test("may have a title that looks like a caption", () => {
    expect(parseInterview(text.replace("The Lighthouse Tapes", "Holm, 2019")).title).toBe("Holm, 2019");
  });

  test("keeps notes on the people out of the last answer", () => {
    const noted = parseInterview(`${text}\nThis interview has been edited for length.\nAda Lane lives in a harbour. She has a cat.\n`);
    expect(noted.exchanges).toEqual(interview.exchanges);
    expect(noted.leftovers).toHaveLength(3);
  });
});
