import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readTranscript } from "../../src/interview/parse.ts";
import { writeTranscript } from "../../src/interview/transcriptFile.ts";
import type { SeenMessage } from "../../src/playground/protocol.ts";
import { harbour, openImportingClub, stairwell, type ImportingClub } from "./imports.ts";

const day = 86_400_000;

let club: ImportingClub;
beforeEach(async () => {
  club = await openImportingClub();
});
afterEach(() => club.close());

/** What is in the file of a message. */
async function fileIn(message: SeenMessage): Promise<string> {
  const { bytes } = await club.maya.download(message.attachments[0]!);
  return Buffer.from(bytes).toString();
}

const seconds = (instant: number) => Math.floor(instant / 1000);

describe("/library list", () => {
  it("says what to type where a server has nothing of its own", async () => {
    const { text, message } = await club.maya.type("#general", "/library list");
    expect(message!.ephemeral).toBe(true);
    expect(text).toContain("Nothing of its own yet. `/library add` brings an interview");
    expect(text).toContain("0 of 50 interviews · 0 of 10,000 quotes");
  });

  it("shows each interview with who speaks, its quotes, who added it and when, and how much room is left", async () => {
    await club.bring("stairwell-1", stairwell);
    await club.bring("harbour-1", harbour, club.emil.id);
    const { text } = await club.maya.type("#general", "/library list");
    expect(text).toContain("**The Light in the Stairwell**\nwith Ines Marlow, Tomas Vail · 3 quotes\n-# Added by <@");
    expect(text).toMatch(new RegExp(`\\*\\*Harbour Notes\\*\\*\\nwith Odile Fenn · 1 quote\\n-# Added by <@${club.emil.id}> <t:\\d+:R>`));
    expect(text).toContain("2 of 50 interviews · 4 of 10,000 quotes");
    expect(text).toContain("<Open an interview: The Light in the Stairwell | Harbour Notes>");
  });

  it("opens one from its menu, after a restart too", async () => {
    await club.bring("stairwell-1", stairwell);
    const { message } = await club.maya.type("#general", "/library list");
    await club.restart();
    const opened = await club.maya.choose(message!, "The Light in the Stairwell");
    expect(opened.text).toContain("**Ines Marlow** · 2 answers\n**Tomas Vail** · 1 answer");
  });

  it("has pages where there are many", async () => {
    for (let number = 1; number <= 10; number += 1) await club.bring(`harbour-${number}`, harbour.replace("Harbour Notes", `Harbour Notes ${number}`));
    const first = await club.maya.type("#general", "/library list");
    expect(first.text).toContain("Harbour Notes 8**");
    expect(first.text).not.toContain("Harbour Notes 9**");
    expect(first.text).toContain("[← Previous] (disabled) [Next →]");
    const next = await club.maya.press(first.message!, "Next →");
    expect(next.text).toContain("Harbour Notes 10**");
    expect(next.text).toContain("[← Previous] [Next →] (disabled)");
  });

  it.each(["**bold** _and_ `code`", "@everyone <@&123456789012345678>", "[link](https://example.com) || > # 1. -"])("shows a title as it was written, wherever it stands: %s", async (title) => {
    await club.bring("odd-1", harbour.replace("title: Harbour Notes", `title: '${title}'`).replaceAll("Odile Fenn", "Odile *Fenn*"));
    for (const command of ["list", "show interview: odd-1", "export interview: odd-1", "remove interview: odd-1", "list", "log"]) {
      const { text, message } = await club.maya.type("#general", `/library ${command}`);
      expect(text).toContain(title);
      expect(message).toMatchObject({ mention_roles: [], mention_everyone: false });
    }
  });

  it("is for moderators, and so are its buttons", async () => {
    await club.bring("stairwell-1", stairwell);
    expect((await club.ada.type("#general", "/library list")).text).toContain("You do not have permission");
    club.playground.openCommand("library", "Ada");
    const { message } = await club.ada.type("#general", "/library show interview: Stairwell");
    club.playground.openCommand("library", "Ada", false);
    expect((await club.ada.press(message!, "Remove")).text).toContain("`/library` is for members with *Manage Server*");
    expect((await club.shelves.imports(club.server))[0]!.state).toBe("added");
  });
});

