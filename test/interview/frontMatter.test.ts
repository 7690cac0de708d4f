import { describe, expect, test } from "vitest";
import { readInterviewFields } from "../../src/interview/frontMatter.ts";

function read(...lines: string[]): ReturnType<typeof readInterviewFields> {
  return readInterviewFields(lines);
}

describe("front matter", () => {
  test("of TOML is read as that of YAML is, Hugo's parameters too", () => {
    const { fields, lineCount } = read("+++", 'title = "Salt"', "date = 2018-09-02T07:00:00Z", 'authors = ["Ada Lane", "Bo Crane"]', "[params]", 'publication = "The Sleeper"', "+++", "x");
    expect(fields).toMatchObject({ title: "Salt", date: "2018-09-02", interviewer: "Ada Lane and Bo Crane", publication: "The Sleeper", speakers: [] });
    expect(lineCount).toBe(7);
  });

  test("of TOML that is broken, or says what it may not, names the line", () => {
    expect(() => read("+++", 'title = "Salt"', "date = [", "+++")).toThrow(/^Line [34]: the front matter is broken: it cannot be read as TOML\.$/);
    expect(() => read("+++", 'title = "Salt"', 'date = "soon"', "+++")).toThrow('Line 3: "date" must be a date such as 2023-07-05.');
  });

  test("of other people's sites is passed over where it is not as we need it", () => {
    const { fields } = read("---", "author: {name: Ada}", "url: /posts/salt", "date: 2020-02-11 09:30:00 +0100", "guest: Bo Crane", "---");
    expect(fields).toMatchObject({ interviewer: undefined, url: undefined, date: "2020-02-11", guests: ["Bo Crane"] });
  });

  test("is not supposed behind a mere rule", () => {
    expect(read("---", "Two people talk.", "---", "x").lineCount).toBe(0);
    expect(read("+++", "no end").lineCount).toBe(0);
  });
});
