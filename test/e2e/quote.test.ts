import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { SeenMessage } from "../../src/playground/protocol.ts";
import { parseMarkdown } from "../../src/playground/page/markdown.ts";
import { readable } from "../../src/playground/readable.ts";
import { openClub, type Club } from "./club.ts";

let club: Club;
beforeAll(async () => {
  club = await openClub();
});
afterAll(() => club.close());

const source = "Interview by Katya Apekina · Galerie · 5 July 2023 · Translated from Russian by Katya Apekina";
const onlyYou = "(only you can see this)";

/** The words between the quotation marks of a quote's message. */
function wordsIn(text: string): string {
  return /“([^]*)”\n\n—/.exec(text)?.[1] ?? "";
}

function buttonsOf(message: SeenMessage | undefined): string[] {
  return [...readable(message!).matchAll(/\[([^\]]+)\](?!\()/g)].map((match) => match[1]!);
}

describe("/quote about something", () => {
  it("brings the quote that fits best, word for word and with its source", async () => {
    const { text } = await club.ada.type("#film-club", "/quote batman comics");
    expect(wordsIn(text)).toBe(
      "I look at lots of different sources. One of the motifs for my new film Monica was inspired by Batman comics. I wasn’t expecting it at all.",
    );
    expect(text).toContain("— **Kantemir Balagov**, in [From Russia With Love of Film](https://www.galerie.com/read/from-russia-with-love-of-film)");
    expect(text).toContain(source);
  });

  it("is seen by everyone in the channel", async () => {
    const { message } = await club.ada.type("#film-club", "/quote boundless love");
    expect(wordsIn(readable(club.emil.look(message!)!))).toContain("boundless love");
  });

  it("shows each speaker in a colour of their own", async () => {
    const balagov = await club.ada.type("#film-club", "/quote person: Balagov");
    const kovalenko = await club.ada.type("#film-club", "/quote person: Kovalenko");
    expect(balagov.message!.embeds[0]!.color).not.toBe(kovalenko.message!.embeds[0]!.color);
  });

  it("goes on to the next that fits with Another, and says when it brings something else", async () => {
    const fitting = club.library.quotes.filter(({ words }) => /nalchik/i.test(words)).map(({ words }) => words);
    let { text, message } = await club.ada.type("#film-club", "/quote nalchik");
    const seen: string[] = [];
    while (!text.includes("That was all I have on that. Here is something else:")) {
      seen.push(wordsIn(text));
      ({ text, message } = await club.emil.press(message!, "Another"));
    }
    expect(seen).toEqual(expect.arrayContaining(fitting));
    expect(new Set(seen).size).toBe(seen.length);
    expect((await club.emil.press(message!, "Another")).text).not.toContain("That was all");
  });

  it("names the films and people it is about, and their buttons lead to their cards", async () => {
    const { message, text } = await club.ada.type("#film-club", "/quote fell asleep on the big screen");
    expect(buttonsOf(message)).toEqual(expect.arrayContaining(["🎬 Cries and Whispers", "👤 Ingmar Bergman"]));
    expect(text).toContain("Cries and Whispers");
    expect((await club.emil.press(message!, "Cries and Whispers")).text).toContain("Cries and Whispers (1972)");
    expect((await club.emil.press(message!, "Ingmar Bergman")).text).toContain("Born: 14 July 1918, Uppsala");
  });

  it.each(["balagov faulkner", "what did they say about William Faulkner?", "faulknr"])("understands %j", async (about) => {
    const { text } = await club.ada.run("#film-club", "/quote", { about });
    expect(text).toContain("Faulkner");
  });
});

