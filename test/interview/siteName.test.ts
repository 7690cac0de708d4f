import { describe, expect, test } from "vitest";
import { parseInterview, readTranscript } from "../../src/interview/parse.ts";

const talk = `Was it cold?

ADA LANE: It was a ferry. There was one warm place, and that was the engine's.

Who went there?

LANE: The captain's cat. We never got in.
`;

/** A text that begins with such lines, and ends with others. */
function text(beginning: string[], end: string[] = []): string {
  return [...beginning, talk, ...end].join("\n\n");
}

describe("the name of a site above the headline", () => {
  test.each([
    ["by the byline", text(["The Long Table", "The Warm Place", "By Nora Whitfield for The Long Table"])],
    ["by the byline, and it stands there twice", text(["The Long Table", "THE LONG TABLE", "The Warm Place", "By Nora Whitfield for The Long Table"])],
    ["by the title", text(["# THE LONG TABLE", "The Warm Place | The Long Table", "By Nora Whitfield"])],
    ["by the copyright", text(["Skip to content", "THE LONG TABLE", "The Warm Place", "By Nora Whitfield"], ["© 2019–2021 The Long Table. All rights reserved."])],
    ["by the front matter", `---\npublication: The Long Table\n---\n\n${text(["The Long Table", "**The Warm Place**", "By Nora Whitfield"])}`],
    ["by the window's title", `<html><head><title>The Warm Place\n— The Long Table</title></head><body><p>The Long Table</p><h1>The Warm Place</h1><p>By Nora Whitfield</p><p>${talk.replaceAll("\n\n", "</p><p>")}</p>`],
    ["by the site's name in the page's head", `<html><head><meta property="og:site_name" content="The Long Table"></head><h2>The Long Table</h2><h1>The Warm Place</h1><p>By Nora Whitfield</p><p>${talk.replaceAll("\n\n", "</p><p>")}</p>`],
  ])("is the publication, and the line below the title: told %s", (_how, written) => {
    const { interview, parts } = readTranscript(written);
    expect(interview).toMatchObject({ publication: "The Long Table", title: expect.stringMatching(/^The Warm Place/) as string, interviewer: "Nora Whitfield", introduction: [] });
    expect(interview.exchanges).toHaveLength(2);
    expect(parts.find(({ role }) => role === "publication")?.words).toMatch(/the long table/i);
  });

  test.each([
    ["nothing else names it", text(["The Warm Place", "Nine years on a ferry", "By Nora Whitfield"])],
    ["something else is named", text(["The Warm Place", "Nine years on a ferry", "By Nora Whitfield for The Long Table"], ["© 2021 The Long Table"])],
    ["no headline is below it, but a byline", text(["The Warm Place", "By Nora Whitfield for The Warm Place"])],
    ["no headline is below it, but a question", text(["The Warm Place"], ["© The Warm Place"])],
  ])("is none where %s", (_why, written) => {
    const { interview, parts } = readTranscript(written);
    expect(interview.title).toBe("The Warm Place");
    expect(parts.map(({ role }) => role)).not.toContain("publication");
  });

  test.each([
    ["labels give it", text(["Ada Lane", "The Warm Place", "By Nora Whitfield"], ["Copyright Ada Lane 2020"])],
    ["labels give its initials", text(["Ada Lane", "The Warm Place", "By Nora Whitfield"], ["© Ada Lane 2020"]).replaceAll(/^(?:ADA )?LANE:/gm, "AL:").replaceAll("©", "Copyright")],
    ["the introduction speaks of it", text(["Brid Fahey", "The Warm Place", "A talk with Brid Fahey and a friend."], ["© 2020 Brid Fahey"])],
  ])("is none where it is the guest's, as %s, and the copyright is her own", (_how, written) => {
    const { interview, parts } = readTranscript(written);
    expect(interview).toMatchObject({ publication: undefined, title: expect.not.stringMatching(/^The Warm Place/) as string });
    expect(interview.speakers[0]?.name).toBe("Ada Lane");
    expect(parts.map(({ role }) => role)).not.toContain("publication");
  });

  test("is the publication's where its own label asks", () => {
    const { interview } = readTranscript(text(["The Sleeper", "The Warm Place", "By Nora Whitfield"], ["© 2020 The Sleeper"]).replaceAll(/^(Was|Who)/gm, "SLEEPER: $1"));
    expect(interview).toMatchObject({ publication: "The Sleeper", title: "The Warm Place" });
  });

  test("is words in a file of our own form", () => {
    const file = `---\ntitle: The Warm Place\npublication: The Long Table\nspeakers: [Ada Lane]\n---\n\nThe Long Table\n\nNine years on a ferry\n\n### Was it cold?\n\n**Ada Lane:** It was.\n`;
    expect(parseInterview(file).introduction).toEqual(["The Long Table", "Nine years on a ferry"]);
  });
});
