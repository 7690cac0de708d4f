import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decodeText } from "../../src/interview/decode.ts";
import type { Exchange } from "../../src/interview/interview.ts";
import { readTranscript } from "../../src/interview/parse.ts";
import { emphasised, talks, WAYS } from "./render.ts";

/** Exchanges with one text an answer, and one answer where a speaker goes on: some ways of writing keep no paragraphs. */
function said(exchanges: Exchange[]): unknown {
  return exchanges.map(({ question, answers }) => {
    const turns: { speaker: string; words: string }[] = [];
    for (const { speaker, paragraphs } of answers) {
      const words = paragraphs.join(" ");
      const last = turns.at(-1);
      if (last?.speaker === speaker) last.words += ` ${words}`;
      else turns.push({ speaker, words });
    }
    return { question, turns };
  });
}

describe("any interview", () => {
  test.each(WAYS)("comes back as it was: $name", ({ mostGuests, write }) => {
    fc.assert(
      fc.property(talks(mostGuests), (talk) => {
        const { interview } = readTranscript(write(talk));
        expect(said(interview.exchanges)).toEqual(said(talk.exchanges));
      }),
      { numRuns: 15 },
    );
  });

  test.each(WAYS)("comes back without the marks of words in bold and italics: $name", ({ mostGuests, write }) => {
    fc.assert(
      fc.property(talks(mostGuests).chain((talk) => emphasised(talk).map((marked) => ({ talk, marked }))), ({ talk, marked }) => {
        const { interview } = readTranscript(write(marked));
        expect(said(interview.exchanges)).toEqual(said(talk.exchanges));
      }),
      { numRuns: 15 },
    );
  });

  test.each([
    ["CRLF", (text: string) => Buffer.from(text.replaceAll("\n", "\r\n"))],
    ["a byte-order mark", (text: string) => Buffer.from(`\ufeff${text}`)],
    ["UTF-16", (text: string) => Buffer.from(`\ufeff${text}`, "utf16le")],
    ["spaces at the ends of lines", (text: string) => Buffer.from(text.replaceAll("\n", "  \n"))],
  ])("comes back from a file with %s", (_what, encode) => {
    fc.assert(
      fc.property(fc.constantFrom(...WAYS), talks(1), ({ write }, talk) => {
        const { text } = decodeText(encode(write(talk)));
        expect(said(readTranscript(text).interview.exchanges)).toEqual(said(talk.exchanges));
      }),
      { numRuns: 30 },
    );
  });
});