describe("/quote with nothing", () => {
  it("deals every quote once to a channel before any comes again, through restarts", async () => {
    const dealt: string[] = [];
    for (let count = 0; count < club.library.quotes.length; count += 1) {
      if (count === 20) await club.restart();
      const last = club.ada.see("#general").at(-1);
      const { text } = count % 3 === 2 ? await club.emil.press(last!, "Another") : await club.ada.type("#general", "/quote");
      dealt.push(wordsIn(text));
    }
    expect(new Set(dealt)).toEqual(new Set(club.library.quotes.map(({ words }) => words)));
    expect(dealt).toHaveLength(new Set(dealt).size);
  });

  it("deals different quotes to two who ask at once", async () => {
    const answers = await Promise.all([club.ada, club.emil, club.ada, club.emil].map((person) => person.type("#quote-of-the-day", "/quote")));
    expect(new Set(answers.map(({ text }) => wordsIn(text))).size).toBe(4);
  });
});

describe("/quote private", () => {
  it("is seen by nobody else until it is shared", async () => {
    const { message, text } = await club.ada.type("#film-club", "/quote about: boundless love private: true");
    expect(text).toContain(onlyYou);
    expect(club.emil.look(message!)).toBeUndefined();

    const context = await club.ada.press(message!, "In context");
    expect(context.text).toContain(onlyYou);

    await club.ada.press(message!, "Share");
    const shared = await club.emil.waitFor("#film-club", ({ content }) => content.startsWith("Shared by"));
    expect(wordsIn(readable(shared))).toContain("boundless love");
    expect(shared.mentions).toEqual([]);
  });

  it("deals from a deck of one's own: nobody's private quotes are missing from what others see", async () => {
    const dealt = new Set<string>();
    for (const _ of club.library.quotes) {
      dealt.add(wordsIn((await club.ada.type("#film-club", "/quote private: true")).text));
      await club.emil.type("#film-club", "/quote private: true");
    }
    expect(dealt.size).toBe(club.library.quotes.length);
  });
});

describe("/quote by a person, about a film", () => {
  it("keeps to what the person says about the film", async () => {
    const { text } = await club.ada.run("#film-club", "/quote", { person: "Kovalenko", film: "кулаки" });
    expect(text).toContain("— **Kira Kovalenko**");
    expect(buttonsOf(club.ada.see("#film-club").at(-1))).toContain("🎬 Unclenching the Fists");
  });

  it("brings what is said about someone who doesn't speak", async () => {
    const { text } = await club.ada.run("#film-club", "/quote", { person: "Sokurov" });
    expect(text).toContain("👤 Alexander Sokurov");
  });

  it("says which filters contradict each other, and what there is instead", async () => {
    const { text, message } = await club.ada.run("#film-club", "/quote", { person: "kira-kovalenko", film: "beanpole" });
    expect(text).toContain(onlyYou);
    expect(text).toContain("No quote puts **Kira Kovalenko** and **Beanpole** together.");
    const beanpole = buttonsOf(message).find((label) => /^💬 \d+ quotes?: Beanpole$/.test(label));
    const chosen = await club.ada.press(message!, beanpole!.replace("💬 ", ""));
    expect(wordsIn(readable(club.emil.look(chosen.message!)!))).toContain("Beanpole");
  });

  it("doesn't bring a picked quote that another filter rules out", async () => {
    const balagov = club.library.quotes.find(({ person }) => person === "kantemir-balagov")!;
    const { text } = await club.ada.run("#film-club", "/quote", { about: balagov.id, person: "kira-kovalenko" });
    expect(text).not.toContain("— **Kantemir Balagov**");
  });

  it("offers three even where the film has fewer", async () => {
    const { message } = await club.ada.run("#film-club", "/quote", { about: "xyzzy", film: "the-piano" });
    expect(buttonsOf(message)).toHaveLength(3);
  });

  it("says so when nobody talks about a film, and shows its card instead", async () => {
    const { text, message } = await club.ada.run("#film-club", "/quote", { film: "Sofichka" });
    expect(text).toContain("No quote is about **Sofichka** yet.");
    expect((await club.ada.press(message!, "Sofichka")).text).toContain("Sofichka (2016)");
  });

  it("asks back when a name is unknown, and keeps the rest of what was asked", async () => {
    const { text, message } = await club.ada.run("#film-club", "/quote", { about: "kantemir dialogue", person: "Kubrick" });
    expect(text).toContain("I don't know anybody called “Kubrick”. Did you mean one of these?");
    expect(buttonsOf(message)).toHaveLength(3);
    const kira = await club.ada.run("#film-club", "/quote", { about: "nalchik", film: "zzz" });
    expect(kira.text).toContain("I don't know a film called “zzz”.");
  });
});

