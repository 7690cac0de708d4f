import { describe, expect, test } from "vitest";
import { withoutEmphasis } from "../../src/interview/emphasis.ts";
import { parseInterview } from "../../src/interview/parse.ts";

const text = `# The Harbour *Tapes*

*By Nora Whitfield*

_Two people explain why they stopped._

**How did you two *end up* on Holm?**

ADA LANE: By ferry. **Really** by ferry.

> We came by ferry,
> really.

**You were already married then.**

TOMAS BRANDT: *No.*

*That came with the second winter. I remember the snow.*

> “BY THEN”

__The film that our friends never finished begins on that ferry.__

LANE: It does.

**And now?** Is it **over**?

LANE: Never.
`;
const interview = parseInterview(text);

describe("a labelled interview with Markdown's marks", () => {
  test("has questions and a title without the marks", () => {
    expect(interview).toMatchObject({ title: "The Harbour Tapes", interviewer: "Nora Whitfield", introduction: ["Two people explain why they stopped."] });
    expect(interview.exchanges.map(({ question }) => question)).toEqual([
      "How did you two end up on Holm?",
      "You were already married then.",
      "The film that our friends never finished begins on that ferry.",
      "And now? Is it over?",
    ]);
  });

  test("has block quotes for pull quotes, their lines joined", () => {
    expect(interview.pullQuotes).toEqual(["We came by ferry, really.", "“BY THEN”"]);
  });

  test("has answers without the marks inside them", () => {
    expect(interview.exchanges.flatMap(({ answers }) => answers)).toEqual([
      { speaker: "Ada Lane", paragraphs: ["By ferry. Really by ferry."] },
      { speaker: "Tomas Brandt", paragraphs: ["No.", "That came with the second winter. I remember the snow."] },
      { speaker: "Ada Lane", paragraphs: ["It does."] },
      { speaker: "Ada Lane", paragraphs: ["Never."] },
    ]);
  });

  test("has a prompt for a question that lacks its full stop", () => {
    const prompted = parseInterview(text.replace("**You were already married then.**", "Tell me about the festival in Porto"));
    expect(prompted.exchanges[1]?.question).toBe("Tell me about the festival in Porto");
  });
});

describe("a page", () => {
  const page = `<!doctype html><h1>An interview with <i>Ada Lane</i></h1>
<p><strong>Did you see <em>The Bell</em>?</strong></p><p>I saw <em>The Bell </em>and<i class="title"> The Ferry</i>, <b><i>twice</i> </b>at least.</p>
<figure><figcaption>Ada Lane in <em>The Bell</em></figcaption></figure>
<blockquote>“I saw <em>The Bell </em>and <i>The Ferry</i>”</blockquote>
<p><strong>And now?&nbsp;</strong>I <b>sleep<br></b></p>
<p><strong>Does it help? </strong>It does.</p>`;

  test("has its title, words, captions and pull quotes without the marks, wherever these hold a space too much", () => {
    expect(parseInterview(page)).toMatchObject({
      title: "An interview with Ada Lane",
      exchanges: [
        { question: "Did you see The Bell?", answers: [{ paragraphs: ["I saw The Bell and The Ferry, twice at least."] }] },
        { question: "And now?", answers: [{ paragraphs: ["I sleep"] }] },
        { question: "Does it help?", answers: [{ paragraphs: ["It does."] }] },
      ],
      captions: ["Ada Lane in The Bell"],
      pullQuotes: ["“I saw The Bell and The Ferry”"],
    });
  });
});

describe("words", () => {
  test.each([
    ["I saw *The Bell* twice.", "I saw The Bell twice."],
    ["“_The Bell_,” he said—*twice*—and (**so**) it was.", "“The Bell,” he said—twice—and (so) it was."],
    ["d’*Orphée*, *Orphée*'s end, *“Orphée”* and *Orphée!*", "d’Orphée, Orphée's end, “Orphée” and Orphée!"],
    ["***x***, **a *b* c**, *a **b** c*, **_x_** and _**x**_", "x, a b c, a b c, x and x"],
    ["***a* b**, ***a** b*, **a *b*** and *a **b***", "a b, a b, a b and a b"],
    ["**a **b* c", "**a **b* c"],
    ["*a **b* c", "a **b c"],
    ["__Never__ _once_, _file_ and _the file_name_", "Never once, file and _the file_name_"],
    ["私は*鐘*を見た。", "私は鐘を見た。"],
    ["*Колокол* и *Бег*", "Колокол и Бег"],
  ])("lose the marks of bold and italics, which go in pairs: %s", (written, words) => expect(withoutEmphasis(written)).toBe(words));

  test.each([
    "sh*t and f*ck, f***, s***",
    "5 * 3 * 2 = 30, and 5*3*2 too",
    "snake_case_name, @_ada_, un*believ*able",
    "__init__, _final_final_ and ___last_version___",
    "A prize.* Another prize.*",
    "*See the note.",
    "* * *",
    "***",
    "****four**** and ____four____",
    "(*) for one, (*) for two",
    "stars *, and * more",
    "\\*no emphasis\\*",
    "https://example.org/_bell_/",
  ])("keep every other star and line: %s", (words) => expect(withoutEmphasis(words)).toBe(words));

  test.each([
    ["*a ", "*a "],
    ["a* ", "a* "],
    ["*a* ", "a "],
    ["*_", "*_"],
    ["**a b* ", "**a b* "],
    ["_a_b_ ", "_a_b_ "],
    ["_a ", "_a "],
  ])("may be a megabyte of such as %s", (piece, left) => {
    const count = Math.floor(1_000_000 / piece.length);
    expect(withoutEmphasis(piece.repeat(count)) === left.repeat(count)).toBe(true);
  });
});