describe("/library show", () => {
  it("leads to reading it as members do, beside the card", async () => {
    await club.bring("stairwell-1", stairwell);
    const { message } = await club.maya.type("#general", "/library show interview: Stairwell");
    const page = await club.maya.press(message!, "Read");
    expect(page.text).toContain("**How did you find the staircase for The Salt Road?**");
    expect(page.message!.id).not.toBe(message!.id);
  });

  it("shows where an interview is from, who speaks how much, what it gives, and what one can do", async () => {
    await club.bring("stairwell-1", stairwell);
    const { text } = await club.maya.type("#general", "/library show interview: light in the stairwell");
    expect(text).toContain("The Light in the Stairwell <https://example.org/stairwell>");
    expect(text).toContain("Interview by Nora Weiss · Carnet du soir · 2 March 2019");
    expect(text).toContain("[example.org](https://example.org/stairwell)");
    expect(text).toContain("Exchanges: 2\nQuotes: 3\nFilms it talks about: Beanpole (2019)");
    expect(text).toContain("[Read] [Export] [Details] [Names] [Remove]");
  });

  it("completes over the server's own interviews alone", async () => {
    await club.bring("stairwell-1", stairwell);
    await club.maya.type("#general", "/library list");
    const choices = await club.maya.complete("#general", "/library show", { interview: "" }, "interview");
    expect(choices).toEqual([{ name: "The Light in the Stairwell — Ines Marlow and Tomas Vail", value: "stairwell-1" }]);
    const exported = await club.maya.complete("#general", "/library export", { interview: "" }, "interview");
    expect(exported.map(({ value }) => value)).toEqual(["stairwell-1", ...club.library.interviews.map(({ id }) => id)]);
  });

  it("asks which one is meant, and takes the answer after a restart", async () => {
    await club.bring("harbour-1", harbour);
    await club.bring("harbour-2", harbour.replace("Harbour Notes", "Harbour Nights").replaceAll("Gulls", "Crows").replaceAll("harbour", "quarry"));
    const asked = await club.maya.type("#general", "/library remove interview: Harbour N");
    expect(asked.text).toContain("Several interviews fit “Harbour N”. Which one is it?");
    await club.restart();
    expect((await club.maya.choose(asked.message!, "Harbour Nights")).text).toContain("Removed: **Harbour Nights**, with 1 quote.");
    expect((await club.maya.type("#general", "/library show interview: zzzz")).text).toContain("I have no interview called “zzzz”. Perhaps one of these?");
  });

  it("leaves what every server has as it is", async () => {
    const { text } = await club.maya.type("#general", "/library show interview: From Russia");
    expect(text).toContain("In the library of every server");
    expect(text).toContain("[Read] [Export]");
    expect(text).not.toContain("[Remove]");
    expect((await club.maya.type("#general", "/library remove interview: From Russia")).text).toContain("is in the library of every server, so it can't be removed here.");
  });
});

describe("/library export", () => {
  it("gives the transcript file back, from which the same interview and the same file come again", async () => {
    await club.bring("stairwell-1", stairwell);
    const { text, message } = await club.maya.type("#general", "/library export interview: Stairwell");
    expect(text).toContain("(file: stairwell-1.md)");
    const file = await fileIn(message!);
    const { interview } = readTranscript(file);
    expect(interview).toEqual(readTranscript((await club.shelves.findImport(club.server, "stairwell-1"))!.transcript).interview);
    expect(writeTranscript(interview)).toBe(file);
  });

  it("has the corrections in it, of what came with the bot as well", async () => {
    const quote = club.library.quotes[0]!;
    await club.shelves.correct({ server: club.server, by: club.maya.id, at: 0 }, quote.id, { before: quote.words, after: `Truly: ${quote.words}` });
    const { message } = await club.maya.run("#general", "/library export", { interview: quote.interview });
    expect(await fileIn(message!)).toContain(`Truly: ${quote.words}`);
  });
});

