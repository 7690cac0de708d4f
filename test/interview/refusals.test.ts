import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Interview } from "../../src/interview/interview.ts";
import { NotAnInterview } from "../../src/interview/notAnInterview.ts";
import { parseInterview } from "../../src/interview/parse.ts";
import { cutQuotes } from "../../src/interview/quotes.ts";
import { readDocument } from "./documents.ts";

/** Lines that mean something in one convention or format, and beginnings of them. */
const MARKS = [
  "Q: Why?|A: Because.|Q. Why?|A. Because.|Ada Lane|ADA LANE|### Ada Lane|Ada Lane 0:12|[00:12] ADA: Yes.|ada_l: yes|<ada> yes|**Why?**|**Why?** Because.",
  "*Why?*|1. Why?|> Why?|— Why?|— Because.|- why|Ada — yes|**|[|(|*|_|[1] Note|♪|Q: Why? A: Because. Q: Why? A: No.|A:|:|：|问：好？",
  "WEBVTT|1|00:00:01.000 --> 00:00:02.000|<v Ada Lane>Yes.|>> ADA: Yes.|+++|title = 1|date = 2020-01-01|<!doctype html>|<p>|<b>Why?</b>|</div>|<blockquote>",
].flatMap((lines) => lines.split("|"));

/** Labels that may be numbered. */
const ASKS = "Q|Question|Interviewer|Moderator|Host|Reporter|Journalist|Audience|Pregunta|Domanda|Frage|Vraag".split("|");
const ANSWERS = "Answer|Interviewee|Respondent|Narrator|Guest|Respuesta|Resposta|Risposta|Antwort|Svar|Antwoord|Cevap".split("|");

/** Another name for each number below 26 to the power of four: "Baaa". */
function nameOf(index: number): string {
  const letters = [1, 26, 676, 17_576].map((place) => String.fromCharCode(97 + (Math.floor(index / place) % 26))).join("");
  return letters.charAt(0).toUpperCase() + letters.slice(1);
}

/** One sentence on one line. */
const SENTENCE = /^[A-Z][^\n]+\.$/;

function refusal(text: string, use: (interview: Interview) => unknown = () => undefined): string {
  try {
    use(parseInterview(text));
  } catch (error) {
    if (error instanceof NotAnInterview) return error.message;
    throw error;
  }
  return "Taken for an interview.";
}

function talk(lastAnswer: string): string {
  return `How did you meet?\nADA LANE: On a boat.\nAnd then?\nLANE: ${lastAnswer}`;
}

