import { spawnSync } from "node:child_process";
import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { documentPath } from "./documents.ts";

const COMMAND = fileURLToPath(new URL("../../src/check.ts", import.meta.url));

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "intertitle-"));
  await Promise.all(["interviews", "films", "people"].map((kind) => mkdir(join(folder, kind))));
});
afterEach(() => rm(folder, { recursive: true }));

function check(words: string[], libraryDir = ""): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, ["--import", "tsx", COMMAND, ...words], { encoding: "utf8", env: { ...process.env, LIBRARY_DIR: libraryDir } });
}

describe("npm run check", () => {
  test("finds all well with what comes with the bot", () => {
    expect(check([])).toMatchObject({ status: 0, stderr: "", stdout: "All is well: 1 interview, 56 quotes, 10 films, 6 people.\n" });
  });

  test("counts a folder of one's own in, and what the parser doubts as a note", async () => {
    await cp(documentPath("night-trains.md"), join(folder, "interviews/night-trains.md"));
    await writeFile(
      join(folder, "interviews/reyl.md"),
      "---\ntitle: Reyl\ninterviewer: Nora Whitfield\npublication: The Sleeper\nurl: https://example.org/reyl\ndate: 2023-07-05\nguest: Jonas Reyl\n---\n\n**How many do you have?**\n\nI have sixty-one that run.\n\n**And do you sleep?**\n\nI do, in the booth.\n\n**Will you stop?**\n\nI will not.\n",
    );
    const expected = `${folder}/interviews/reyl.md:12: note: no label says who answers; taken for Jonas Reyl\nAll is well: 3 interviews, 56 quotes, 10 films, 8 people, 1 note.\n`;
    expect(check([folder])).toMatchObject({ status: 0, stderr: "", stdout: expected });
    expect(check([], folder)).toMatchObject({ status: 0, stderr: "", stdout: expected });
  });

  test("names everything that is wrong, with file and line", async () => {
    await writeFile(join(folder, "interviews/night-trains.md"), "---\ntitle: Night Trains\nspeakers: [Mara Okafor]\n---\n\n### Why at night?\n\n**Mara Okafor:** Because the stations talk then.\n");
    await writeFile(join(folder, "interviews/essay.md"), "Nobody asks anything here.\n");
    await writeFile(join(folder, "interviews/misspelt.md"), "---\ntitle: Night Trains\nspeakers: [Mara Okafor]\n---\n\n### Why?\n\n**Mara Okafur:** Because.\n");
    await writeFile(join(folder, "interviews/unasked.md"), "---\nspeakers: [Mara Okafor]\n---\n\n**Mara Okafor:** I begin.\n\n### Why?\n\n**Mara Okafor:** Because.\n");
    await writeFile(join(folder, "films/fog.md"), "---\ntitle: Fog\nyear: soon\ndirectors: [nobody]\n---\nShort.\n");
    await writeFile(join(folder, "people/Mara.md"), "---\nname: Mara Okafor\nsources: [https://example.org]\n---\nMara Okafor films stations after midnight, and sleeps by day.\n");
    const { status, stdout, stderr } = check([folder]);
    expect([status, stdout]).toEqual([1, ""]);
    expect(stderr.replaceAll(`${folder}/`, "").split("\n")).toEqual([
      "people/Mara.md: the file's name should be lower-case words joined by hyphens",
      expect.stringMatching(/^interviews\/essay\.md: No interview: /),
      'interviews/misspelt.md:8: "Mara Okafur" is not among the speakers of the front matter.',
      "interviews/unasked.md:5: Mara Okafor speaks before anything is asked, so this is no interview.",
      'films/fog.md:3: "year" should be of the kind number',
      'films/fog.md:2: "sources" is missing',
      "films/fog.md:6: the text should say a little more",
      ...["publication", "url"].map((field) => `interviews/night-trains.md:1: "${field}" is missing, and every quote needs its source`),
      "9 faults to mend.",
      "",
    ]);
  });

  test.each([
    [["nowhere"], /nowhere: there is no such folder; /],
    [["one", "two"], /^Name one folder, or none: npm run check -- DIR\n$/],
  ])("refuses %j", (words, sentence) => {
    expect(check(words)).toMatchObject({ status: 1, stdout: "", stderr: expect.stringMatching(sentence) });
  });
});