describe("/quote that finds nothing", () => {
  it("offers the three nearest to the one who asked, and brings the chosen one to the channel", async () => {
    const { text, message } = await club.ada.run("#film-club", "/quote", { about: "horse racing in Nalchikk" });
    expect(text).toContain(onlyYou);
    expect(text).toContain("I found nothing about “horse racing in Nalchikk”.");
    const suggestions = buttonsOf(message);
    expect(suggestions).toHaveLength(3);
    const chosen = await club.ada.press(message!, suggestions[0]!);
    expect(wordsIn(readable(club.emil.look(chosen.message!)!))).toContain("Nalchik");
  });

  it("stays private when that was asked for", async () => {
    const { message } = await club.ada.run("#film-club", "/quote", { about: "xyzzy", private: true });
    const chosen = await club.ada.press(message!, buttonsOf(message)[0]!);
    expect(chosen.text).toContain(onlyYou);
  });

  it.each([
    "@everyone <@&123456789012345678> <#1>",
    "**bold** ||spoiler|| `code` [link](https://example.com)",
    "# heeeading",
    "a/b/c/d",
    "zqx ".repeat(50),
    "\u202Eghoul\u0000\u200B",
    "🎬🎬🎬",
    "'\"; DROP TABLE deck_places; --",
  ])("shows what was typed as it was typed, and pings nobody: %j", async (about) => {
    const { text, message } = await club.ada.run("#film-club", "/quote", { about });
    expect(text).toContain(onlyYou);
    expect(text).toContain(`“${about.trim().slice(0, 40)}`);
    expect(message).toMatchObject({ mentions: [], mention_roles: [], mention_everyone: false });
    expect(parseMarkdown(message!.content).every(({ type }) => type === "text")).toBe(true);
  });
});

describe("while one types", () => {
  it("suggests readable beginnings of quotes, the editors' own choice first", async () => {
    const choices = await club.ada.complete("#film-club", "/quote", { about: "" }, "about");
    expect(choices.length).toBeGreaterThan(10);
    expect(choices[0]!.name).toMatch(/^We’re in this gray zone.*… — Balagov$/);
    expect(new Set(choices.map(({ name }) => name)).size).toBe(choices.length);
  });

  it("finds quotes by the beginning of a word, and the picked one is the one that comes", async () => {
    const [choice] = await club.ada.complete("#film-club", "/quote", { about: "nostal" }, "about");
    const { text } = await club.ada.run("#film-club", "/quote", { about: choice!.value });
    expect(wordsIn(text)).toContain("nostalgia");
    expect(wordsIn(text).startsWith(choice!.name.slice(0, 30))).toBe(true);
  });

  it("keeps to the person and the film that are already chosen", async () => {
    const choices = await club.ada.complete("#film-club", "/quote", { person: "kira-kovalenko", about: "" }, "about");
    expect(choices.every(({ name }) => name.endsWith("— Kovalenko"))).toBe(true);
  });

  it("completes people and films by any of their names", async () => {
    expect((await club.ada.complete("#film-club", "/quote", { person: "бал" }, "person"))[0]).toEqual({ name: "Kantemir Balagov", value: "kantemir-balagov" });
    expect((await club.ada.complete("#film-club", "/quote", { film: "dyl" }, "film"))[0]).toEqual({ name: "Beanpole (2019)", value: "beanpole" });
  });

  it("has no suggestion for nonsense, and doesn't mind", async () => {
    expect(await club.ada.complete("#film-club", "/quote", { about: "xyzzy plugh" }, "about")).toEqual([]);
    expect(await club.ada.complete("#film-club", "/quote", { about: "?".repeat(200) }, "about")).toEqual([]);
  });
});