describe("what is no interview", () => {
  test.each([
    "essay.txt",
    "read-me.md",
    "questions.md",
    "chat.txt",
    "chat-in-capitals.txt",
    "play.txt",
    "play-with-questions.txt",
    "minutes.txt",
    "faq.md",
    "blog.md",
    "play-all-labelled.txt",
  ])("is refused with a sentence: %s", (name) => {
    expect(refusal(readDocument(name))).toMatch(/^(?:No interview: .+|Line \d+: .+, so this is no interview)\.$/);
  });

  test.each(["", " \n\t\n", "\ufeff", "\u200b\n"])("is refused when there is nothing in it: %j", (text) => {
    expect(refusal(text)).toBe("The text is empty.");
  });

  test("is told what it lacks", () => {
    expect(refusal(readDocument("essay.txt"))).toContain("no answer begins with its speaker's name");
    expect(refusal(readDocument("questions.md"))).toContain("reader's own");
    const prompts = "Tell me how I find it.\nADA LANE: Ask.\nHow do I find your house?\nLANE: Ask.\nMay I?\nLANE: You may.\nAnd then?\nLANE: Then go.";
    expect(refusal(prompts)).toBe("Taken for an interview.");
    expect(refusal("How did you meet?\nADA LANE: On a boat.")).toContain("only one question");
    const talk = "LANE: Me.\nTOMAS BRANDT: Me.\n".repeat(6);
    expect(refusal(`Who is it?\nADA LANE: Me.\n${talk}Who else?\nLANE: Nobody.`)).toContain("too few questions");
    expect(refusal("Who is it?\nLANE: Me.\nWho else?\nLANE: Nobody.")).toContain("full name");
    expect(refusal("Who is it?\nADA LANE: Me?\nWho else?\nLANE: Me.\nTOMAS BRANDT: Why?")).toContain("ask as much");
    expect(refusal("Who is it?\nADA LANE: Me.\nWho else?\nTOMAS BRANDT: Me.")).toContain("full name");
  });

  test("is refused when it is longer than anybody talks", () => {
    expect(refusal("a\n".repeat(100_000))).toBe("The text has more than 100,000 lines, and no interview is so long.");
    expect(refusal(talk("We spoke.\n".repeat(14_990)))).toBe("Taken for an interview.");
    expect(refusal(talk("We spoke.\n".repeat(15_001)))).toBe("The text has more than 15,000 paragraphs, and no interview is so long.");
    expect(refusal(talk("We spoke. ".repeat(59_990)))).toBe("Taken for an interview.");
    expect(refusal(talk("We spoke. ".repeat(60_001)))).toBe("The text has more than 60,000 sentences, and no interview is so long.");
    expect(refusal(talk("We spoke. ADA LANE: Yes. ".repeat(15_000)))).toBe("The text has more than 15,000 paragraphs, and no interview is so long.");
    expect(refusal(talk("We spoke: ".repeat(49_990)))).toBe("Taken for an interview.");
    expect(refusal(talk("We spoke: ".repeat(50_001)))).toBe("The text has more than 50,000 colons, and no interview is so long.");
  });

  test("never makes the parser fail in any other way", () => {
    const line = fc.constantFrom("---", "### Why?", "ADA LANE: I see.", "**Ada Lane:** Yes.", "> WE", "“WE", "Why not?", "title: [", "Left: x", "```", "", "By Ada Lane", ".png)", "July 5, 2023", ...MARKS);
    const document = fc.oneof(fc.string({ unit: "binary" }), fc.array(fc.oneof(line, fc.string()), { maxLength: 20 }).map((lines) => lines.join("\n")));
    const beginning = fc.constantFrom("", "", "WEBVTT\n\n", "+++\n", "<!doctype html>\n", "1\n00:00:01,000 --> 00:00:02,000\n");
    fc.assert(
      fc.property(beginning, document, (format, text) => {
        expect(refusal(format + text, cutQuotes)).toMatch(SENTENCE);
      }),
      { numRuns: 600, examples: [["", "---\n---"], ["", "---\n- a\n---\nx"], ["", "---\nspeakers: a\n---\nx"]] },
    );
  });

  // Each line of these has once been the kind that makes a careless reader's work grow with the square of the length.
  test.each([
    ["stops", ".".repeat(1_000_000)],
    ["opening brackets", "([“".repeat(333_333)],
    ["spaces", `a${" ".repeat(1_000_000)}b`],
    ["labels", Array.from({ length: 60_000 }, (_, index) => `NAME${"ABCDEFGHIJ".charAt(index % 10)}${"X".repeat(index % 40)}: words?`).join("\n")],
    ["front matter", `---\n${"[".repeat(1_000_000)}\n---\n`],
    ["deep front matter", `---\n${"[".repeat(15_000)}\n---\n`],
    ["opened quotations", "“one two three four five\n".repeat(40_000)],
    ["capitals", "A LINE OF CAPITALS\n".repeat(50_000)],
    ["colons", ":".repeat(1_000_000)],
    ["labels in one line", "Yes. ADA: ".repeat(100_000)],
    ["wrapped lines", "I see the sea. And I see, as I said, nothing but the sea here, all day\n".repeat(14_000)],
    ["block quotes", `${"> Why do you?\n\nI do.\n\n".repeat(4)}${"> one two three four five six seven\n".repeat(14_000)}`],
    ["numbered questions and answers", Array.from({ length: 7_000 }, (_, index) => `${ASKS[index % 12]} ${Math.floor(index / 12)}: Why?\n\n${ANSWERS[index % 12]} ${Math.floor(index / 12)}: So.`).join("\n\n")],
    ["people introduced", `${Array.from({ length: 40 }, (_, line) => Array.from({ length: 450 }, (_each, index) => `${nameOf(450 * line + index)} ${nameOf(450 * line + index + 5)}.`).join(" ")).join("\n\n")}\n\n${Array.from({ length: 9_000 }, (_, index) => `${nameOf(2 * index).toUpperCase()}: Why?`).join("\n\n")}`],
    ["names in one line", "Ada Lane ".repeat(110_000)],
    ["voices in one caption", `WEBVTT\n\n00:01.000 --> 00:02.000\n${"<v a><".repeat(160_000)}`],
    ["open elements", "<p><b>".repeat(160_000)],
    ["elements that nothing closes", "<div></b>".repeat(110_000)],
    ["breaks", `<p>${"<br>".repeat(250_000)}`],
    ["deep TOML", `+++\na = ${"[".repeat(15_000)}\n+++\n`],
  ])("of a megabyte comes to an end: %s", (_name, hostile) => {
    expect(hostile.length).toBeGreaterThan(15_000);
    expect(refusal(hostile)).toMatch(SENTENCE);
  });

  test("and a page is, whose tags stand in tags, but none that only has marks in its attributes", () => {
    expect(refusal(`<!doctype html><p>${"<b x </b>".repeat(110_000)}`)).toContain("nested more than 200 deep");
    expect(refusal(`<!doctype html><script>1</SCRIPT>${"<div>x".repeat(300)}`)).toContain("nested more than 200 deep");
    expect(refusal(`<!doctype html><STYLE>b{}</Style ><p>I see.</p>${"<div>x".repeat(300)}`)).toContain("nested more than 200 deep");
    expect(refusal(`<!doctype html>${'<p title="<b>">I see.</p>'.repeat(300)}`)).not.toContain("nested");
  });

  test("and an endless answer comes to an end too", () => {
    const endless = `How?\nADA LANE: ${"I see. ".repeat(59_000)}\nWhy?\nLANE: ${"word ".repeat(20_000)}.`;
    expect(cutQuotes(parseInterview(endless)).length).toBeGreaterThan(0);
  });

  test("and so does one of which everything was lifted, thousands of times", () => {
    const lifted = Array.from({ length: 12_000 }, (_, number) => `> Go, go, go, go. ${number}`).join("\n\n");
    const text = `---\nspeakers: [Ada Lane]\n---\n\n### Go?\n\n**Ada Lane:** ${"Go. ".repeat(40_000)}\n\n${lifted}`;
    expect(cutQuotes(parseInterview(text)).length).toBeGreaterThan(0);
  });
});
