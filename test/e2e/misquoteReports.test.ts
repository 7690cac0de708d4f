import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Answer, Person } from "../../src/playground/person.ts";
import type { SeenMessage } from "../../src/playground/protocol.ts";
import { readable } from "../../src/playground/readable.ts";
import { openClub, type Club } from "./club.ts";
import { bringInterview, cards, openBooth, quoteAbout, quoteOf, report, wordsOf } from "./misquotes.ts";
import { dailyAt, postsIn } from "./schedules.ts";

const day = 86_400_000;

let club: Club;
beforeEach(async () => {
  club = await openClub();
  openBooth(club);
});
afterEach(() => club.close());

/** A misquote that Ada reports; the quote, its id, and the card that the moderators have of it. */
async function reported(about = "nostalgia"): Promise<{ words: string; id: string; card: SeenMessage }> {
  const message = await quoteAbout(club.emil, about);
  await report(club.ada, message, "A word is wrong.");
  return { words: wordsOf(message), id: quoteOf(message), card: cards(club).at(-1)! };
}

/** What a moderator writes into the form that Fix opens. */
const fix = async (card: SeenMessage, words: string, who = club.maya): Promise<Answer> => who.submit(await who.press(card, "Fix"), { words });

/** The card as it stands now. */
const now = (card: SeenMessage): string => readable(club.maya.look(card)!);

const list = (who = club.maya): Promise<Answer> => who.type("#general", "/library reports");
const log = async (): Promise<string> => (await club.maya.type("#general", "/library log")).text;
const corrected = "What I miss is not a place, it is the light in it.";

/** A second moderator. */
function emilModerates(): void {
  club.playground.openCommand("library", "Emil");
  club.playground.world.called("#projection-booth").overwrites.push({ id: club.emil.id, type: 1, allow: "1024", deny: "0" });
}

