import { describe, expect, it } from "vitest";
import { createLibrary, type LibraryInterview } from "../../src/library/library.ts";
import type { Person } from "../../src/library/person.ts";

const keeper: Person = {
  id: "ada-keeper", name: "Ada Keeper", aliases: [], colour: "#000000", films: ["The Lamp"].map((title) => ({ title })), sources: ["https://example.org"], biography: "Keeps a light.",
};

function interview(id: string, words: string): LibraryInterview {
  return {
    id, title: id, speakers: [{ name: "Ada Keeper", labels: ["KEEPER"] }], introduction: [], pullQuotes: [], captions: [], leftovers: [],
    exchanges: [{ question: "What do you keep?", answers: [{ speaker: "Ada Keeper", paragraphs: [words] }] }],
  };
}

describe("the quotes of one interview", () => {
  const library = createLibrary({
    interviews: [
      interview("the-lamp", "I keep the lamp burning through the whole night, because somebody out there may be looking for it in the fog."),
      interview("the-shore", "On the shore I keep a boat that nobody has asked for, and I paint it anew in every spring of every year."),
    ],
    films: [],
    people: [keeper],
  });

  it("are those that were said in it", () => {
    expect(library.quotes).toHaveLength(2);
    expect(library.quotesFor({ interview: "the-shore" }).map(({ words }) => words)).toEqual([expect.stringContaining("boat")]);
    expect(library.quotesFor({ interview: "the-shore", person: "ada-keeper" })).toHaveLength(1);
    expect(library.quotesFor({ interview: "the-sea" })).toEqual([]);
    expect(library.quoteIdsFor({})).toEqual(library.quotes.map(({ id }) => id));
  });

  const found = (interview?: string) => library.search.find("keep", library.marksFor({ interview })).map((id) => library.quote(id)!.interview);

  it("are the only ones that search finds among them", () => {
    expect(found().toSorted()).toEqual(["the-lamp", "the-shore"]);
    expect(found("the-lamp")).toEqual(["the-lamp"]);
  });
});
