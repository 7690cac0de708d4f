import { describe, expect, test } from "vitest";
import { parseInterview } from "../../src/interview/parse.ts";
import { cutQuotes } from "../../src/interview/quotes.ts";
import { readBundled } from "./documents.ts";

const interview = parseInterview(readBundled());
const answers = interview.exchanges.flatMap((exchange) => exchange.answers);
const quotes = cutQuotes(interview);

describe("the bundled interview", () => {
  test("says where it comes from", () => {
    expect(interview).toMatchObject({
      title: "From Russia With Love of Film",
      headline: "FROM RUSSIA WITH LOVE FOR FILM",
      interviewer: "Katya Apekina",
      publication: "Galerie",
      url: "https://www.galerie.com/read/from-russia-with-love-of-film",
      date: "2023-07-05",
      translator: "Katya Apekina",
      translatedFrom: "Russian",
    });
    expect(interview.speakers.map(({ name }) => name)).toEqual(["Kantemir Balagov", "Kira Kovalenko"]);
  });

  test("has all that was asked and answered, and nothing else", () => {
    expect(interview.exchanges).toHaveLength(31);
    expect(answers).toHaveLength(41);
    expect(answers.filter(({ speaker }) => speaker === "Kantemir Balagov")).toHaveLength(31);
    expect(answers.filter(({ speaker }) => speaker === "Kira Kovalenko")).toHaveLength(10);
    expect(answers.flatMap(({ paragraphs }) => paragraphs)).toHaveLength(43);
    expect(interview.pullQuotes).toHaveLength(2);
    expect(JSON.stringify(interview.exchanges).match(/\[[^\]"{]*\]/g)).toHaveLength(4);
    expect([...interview.introduction, ...interview.captions, ...interview.leftovers]).toEqual([]);
  });

  test("gives quotes that are mostly of a length to read at a glance", () => {
    expect(quotes).toHaveLength(56);
    expect(quotes.filter(({ words }) => words.length > 350).length).toBeLessThanOrEqual(6);
    expect(Math.min(...quotes.map(({ words }) => words.length))).toBeGreaterThanOrEqual(100);
  });

  test("gives the two passages whole that the editors lifted", () => {
    const lifted = quotes.filter((quote) => quote.lifted).map(({ words, speaker }) => [speaker, words] as const);
    expect(lifted).toHaveLength(2);
    expect(lifted[0]?.[0]).toBe("Kantemir Balagov");
    expect(lifted[0]?.[1]).toMatch(/^We’re in this gray zone\. In an in-between state, emotionally and physically\./);
    expect(lifted[1]?.[0]).toBe("Kira Kovalenko");
    expect(lifted[1]?.[1]).toContain("some themes, like boundless love, will be a throughline or a shadow in all of our films.");
  });
});
