import { describe, expect, it } from "vitest";
import fc from "fast-check";
import { parseMarkdown } from "../../../src/playground/page/markdown.ts";
import type { MarkdownNode } from "../../../src/playground/page/markdown.ts";

const text = (value: string): MarkdownNode => ({ type: "text", text: value });

/** The tree as a short string: each node by its name, its words in quotation marks. */
function outline(nodes: MarkdownNode[]): string {
  return nodes
    .map((node) => {
      if (node.type === "text") return JSON.stringify(node.text);
      if (node.type === "list") return `list[${node.items.map(outline).join(" / ")}]`;
      if ("children" in node) return `${node.type}(${outline(node.children)})`;
      if (node.type === "code" || node.type === "codeBlock") return `${node.type}(${JSON.stringify(node.text)})`;
      return node.type;
    })
    .join(" ");
}

const outlineOf = (source: string): string => outline(parseMarkdown(source));

describe("emphasis", () => {
  it.each([
    ["**bold**", 'strong("bold")'],
    ["*italic* and _italic_", 'emphasis("italic") " and " emphasis("italic")'],
    ["__under__ ~~gone~~ ||ending||", 'underline("under") " " strike("gone") " " spoiler("ending")'],
    ["***both***", 'strong(emphasis("both"))'],
    ["**bold *and italic***", 'strong("bold " emphasis("and italic"))'],
    ["*a **b** c*", 'emphasis("a " strong("b") " c")'],
    ["**across\nlines**", 'strong("across\\nlines")'],
  ])("reads %j", (source, expected) => {
    expect(outlineOf(source)).toBe(expected);
  });

  it.each(["2 * 3 * 4", "snake_case_name", "_half_word", "**never closed", "a ** b", "****", "~one~ |bar|", "* "])(
    "leaves %j as it was typed",
    (source) => {
      expect(parseMarkdown(source)).toEqual([text(source)]);
    },
  );

  it("takes a backslash as a request for the mark itself", () => {
    expect(parseMarkdown(String.raw`\*not italic\* C:\films`)).toEqual([text(String.raw`*not italic* C:\films`)]);
  });
});

describe("code", () => {
  it("shows what is between backticks as it is", () => {
    expect(outlineOf("`**a**` ``b`c``")).toBe('code("**a**") " " code("b`c")');
  });

  it("shows a block without its language and with its marks", () => {
    expect(outlineOf("look:\n```ts\nconst a = **1**;\n```\nafter")).toBe('"look:" codeBlock("const a = **1**;") "after"');
  });

  it("leaves backticks that never close", () => {
    expect(outlineOf("a ` b ``` c")).toBe('"a ` b ``` c"');
  });
});

describe("blocks", () => {
  it("joins quoted lines into one quote", () => {
    expect(outlineOf("> one\n> **two**\nafter")).toBe('quote("one\\n" strong("two")) "after"');
  });

  it("quotes everything behind three arrows", () => {
    expect(outlineOf(">>> one\ntwo")).toBe('quote("one\\ntwo")');
  });

  it("reads headings and small print", () => {
    expect(outlineOf("# Beanpole\n-# 2019\n#no heading")).toBe('heading("Beanpole") subtext("2019") "#no heading"');
  });

  it("reads lists, numbered and nested", () => {
    expect(outlineOf("- a\n  - b\n- c\n3. d")).toBe('list["a" list["b"] / "c"] list["d"]');
    expect(parseMarkdown("3. d")).toMatchObject([{ type: "list", ordered: true, start: 3 }]);
  });
});

describe("links", () => {
  it("links words, and addresses that stand bare", () => {
    expect(parseMarkdown("[the interview](https://example.org/a_(b)) or https://example.org/x.")).toEqual([
      { type: "link", url: "https://example.org/a_(b)", children: [text("the interview")] },
      text(" or "),
      { type: "link", url: "https://example.org/x", children: [text("https://example.org/x")] },
      text("."),
    ]);
  });

  it("does not link words whose bracket is escaped", () => {
    expect(outlineOf(String.raw`[a\](https://example.org)`)).toBe('"[a](" link("https://example.org") ")"');
  });

  it("keeps an editor's brackets inside a link", () => {
    expect(outlineOf("[[laughs] **yes**](https://example.org)")).toBe('link("[laughs] " strong("yes"))');
  });

  it.each(["[a](javascript:alert(1))", "[a](data:text/html,x)", "[a](/path)", "[a] (https)"])(
    "does not link %j",
    (source) => {
      expect(outlineOf(source)).not.toContain("link");
    },
  );
});

describe("mentions", () => {
  it("reads people, channels, roles, commands, times and custom emoji", () => {
    expect(parseMarkdown("<@1><@!2><#3><@&4></daily add:5><t:1700000000:R><t:1><:film:6>")).toEqual([
      { type: "user", id: "1" },
      { type: "user", id: "2" },
      { type: "channel", id: "3" },
      { type: "role", id: "4" },
      { type: "command", name: "daily add", id: "5" },
      { type: "time", unix: 1_700_000_000, style: "R" },
      { type: "time", unix: 1, style: "f" },
      { type: "emoji", name: "film" },
    ]);
  });

  it("leaves markup of the web alone", () => {
    expect(parseMarkdown("<img src=x onerror=y>")).toEqual([text("<img src=x onerror=y>")]);
  });
});

describe("any text at all", () => {
  it("never throws, and loses no letter", () => {
    const letters = (nodes: MarkdownNode[]): string =>
      nodes
        .map((node) => {
          if ("children" in node) return letters(node.children);
          if (node.type === "list") return node.items.map(letters).join("");
          return "text" in node ? node.text : "";
        })
        .join("")
        .replaceAll(/[^a-z]/g, "");
    const soup = fc.string({ unit: fc.constantFrom("a", "b", "*", "_", "~", "|", "`", ">", "#", "-", "[", "]", "(", ")", "\\", " ", "\n", "1", "."), maxLength: 80 });
    fc.assert(
      fc.property(soup, (source) => {
        // The word behind ``` names a language, which is not shown.
        fc.pre(!source.includes("```"));
        expect(letters(parseMarkdown(source))).toBe(source.replaceAll(/[^a-z]/g, ""));
      }),
      { numRuns: 2000 },
    );
  });

  it.each(["[", "*", "_ ", "**a ", "`", "||a", "<", "[a](", "> ", "- ", "https://", "```", "*a **b ", "`a``b"])(
    "reads a long run of %j",
    (piece) => {
      expect(parseMarkdown(piece.repeat(20_000)).length).toBeGreaterThan(0);
    },
  );
});
