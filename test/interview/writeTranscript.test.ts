import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decodeText } from "../../src/interview/decode.ts";
import type { Exchange, Interview } from "../../src/interview/interview.ts";
import { NotAnInterview } from "../../src/interview/notAnInterview.ts";
import { parseInterview } from "../../src/interview/parse.ts";
import { writeTranscript } from "../../src/interview/transcriptFile.ts";
import { documentPath, readBundled, readDocument } from "./documents.ts";
import { talks, WAYS } from "./render.ts";

/** Interviews written down in all the ways that the parser knows. */
const documents = ["", "conventions/"].flatMap((folder) =>
  readdirSync(documentPath(folder))
    .filter((name) => /\.(?:md|txt|html|vtt|srt)$/.test(name))
    .map((name) => decodeText(readFileSync(documentPath(`${folder}${name}`))).text),
);

/** Words that look like something else, each with something behind it or nothing. */
const LOOKS = [
  "###", "### ", "# ", "## Ada Lane", "**X:**", "**Ada Lane:**", "**Ada Lane**: ", "**Ada Lane:** **Tomas Brandt:** ", "**How?**", "*How?*", ">", "> ", ">> ", "---", "+++", "- ", "* ", "— ",
  "Q:", "A: ", "Q. ", "[", "[Laughs]", "[00:12:31] ", "12.", "12. ", "00:12:31", "00:00:01.000 --> 00:00:02.000", "https://example.org/a", "Editor’s note: ", "![", "![A lamp](lamp.jpg)",
  "![A lamp]()", "]()", "lamp.jpg", "\\", "\\\\", "```", "~~~ ", "Ada Lane: ", "ADA LANE: ", "LANE: ", "One thing: ", "Photo by Ada Lane", "From left: ", "Beanpole, 2019", "“A quotation", "…",
  "\u200b", "\u200b\u2060", "a\u0085b", "a\u2028b", "\ufeffa", "WEBVTT", "<p>", "title: ", "speakers: [A]", "{% x %}", "HOW DO YOU DO?", "Why not?", "Yes", "No.", "\ud83c", "a\u0001b",
];

const words = fc
  .tuple(fc.oneof(fc.constantFrom(...LOOKS), fc.string()), fc.oneof(fc.constantFrom("", "?", " Why not?", " I swam there.", ...LOOKS), fc.string()))
  .map((both) => both.join("").replace(/[\r\n]/g, "").trim())
  .filter((text) => text !== "");
/** What may stand before an answer: any name that no other begins with. */
const name = fc.oneof(
  fc.constantFrom("Ada Lane", "Tomas Brandt", "A", "Q", "Guest", "ada_l", "是枝裕和", "Ada\tLane", "The Sleeper", "- x", "no", "12", "*X*", "X:", "\\", "#", "a: b"),
  words.filter((text) => text.length <= 80 && !text.includes(":**")),
);
const field = fc.option(words.filter((text) => text.length <= 300), { nil: undefined });
const paragraphs = fc.array(words, { minLength: 1, maxLength: 4 });

const interviews: fc.Arbitrary<Interview> = fc.uniqueArray(name, { minLength: 1, maxLength: 3 }).chain((names) =>
  fc.record({
    title: words,
    headline: field,
    interviewer: field,
    publication: field,
    url: fc.option(fc.constantFrom("https://example.org/a?b=c#d", "http://é.example/“x”"), { nil: undefined }),
    date: fc.option(fc.constantFrom("2023-07-05", "1999-12-31"), { nil: undefined }),
    translator: field,
    translatedFrom: field,
    speakers: fc.constant(names.map((each) => ({ name: each, labels: [] }))),
    introduction: fc.array(words, { maxLength: 3 }),
    exchanges: fc.array(
      fc.record({
        question: paragraphs.map((each) => each.join("\n\n")),
        answers: fc.array(fc.record({ speaker: fc.constantFrom(...names), paragraphs }), { minLength: 1, maxLength: 4 }),
      }),
      { minLength: 1, maxLength: 4 },
    ),
    pullQuotes: fc.array(words, { maxLength: 2 }),
    captions: fc.array(words, { maxLength: 2 }),
    leftovers: fc.constant<string[]>([]),
  }).filter(({ title, headline }) => title !== headline),
);

