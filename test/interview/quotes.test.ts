import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Interview } from "../../src/interview/interview.ts";
import { parseInterview } from "../../src/interview/parse.ts";
import { cutQuotes, quoteId } from "../../src/interview/quotes.ts";
import { sentencesOf } from "../../src/interview/sentences.ts";
import { readDocument } from "./documents.ts";

function answered(...paragraphs: string[]): Interview {
  return {
    title: "T",
    speakers: [{ name: "Ada Lane", labels: [] }],
    introduction: [],
    exchanges: [{ question: "Why?", answers: [{ speaker: "Ada Lane", paragraphs }] }],
    pullQuotes: [],
    captions: [],
    leftovers: [],
  };
}

function wordsOf(interview: Interview): string[] {
  return cutQuotes(interview).map(({ words }) => words);
}

const SENTENCE = fc
  .tuple(fc.constantFrom("The sea", "It", "But he", "Nobody", "Yes,", "I", "“We", "That"), fc.array(fc.constantFrom("keeps", "every", "winter", "in", "a", "drawer", "of St. Olaf’s", "[slowly]"), { maxLength: 40 }), fc.constantFrom(".", "?", "!", "…", ".”"))
  .map(([first, rest, stop]) => [first, ...rest].join(" ") + stop);
const PARAGRAPH = fc.array(SENTENCE, { minLength: 1, maxLength: 25 }).map((sentences) => sentences.join(" "));

