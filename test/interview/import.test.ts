import { spawnSync } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { runImport } from "../../src/importing/run.ts";
import { parseInterview } from "../../src/interview/parse.ts";
import { bundledData } from "../../src/library/load.ts";
import { readLibraryFolders } from "../../src/library/read.ts";
import { documentPath } from "./documents.ts";

const COMMAND = fileURLToPath(new URL("../../src/import.ts", import.meta.url));
const letters = documentPath("conventions/letters.txt");
const source = ["--interviewer", "Nora Whitfield", "--publication", "The Sleeper", "--url", "example.org/reyl", "--date", "5 July 2023"];

let folder: string;
let said: string[];
let complained: string[];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "intertitle-"));
  [said, complained] = [[], []];
});
afterEach(() => rm(folder, { recursive: true }));

/** Types a command into a terminal at which somebody gives these answers, if anybody is there. */
async function type(words: string[], answers?: string[], libraryDir?: string): Promise<number> {
  const left = [...(answers ?? [])];
  return runImport(words, libraryDir, {
    say: (text) => void said.push(text),
    complain: (text) => void complained.push(text),
    ask: answers && (async (question) => (said.push(question), left.shift())),
  });
}

async function written(name: string): Promise<string> {
  return readFile(join(folder, "interviews", name), "utf8");
}

