import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openImportingClub, stairwell, type ImportingClub } from "./imports.ts";

let club: ImportingClub;
beforeAll(async () => {
  club = await openImportingClub();
});
afterAll(() => club.close());

describe("/interview", () => {
  it("lists the interviews with their sources, and opens one at its beginning", async () => {
    const { text, message } = await club.ada.type("#film-club", "/interview");
    expect(text).toContain("From Russia With Love of Film");
    expect(text).toContain("**Kantemir Balagov** and **Kira Kovalenko** · 31 exchanges");
    expect(text).toContain("Interview by Katya Apekina · Galerie");
    const first = await club.emil.choose(message!, "From Russia With Love of Film");
    expect(first.text).toContain("**How did you two meet? In film school?**");
    expect(first.text).toContain("Exchange 1 of 31 · Interview by Katya Apekina · Galerie · 5 July 2023");
  });

  it("finds one by its title or its speakers", async () => {
    for (const title of ["from russia", "Balagov", "FROM RUSSIA WITH LOVE FOR FILM", "from rusia with love"]) {
      expect((await club.ada.run("#film-club", "/interview", { title })).text).toContain("How did you two meet?");
    }
    expect((await club.ada.type("#film-club", "/interview zzz")).text).toContain("I have no interview called “zzz”.");
  });

  it("is read from the first question to the last answer without losing a word", async () => {
    const { exchanges } = club.library.interviews[0]!;
    let { text, message } = await club.ada.type("#film-club", "/interview balagov");
    for (const [index, { question, answers }] of exchanges.entries()) {
      expect(text).toContain(`**${question}**`);
      for (const { speaker, paragraphs } of answers) {
        expect(text).toContain(`**${speaker}**\n${paragraphs[0]!}`);
        for (const paragraph of paragraphs) expect(text).toContain(paragraph);
      }
      expect(text).toContain("Interview by Katya Apekina");
      if (index + 1 < exchanges.length) ({ text, message } = await club.ada.press(message!, "Next →"));
    }
    expect(text).toContain("[Next →] (disabled)");
  });
});

describe("In context", () => {
  it("opens the exchange that every single quote comes from", async () => {
    for (const quote of club.library.quotes) {
      const { message } = await club.ada.run("#film-club", "/quote", { about: quote.id });
      const { text } = await club.emil.press(message!, "In context");
      const exchange = club.library.interviews[0]!.exchanges[quote.exchange]!;
      expect(text).toContain(quote.words);
      expect(text).toContain(exchange.question);
    }
  });

  it("turns pages for everyone, and never breaks when two press at once", async () => {
    const { message } = await club.ada.type("#film-club", "/quote boundless love");
    const context = await club.ada.press(message!, "In context");
    const both = await Promise.all([club.ada.press(context.message!, "← Previous"), club.emil.press(context.message!, "← Previous")]);
    for (const { outcome } of both) expect(outcome).toEqual({ kind: "answered" });
    expect(both[1].text).toContain("Exchange 30 of 31");
    const back = await club.emil.press(context.message!, "Next →");
    expect(back.text).toContain("Exchange 31 of 31");
    expect(back.message!.id).toBe(context.message!.id);
  });

  it("still turns its pages after the bot was started again", async () => {
    const { message } = await club.ada.type("#film-club", "/interview balagov");
    const quote = await club.ada.type("#film-club", "/quote boundless love");
    await club.restart();
    expect((await club.emil.press(message!, "Next →")).text).toContain("Exchange 2 of 31");
    expect((await club.emil.press(quote.message!, "In context")).text).toContain("Exchange 31 of 31");
  });

  it("says so when the interview was taken away meanwhile, or the quote hidden", async () => {
    const gone = "That quote is no longer in the library. It was hidden, or its interview was taken away: `/interview` lists what there is to read.";
    await club.bring("stairwell-1", stairwell);
    const [lantern, green] = await Promise.all(["a lantern on every landing", "green is not a colour"].map((about) => club.ada.run("#film-club", "/quote", { about })));
    const form = await club.ada.runOn(green!.message!, "Report a misquote");
    await club.ada.submit(form, { wrong: "It was another green." });
    await club.maya.press((await club.maya.run("#general", "/library reports")).message!, "Hide");
    expect((await club.ada.press(green!.message!, "In context")).text).toContain(gone);
    expect((await club.ada.press(lantern!.message!, "In context")).text).toContain("How did you find the staircase");
    await club.maya.run("#general", "/library remove", { interview: "The Light in the Stairwell" });
    expect((await club.ada.press(lantern!.message!, "In context")).text).toContain(gone);
  });
});