describe("quotes", () => {
  const interview = parseInterview(readDocument("the-lighthouse-tapes.txt"));

  test("come whole and marked where the editors lifted them, though the editors changed a word", () => {
    const lifted = cutQuotes(interview).filter((quote) => quote.lifted);
    expect(lifted).toHaveLength(2);
    expect(lifted[0]).toMatchObject({ speaker: "Tomas Brandt", exchange: 6, answer: 1 });
    expect(lifted[0]?.words).toContain("we are always between two tides. Neither here nor gone.");
    expect(lifted[1]).toMatchObject({ speaker: "Ada Lane", exchange: 8, answer: 0 });
    expect(lifted[1]?.words).toContain("some sounds, like a door in a house you have left, will be the last thing that any of us forgets.");
  });

  test("know their exchange and their answer", () => {
    for (const { words, speaker, exchange, answer } of cutQuotes(interview)) {
      expect(interview.exchanges[exchange]?.answers[answer]).toMatchObject({ speaker });
      expect(interview.exchanges[exchange]?.answers[answer]?.paragraphs.some((paragraph) => paragraph.includes(words))).toBe(true);
    }
  });

  test("are never a bare reply", () => {
    expect(wordsOf(answered("Yes."))).toEqual([]);
    expect(wordsOf(answered("Considering the weather."))).toEqual([]);
    expect(wordsOf(answered("No, never. My father only bought me a microphone so that I would leave his radio alone."))).toEqual([
      "My father only bought me a microphone so that I would leave his radio alone.",
    ]);
  });

  test("begin where a thought begins", () => {
    const first = "We carried the big recorder up to the lamp every single evening for eleven years and down again in the morning.";
    const leaning = "It weighed as much as a calf and it had opinions.";
    const next = "The harbour master thought that we were weighing the light, and he told his daughters so every Sunday after church, until the elder one came up to see the lamp for herself.";
    expect(wordsOf(answered([first, leaning, next].join(" ")))).toEqual([`${first} ${leaning}`, next]);
  });

  test("don't end on a question that the speaker goes on to answer", () => {
    const asked =
      "I sat there with forty hours of rain on tape, and I thought about my mother in the town, who had never once been on a boat in her life. Who wants to hear this?";
    const answer =
      "My mother and the neighbours did, every single afternoon, until they sold the house and moved away to the mountains, where nothing rains.";
    const quotes = wordsOf(answered(`${asked} ${answer}`));
    expect(quotes).toContainEqual(expect.stringContaining("Who wants to hear this? My mother and"));
  });

  test("are never cut inside a passage that the editors lifted", () => {
    const one = "The birds come back in the first week of April, and from then on there is no hour of the day in which the island could be said to belong to the people who live there.";
    const two = "Nobody has ever complained about the noise, because the tourists pay for the noise, and because the winter is long enough for anyone who would like to hear themselves think.";
    const plain = answered(`${one} ${two}`);
    expect(wordsOf(plain)).toEqual([one, two]);
    const lifted = { ...plain, pullQuotes: ["THE ISLAND BELONGS TO PEOPLE WHO LIVE THERE. NOBODY HAS EVER COMPLAINED ABOUT THE NOISE.".replace("BELONGS", "COULD BE SAID TO BELONG")] };
    expect(cutQuotes(lifted)).toMatchObject([{ words: `${one} ${two}`, lifted: true }]);
  });

  test("hold a lifted passage whole, be it a hundred and twenty sentences of one word", () => {
    const counted = Array.from({ length: 120 }, (_, number) => `N${number}.`).join(" ");
    const plain = "The harbour master counted every boat aloud, as his father had done before there was a lighthouse.";
    const interview = { ...answered(`${plain} ${counted} ${plain.replace("master", "mistress")}`), pullQuotes: [counted] };
    const lifted = cutQuotes(interview).filter((quote) => quote.lifted);
    expect(lifted).toHaveLength(1);
    expect(lifted[0]?.words).toContain(counted);
  });

  test("are the same however often, and in whatever order, the editors lifted their passages", () => {
    const sentences = Array.from({ length: 30 }, (_, number) => `Boat${number} left harbour${number} with cargo${number} behind captain${number} under flag${number} in the rain.`);
    const plain = answered(sentences.join(" "));
    const lifts = [20, 3, 4, 21, 3].map((number) => sentences.slice(number, number + 2).join(" "));
    const quotes = cutQuotes({ ...plain, pullQuotes: lifts });
    expect(quotes).toEqual(cutQuotes({ ...plain, pullQuotes: [...lifts, ...lifts].toReversed() }));
    for (const lift of lifts) expect(quotes.filter(({ words }) => words.includes(lift))).toMatchObject([{ lifted: true }]);
    expect(quotes.filter(({ lifted }) => lifted)).toHaveLength(2);
  });

  test("leave a monstrous sentence out, and never cut it", () => {
    const monster = `The sea ${"and the sea ".repeat(100)}ended.`;
    const sane = "The harbour is small enough to know everybody's cough by heart.";
    expect(wordsOf(answered(`${monster} ${sane}`))).toEqual([sane]);
  });

  test("that are said twice stand once, where they were said first", () => {
    const said = "The harbour is small enough to know everybody's cough by heart.";
    const twice = answered(said);
    twice.exchanges.push({ question: "Again?", answers: [{ speaker: "Ada Lane", paragraphs: [said.toUpperCase()] }] });
    expect(cutQuotes(twice).map(({ exchange, words }) => [exchange, words])).toEqual([[0, said]]);
  });

  test("are whole sentences of one paragraph, byte for byte, in order and apart", () => {
    fc.assert(
      fc.property(PARAGRAPH, (paragraph) => {
        const ends = new Set<number>([0]);
        for (const sentence of sentencesOf(paragraph)) ends.add(Math.max(...ends) + sentence.length);
        let from = 0;
        for (const words of wordsOf(answered(paragraph))) {
          const start = paragraph.indexOf(words, from);
          expect(start).toBeGreaterThanOrEqual(from);
          from = start + words.length;
          expect(words.length).toBeGreaterThanOrEqual(60);
          expect(words.length).toBeLessThanOrEqual(1000);
          expect([...ends].some((end) => end === from || end === from + 1)).toBe(true);
        }
      }),
    );
  });

  test("keep their ids when anything else is edited", () => {
    fc.assert(
      fc.property(PARAGRAPH, PARAGRAPH, PARAGRAPH, (before, kept, after) => {
        const ids = cutQuotes(answered(kept)).map(({ id }) => id);
        const edited = cutQuotes(answered(before, kept, after)).map(({ id }) => id);
        expect(edited).toEqual(expect.arrayContaining(ids));
      }),
    );
  });

  test("have an id of twelve digits that looks at the words and not at the punctuation", () => {
    expect(quoteId("We’re in this gray zone.")).toMatch(/^[0-9a-f]{12}$/);
    expect(quoteId("We’re in this gray zone.")).toBe(quoteId("“WE'RE  in this: gray zone”"));
    expect(quoteId("We’re in this gray zone.")).not.toBe(quoteId("We’re in that gray zone."));
    expect(quoteId("Ｄылда")).toBe(quoteId("dылда"));
    expect(quoteId("…!")).toBeUndefined();
  });
});
