import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openClub, type Club } from "./club.ts";

let club: Club;
beforeAll(async () => {
  club = await openClub();
});
afterAll(() => club.close());

describe("/film", () => {
  it("shows a film's card with its sources", async () => {
    const { text } = await club.ada.type("#film-club", "/film beanpole");
    expect(text).toContain("Beanpole (2019)");
    expect(text).toContain("*Дылда · Dylda*");
    expect(text).toContain("Director: Kantemir Balagov");
    expect(text).toContain("Best Director, Un Certain Regard — Cannes, 2019");
    expect(text).toContain("Facts from: [galerie.com](https://www.galerie.com/");
  });

  it.each([
    ["beanpole 2019", "Beanpole (2019)"],
    ["beanpol", "Beanpole (2019)"],
    ["ДЫЛДА", "Beanpole (2019)"],
    ["le quai des brumes", "Port of Shadows (1938)"],
    ["tesnota", "Closeness (2017)"],
    ["Monica", "Butterfly Jam"],
    ["viskningar och rop", "Cries and Whispers (1972)"],
  ])("knows %j", async (typed, title) => {
    expect((await club.ada.run("#film-club", "/film", { title: typed })).text).toContain(title);
  });

  it("leads to its quotes and its director", async () => {
    const { message } = await club.ada.type("#film-club", "/film closeness");
    expect((await club.emil.press(message!, "Quotes about it")).text).toContain("🎬 Closeness");
    expect((await club.emil.press(message!, "Kantemir Balagov")).text).toContain("Born: 28 July 1991, Nalchik");
  });

  it("asks which one when several fit, and brings the chosen one to the channel", async () => {
    const { text, message } = await club.ada.type("#film-club", "/film the");
    expect(text).toContain("(only you can see this)");
    expect(text).toContain("Several films fit “the”. Which one is it?");
    const card = await club.ada.choose(message!, "The Piano (1993)");
    expect(club.emil.look(card.message!)?.embeds[0]?.title).toBe("The Piano (1993)");
  });

  it("offers the three nearest when it knows none", async () => {
    const { text, message } = await club.ada.type("#film-club", "/film @everyone **Solaris**");
    expect(text).toContain("(only you can see this)");
    expect(message!.content).toContain("\\*\\*Solaris\\*\\*");
    expect(text).toContain("I don't know a film called “@everyone **Solaris**”. Perhaps one of these?");
    expect(message!.components![0]).toHaveProperty("components.length", 3);
  });

  it("completes titles in any language, with nothing typed too", async () => {
    expect((await club.ada.complete("#film-club", "/film", { title: "" }, "title")).length).toBe(club.library.films.length);
    expect(await club.ada.complete("#film-club", "/film", { title: "дыл" }, "title")).toEqual([{ name: "Beanpole (2019)", value: "beanpole" }]);
  });

  it("shows the card of every film there is, in full", async () => {
    for (const film of club.library.films) {
      const { text } = await club.ada.run("#film-club", "/film", { title: film.id });
      expect(text).toContain(film.summary.slice(0, 80));
      expect(text).not.toContain("…");
      expect(text).toContain("Facts from:");
    }
  });
});

describe("/director", () => {
  it("shows a life and its films, and the ways on from there", async () => {
    const { text, message } = await club.ada.type("#film-club", "/director kovalenko");
    expect(text).toContain("Kira Kovalenko · Кира Коваленко");
    expect(text).toContain("**Unclenching the Fists (2021)**");
    expect((await club.emil.press(message!, "Quotes by Kira Kovalenko")).text).toContain("— **Kira Kovalenko**");
    expect((await club.emil.press(message!, "Sofichka")).text).toContain("Sofichka (2016)");
  });

  it.each([
    ["Sokurov", "Alexander Sokurov"],
    ["carne", "Marcel Carné"],
    ["jane campoin", "Jane Campion"],
    ["Балагов", "Kantemir Balagov"],
  ])("knows %j", async (typed, name) => {
    expect((await club.ada.run("#film-club", "/director", { name: typed })).text).toContain(name);
  });

  it("leads to the quotes about someone who doesn't speak", async () => {
    const { message } = await club.ada.type("#film-club", "/director bergman");
    expect((await club.ada.press(message!, "Quotes about Ingmar Bergman")).text).toContain("Bergman");
  });

  it("offers the nearest for a name it doesn't know", async () => {
    expect((await club.ada.type("#film-club", "/director kubrick")).text).toContain("I don't know a director called “kubrick”");
  });

  it("shows the card of every person there is, in full", async () => {
    for (const person of club.library.people) {
      const { text } = await club.ada.run("#film-club", "/director", { name: person.id });
      expect(text).toContain(person.biography!.slice(0, 80));
      expect(text).not.toContain("…");
    }
  });
});

describe("/help and /about", () => {
  it("say what there is to type, to the one who asks", async () => {
    const { text } = await club.ada.type("#film-club", "/help");
    expect(text).toContain("(only you can see this)");
    for (const command of ["/quote", "/film", "/director", "/interview", "/about"]) expect(text).toContain(command);
  });

  it("give the sources with credit, the privacy, and the version", async () => {
    const { text } = await club.ada.type("#film-club", "/about");
    expect(text).toContain("[From Russia With Love of Film](https://www.galerie.com/read/from-russia-with-love-of-film)");
    expect(text).toContain("Interview by Katya Apekina · Galerie · 5 July 2023");
    expect(text).toContain("Privacy: I read what you say to me");
    expect(text).toMatch(/Intertitle \d+\.\d+\.\d+/);
  });
});

describe("a direct message", () => {
  it("is as good a place to ask as a channel", async () => {
    expect((await club.ada.type("@Intertitle", "/quote batman")).text).toContain("Batman comics");
    const { message } = await club.ada.type("@Intertitle", "/film beanpole");
    expect((await club.ada.press(message!, "Kantemir Balagov")).text).toContain("Kantemir Balagov");
  });
});
