import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { bounds } from "../../src/library/shelf.ts";
import { readable } from "../../src/playground/readable.ts";
import { openClub, type Club } from "./club.ts";
import { bringInterview, cards, openBooth, quoteAbout, quoteOf, report, wordsOf } from "./misquotes.ts";
import { dailyAt, postsIn } from "./schedules.ts";

const hour = 3_600_000;

let club: Club;
beforeEach(async () => {
  club = await openClub();
});
afterEach(() => club.close());

const thanks = "Thank you! Your report waits for the moderators.";
/** Lets nobody be told of so many reports: a channel takes only five messages in five seconds. */
function tellNobody(times: number): void {
  club.playground.world.server.updatesChannel = null;
  club.playground.faults.answer(403, { method: "POST", path: /\/users\/@me\/channels$/ }, times);
}

const directMessages = (name: string) => club.playground.sit(name).see("@Intertitle");

describe("a member who finds a quote wrong", () => {
  it("reports it from its menu, in a form that shows which quote it is, and is thanked alone", async () => {
    openBooth(club);
    const message = await quoteAbout(club.emil, "nostalgia");
    const form = await club.ada.runOn(message, "Report a misquote");
    expect(form.text).toBe("Report a misquote");
    expect(JSON.stringify(form.outcome)).toContain(wordsOf(message).slice(0, 40));
    const answer = await club.ada.submit(form, { wrong: "He says “home”, not “house”.", right: "My home" });
    expect(answer.text).toContain("(only you can see this)");
    expect(answer.text).toContain(thanks);
    expect(cards(club)).toHaveLength(1);
  });

  it("can do so on a daily post, and on a quote that was shared", async () => {
    openBooth(club);
    club.clock.moveTo(Date.parse("2027-03-01T20:59:59.800Z"));
    const { world } = club.playground;
    const channel = world.called("#quote-of-the-day").id;
    await club.schedules.add(dailyAt("21:00", { channel, now: club.clock.now(), server: world.server.id, createdBy: club.maya.id }));
    const post = await club.ada.waitFor("#quote-of-the-day", ({ author }) => author.id === world.bot.id);
    expect((await report(club.ada, post, "A word is missing.")).text).toContain(thanks);

    const alone = await club.emil.run("#film-club", "/quote", { about: "landscape", private: true });
    await club.emil.press(alone.message!, "Share");
    const shared = postsIn(club.playground, "#film-club").findLast(({ content }) => content.startsWith("Shared by"))!;
    expect((await report(club.ada, shared, "This as well.")).text).toContain(thanks);
    expect(cards(club).map(quoteOf)).toEqual([quoteOf(post), quoteOf(shared)]);
  });

  it("is told where to look on any other message, be it somebody's own words or a card", async () => {
    const said = club.emil.say("#film-club", "“I never said that.”");
    const film = await club.emil.run("#film-club", "/film", { title: "Beanpole" });
    for (const message of [said, film.message!]) {
      const { text } = await club.ada.runOn(message, "Report a misquote");
      expect(text).toContain("I see no quote of mine in that message. Use this on a message with a quote and its *In context* button.");
      expect(text).toContain("(only you can see this)");
    }
  });

  it("cannot do so in a direct message", async () => {
    const { message } = await club.ada.run("@Intertitle", "/quote", { about: "nostalgia" });
    expect((await club.ada.runOn(message!, "Report a misquote")).outcome.kind).toBe("failed");
  });

  it("has to say what is wrong", async () => {
    const { text } = await report(club.ada, await quoteAbout(club.emil, "nostalgia"), " \n ");
    expect(text).toContain("Nothing is reported: say in a few words what is wrong.");
  });

  it("hears so when the report is open already, while another member may report the same quote", async () => {
    openBooth(club);
    const message = await quoteAbout(club.emil, "nostalgia");
    const forms = await Promise.all([club.ada.runOn(message, "Report a misquote"), club.ada.runOn(message, "Report a misquote")]);
    const both = await Promise.all(forms.map((form) => club.ada.submit(form, { wrong: "Twice." })));
    expect(both.filter(({ text }) => text.includes(thanks))).toHaveLength(1);
    expect(both.filter(({ text }) => text.includes("You have reported this quote already."))).toHaveLength(1);
    expect((await report(club.ada, message, "Again.")).text).toContain("You have reported this quote already.");
    expect((await report(club.emil, message, "I think so, too.")).text).toContain(thanks);
    expect(cards(club)).toHaveLength(2);
  });

  it("sends five in an hour at most, and goes on in the next", async () => {
    tellNobody(6);
    const quotes = club.library.quotes.slice(0, 7);
    const answers: string[] = [];
    for (const { id } of quotes.slice(0, 6)) answers.push((await report(club.ada, await quoteAbout(club.emil, id), "Hm.")).text);
    expect(answers.filter((text) => text.includes(thanks))).toHaveLength(5);
    expect(answers[5]).toContain("You have sent 5 reports within the hour");
    club.clock.moveBy(hour);
    expect((await report(club.ada, await quoteAbout(club.emil, quotes[6]!.id), "Hm.")).text).toContain(thanks);
  });

  it("hears so when as many wait as there is room for", async () => {
    const members = ["Ada", "Emil", "Maya", "Henri"].map((name) => club.playground.sit(name));
    tellNobody(bounds.reports);
    const texts: string[] = [];
    for (let at = 0; at <= bounds.reports; at += 1) {
      if (at % 20 === 0) club.clock.moveBy(hour);
      const message = await quoteAbout(club.emil, club.library.quotes[Math.floor(at / 4)]!.id);
      texts.push((await report(members[at % 4]!, message, "Hm.")).text);
    }
    expect(texts.filter((text) => text.includes(thanks))).toHaveLength(bounds.reports);
    expect(texts.at(-1)).toContain(`${bounds.reports} reports wait for this server's moderators`);
  });
});

