import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Person } from "../../src/playground/person.ts";
import { readable } from "../../src/playground/readable.ts";
import { openClub, type Club } from "./club.ts";

let club: Club;
let mention: string;
beforeEach(async () => {
  club = await openClub();
  mention = `<@${club.playground.world.bot.id}>`;
});
afterEach(() => club.close());

/** Says something, and gives the bot's reply to it as its reader sees it. */
async function say(person: Person, channel: string, content: string): Promise<string> {
  const { id } = person.say(channel, content);
  return readable(await person.waitFor(channel, ({ message_reference }) => message_reference?.message_id === id));
}

/** What the bot said in a channel after it had time for one more answer. */
async function repliesAfterAWhile(channel: string): Promise<number> {
  await say(club.emil, "@Intertitle", "nostalgia");
  return club.ada.see(channel).filter(({ author }) => author.bot).length;
}

describe("asking the bot in plain words", () => {
  it.each([
    ["what did Balagov say about comics?", "inspired by Batman comics"],
    ["what does Kovalenko think about Faulkner", "when I picked Faulkner"],
    ["which paintings were behind dylda?", "in Beanpole, I looked at paintings"],
    ["what was Sokurov's advice about masters?", "Now you must find masters"],
    ["nostalgia", "nostalgia"],
  ])("%s", async (question, words) => {
    const text = await say(club.ada, "#film-club", `${mention} ${question}`);
    expect(text).toContain(words);
    expect(text).toContain("Interview by Katya Apekina · Galerie");
    expect(text).toContain("[Another] [In context]");
  });

  it("takes a person who is named for a filter", async () => {
    for (const name of ["Kovalenko", "kira kovalenko", "Кира Коваленко"]) {
      expect(await say(club.ada, "@Intertitle", `${name} on film school`)).toContain("— **Kira Kovalenko**");
      await club.restart();
    }
  });

  it("says so where the person who is named has said nothing of the kind, and brings what comes nearest", async () => {
    const text = await say(club.ada, "#film-club", `${mention} what did Kovalenko say about comics?`);
    expect(text).toContain("I have nothing by or about **Kira Kovalenko** on that. This comes nearest:");
    expect(text).toContain("inspired by Batman comics");
    expect(await say(club.ada, "#film-club", `${mention} what did Balagov say about comics?`)).not.toContain("comes nearest");
  });

  it("works in a direct message without a mention, and its buttons work", async () => {
    const { id } = club.ada.say("@Intertitle", "boundless love");
    const reply = await club.ada.waitFor("@Intertitle", ({ message_reference }) => message_reference?.message_id === id);
    expect(readable(reply)).toContain("some themes, like boundless love");
    expect((await club.ada.press(reply, "In context")).text).toContain("Exchange 31 of 31");
    expect((await club.ada.press(reply, "Another")).text).toContain("[In context]");
  });

  it("offers the nearest when it finds nothing, and invents nothing", async () => {
    const text = await say(club.ada, "#film-club", `${mention} tell me about horse racing @everyone`);
    expect(text).toContain("I found nothing about “tell me about horse racing @everyone”. Perhaps one of these?");
    expect(text.match(/ — \w+\]/g)).toHaveLength(3);
  });

  it("says so when not even something near is there, and offers what is worth a look", async () => {
    const text = await say(club.ada, "#film-club", `${mention} asdfghjkl`);
    expect(text).toContain("I found nothing about “asdfghjkl”. Nothing comes near it, either, but these are worth a look:");
    expect(text.match(/ — \w+\]/g)).toHaveLength(3);
  });

  it("says what one may ask when nothing is asked", async () => {
    expect(await say(club.ada, "#film-club", mention)).toContain("what did Balagov say about comics?");
  });
});

describe("what is not for the bot", () => {
  it("gets no answer: talk among members, replies without a mention", async () => {
    club.ada.say("#film-club", "I wonder what Balagov says about nostalgia");
    club.ada.say("#film-club", "@everyone nostalgia!");
    expect(await repliesAfterAWhile("#film-club")).toBe(0);
  });
});

describe("the bot's own words", () => {
  it("are no question to it, in a direct message either", async () => {
    await say(club.ada, "@Intertitle", "boundless love");
    await say(club.ada, "@Intertitle", "paintings");
    expect(await repliesAfterAWhile("@Intertitle")).toBe(2);
  });
});

describe("asking again and again", () => {
  it("is answered at a sensible rate", async () => {
    for (let count = 0; count < 8; count += 1) club.ada.say("#film-club", `${mention} nostalgia`);
    await vi.waitFor(() => expect(club.ada.see("#film-club").filter(({ author }) => author.bot)).toHaveLength(5));
    expect(await repliesAfterAWhile("#film-club")).toBe(5);
  });
});

describe("where the bot may not speak", () => {
  it("stays silent, and goes on working", async () => {
    club.playground.faults.forbid("#film-club", "SendMessages");
    club.ada.say("#film-club", `${mention} nostalgia`);
    await vi.waitFor(() => expect(club.log.join("")).toContain("not allowed to answer there"));
    expect(await repliesAfterAWhile("#film-club")).toBe(0);
  });
});

describe("when Discord is in trouble", () => {
  it.each(["before", "after"] as const)("answers once when the connection is cut %s Discord took the answer", async (when) => {
    const messages = { method: "POST", path: /\/messages$/ };
    club.playground.faults.answer(502, messages);
    club.playground.faults.cut(messages, 1, when);
    expect(await say(club.ada, "#film-club", `${mention} nostalgia`)).toContain("nostalgia");
    expect(await repliesAfterAWhile("#film-club")).toBe(1);
  });
});
