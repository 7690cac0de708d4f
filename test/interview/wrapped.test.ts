import { describe, expect, test } from "vitest";
import { linesOf } from "../../src/interview/blocks.ts";
import { parseInterview, readTranscript } from "../../src/interview/parse.ts";
import { readBundled, readDocument } from "./documents.ts";

/** Breaks each line behind the last word that fits, and sets an empty line between lines that had none. */
function wrap(text: string, width: number): string {
  const paragraphs = text.split(/\n\n+|\n(?![A-Z ,]+[.,]”)/);
  return paragraphs.map((paragraph) => paragraph.split("\n").map((line) => wrapLine(line, width)).join("\n")).join("\n\n");
}

function wrapLine(line: string, width: number): string {
  const lines = [""];
  for (const word of line.split(" ")) {
    const last = lines.at(-1) ?? "";
    if (last !== "" && last.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = last === "" ? word : `${last} ${word}`;
  }
  return lines.join("\n");
}

const published = readDocument("the-lighthouse-tapes.txt");

describe("an interview whose paragraphs are broken over several lines", () => {
  test.each([60, 72, 80, 100])("reads the same as one with a paragraph a line: %d characters", (width) => {
    expect(parseInterview(wrap(published, width))).toEqual(parseInterview(published));
  });

  test("still has a part for every line", () => {
    const text = wrap(published, 72);
    const lines = linesOf(text).flatMap((line, index) => (line.trim() === "" ? [] : index + 1));
    const covered = readTranscript(text).parts.flatMap(({ blocks }) => blocks.flatMap(({ lines }) => lines));
    expect(covered).toEqual(lines);
  });

  test("reads the same when its question stands right above the answer", () => {
    const text = wrap(published, 72).replaceAll(/([?.])\n\n(?=(?:ADA |TOMAS )?(?:LANE|BRANDT):)/g, "$1\n");
    expect(parseInterview(text).exchanges).toEqual(parseInterview(published).exchanges);
  });

  test("may be a transcript file, whose block quotes and headings stay what they are", () => {
    const [front = "", body = ""] = readBundled().split(/(?<=\n---\n)/);
    expect(parseInterview(front + body.split("\n").map((line) => (line.startsWith("#") ? line : wrapLine(line, 80).replaceAll("\n", line.startsWith(">") ? "\n> " : "\n"))).join("\n"))).toEqual(
      parseInterview(readBundled()),
    );
  });

  test("gets no space where a line ends with the hyphen of a word", () => {
    const answer = ["ADA LANE: That was the year in which everybody on the island had bought a second-", "hand microphone and walked about with it on the beach, as if the sea had something", "to say to them and had only been too shy before that year in which they came out."].join("\n");
    const text = `How was it?\n\n${answer}\n\nAnd then?\n\n${answer}\n\nAnd now?\n\n${answer}`;
    expect(parseInterview(text).exchanges[0]?.answers[0]?.paragraphs).toEqual([answer.slice(10).replace("-\n", "-").replaceAll("\n", " ")]);
  });

  test("is not supposed where lines are short by nature", () => {
    const text = "How was the first winter?\nADA LANE: Long. I had nobody to talk to but the birds.\nAnd the second one on the island?\nLANE: Longer, and with fewer birds to talk to.\n".repeat(6);
    expect(parseInterview(text).exchanges).toHaveLength(12);
  });
});
