import { describe, expect, test } from "vitest";
import { readByline } from "../../src/interview/bylines.ts";
import { readDate, readDateBehind } from "../../src/interview/dates.ts";
import { readTranslationCredit } from "../../src/interview/credits.ts";
import { isCaption, isLeftover } from "../../src/interview/lines.ts";
import { isInterviewers } from "../../src/interview/questions.ts";
import { isBareReply, leaning } from "../../src/interview/thoughts.ts";

describe("a line", () => {
  test.each(["From left: Ada and Tomas", "Left: a door", "Clockwise from top left: a door", "Low Water, dir. Ada Lane", "The ferry at Holm, 2019", "Photo by Ada Lane."])(
    "is a caption by its looks: %s",
    (line) => expect(isCaption(line)).toBe(true),
  );

  test.each(["We came here on March 24th, 2022.", "July 5, 2023", "Left alone, I slept.", "Photographs are a nuisance."])("is none: %s", (line) =>
    expect(isCaption(line)).toBe(false),
  );

  test.each([".png)", "* * *", "---", "![a door](door.jpg)"])("is left over from something: %s", (line) => expect(isLeftover(line)).toBe(true));

  test.each([
    ["July 5, 2023", "2023-07-05"],
    ["5th of July, 2023", "2023-07-05"],
    ["Published on Sept. 1 2020", "2020-09-01"],
    ["2020-02-29", "2020-02-29"],
    ["February 30, 2021", undefined],
    ["5/7/2023", undefined],
  ])("names a day, or two, or none: %s", (line, date) => expect(readDate(line)).toBe(date));

  test.each([
    ["Porto on 5th of July, 2023", { before: "Porto", date: "2023-07-05" }],
    ["published on July 5, 2023", { before: "", date: "2023-07-05" }],
    ["July 5, 2023, in Porto", undefined],
  ])("ends with a day, or does not: %s", (line, found) => expect(readDateBehind(line)).toEqual(found));

  test.each([
    ["Translated from Russian by Katya Apekina", { translator: "Katya Apekina", translatedFrom: "Russian" }],
    ["Translated by Nora Whitfield from the Danish.", { translator: "Nora Whitfield", translatedFrom: "Danish" }],
    ["Translation: NORA WHITFIELD", { translator: "Nora Whitfield", translatedFrom: undefined }],
    ["Translated by a machine that nobody trusts", undefined],
  ])("credits a translator, or does not: %s", (line, credit) => expect(readTranslationCredit(line)).toEqual(credit));
});

describe("a byline", () => {
  const said = { interviewer: "Nora Whitfield", publication: "The Long Table", date: "2021-06-02" };

  test.each([
    "By Nora Whitfield for The Long Table, June 2, 2021",
    "By *Nora Whitfield* for **The Long Table** on 2 June 2021",
    "BY NORA WHITFIELD, The Long Table, June 2, 2021",
    "Interview by Nora Whitfield | The Long Table | Published on June 2, 2021",
    "June 2, 2021 · Interview: Nora Whitfield · The Long Table · 12 min read",
    "Words by Nora Whitfield, The Long Table — 2021-06-02",
    "Nora Whitfield, The Long Table, 2 June 2021",
  ])("says who asked, for whom, and when: %s", (line) => expect(readByline(line)).toEqual(said));

  test.each([
    ["By Katya Apekina", { interviewer: "Katya Apekina" }],
    ["By Nora Whitfield, Ada Lane and Tomas Brandt", { interviewer: "Nora Whitfield, Ada Lane and Tomas Brandt" }],
    ["By Nora Whitfield, Ada Lane, June 2, 2021", { interviewer: "Nora Whitfield, Ada Lane", date: "2021-06-02" }],
    ["By Nora Whitfield, Jr. | June 2, 2021", { interviewer: "Nora Whitfield, Jr", date: "2021-06-02" }],
    ["By Nora van der Berg June 2, 2021", { interviewer: "Nora van der Berg", date: "2021-06-02" }],
    ["Interview by Nora Whitfield | Berlin", { interviewer: "Nora Whitfield" }],
    ["Nora Whitfield pour Cahiers de la Mer", undefined],
    ["Propos recueillis par Nora Whitfield pour Cahiers de la Mer", { interviewer: "Nora Whitfield", publication: "Cahiers de la Mer" }],
    ["Propos recueillis par Nora Whitfield pour Le Cahier, 3 mai 2020", { interviewer: "Nora Whitfield", publication: "Le Cahier" }],
    ["Interview by Nora Whitfield | Film Quarterly | Juni 2020", { interviewer: "Nora Whitfield", publication: "Film Quarterly" }],
    ["By Nora Whitfield, La Paz", { interviewer: "Nora Whitfield" }],
    ["Interview by Nora Whitfield | La Rochelle | June 2, 2021", { interviewer: "Nora Whitfield", date: "2021-06-02" }],
    ["By Nora Whitfield, The Hague, June 2, 2021", { interviewer: "Nora Whitfield", date: "2021-06-02" }],
    ["By Nora Whitfield, Berlin Film Festival", { interviewer: "Nora Whitfield" }],
    ["By Nora Whitfield, La Revista", { interviewer: "Nora Whitfield", publication: "La Revista" }],
    ["By Nora Whitfield for La Sirena", { interviewer: "Nora Whitfield", publication: "La Sirena" }],
    ["By Nora Whitfield, Film Quarterly", { interviewer: "Nora Whitfield", publication: "Film Quarterly" }],
  ])("says no more than it does: %s", (line, byline) => expect(readByline(line)).toEqual(byline));

  test.each(["June 2021", "3 mai 2020", "le 1er août 2020", "3. März 2020", "3 de mayo de 2020", "el 3 de mayo de 2020", "3 maggio 2020", "3 de março de 2020"])(
    "may end with a month, or with a day in another language, which is taken for no date: %s",
    (when) => expect(readByline(`By Nora Whitfield for The Long Table, ${when}`)).toEqual({ interviewer: "Nora Whitfield", publication: "The Long Table" }),
  );

  test.each([
    "By the sea, June 2, 2021",
    "By Night — A Talk with Ada Lane",
    "By Night | The Long Table",
    "Night Trains | The Long Table | 2 June 2021",
    "Ada Lane, The Ferry",
    "The Long Table, Film Quarterly, 2 June 2021",
    "Ada Lane, Tomas Brandt, 2 June 2021",
    "Interview by Nora Whitfield for as long as it took",
    "By June 2, 2021",
    "",
  ])("is no other line: %s", (line) => expect(readByline(line)).toBeUndefined());
});

