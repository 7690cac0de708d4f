import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { decodeText } from "../../src/interview/decode.ts";
import { readTranscript, type Reading } from "../../src/interview/parse.ts";
import { documentPath } from "./documents.ts";

/** Interviews in our own words, each written down in another way, with what is to be read in it. */
const names = readdirSync(documentPath("conventions")).filter((name) => !name.endsWith(".json"));

const SPOKEN = new Set(["question", "answer", "continuation"]);

function read(name: string): { text: string; reading: Reading } {
  const { text } = decodeText(readFileSync(documentPath(`conventions/${name}`)));
  return { text, reading: readTranscript(text) };
}

/** What a reader would write down by hand: everything but confidence, and each role with its lines. */
function summary({ interview, convention, warnings, parts }: Reading): unknown {
  const roles = parts.map(({ role, blocks }) => `${blocks.flatMap(({ lines }) => lines).join(" ")} ${role}`);
  return JSON.parse(JSON.stringify({ convention, ...interview, warnings, roles }));
}

describe("an interview written down in one of the ways of the world", () => {
  test.each(names)("is read as a person reads it: %s", (name) => {
    expect(summary(read(name).reading)).toEqual(JSON.parse(readFileSync(documentPath(`conventions/${name}.json`), "utf8")));
  });

  test.each(names)("has a role for every line, in order: %s", (name) => {
    const { parts, lines } = read(name).reading;
    const full = lines.flatMap((line, index) => (line.trim() === "" ? [] : index + 1));
    const covered = parts.flatMap(({ blocks }) => blocks.flatMap((block) => block.lines));
    expect([...new Set(covered)].toSorted((one, other) => one - other)).toEqual(full);
    expect(parts.map(({ blocks }) => blocks[0]?.lines[0])).toEqual(parts.map(({ blocks }) => blocks[0]?.lines[0]).toSorted((one = 0, other = 0) => one - other));
  });

  test.each(names)("is quoted word for word: %s", (name) => {
    const { interview, lines, parts } = read(name).reading;
    const numbers = new Set(parts.filter(({ role }) => SPOKEN.has(role)).flatMap(({ blocks }) => blocks.flatMap((block) => block.lines)));
    const source = plain(lines.filter((_, index) => numbers.has(index + 1)).map((line) => line.replace(/^>+ ?/, "")).join(" "));
    const spoken = interview.exchanges.flatMap(({ question, answers }) => [...question.split("\n\n"), ...answers.flatMap(({ paragraphs }) => paragraphs)]);
    for (const words of spoken) expect(source).toContain(plain(words));
  });

  test.each(names)("leaves little doubt, unless nobody is named: %s", (name) => {
    const { confidence, warnings } = read(name).reading;
    const isUnnamed = warnings.some(({ message }) => message.startsWith("nobody"));
    expect(confidence).toBeGreaterThanOrEqual(isUnnamed ? 0.6 : 0.8);
    expect(confidence < 0.8).toBe(isUnnamed);
  });
});

/** Text without the tags and entities of captions and the marks of emphasis, its white space made even. */
function plain(text: string): string {
  return text.replace(/<[^<>]*>|[*_]/g, "").replaceAll("&amp;", "&").replace(/\s+/g, " ");
}
