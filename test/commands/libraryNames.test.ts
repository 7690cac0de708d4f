import { describe, expect, it } from "vitest";
import { readNames, renamed } from "../../src/commands/library/namesRename.ts";
import type { Interview } from "../../src/interview/interview.ts";
import { cutQuotes } from "../../src/interview/quotes.ts";

const words = (which: string) => `People heard the ${which} word of it through the whole house, long before the lift had come up.`;
const interview: Interview = {
  title: "Three in a Lift",
  speakers: ["Ada Lane", "Tomas Brandt", "T. Brandt"].map((name) => ({ name, labels: [name] })),
  introduction: [],
  exchanges: [
    {
      question: "Who is here?",
      answers: [
        { speaker: "Tomas Brandt", paragraphs: [words("first"), words("next")] },
        { speaker: "T. Brandt", paragraphs: [words("third")] },
        { speaker: "Ada Lane", paragraphs: [words("fourth")] },
        { speaker: "T. Brandt", paragraphs: [words("last")] },
      ],
    },
  ],
  pullQuotes: [],
  captions: [],
  leftovers: [],
};

describe("two who are given one name", () => {
  const one = renamed(interview, new Map([["T. Brandt", "Tomas Brandt"]]));

  it("become one, and answers of theirs in a row become one", () => {
    expect(one.speakers).toEqual([
      { name: "Ada Lane", labels: ["Ada Lane"] },
      { name: "Tomas Brandt", labels: ["Tomas Brandt", "T. Brandt"] },
    ]);
    expect(one.exchanges[0]!.answers).toEqual([
      { speaker: "Tomas Brandt", paragraphs: [words("first"), words("next"), words("third")] },
      { speaker: "Ada Lane", paragraphs: [words("fourth")] },
      { speaker: "Tomas Brandt", paragraphs: [words("last")] },
    ]);
  });

  it("keep all their quotes under the same ids", () => {
    expect(cutQuotes(one).map(({ id }) => id)).toEqual(cutQuotes(interview).map(({ id }) => id));
    expect(new Set(cutQuotes(one).map(({ speaker }) => speaker))).toEqual(new Set(["Ada Lane", "Tomas Brandt"]));
  });
});

it("two who swap their names are still two", () => {
  const swapped = renamed(interview, new Map([["Ada Lane", "Tomas Brandt"], ["Tomas Brandt", "Ada Lane"]]));
  expect(swapped.speakers.map(({ name }) => name)).toEqual(["Tomas Brandt", "Ada Lane", "T. Brandt"]);
  expect(swapped.exchanges[0]!.answers.map(({ speaker }) => speaker)).toEqual(["Ada Lane", "T. Brandt", "Tomas Brandt", "T. Brandt"]);
});

describe("the form of names", () => {
  it("gives what differs, in one line", () => {
    expect(readNames({ "Ada Lane": " Ada \n Lane ", "T. Brandt": "Theo\tBrandt", "Tomas Brandt": " " }, interview)).toEqual({ names: new Map([["T. Brandt", "Theo Brandt"]]), problems: [] });
  });

  it("takes no name that a transcript file could not hold", () => {
    const { names, problems } = readNames({ "Ada Lane": "Ada:** Lane", "T. Brandt": "x".repeat(81) }, interview);
    expect(names.size).toBe(0);
    expect(problems).toEqual(["A name is at most 80 characters long and doesn't hold “:\\*\\*”."]);
  });

  it("notices that a name is no longer there", () => {
    expect(readNames({ Adah: "Ada" }, interview).problems).toEqual(["Somebody else changed the names in this moment. This is how they are now."]);
  });
});