describe("/library remove", () => {
  it("takes an interview away at once; Undo brings it back, after a restart too", async () => {
    await club.bring("stairwell-1", stairwell);
    const removed = await club.maya.type("#general", "/library remove interview: Stairwell");
    expect(removed.text).toContain("Removed: **The Light in the Stairwell**, with 3 quotes. For 7 days you can bring it back");
    expect((await club.ada.run("#film-club", "/quote", { about: "lantern on every landing" })).text).toContain("I found nothing");
    await club.restart();
    const back = await club.maya.press(removed.message!, "Undo");
    expect(back.text).toContain("It is back, with its quotes.");
    expect((await club.ada.run("#film-club", "/quote", { about: "lantern on every landing" })).text).toContain("lantern on every landing");
  });

  it("stays in the list until it is forgotten, and can be brought back there, as of when it was added", async () => {
    await club.bring("stairwell-1", stairwell, club.emil.id);
    const addedAt = club.clock.now();
    club.clock.moveBy(day);
    await club.maya.type("#general", "/library remove interview: Stairwell");
    const [line] = await club.shelves.imports(club.server);
    const listed = await club.maya.type("#general", "/library list");
    expect(listed.text).toContain(`Removed, and can be brought back: **The Light in the Stairwell**, by <@${club.maya.id}>`);
    expect(listed.text).toContain(`until <t:${seconds(line!.at + 7 * day)}:D>`);
    expect(listed.text).toContain("0 of 50 interviews · 0 of 10,000 quotes");
    club.clock.moveBy(2 * day);
    const back = await club.maya.choose(listed.message!, "The Light in the Stairwell", "Bring back what was removed");
    expect(back.text).toContain("It is back, with its quotes.");
    expect(back.text).toContain(`Added by <@${club.emil.id}> <t:${seconds(addedAt)}:R>`);
  });

  it("says that it can't come back when it is forgotten", async () => {
    await club.bring("stairwell-1", stairwell);
    const removed = await club.maya.type("#general", "/library remove interview: Stairwell");
    await club.shelves.forget({ draftsBefore: 0, removedBefore: club.clock.now() + day, leftBefore: 0 });
    expect((await club.maya.press(removed.message!, "Undo")).text).toContain("That interview can no longer be brought back.");
  });

  it("names the daily posts that have no quotes without it", async () => {
    await club.bring("stairwell-1", stairwell);
    for (const filter of ["interview: stairwell-1", "person: Tomas Vail", ""]) {
      const draft = await club.maya.type("#general", `/daily add channel: #quote-of-the-day time: 9:00 timezone: Paris ${filter}`);
      await club.maya.press(draft.message!, "Start");
    }
    const { text } = await club.maya.type("#general", "/library remove interview: Stairwell");
    expect(text).toContain("Daily posts **1** and **2** have no quotes without it, and rest until they have some: `/daily change` gives them others.");
  });

  it("is done once by two moderators at once; the other hears that it is gone", async () => {
    club.playground.openCommand("library", "Emil");
    await club.bring("stairwell-1", stairwell);
    const cards = await Promise.all([club.maya, club.emil].map((who) => who.type("#general", "/library show interview: Stairwell")));
    const both = await Promise.all([club.maya.press(cards[0]!.message!, "Remove"), club.emil.press(cards[1]!.message!, "Remove")]);
    expect(both.filter(({ text }) => text.includes("Removed: "))).toHaveLength(1);
    expect(both.filter(({ text }) => text.includes("That interview is no longer there."))).toHaveLength(1);
  });
});

