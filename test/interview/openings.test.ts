import { describe, expect, test } from "vitest";
import { readTranscript } from "../../src/interview/parse.ts";

/** A talk without labels or marks, with a paragraph in the middle of an answer. */
function talk(paragraph: string): string {
  return [
    "An interview with Oriel Vasquez",
    "Were you never afraid of losing the audience?",
    "I was afraid of losing it later. I have no other fear.",
    "How do you two talk about light?",
    "We talk about wool. A wet coat drinks light, as I see it.",
    paragraph,
    "I saw Beanpole after we had finished. Its green is an illness.",
    "Is there a film you would like to have made?",
    "L’Atalante. But I would have made it worse.",
  ].join("\n\n");
}

describe("where nothing marks the questions, a paragraph inside an answer that begins with a question to you", () => {
  test.each([
    "What did you think of Beanpole? Some critics compared the green of its rooms with yours.",
    "Have you seen Beanpole in a cinema? It came out that year.",
    "Is Beanpole a sister of your film? Some critics said so.",
  ])("is a question, and in doubt: %s", (paragraph) => {
    const { interview, warnings } = readTranscript(talk(paragraph));
    expect(interview.exchanges.map(({ question }) => question)).toContain(paragraph);
    expect(interview.exchanges[2]?.answers[0]?.paragraphs).toEqual(["I saw Beanpole after we had finished. Its green is an illness."]);
    expect(warnings).toContainEqual({ line: 11, message: "begins with a question, and goes on; taken for one" });
  });

  test.each(["What do you do in such a light? You wait.", "Have you ever worn a wet coat? I wear one every day."])("may be the guest's own, which is said: %s", (paragraph) => {
    const { interview, warnings } = readTranscript(talk(paragraph));
    expect(interview.exchanges).toHaveLength(3);
    expect(interview.exchanges[1]?.answers[0]?.paragraphs).toHaveLength(3);
    expect(warnings).toContainEqual({ line: 11, message: "begins with a question; taken for a part of the answer" });
  });

  test.each(["You see? It is only mould.", "It dries. And what did you expect? Nothing else happens.", "Who knows what a coat is? Nobody does."])("and no other, is in doubt: %s", (paragraph) => {
    const { interview, warnings } = readTranscript(talk(paragraph));
    expect(interview.exchanges).toHaveLength(3);
    expect(warnings.filter(({ line }) => line === 11)).toEqual([]);
  });

  test("is the answer, right below its question", () => {
    const asked = "Is that how you see it?";
    const { interview, warnings } = readTranscript(talk(`${asked}\n\nWhat did you expect of me? Some think that it is only wool.`));
    expect(interview.exchanges[2]).toMatchObject({ question: asked, answers: [{ paragraphs: [expect.stringContaining("What did you expect"), expect.any(String)] }] });
    expect(warnings.filter(({ line }) => line === 13)).toEqual([]);
  });
});
