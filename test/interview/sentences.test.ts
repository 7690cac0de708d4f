import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sentencesOf } from "../../src/interview/sentences.ts";

describe("a sentence ends", () => {
  test.each([
    "He came from St. Petersburg once a month. |Then he left.",
    "I live in L.A. and I like it. |L.A. has no hurry. |L.A. could have looked like this.",
    "They moved to the U.S. |His son is an American. |We travel around the U.S.—especially in the South.",
    "They moved to the U.S. in the spring. |The U.S. Navy came too.",
    "Mr. Brandt met Dr. A. B. Lane at 3.5 knots, i.e. slowly. |Nobody minded, e.g. the cat.",
    "It was at 6 p.m. |The ferry had left at 5 p.m. from No. 7 quay.",
    "So did I. |Then it rained.",
    "“It is late. Go home.” |Nobody went.",
    "She said: “Leave!” |And so we left… |Tomas stayed.",
    "And then… I don’t know... perhaps. |Who knows?! |Me.",
    "It was loud (we had guests. They sang.) and long. |Then quiet.",
    "The engine [it was old. Very old.] stopped. |We waited.",
    "Он жил в Нальчике. |«Где это? Далеко?» |Там, на ул. Ленина, и т.д. |Она уехала.",
    "私は海を見た。|それは静かだった。|本当に？|はい。",
    "हम गए। |फिर रुके।",
    "1. A list begins like this. |2. And goes on.",
    "No stop at all",
    "She asked \"Why? For whom?\" and left. |Good.",
  ])("where a reader would end it: %s", (marked) => {
    const sentences = marked.split("|");
    expect(sentencesOf(sentences.join(""))).toEqual(sentences);
  });

  test("also inside a quotation that was never closed", () => {
    expect(sentencesOf("He said: “It is late. Go home. I stayed.")).toEqual(["He said: “It is late. ", "Go home. ", "I stayed."]);
  });

  test("also inside a quotation as long as a speech", () => {
    expect(sentencesOf(`“${"It goes on. ".repeat(50)}” Yes.`).length).toBeGreaterThan(40);
  });

  test("and the sentences of any paragraph, joined, are the paragraph", () => {
    const pieces = fc.constantFrom(". ", "? ", "… ", "St.", "U.S.", "“", "”", "(", ")", "[", "]", '"', "«", "»", " ", "\u00a0", "。", "I", "He", "a", "7", "\u{1f3ac}");
    const paragraph = fc.oneof(fc.array(pieces, { maxLength: 40 }).map((list) => list.join("")), fc.string({ unit: "binary" }));
    fc.assert(
      fc.property(paragraph, (text) => {
        const sentences = sentencesOf(text);
        expect(sentences.join("")).toBe(text);
        expect(sentences).not.toContain("");
      }),
    );
  });
});
