import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { wordsIn } from "../../../src/library/search/keywords.ts";

describe("the telling words of a query", () => {
  it("leave out what every question is full of, unless there is nothing else", () => {
    expect(wordsIn("What did Balagov say about comics?").words).toEqual(["balagov", "comics"]);
    expect(wordsIn("teh mountains adn all taht, form here").words).toEqual(["mountains", "form"]);
    expect(wordsIn("who are you").words).toEqual(["who", "are", "you"]);
  });

  it("are the same when the words are searched for again, as buttons do", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "grapheme" }), fc.lorem({ mode: "sentences" })), (query) => {
        expect(wordsIn(wordsIn(query).typed.join(" "))).toEqual(wordsIn(query));
      }),
    );
  });
});