describe("an interview that cannot be read any more", () => {
  const damaged = "---\ntitle: Harbour Notes\n---\n\nNobody says anything here.\n";
  beforeEach(async () => {
    await club.bring("harbour-1", harbour);
    const deed = { server: club.server, by: club.maya.id, at: club.clock.now() };
    await club.shelves.changeImport(deed, "harbour-1", ({ title, quotes }) => ({ title, quotes, transcript: damaged }));
  });

  it("is in the list, from which its text can be had and it can be taken away, and brought back", async () => {
    const listed = await club.maya.type("#general", "/library list");
    expect(listed.text).toContain("**Harbour Notes**\n0 quotes");
    const opened = await club.maya.choose(listed.message!, "Harbour Notes");
    expect(opened.text).toContain("I can't read its text any more, so members find nothing of it.");
    expect(opened.text).toContain("[Export] [Remove]");
    expect(await fileIn((await club.maya.press(opened.message!, "Export")).message!)).toBe(damaged);
    const removed = await club.maya.press(opened.message!, "Remove");
    expect(removed.text).toContain("Removed: **Harbour Notes**. For 7 days you can bring it back");
    expect((await club.maya.type("#general", "/library list")).text).toContain("0 of 50 interviews");
    expect((await club.maya.press(removed.message!, "Undo")).text).toContain("I can't read its text any more");
  });

  it.each(["Harbour Notes", "harbour-1"])("is found by what it is called: %s", async (called) => {
    await club.bring("harbour-2", harbour.replace("Harbour Notes", "Harbour Notes II").replaceAll("Gulls", "Crows"));
    expect((await club.maya.run("#general", "/library show", { interview: called })).text).toContain("I can't read its text any more");
    expect((await club.maya.run("#general", "/library export", { interview: called })).text).toContain("**Harbour Notes**, as it is kept.");
    expect((await club.maya.run("#general", "/library remove", { interview: called })).text).toContain("Removed: **Harbour Notes**");
    expect((await club.maya.run("#general", "/library show", { interview: called })).text).toContain("Harbour Notes II");
  });
});

describe("/library log", () => {
  it("says who did what, newest first, with what a correction changed, in pages", async () => {
    await club.bring("stairwell-1", stairwell);
    const deed = { server: club.server, by: club.emil.id, at: club.clock.now() };
    await club.shelves.correct(deed, "q1", { before: "We looked at forty houses on the harbour, and liked one of them.", after: "We looked at forty houses on the harbour, and liked two of them." });
    await club.shelves.hide(deed, "q2", "By the end I could tell each landing");
    await club.maya.type("#general", "/library remove interview: Stairwell");
    const { text } = await club.maya.type("#general", "/library log");
    expect(text.replaceAll(/<t:\d+:f>/g, "then").split("\n").slice(3)).toEqual([
      `then · <@${club.maya.id}> removed **The Light in the Stairwell**`,
      `then · <@${club.emil.id}> hid “By the end I could tell each landing”`,
      `then · <@${club.emil.id}> corrected a quote`,
      "> “…houses on the harbour, and liked one of them.”",
      "> now “…houses on the harbour, and liked two of them.”",
      `then · <@${club.maya.id}> added **The Light in the Stairwell**`,
    ]);
    for (let number = 1; number <= 4; number += 1) await club.shelves.hide(deed, `more${number}`, `Another ${number}`);
    const first = await club.maya.type("#general", "/library log");
    expect(first.text).toContain("[← Newer] (disabled) [Older →]");
    expect((await club.maya.press(first.message!, "Older →")).text).toContain("added **The Light in the Stairwell**");
  });

  it("says what to do first where nothing has happened", async () => {
    expect((await club.maya.type("#general", "/library log")).text).toContain("Nothing has happened here yet. `/library add` brings an interview.");
  });
});

describe("hidden quotes", () => {
  it("are counted in the list, and shown again from it", async () => {
    await club.bring("stairwell-1", stairwell);
    const bundled = club.library.quotes[3]!;
    const found = await club.ada.run("#film-club", "/quote", { about: "lantern on every landing" });
    const own = /"custom_id":"context\/(\w+)/.exec(JSON.stringify(found.message!.components))![1]!;
    const deed = { server: club.server, by: club.maya.id, at: club.clock.now() };
    for (const quote of [own, bundled.id]) await club.shelves.hide(deed, quote, "words");
    const listed = await club.maya.type("#general", "/library list");
    expect(listed.text).toContain("Hidden: 2 quotes out of sight.");
    const hidden = await club.maya.press(listed.message!, "Hidden quotes");
    expect(hidden.text).toContain("lantern on every landing");
    expect(hidden.text).toContain(bundled.words.slice(0, 50));
    await club.restart();
    const shown = await club.maya.choose(hidden.message!, own);
    expect(shown.text).toContain("can be found again.");
    expect(shown.text).not.toContain("lantern on every landing, and the old woman");
    expect((await club.ada.run("#film-club", "/quote", { about: "lantern on every landing" })).text).toContain("lantern on every landing");
    expect((await club.maya.choose(shown.message!, bundled.id)).text).toContain("This server's own interviews");
  });
});
