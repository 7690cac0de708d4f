import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Exchange } from "../../src/interview/interview.ts";
import { parseInterview } from "../../src/interview/parse.ts";
import { readDocument } from "./documents.ts";

const text = readDocument("night-trains.md");

describe("a transcript file", () => {
  test("says in its front matter what it is", () => {
    expect(parseInterview(text)).toMatchObject({
      title: "Night Trains",
      interviewer: "Piet Zander",
      publication: "The Sleeper",
      url: "https://example.org/night-trains",
      date: "2020-11-30",
      speakers: [{ name: "Mara Okafor", labels: ["Mara Okafor"] }],
      introduction: ["Mara Okafor films stations after midnight."],
    });
  });

  test("has headings for questions, bold labels for answers, plain paragraphs that go on", () => {
    expect(parseInterview(text).exchanges).toEqual([
      {
        question: "Why at night?",
        answers: [
          {
            speaker: "Mara Okafor",
            paragraphs: [
              "Because the stations talk then. *Really* talk, like [distant] neighbours.",
              "They stop when the first commuter comes. It takes them a day to forgive him.",
              "> that is how I write down a sound, by the way.",
            ],
          },
        ],
      },
      {
        question: "And by day?\n\nYou must sleep at some point.",
        answers: [{ speaker: "Mara Okafor", paragraphs: ["By day I am **asleep**, like everybody honest."] }],
      },
    ]);
  });

  test("has pull quotes as block quotes, their lines joined", () => {
    expect(parseInterview(text).pullQuotes).toEqual(["The stations talk then"]);
  });

  test("names the line of a speaker that its front matter does not know", () => {
    expect(() => parseInterview(text.replace("**Mara Okafor:** By", "**Mara Okafur:** By"))).toThrow(
      'Line 29: "Mara Okafur" is not among the speakers of the front matter.',
    );
  });

  test.each([
    ["title: [", /^Line \d+: the front matter is broken: .+\.$/],
    ["title: Night: Trains", /^Line 2: the front matter is broken: .+\.$/],
    ["title: [a, b]", /^Line 2: "title" must be text on one line\.$/],
  ])("names the line of the broken front matter %j", (line, message) => {
    expect(() => parseInterview(text.replace("title: Night Trains", line))).toThrow(message);
  });

  test("names the line of a date that never was", () => {
    expect(() => parseInterview(text.replace("2020-11-30", "2020-11-31"))).toThrow(/^Line 6: "date" must be a date/);
  });

  test("gives back any interview that is written down in it", () => {
    const words = fc
      .stringMatching(/^[A-Za-z>#*\\[“«0-9`!-][ -~“”—é]{0,40}$/)
      .map((line) => line.trim())
      // A file of nothing but one-word lines that ask is nobody's interview.
      .filter((line) => /[\p{L}\p{N}]/u.test(line) && !/\?\W*$/.test(line));
    const exchange: fc.Arbitrary<Exchange> = fc.record({
      question: words.filter((line) => !line.startsWith("#")),
      answers: fc.array(
        fc.record({ speaker: fc.constantFrom("Ada Lane", "Tomas Brandt"), paragraphs: fc.array(words, { minLength: 1, maxLength: 3 }) }),
        { minLength: 1, maxLength: 3 },
      ),
    });
    fc.assert(
      fc.property(fc.array(exchange, { minLength: 1, maxLength: 4 }), (exchanges) => {
        expect(parseInterview(transcript(exchanges)).exchanges).toEqual(exchanges);
      }),
    );
  });
});

function transcript(exchanges: Exchange[]): string {
  const front = "---\ntitle: T\nspeakers: [Ada Lane, Tomas Brandt]\n---";
  const body = exchanges.flatMap(({ question, answers }) => [
    `### ${question}`,
    ...answers.flatMap(({ speaker, paragraphs }) => paragraphs.map((paragraph, index) => (index === 0 ? `**${speaker}:** ${paragraph}` : `\\${paragraph}`))),
  ]);
  return [front, ...body].join("\n\n");
}
