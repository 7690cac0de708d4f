import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { documentPath } from "./documents.ts";

const COMMAND = fileURLToPath(new URL("../../src/parse.ts", import.meta.url));

function parse(...files: string[]): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, ["--import", "tsx", COMMAND, ...files], { encoding: "utf8" });
}

describe("npm run parse", () => {
  test("prints an interview as JSON, null for what it does not say", () => {
    const { status, stdout, stderr } = parse(documentPath("night-trains.md"));
    expect([status, stderr]).toEqual([0, ""]);
    expect(JSON.parse(stdout)).toEqual({
      title: "Night Trains",
      headline: null,
      author: "Piet Zander",
      publication: "The Sleeper",
      url: "https://example.org/night-trains",
      date: "2020-11-30",
      translator: null,
      translatedFrom: null,
      speakers: [{ name: "Mara Okafor", labels: ["Mara Okafor"] }],
      introduction: ["Mara Okafor films stations after midnight."],
      exchanges: [
        {
          question: "Why at night?",
          answers: [
            {
              speaker: "Mara Okafor",
              text:
                "Because the stations talk then. *Really* talk, like [distant] neighbours.\n\n" +
                "They stop when the first commuter comes. It takes them a day to forgive him.\n\n" +
                "> that is how I write down a sound, by the way.",
            },
          ],
        },
        {
          question: "And by day?\n\nYou must sleep at some point.",
          answers: [{ speaker: "Mara Okafor", text: "By day I am **asleep**, like everybody honest." }],
        },
      ],
      pullQuotes: ["The stations talk then"],
      captions: [],
      leftovers: [],
    });
  });

  test("explains every line with its role, and says what it is not sure of", () => {
    const { status, stdout, stderr } = parse("--explain", documentPath("conventions/letters.txt"));
    expect([status, stderr]).toEqual([0, ""]);
    const lines = stdout.split("\n");
    expect(lines[0]).toBe("labelled questions and answers, confidence 1");
    expect(lines[2]).toBe(" 1  title           Five Questions for Jonas Reyl");
    expect(lines[3]).toBe(" 2");
    expect(lines[7]).toBe(" 6  answer          (Jonas Reyl) A: Sixty-one that run, and eleven that only hum.");
    expect(stdout).toContain('\nline 6: "A" was never introduced; taken for Jonas Reyl\n');
  });

  test.each([
    ["an essay", documentPath("essay.txt"), "No interview: no answer begins with its speaker's name and a colon, and no questions are set apart from their answers."],
    ["a folder", documentPath(""), "This is a folder: name a file in it."],
    ["a missing file", documentPath("nowhere.txt"), "There is no such file, or it may not be read."],
  ])("refuses %s with one sentence and exit code 1", (_what, file, sentence) => {
    expect(parse(file)).toMatchObject({ status: 1, stdout: "", stderr: `${sentence}\n` });
  });

  test("asks for a file when none is named", () => {
    expect(parse()).toMatchObject({ status: 1, stdout: "", stderr: "Name one file, as in: npm run --silent parse -- interview.txt [--explain]\n" });
  });
});