describe("a report", () => {
  it("comes to the channel where Discord tells moderators its updates, with the quote, its source, the complaint and what stands around it", async () => {
    openBooth(club);
    const message = await quoteAbout(club.emil, "The location itself guided me");
    await report(club.ada, message, "<@1> It was @everyone,\nnot **the location**.", "[here](https://example.com)");
    const [card] = cards(club);
    const text = readable(card!);
    expect(text).toContain(wordsOf(message));
    expect(text).toContain("Interview by Katya Apekina");
    expect(text).toContain(`<@${club.ada.id}>, <t:`);
    expect(card!.embeds[1]!.description).toContain("> \\<@1> It was @everyone, not \\*\\*the location\\*\\*.\n> It should say: “\\[here\\](https\\://example.com)”");
    expect(text).toContain("Where it stands: -# Place is a big part of how you conceive of your movies.");
    expect(text).toContain("[Fix] [Hide] [Dismiss] [In context]");
    expect(card).toMatchObject({ mentions: [], mention_everyone: false });
    expect((await club.maya.press(card!, "In context")).text).toContain("Kira Kovalenko");
  });

  it("comes however long it is, and whatever signs it is made of", async () => {
    openBooth(club);
    await report(club.ada, await quoteAbout(club.emil, "nostalgia"), "*".repeat(1000), "🎬".repeat(1000));
    const [card] = cards(club);
    expect(card!.embeds[1]!.description).toContain(`> ${"\\*".repeat(1000)}\n> It should say: “🎬`);
    expect(readable(card!)).toContain("Where it stands: -# You probably have seen a lot of Hollywood movies");
  });

  it("comes to the channel that a moderator chose, once the bot may post there", async () => {
    openBooth(club);
    const refused = await (club.playground.faults.forbid("#general", "SendMessages"), club.maya.run("#film-club", "/library reports", { channel: "#general" }));
    expect(refused.text).toContain("Nothing is changed. I lack *Send Messages* in");
    club.playground.faults.permit("#general", "SendMessages");
    expect((await club.maya.run("#film-club", "/library reports", { channel: "#general" })).text).toContain("From now on, reports of misquotes come to <#");
    await report(club.ada, await quoteAbout(club.emil, "nostalgia"), "Hm.");
    expect(cards(club, "#general")).toHaveLength(1);
    expect(cards(club)).toHaveLength(0);
  });

  it("comes elsewhere when that channel is gone", async () => {
    openBooth(club);
    await club.maya.run("#film-club", "/library reports", { channel: "#general" });
    club.playground.faults.deleteChannel("#general");
    expect((await report(club.ada, await quoteAbout(club.emil, "nostalgia"), "Hm.")).text).toContain(thanks);
    expect(cards(club)).toHaveLength(1);
  });

  it("is told to the owner in a direct message where no channel takes it, without buttons", async () => {
    await report(club.ada, await quoteAbout(club.emil, "nostalgia"), "Hm.");
    const [told] = directMessages("Henri");
    expect(readable(told!)).toContain("In **The Cinémathèque**, a member has reported a misquote: “");
    expect(readable(told!)).toContain("Type `/library reports` there to look at it");
    expect(told!.components ?? []).toEqual([]);
  });

  it("waits in the list when nobody can be reached, and when Discord is in trouble; the member is thanked all the same", async () => {
    tellNobody(1);
    expect((await report(club.ada, await quoteAbout(club.emil, "nostalgia"), "Nobody hears me.")).text).toContain(thanks);
    expect(club.log.some((line) => line.includes("no moderator could be told"))).toBe(true);
    club.playground.faults.answer(500, { method: "GET", path: /\/guilds\/\d+$/ }, 6);
    expect((await report(club.ada, await quoteAbout(club.emil, "landscape"), "Nor me.")).text).toContain(thanks);
    expect(club.log.some((line) => line.includes("moderators could not be told"))).toBe(true);
    expect((await club.maya.type("#general", "/library reports")).text).toContain("Nobody hears me.");
  });
});

describe("who added the interview", () => {
  it("is told of a report on it in a direct message, before the owner is", async () => {
    await bringInterview(club);
    const message = await quoteAbout(club.emil, "lighthouse keeper");
    expect(wordsOf(message)).toContain("lighthouse");
    await report(club.ada, message, "Hm.");
    expect(directMessages("Maya")).toHaveLength(1);
    expect(directMessages("Henri")).toHaveLength(0);
  });
});
