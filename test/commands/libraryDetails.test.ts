import { describe, expect, it } from "vitest";
import { readDetails } from "../../src/commands/library/detailsRead.ts";
import { webAddress } from "../../src/importing/written.ts";

describe("the address of a page", () => {
  it.each([
    ["https://example.org/talk", "https://example.org/talk"],
    ["HTTP://Example.org/Talk?page=2#end", "http://example.org/Talk?page=2#end"],
    ["example.org/talk", "https://example.org/talk"],
    ["www.example.org", "https://www.example.org/"],
    ["https://example.org/a talk/über", "https://example.org/a%20talk/%C3%BCber"],
  ])("is %s", (typed, address) => {
    expect(webAddress(typed)).toBe(address);
  });

  it.each(["", "a talk", "javascript:alert(1)", "ftp://example.org/talk", "https://", "https://localhost/talk", "/talk", `https://example.org/${"x".repeat(1000)}`])("is not %s", (typed) => {
    expect(webAddress(typed)).toBeUndefined();
  });
});

describe("the form of details", () => {
  it("is read field by field: what will do is taken, what will not is said", () => {
    const { details, problems } = readDetails({ title: "  A  talk\n", interviewer: "", publication: "x".repeat(301), date: "31 June 2020", url: "example.org" }, []);
    expect(details).toEqual({ title: "A talk", interviewer: undefined, url: "https://example.org/" });
    expect(problems).toEqual([expect.stringMatching(/^The publication “x+…” is longer than 300 characters\.$/), "I can't read “31 June 2020” as a date. Write the day in full, such as 5 July 2023 or 2023-07-05."]);
  });

  it("leaves what it must not be without", () => {
    const { details, problems } = readDetails({ title: " ", publication: "", url: "", date: "" }, ["title", "publication", "url"]);
    expect(details).toEqual({ date: undefined });
    expect(problems).toEqual(["It needs a title, so that stays as it was.", "It needs a publication, so that stays as it was.", "It needs a link, so that stays as it was."]);
  });

  it("shows what was typed letter for letter", () => {
    expect(readDetails({ date: "**soon** <@1>" }, []).problems).toEqual([expect.stringContaining("“\\*\\*soon\\*\\* \\<@1>”")]);
  });
});