describe("Fix", () => {
  it("opens a form with the words as they are, and from then on the quote says what was written", async () => {
    const { words, id, card } = await reported();
    const form = await club.maya.press(card, "Fix");
    expect(JSON.stringify(form.outcome)).toContain(JSON.stringify(words));
    expect(JSON.stringify(form.outcome)).toContain("Word for word as published");
    await club.maya.submit(form, { words: `  ${corrected.replace(", it", ",\nit")} ` });
    expect(now(card)).toContain(`Fixed by <@${club.maya.id}>.`);
    expect(now(card)).toContain(`“${corrected}”`);
    expect(now(card)).toContain(`It said: “${words}”`);
    expect(now(card)).not.toContain("[Fix]");

    const again = await club.ada.run("#film-club", "/quote", { about: id });
    expect(wordsOf(again.message!)).toBe(corrected);
    expect((await club.ada.press(again.message!, "In context")).text).toContain(corrected);
    expect(quoteOf((await club.ada.run("#film-club", "/quote", { about: "the light in it" })).message!)).toBe(id);
    expect(await log()).toContain(corrected);
  });

  it("works on the buttons of messages from before, and through a restart", async () => {
    const { id, card } = await reported();
    const old = await quoteAbout(club.emil, id);
    const form = await club.maya.press(card, "Fix");
    await club.restart();
    await club.maya.submit(form, { words: corrected });
    await club.restart();
    expect((await club.ada.press(old, "In context")).text).toContain(corrected);
  });

  it("is seen in this server and not elsewhere", async () => {
    const { words, id, card } = await reported();
    await fix(card, corrected);
    const elsewhere = await club.ada.run("@Intertitle", "/quote", { about: id });
    expect(wordsOf(elsewhere.message!)).toBe(words);
  });

  it("changes nothing when nothing is written, or nothing is changed", async () => {
    const { words, card } = await reported();
    expect((await fix(card, " \n ")).text).toContain("Nothing is changed: a quote needs words.");
    expect((await fix(card, words)).text).toContain("Nothing is changed: those are the words that it has.");
    expect(now(card)).toContain("[Fix]");
  });

  it("lets a daily post go on through its deck, with the new words when their turn comes", async () => {
    club.clock.moveTo(Date.parse("2027-03-01T12:00:00Z"));
    const { world } = club.playground;
    const channel = world.called("#quote-of-the-day").id;
    await club.schedules.add(dailyAt("21:00", { channel, now: club.clock.now(), server: world.server.id, createdBy: club.maya.id }));
    const show = async () => (await club.maya.type("#general", "/daily preview")).text;
    const post = async (date: string) => {
      club.clock.moveTo(Date.parse(`${date}T21:00:01Z`));
      const before = postsIn(club.playground, "#quote-of-the-day").length;
      await club.ada.waitFor("#quote-of-the-day", () => postsIn(club.playground, "#quote-of-the-day").length > before);
      return postsIn(club.playground, "#quote-of-the-day").at(-1)!;
    };
    const first = await post("2027-03-01");
    const planned = await show();
    // The beginning of the quote that is planned for the day after.
    const [, beginning = ""] = /“([^”…]{10,})/.exec(planned)!;
    const next = club.library.quotes.find(({ words }) => words.startsWith(beginning))!;
    await report(club.ada, await quoteAbout(club.emil, next.id), "Not so.");
    await fix(cards(club).at(-1)!, corrected);
    const second = await post("2027-03-02");
    expect(quoteOf(second)).toBe(next.id);
    expect(wordsOf(second)).toBe(corrected);
    expect(quoteOf(first)).not.toBe(quoteOf(second));
    expect((await report(club.emil, second, "Still not.")).text).toContain("Thank you!");
    club.clock.moveBy(-day);
  });

  it("works on a quote of an interview that the server brought itself", async () => {
    await bringInterview(club);
    const { id, card } = await reported("lighthouse keeper");
    await fix(card, "A film about a lighthouse that nobody had built, and about the keeper who went on counting ships.");
    const found = await quoteAbout(club.emil, id);
    expect(wordsOf(found)).toContain("nobody had built");
    expect((await club.ada.press(found, "In context")).text).toContain("nobody had built");
    await club.maya.press((await reported(id)).card, "Hide");
    expect((await club.ada.press(found, "In context")).text).toContain("no longer in the library");
  });

  it("does not undo what was fixed on another report since the form was opened, and gives back what was written", async () => {
    const { words, id, card } = await reported();
    await report(club.emil, await quoteAbout(club.emil, id), "I think so, too.");
    const emils = cards(club).at(-1)!;
    const form = await club.maya.press(emils, "Fix");
    await fix(card, corrected);
    const late = await club.maya.submit(form, { words: `${words} *Or so.*` });
    expect(late.text).toContain("Nothing is changed: somebody else has fixed this quote since you opened the form.");
    expect(late.text).toContain(`It says now\n“${corrected}”`);
    expect(late.text).toContain(`You wrote\n${words} *Or so.*`);
    expect(wordsOf(await quoteAbout(club.emil, id))).toBe(corrected);
    expect(now(emils)).toContain("[Fix] [Hide] [Dismiss]");
    await club.restart();
    const again = await club.maya.press(late.message!, "Fix");
    expect(JSON.stringify(again.outcome)).toContain(corrected);
    await club.maya.submit(again, { words: "Another light." });
    expect(wordsOf(await quoteAbout(club.emil, id))).toBe("Another light.");
  });

  it("can be done again when it is reported again", async () => {
    const { id, card } = await reported();
    await fix(card, corrected);
    const again = await reported(id);
    expect(again.words).toBe(corrected);
    await fix(again.card, "Another light.");
    expect(wordsOf(await quoteAbout(club.emil, id))).toBe("Another light.");
  });
});

