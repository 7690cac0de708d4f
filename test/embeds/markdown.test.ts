import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exchangePages } from "../../src/embeds/exchange.ts";
import { escapeMarkdown, link } from "../../src/embeds/markdown.ts";
import { parseMarkdown } from "../../src/playground/page/markdown.ts";

describe("escaping Markdown", () => {
  it("only ever adds backslashes before punctuation", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(escapeMarkdown(text).replace(/\\([!-/:-@[-`{-~])/g, "$1")).toBe(text);
      }),
    );
  });
});

describe("escaped text", () => {
  const tricky = fc.array(
    fc.constantFrom("*", "**", "_", "__", "~~", "`", "```", "||", "> ", ">>> ", "# ", "## ", "-# ", "- ", "1. ", "[a](https://b.example)", "<@1>", "<@&1>", "<#1>", "<t:1:R>", "</film:1>", "<:x:1>", "https://a.example", "\\", "\n", "film", " "),
    { maxLength: 12 },
  );

  it("reads letter for letter, whatever is in it", () => {
    fc.assert(
      fc.property(tricky, (parts) => {
        const text = parts.join("").trim();
        const nodes = parseMarkdown(escapeMarkdown(text));
        expect(nodes.filter(({ type }) => type !== "text")).toEqual([]);
        expect(nodes.map((node) => (node.type === "text" ? node.text : "")).join("")).toBe(text);
      }),
      { numRuns: 500 },
    );
  });
});

describe("a link", () => {
  it("cannot be broken out of by its text or its address", () => {
    expect(link("a](https://evil.example)", "https://example.com/a_(film)")).toBe("[a\\](https\\://evil.example)](https://example.com/a_%28film%29)");
  });
});

describe("the pages of an exchange", () => {
  const words = fc.array(fc.stringMatching(/^[a-zA-Z*_.,]{1,30}$/), { minLength: 1, maxLength: 1500 }).map((list) => list.join(" "));

  it("hold every word, in order, and none is longer than an embed takes", () => {
    fc.assert(
      fc.property(words, fc.array(words, { minLength: 1, maxLength: 4 }), (question, paragraphs) => {
        const pages = exchangePages({ question, answers: [{ speaker: "Ada Lane", paragraphs }] });
        for (const { markdown } of pages) {
          expect(markdown.length).toBeLessThanOrEqual(4096);
          expect(markdown.includes("**Ada Lane**") || markdown === pages[0]!.markdown).toBe(true);
        }
        const shown = pages.map((page) => page.words).join(" ").split(/\s+/);
        expect(shown).toEqual([question, ...paragraphs].join(" ").split(/\s+/));
        for (const { markdown, words: plain } of pages) {
          const read = markdown.replace(/\*\*Ada Lane\*\*(, continued)?\n/g, "").replace(/\\(.)/g, "$1").replaceAll("**", "");
          expect(read.replaceAll("*", "")).toBe(plain.replaceAll("*", ""));
        }
      }),
      { numRuns: 60 },
    );
  });
});
