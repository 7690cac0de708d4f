import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { wordsIn, type Vocabulary } from "../../../src/library/search/keywords.ts";

const none: Vocabulary = { has: () => false, hasBeginning: () => false };

describe("the telling words of a query", () => {
  it("leave out what every question is full of, unless there is nothing else", () => {
    expect(wordsIn("What did Balagov say about comics?", none).words).toEqual(["balagov", "comics"]);
    expect(wordsIn("teh mountains adn all taht, form here", none).words).toEqual(["mountains", "form"]);
    expect(wordsIn("who are you", none).words).toEqual(["who", "are", "you"]);
  });

  it("are the same when the words are searched for again, as buttons do", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "grapheme" }), fc.lorem({ mode: "sentences" })), (query) => {
        expect(wordsIn(wordsIn(query, none).typed.join(" "), none)).toEqual(wordsIn(query, none));
      }),
    );
  });
});