describe("Hide", () => {
  it("takes the quote out of sight, and Undo brings it back", async () => {
    const { words, id, card } = await reported();
    const old = await quoteAbout(club.emil, id);
    await club.maya.press(card, "Hide");
    expect(now(card)).toContain(`Hidden by <@${club.maya.id}>.`);
    expect(now(card)).toContain("Interview by Katya Apekina");
    expect((await club.ada.press(old, "In context")).text).toContain("no longer in the library");
    expect((await club.ada.runOn(old, "Report a misquote")).text).toContain("no longer in the library");
    expect((await club.ada.complete("#film-club", "/quote", { about: words.slice(0, 60) }, "about")).map(({ value }) => value)).not.toContain(id);
    expect((await club.ada.run("@Intertitle", "/quote", { about: id })).text).toContain(words);

    await club.restart();
    await club.maya.press(card, "Undo");
    expect(now(card)).toContain(`<@${club.maya.id}> has brought it back.`);
    expect((await club.ada.press(old, "In context")).text).toContain("Exchange");
    expect(now(card)).toContain("[Fix] [Hide] [In context]");
    await fix(card, corrected);
    expect(wordsOf(await quoteAbout(club.emil, id))).toBe(corrected);
    expect(await log()).toMatch(/corrected[^]*showed[^]*hid/);
  });
});

describe("Dismiss", () => {
  it("leaves the quote as it is, and the member may report it again", async () => {
    const { words, id, card } = await reported();
    await club.maya.press(card, "Dismiss");
    expect(now(card)).toContain(`Dismissed by <@${club.maya.id}>: the quote stays as it is.`);
    expect(now(card)).not.toContain("[Dismiss]");
    const again = await reported(id);
    expect(again.words).toBe(words);
    expect(cards(club)).toHaveLength(2);
  });
});

describe("a report", () => {
  it("is for moderators: a member's press and form are refused, and nothing changes", async () => {
    emilModerates();
    const { words, id, card } = await reported();
    const form = await club.emil.press(card, "Fix");
    club.playground.openCommand("library", "Emil", false);
    const refusal = "`/library` is for members with *Manage Server*";
    for (const button of ["Fix", "Hide", "Dismiss"]) expect((await club.emil.press(card, button)).text).toContain(refusal);
    expect((await club.emil.submit(form, { words: corrected })).text).toContain(refusal);
    expect(now(card)).toContain("[Fix] [Hide] [Dismiss] [In context]");
    expect(wordsOf(await quoteAbout(club.emil, id))).toBe(words);
  });

  it("is settled by one of two moderators, and the other hears so", async () => {
    emilModerates();
    const { card } = await reported();
    const both = await Promise.all([club.maya.press(card, "Dismiss"), club.emil.press(card, "Dismiss")]);
    expect(both.filter(({ text }) => text.includes("Dismissed by"))).toHaveLength(1);
    expect(both.filter(({ text }) => text.includes("This report is settled already: it was dismissed."))).toHaveLength(1);
    expect(now(card)).toContain("Dismissed by");
  });

  it("is settled once when its button is pressed twice in a row", async () => {
    const { card } = await reported();
    const both = await Promise.all([club.maya.press(card, "Dismiss"), club.maya.press(card, "Dismiss")]);
    expect(both.filter(({ text }) => text.includes("This report is settled already"))).toHaveLength(1);
    expect(now(card)).toContain("Dismissed by");
  });

  it.each(["Hide", "Fix"])("is settled by one of two moderators who do something in the same moment: %s", async (done) => {
    emilModerates();
    const { card } = await reported();
    const forms = done === "Fix" ? await Promise.all([club.maya.press(card, "Fix"), club.emil.press(card, "Fix")]) : [];
    const act = (who: Person, form?: Answer) => (form ? who.submit(form, { words: `${who.id} said so.` }) : who.press(card, done));
    const both = await Promise.all([act(club.maya, forms[0]), act(club.emil, forms[1])]);
    expect(both.filter(({ text }) => /(Hidden|Fixed) by/.test(text))).toHaveLength(1);
    expect(both.filter(({ text }) => /This report is settled already: the quote was (hidden|fixed)\./.test(text))).toHaveLength(1);
    expect((await log()).match(/hid “|corrected a quote/g)).toHaveLength(1);
  });

  it("tells a moderator whose form was open that another one was quicker, and keeps the words of that one", async () => {
    emilModerates();
    const { id, card } = await reported();
    const emils = await club.emil.press(card, "Fix");
    await fix(card, corrected);
    const { text } = await club.emil.submit(emils, { words: "Something else." });
    expect(text).toContain("This report is settled already: the quote was fixed.");
    expect(text).toContain("You wrote\nSomething else.");
    expect(wordsOf(await quoteAbout(club.ada, id))).toBe(corrected);
    expect(now(card)).toContain(`Fixed by <@${club.maya.id}>.`);
  });

  it("says so when its quote was fixed or hidden on another one's word", async () => {
    const { words, id, card } = await reported();
    await report(club.emil, await quoteAbout(club.emil, id), "I think so, too.");
    await fix(card, corrected);
    const { text, message } = await list();
    expect(text).toContain("I think so, too.");
    expect(text).toContain(`It said: “${words}”`);
    await club.maya.press(message!, "Hide");
    await report(club.ada, await quoteAbout(club.emil, "landscape"), "And this.");
    expect((await list()).text).toContain("And this.");
  });

  it("can only be dismissed when its quote has left the library", async () => {
    const { id, card } = await reported();
    await report(club.emil, await quoteAbout(club.emil, id), "I think so, too.");
    const emils = cards(club).at(-1)!;
    await club.maya.press(card, "Hide");
    expect((await club.maya.press(emils, "Fix")).text).toContain("That quote has left the library meanwhile");
    const { text } = await list();
    expect(text).toContain("This quote is out of the library.");
    expect(text).toContain("\n[Dismiss]");
    expect(text).not.toContain("[Fix]");
  });
});

