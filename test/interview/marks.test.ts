import { describe, expect, test } from "vitest";
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
  test("has questions and a title without the marks around them", () => {
    expect(interview).toMatchObject({ title: "The Harbour *Tapes*", interviewer: "Nora Whitfield", introduction: ["Two people explain why they stopped."] });
    expect(interview.exchanges.map(({ question }) => question)).toEqual([
      "How did you two *end up* on Holm?",
      "You were already married then.",
      "The film that our friends never finished begins on that ferry.",
      "**And now?** Is it **over**?",
    ]);
  });

  test("has block quotes for pull quotes, their lines joined", () => {
    expect(interview.pullQuotes).toEqual(["We came by ferry, really.", "“BY THEN”"]);
  });

  test("keeps the marks inside its answers", () => {
    expect(interview.exchanges.flatMap(({ answers }) => answers)).toEqual([
      { speaker: "Ada Lane", paragraphs: ["By ferry. **Really** by ferry."] },
      { speaker: "Tomas Brandt", paragraphs: ["*No.*", "*That came with the second winter. I remember the snow.*"] },
      { speaker: "Ada Lane", paragraphs: ["It does."] },
      { speaker: "Ada Lane", paragraphs: ["Never."] },
    ]);
  });

  test("has a prompt for a question that lacks its full stop", () => {
    const prompted = parseInterview(text.replace("**You were already married then.**", "Tell me about the festival in Porto"));
    expect(prompted.exchanges[1]?.question).toBe("Tell me about the festival in Porto");
  });
});
