import { describe, expect, test } from "vitest";
import { readHtml } from "../../src/interview/formats/html.ts";
import { withoutTagsInWords } from "../../src/interview/formats/splitWords.ts";

describe("a page whose bold or italics begin or end inside a word", () => {
  test.each([
    ["<b>I</b>t comes", "It comes"],
    ["<em>un</em>used, un<i class='x'>believ</i>able", "unused, unbelievable"],
    ["<b>do</b>n't", "don't"],
    ["<b><i>I</i></b>t comes, <STRONG>o</strong>nce", "It comes, once"],
  ])("is read without them: %s", (html, text) => expect(readHtml(`<p>${html}</p>`).text.trim()).toBe(text));

  test.each([
    ["<b>And now?</b>I sleep", "**And now?**I sleep"],
    ["I saw <i>The Bell</i>.", "I saw *The Bell*."],
    ["d'<i>Orphée</i>, <i>Orphée</i>'s", "d'*Orphée*, *Orphée*'s"],
    ["<b>How did you e</b><b>nd up?</b>", "**How did you end up?**"],
    ["私は<i>鐘</i>を見た。", "私は*鐘*を見た。"],
  ])("keeps those around whole words: %s", (html, text) => expect(readHtml(`<p>${html}</p>`).text.trim()).toBe(text));

  test("may be a megabyte of them", () => {
    expect(withoutTagsInWords("<b>I</b>t<i>".repeat(80_000))).toBe("It<i>".repeat(80_000));
  });
});