describe("/library reports", () => {
  it("says when there are none, and where new ones are told", async () => {
    expect((await list()).text).toContain("No misquote is reported. Choose where new ones are told with `/library reports channel`.");
    await club.maya.run("#general", "/library reports", { channel: "#projection-booth" });
    const chosen = await list();
    expect(chosen.text).toMatch(/New ones are told in <#\d+>\./);
    await club.restart();
    const none = await club.maya.press(chosen.message!, "Choose no channel");
    expect(none.text).toContain("come to the channel where Discord tells moderators its updates.");
    expect((await list()).text).toContain("Choose where new ones are told");
    expect(await log()).toContain("chose no channel for reports");
  });

  it("shows them one by one, oldest first, only to the moderator; what is settled there leaves the list", async () => {
    for (const about of ["nostalgia", "landscape", "father"]) await report(club.ada, await quoteAbout(club.emil, about), `About ${about}.`);
    let { text, message } = await list();
    expect(text).toContain("(only you can see this)");
    expect(text).toContain("Reported misquote, 1 of 3");
    expect(text).toContain("About nostalgia.");
    expect(text).toContain("[← Previous] (disabled) [Next →]");
    ({ text, message } = await club.maya.press(message!, "Next →"));
    expect(text).toContain("Reported misquote, 2 of 3");
    expect(text).toContain("About landscape.");
    ({ text, message } = await club.maya.press(message!, "Dismiss"));
    expect(text).toContain("Dismissed by");
    await club.restart();
    ({ text, message } = await club.maya.press(message!, "Next →"));
    expect(text).toContain("Reported misquote, 2 of 2");
    expect(text).toContain("About father.");
    ({ text, message } = await club.maya.press(message!, "← Previous"));
    expect(text).toContain("About nostalgia.");
    const channelCard = cards(club)[1]!;
    expect((await club.maya.press(channelCard, "Dismiss")).text).toContain("This report is settled already: it was dismissed.");
  });

  it("fixes and hides there, too, and turns on to the next", async () => {
    const { id } = await reported();
    await report(club.ada, await quoteAbout(club.emil, "landscape"), "And this.");
    const { message } = await list();
    const fixedThere = await fix(message!, corrected);
    expect(fixedThere.text).toContain("(only you can see this)");
    expect(fixedThere.text).toContain("Fixed by");
    const next = await club.maya.press(fixedThere.message!, "Next →");
    expect(next.text).toContain("And this.");
    const hidden = await club.maya.press(next.message!, "Hide");
    expect(hidden.text).toContain("[Undo]");
    expect((await club.maya.press(hidden.message!, "Undo")).text).toContain("has brought it back");
    expect(wordsOf(await quoteAbout(club.emil, id))).toBe(corrected);
  });
});