/** All that matters of an interview: not how its speakers were labelled, nor what belonged nowhere. */
function content({ leftovers: _leftovers, speakers, ...rest }: Interview): unknown {
  return { ...rest, speakers: speakers.map(({ name: each }) => each) };
}

/** What is read from the file of an interview, and whether it is then written to the same file byte for byte. */
function comeBack(interview: Interview): { read: unknown; isSameFile: boolean } {
  const written = writeTranscript(interview);
  const read = parseInterview(written);
  return { read: content(read), isSameFile: writeTranscript(read) === written };
}

function whole(interview: Interview): unknown {
  return { read: content(interview), isSameFile: true };
}

/** The lines of a file but for empty ones and pull quotes. */
function spokenLines(text: string): string[] {
  return text.split("\n").filter((line) => line !== "" && !line.startsWith(">"));
}

function parsed(text: string): Interview | undefined {
  try {
    return parseInterview(text);
  } catch (error) {
    if (error instanceof NotAnInterview) return undefined;
    throw error;
  }
}

describe("an interview that is written to a transcript file", () => {
  test("is the file that people write by hand", () => {
    expect(writeTranscript(parseInterview(readDocument("night-trains.md")))).toBe(
      readDocument("night-trains.md")
        .replace("commuter comes.\nIt takes", "commuter comes. It takes")
        .replace("> The stations talk\n> then\n\n", "")
        .replace(/\n*$/, "\n\n> The stations talk then\n"),
    );
  });

  test("is the bundled file, but for its pull quotes, which go behind the answers", () => {
    const interview = parseInterview(readBundled());
    expect(spokenLines(writeTranscript(interview))).toEqual(spokenLines(readBundled()));
    expect(comeBack(interview)).toEqual(whole(interview));
  });

  test.each(WAYS)("comes back from $name", ({ mostGuests, write }) => {
    fc.assert(
      fc.property(talks(mostGuests), (talk) => {
        const interview = parseInterview(write(talk));
        expect(comeBack(interview)).toEqual(whole(interview));
      }),
      { numRuns: 5 },
    );
  });

  test("comes back whatever its words look like", () => {
    fc.assert(
      fc.property(interviews, (interview) => {
        expect(comeBack(interview)).toEqual(whole(interview));
      }),
      { numRuns: 400 },
    );
  });

  test("comes back from any text in which the parser finds one", () => {
    let found = 0;
    const inserted = fc.tuple(fc.nat(200), words, fc.constantFrom("\n", "\n\n", " ")).map(([line, text, before]) => ({ line, text, before }));
    fc.assert(
      fc.property(fc.constantFrom(...documents), fc.array(inserted, { maxLength: 6 }), (document, insertions) => {
        const lines = document.split("\n");
        for (const { line, text, before } of insertions) lines.splice(line % lines.length, 0, `${before}${text}${before.trimStart()}`);
        const interview = parsed(lines.join("\n"));
        if (interview === undefined) return;
        found++;
        expect(comeBack(interview)).toEqual(whole(interview));
      }),
      { numRuns: 300 },
    );
    expect(found).toBeGreaterThan(100);
  });

  test("says whose words it cannot tell from a mark, with a backslash", () => {
    const exchanges: Exchange[] = [{ question: "And?", answers: [{ speaker: "Ada Lane", paragraphs: ["Yes.", "### No.", "> so he typed", "Ada Fox: I swam."] }] }];
    const interview: Interview = { title: "T", speakers: [{ name: "Ada Lane", labels: [] }], introduction: [], exchanges, pullQuotes: [], captions: ["A lamp"], leftovers: [] };
    expect(writeTranscript(interview)).toBe(
      "---\ntitle: T\nspeakers:\n  - Ada Lane\n---\n\n### And?\n\n**Ada Lane:** Yes.\n\n\\### No.\n\n\\> so he typed\n\n\\Ada Fox: I swam.\n\n![A lamp]()\n",
    );
  });
});
