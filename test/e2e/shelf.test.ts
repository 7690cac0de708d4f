import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createLibrary, type LibraryInterview } from "../../src/library/library.ts";
import { loadLibrary } from "../../src/library/load.ts";
import { openClub, type Club } from "./club.ts";

/** An invented interview; its second answer is longer than any embed. */
function interview(number: number): LibraryInterview {
  const long = Array.from({ length: 40 }, (_, at) => `Paragraph ${at} of the long answer. ${"The reel went on and on. ".repeat(12).trim()}`);
  return {
    id: `evening-${number}`,
    title: `Evening ${number} at the pictures`,
    interviewer: "Mara Lindqvist",
    publication: "The Reel",
    url: `https://example.com/${number}`,
    date: "2024-03-01",
    speakers: [{ name: "Kira Kovalenko", labels: [] }],
    introduction: [],
    exchanges: [
      { question: `What did you see on evening ${number}?`, answers: [{ speaker: "Kira Kovalenko", paragraphs: [`A film about the number ${number}, and about a lighthouse that nobody had lit.`] }] },
      { question: "And then?", answers: [{ speaker: "Kira Kovalenko", paragraphs: long }] },
      { question: "How did it end?", answers: [{ speaker: "Kira Kovalenko", paragraphs: ["In the dark, as films do, and then somebody found the switch."] }] },
    ],
    pullQuotes: [],
    captions: [],
    leftovers: [],
  };
}

/** Nine hundred characters. */
const addressOf = (number: number) => `https://example.com/${number}?from=`.padEnd(900, "reel");

let club: Club;
beforeAll(async () => {
  const { films, people } = await loadLibrary();
  club = await openClub(createLibrary({ interviews: Array.from({ length: 12 }, (_, at) => interview(at + 1)), films, people }));
});
afterAll(() => club.close());

describe("a library of many interviews", () => {
  it("lists them page by page, back and forth, and opens any of them", async () => {
    let { text, message } = await club.ada.type("#film-club", "/interview");
    const listed: string[] = [];
    for (;;) {
      listed.push(...[...text.matchAll(/\[Evening (\d+) at the pictures\]/g)].map((match) => match[1]!));
      if (text.includes("[Next →] (disabled)")) break;
      ({ text, message } = await club.emil.press(message!, "Next →"));
    }
    expect(listed).toEqual(Array.from({ length: 12 }, (_, at) => String(at + 1)));
    expect((await club.ada.choose(message!, "Evening 12 at the pictures")).text).toContain("What did you see on evening 12?");
    expect((await club.emil.press(message!, "← Previous")).text).toContain("Evening 6 at the pictures");
  });

  it("asks which one when a title fits several", async () => {
    const { text, message } = await club.ada.type("#film-club", "/interview evening");
    expect(text).toContain("Several interviews fit “evening”.");
    const opened = await club.ada.choose(message!, "Evening 3 at the pictures");
    expect(club.emil.look(opened.message!)?.embeds[0]?.description).toContain("evening 3?");
  });
});

describe("a library of interviews with very long links", () => {
  it("lists fewer on a page, each with the whole of its link, its speakers and its source", async () => {
    const long = await openClub(createLibrary({ interviews: Array.from({ length: 12 }, (_, at) => ({ ...interview(at + 1), url: addressOf(at + 1) })), films: [], people: [] }));
    let { text, message } = await long.ada.type("#film-club", "/interview");
    const listed: string[] = [];
    for (;;) {
      const shown = long.ada.look(message!)!.embeds[0]!.description!.split("\n\n");
      expect(shown.length).toBeLessThanOrEqual(5);
      listed.push(...shown);
      if (text.includes("[Next →] (disabled)")) break;
      ({ text, message } = await long.ada.press(message!, "Next →"));
    }
    expect(listed).toEqual(
      Array.from({ length: 12 }, (_, at) => `### [Evening ${at + 1} at the pictures](${addressOf(at + 1)})\nwith **Kira Kovalenko** · 3 exchanges\n-# Interview by Mara Lindqvist · The Reel · 1 March 2024`),
    );
    await long.close();
  });
});

describe("an exchange longer than a page", () => {
  it("is read in pages that lose no word and always say who speaks, both ways", async () => {
    let { text, message } = await club.ada.type("#film-club", "/interview evening-2");
    const pages: string[] = [];
    while (!text.includes("[Next →] (disabled)")) {
      ({ text, message } = await club.ada.press(message!, "Next →"));
      pages.push(text);
    }
    expect(pages.length).toBeGreaterThan(4);
    for (const page of pages) expect(page).toContain("**Kira Kovalenko**");
    const whole = pages.join("\n");
    for (let at = 0; at < 40; at += 1) expect(whole).toContain(`Paragraph ${at} of the long answer.`);
    expect(whole).toContain("page 2 of ");
    const last = pages.at(-2)!;
    expect((await club.emil.press(message!, "← Previous")).text).toBe(last);
  });

  it("opens at the page where the quote stands", async () => {
    const quote = club.library.quotes.find(({ words }) => words.includes("Paragraph 39 of"))!;
    const { message } = await club.ada.run("#film-club", "/quote", { about: quote.id });
    expect((await club.ada.press(message!, "In context")).text).toContain("Paragraph 39 of");
  });
});