describe("npm run import", () => {
  test("shows what it understood, and writes the transcript file", async () => {
    expect(await type([letters, "--to", folder, ...source])).toBe(0);
    expect(complained).toEqual([]);
    expect(said[0]).toBe(
      "Five Questions for Jonas Reyl\n\n  Interviewer: Nora Whitfield\n  Publication: The Sleeper\n  Date: 5 July 2023\n  Link: https://example.org/reyl\n\n" +
        "  Jonas Reyl: 5 answers, new to the library\n  5 exchanges, 1 quote\n\n  “I watch the dust in the light. The film is behind me, so to speak.” (Jonas Reyl)\n\n" +
        '  I took it for labelled questions and answers, and am sure of it.\n  line 6: "A" was never introduced; taken for Jonas Reyl\n',
    );
    expect(said[1]).toContain("people/jonas-reyl.md");
    expect(said[1]).toContain("    ---\n    name: Jonas Reyl\n    sources:\n      - https://example.org/reyl\n    ---\n");
    expect(said[2]).toMatch(/five-questions-for-jonas-reyl\.md is written\. Have the right to use it/);
    const text = await written("five-questions-for-jonas-reyl.md");
    expect(text).toMatch(/^---\ntitle: Five Questions for Jonas Reyl\ninterviewer: Nora Whitfield\npublication: The Sleeper\nurl: https:\/\/example\.org\/reyl\ndate: 2023-07-05\nspeakers:\n {2}- Jonas Reyl\n---\n/);
    expect(parseInterview(text).exchanges).toHaveLength(5);
  });

  test("asks for what is missing, and again for what it cannot read", async () => {
    expect(await type([letters, "--to", folder, "--date", "2023-07-05"], ["Nora Whitfield", "The Sleeper", "somewhere", "https://example.org/reyl"])).toBe(0);
    expect(said.slice(1, 5)).toEqual(["Who asked the questions? (Leave it empty if nobody knows.) ", "Who published it? ", "Its link: ", "Its link: "]);
    expect(complained).toEqual(['"somewhere" is not the address of a page: one begins with https://.']);
    expect(parseInterview(await written("five-questions-for-jonas-reyl.md"))).toMatchObject({ publication: "The Sleeper", date: "2023-07-05" });
  });

  test("takes an interview of which nobody knows the interviewer and the date, as /library add does", async () => {
    expect(await type([letters, "--to", folder], ["", "", "The Sleeper", "example.org/reyl", " "])).toBe(0);
    expect(complained).toEqual(["The publication should be one line of at most 300 characters."]);
    const text = await written("five-questions-for-jonas-reyl.md");
    expect(text).not.toMatch(/^(?:interviewer|date):/m);
    expect((await readLibraryFolders([folder])).problems).toEqual([]);
    expect(await type([letters, "--to", folder, "--publication", "The Sleeper", "--url", "example.org/reyl", "--title", "Reyl, Again"])).toBe(0);
    expect(said.at(-1)).toContain("reyl-again.md is written.");
  });

  test("writes nothing when whoever was asked has gone", async () => {
    expect(await type([letters, "--to", folder], ["Nora Whitfield"])).toBe(1);
    expect(said).toHaveLength(3);
    expect(await type([letters, "--to", folder], ["Nora Whitfield", "The Sleeper", "example.org/reyl"])).toBe(1);
    expect(complained).toEqual([
      "letters.txt: Every quote needs its source, and this is missing; give it as --publication, --url. Nothing was written.",
      "letters.txt: The last question was not answered, and nothing was written. An empty answer will do where nobody knows.",
    ]);
    await expect(written("five-questions-for-jonas-reyl.md")).rejects.toThrow("ENOENT");
  });

  test("writes into the host's own folder, unless told another, and knows the films and people there", async () => {
    const talk = join(folder, "talk.txt");
    await writeFile(
      talk,
      "The Patient Camera\n\nQ: What did Kantemir Balagov teach you?\n\nKIRA KOVALENKO: He told me that Beanpole was green because nobody had dared to make it green before.\n\nQ: And Closeness?\n\nKOVALENKO: Closeness I have seen twice, and Beanpole three times, and Kantemir Balagov has seen neither since.\n",
    );
    expect(await type([talk, ...source], undefined, folder)).toBe(0);
    expect(said[0]).toContain("  Films I know: Closeness, Beanpole\n  People I know: Kantemir Balagov\n");
    expect(said).toHaveLength(2);
    expect(await written("the-patient-camera.md")).toContain("### And Closeness?");
  });

  test("never writes over a file, unless told to", async () => {
    expect(await type([letters, "--to", folder, ...source])).toBe(0);
    const before = await written("five-questions-for-jonas-reyl.md");
    expect(await type([letters, "--to", folder, ...source, "--publication", "Another"])).toBe(1);
    expect(complained[0]).toMatch(/^letters\.txt: \S+five-questions-for-jonas-reyl\.md is there already: --replace writes over it, and another --title makes another file\.$/);
    expect(await written("five-questions-for-jonas-reyl.md")).toBe(before);
    expect(await type([letters, "--to", folder, ...source, "--publication", "Another", "--replace"])).toBe(0);
    expect(await written("five-questions-for-jonas-reyl.md")).toContain("publication: Another\n");
    expect(await type([letters, "--to", folder, ...source, "--title", "Reyl, Again"])).toBe(0);
    expect(said.at(-2)).toContain("This seems to be in the library already: Five Questions for Jonas Reyl");
    expect(await written("reyl-again.md")).toMatch(/^---\ntitle: Reyl, Again\n/);
  });

  test("gives no file the name of a bundled one", async () => {
    expect(await type([letters, "--to", folder, ...source, "--title", "From Russia With Love of Film"])).toBe(1);
    expect(complained).toEqual(["letters.txt: An interview that comes with Intertitle is called from-russia-with-love-of-film already: another --title makes another file."]);
  });

  test("goes on to the next file when one fails, and says so at the end", async () => {
    const several = [documentPath("essay.txt"), letters, documentPath("nowhere.txt"), documentPath("conventions/captions.vtt")];
    expect(await type([...several, "--to", folder, ...source.filter((word) => !/url|example/.test(word))], [])).toBe(1);
    expect(complained).toEqual([
      expect.stringMatching(/^essay\.txt: No interview: /),
      "letters.txt: Every quote needs its source, and this is missing; give it as --url. Nothing was written.",
      "nowhere.txt: There is no such file, or it may not be read.",
      "captions.vtt: Every quote needs its source, and this is missing; give it as --url. Nothing was written.",
    ]);
    expect(said.filter((text) => text.startsWith("== "))).toHaveLength(4);
  });

  test("reads what is in Latin-1, and says so", async () => {
    const file = join(folder, "latin.txt");
    await writeFile(file, Buffer.from((await readFile(letters, "utf8")).replaceAll("Jonas Reyl", "José Réyl"), "latin1"));
    expect(await type([file, "--to", folder, ...source])).toBe(0);
    expect(complained).toEqual(["This is not in UTF-8, and was read as Latin-1: look at its accents and quotation marks."]);
    expect(await written("five-questions-for-jose-reyl.md")).toContain("**José Réyl:**");
  });

  test("shows a terminal nothing that it would obey", async () => {
    const file = join(folder, "escape.txt");
    await writeFile(file, (await readFile(letters, "utf8")).replace("Five Questions", "\u001b[31mFive\u0007 Questions"));
    await type([file, "--to", folder, ...source]);
    expect(said.join("\n")).not.toMatch(/(?!\n)\p{Cc}/u);
  });

  test.each([
    ["no file", [], /^Name a file, as in: npm run import/],
    ["an option that there is not", [letters, "--publisher", "X"], /^Unknown option '--publisher'\. As in: npm run import/],
    ["a date that is none", [letters, "--date", "5/7/2023"], /^"5\/7\/2023" is no date that I can read/],
    ["one link for several", [letters, letters, "--url", "https://example.org"], /^A title and a link are one interview's/],
    ["an empty name", [letters, "--interviewer", " "], /^The interviewer should be one line of at most 300 characters\.$/],
  ])("refuses %s with a sentence", async (_what, words, sentence) => {
    expect(await type(words, undefined, folder)).toBe(1);
    expect(complained).toEqual([expect.stringMatching(sentence)]);
    expect(said).toEqual([]);
  });

  test("refuses to guess where nobody is at the terminal, and writes to no folder but its own", () => {
    const environment = { ...process.env, LIBRARY_DIR: folder };
    const run = (...words: string[]) => spawnSync(process.execPath, ["--import", "tsx", COMMAND, ...words], { encoding: "utf8", env: environment });
    expect(run(letters)).toMatchObject({ status: 1, stderr: expect.stringContaining("give it as --publication, --url.") });
    expect(run(letters, ...source)).toMatchObject({ status: 0, stderr: "", stdout: expect.stringContaining(`${folder}/interviews/five-questions-for-jonas-reyl.md is written.`) });
    expect(folder.startsWith(bundledData)).toBe(false);
  });
});