describe("an unlabelled paragraph between two answers", () => {
  const long = "The harbour was closed for a year. I remember the silence of it. My neighbours came to listen to the absence of the crane, and stayed for soup.";

  test("is the interviewer's when the same speaker is labelled again, whatever it says", () => {
    expect(isInterviewers(long, "Ada Lane", "Ada Lane")).toBe(true);
  });

  test("is the speaker's who goes on about himself before another answers", () => {
    expect(isInterviewers(long, "Ada Lane", "Tomas Brandt")).toBe(false);
    expect(isInterviewers("We gave them names.", "Ada Lane", "Tomas Brandt")).toBe(false);
  });

  test("is the interviewer's when it asks, says “you”, or is a short remark", () => {
    for (const words of ["And then?", "Your harbour is so quiet. The crane must have gone.", "A strange silence."]) {
      expect(isInterviewers(words, "Ada Lane", "Tomas Brandt")).toBe(true);
    }
  });

  test.each([
    "Tell me about the festival in Porto.",
    "So, tell us how the two of us came to sit here.",
    "Let’s talk about my favourite, the one with the ferry.",
    "Describe our harbour.",
    "I loved your film about the ferry.",
    "I wondered how you did it, and us watching.",
    `${"I saw it in Porto and it stayed with me for a whole week. ".repeat(4)}It was your first.`,
  ])("is the interviewer's who also speaks of himself: %s", (words) => {
    expect(isInterviewers(words, "Ada Lane", "Tomas Brandt")).toBe(true);
  });

  test("is the speakers' who say “you” of anybody, and “we” of themselves", () => {
    const anybody = "The festival has a place in our hearts. It is so small that you can talk with everybody who came. We were happy there, and so was everybody else who came by boat.";
    expect(isInterviewers(anybody, "Ada Lane", "Tomas Brandt")).toBe(false);
  });
});

describe("a sentence", () => {
  test.each([
    ["It took a winter to find out.", 1],
    ["In the harbour, in the lamp room, along the whole of the coast.", 1],
    ["A small sound.", 1],
    ["We had thought about it all winter.", 0.5],
    ["At that moment I was feeling stuck.", 0.5],
    ["I remember that Tomas had lost his hat.", 0],
    ["The harbour is small.", 0],
  ])("leans on the one before it, or does not: %s", (sentence, lean) => expect(leaning(sentence)).toBe(lean));

  test("is a bare reply when it says yes, no, or one word", () => {
    expect(["Yes.", "No, not there.", "Painless."].every((words) => isBareReply(words))).toBe(true);
    expect(["I was 19 or 20.", "There are two options."].some((words) => isBareReply(words))).toBe(false);
  });
});
