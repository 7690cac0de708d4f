import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { bounds } from "../../src/library/shelf.ts";
import type { Answer } from "../../src/playground/person.ts";
import { sampleFilm } from "../store/shelfSamples.ts";
import { openImportingClub, stairwell, type ImportingClub } from "./imports.ts";

let club: ImportingClub;
beforeEach(async () => {
  club = await openImportingClub();
  await club.bring("stairwell-1", stairwell);
});
afterEach(() => club.close());

const life = {
  spellings: "I. Marlow\nИнес Марлоу",
  born: "4 May 1971",
  biography: "Ines Marlow grew up in a lighthouse and makes films about people who wait for ships.",
  films: "The Long Tide (1999)\nFog",
  sources: "https://example.org/marlow\nhttps://example.net/ines",
};

const saltRoad = {
  title: "The Salt Road (2018)",
  titles: "La Route du sel\nSalt Rd",
  directors: "Ines Marlow\nWim Aldous",
  summary: "A woman leads her grandfather's mules to the sea, and meets everyone who ever left her village.",
  sources: "https://example.org/salt",
};

/** What stands in the fields of a form that was opened, by their names. */
function standingIn({ outcome }: Answer): Record<string, string> {
  if (outcome.kind !== "modal") throw new Error("No form was opened.");
  const fields = (outcome.data.components as unknown as { component: { custom_id: string; value?: string } }[]).map(({ component }) => component);
  return Object.fromEntries(fields.map(({ custom_id, value = "" }) => [custom_id, value]));
}

async function writeLife(fields: Record<string, string> = life): Promise<Answer> {
  const card = await club.maya.type("#general", "/library person name: Ines Marlow");
  return club.maya.submit(await club.maya.press(card.message!, "Write a biography"), fields);
}

async function addFilm(fields: Record<string, string> = saltRoad): Promise<Answer> {
  return club.maya.submit(await club.maya.type("#general", "/library film title: The Salt Road"), fields);
}

describe("/library person", () => {
  it("takes a biography for who spoke in an interview, and everybody finds it", async () => {
    const card = await club.maya.type("#general", "/library person name: Ines Marlow");
    expect(card.text).toContain("Nobody has written a biography yet.");
    const form = await club.maya.press(card.message!, "Write a biography");
    expect(form.text).toBe("Ines Marlow");
    await club.restart();
    const written = await club.maya.submit(form, life);
    expect(written.text).toContain("Written.");
    expect(written.text).toContain("[Edit] [Remove]");
    const { text } = await club.ada.type("#film-club", "/director name: Инес Марлоу");
    expect(text).toContain("Ines Marlow · Инес Марлоу");
    expect(text).toContain("grew up in a lighthouse");
    expect(text).toContain("Born: 4 May 1971");
    expect(text).toContain("Films: The Long Tide (1999)\nFog");
    expect(text).toContain("[example.org](https://example.org/marlow) · [example.net](https://example.net/ines)");
    expect((await club.maya.type("#general", "/library log")).text).toContain("wrote the entry of **Ines Marlow**");
  });

  it("shows in the form what is there, and changes it", async () => {
    await writeLife();
    const card = await club.maya.type("#general", "/library person name: Marlow");
    const form = await club.maya.press(card.message!, "Edit");
    expect(standingIn(form)).toEqual({ ...life, spellings: "Инес Марлоу\nI. Marlow", born: "1971-05-04" });
    const changed = await club.maya.submit(form, { born: "1972" });
    expect(changed.text).toContain("Changed.");
    expect(changed.text).toContain("Born: 1972");
  });

  it("leaves the films of the index out of the form, however many there are: they are theirs by who directed them", async () => {
    await writeLife();
    const deed = { server: club.server, by: club.maya.id, at: club.clock.now() };
    for (let number = 1; number <= 16; number += 1) {
      await club.shelves.saveFilm(deed, sampleFilm(`tide-${number}`, { title: `The very long tide that came back for what it had left, part ${number}`, directors: ["ines-marlow"] }));
    }
    const before = await club.shelves.load(club.server);
    const form = await club.maya.press((await club.maya.type("#general", "/library person name: Ines Marlow")).message!, "Edit");
    expect(standingIn(form).films).toBe(life.films);
    const unchanged = await club.maya.submit(form, {});
    expect(unchanged.text).toContain("The Long Tide (1999)\nFog\n**The very long tide");
    expect(await club.shelves.load(club.server)).toEqual(before);
    const named = await club.maya.submit(await club.maya.press(unchanged.message!, "Edit"), { films: `${life.films}\nThe very long tide that came back for what it had left, part 2` });
    expect(named.text.match(/part 2\b/g)).toHaveLength(1);
  });

  it("takes sources as one reads them out, without https://", async () => {
    await writeLife({ ...life, sources: "www.example.org/marlow\nHTTP://example.net/ines" });
    expect((await club.shelves.load(club.server)).shelf.people[0]!.sources).toEqual(["https://www.example.org/marlow", "HTTP://example.net/ines"]);
    await addFilm({ ...saltRoad, sources: "example.org/salt" });
    expect((await club.shelves.load(club.server)).shelf.films[0]!.sources).toEqual(["https://example.org/salt"]);
  });

  it("says all that will not do, and keeps what was typed, after a restart too", async () => {
    const odd = { ...life, spellings: "Kira Kovalenko", born: "31 February 1971", biography: "*Too* short: `see` 1. #here \\o/", sources: "my own notes" };
    const refused = await writeLife(odd);
    expect(refused.text).toContain("**Born**: I can't read “31 February 1971” as a date. Try 30 July 1991, 1991-07-30, or the year alone.");
    expect(refused.text).toContain("**Biography**: should say a little more.");
    expect(refused.text).toContain("**Sources**: line 1 should be a web address.");
    await club.restart();
    const again = await club.maya.press(refused.message!, "Try again");
    expect(standingIn(again)).toEqual(odd);
    const namesake = await club.maya.submit(again, { ...life, spellings: "Kira Kovalenko" });
    expect(namesake.text).toContain("“Kira Kovalenko” is also a name of **Kira Kovalenko**.");
    expect((await club.shelves.load(club.server)).shelf.people).toEqual([]);
  });

  it("asks before it removes an entry; the person stays as someone who spoke", async () => {
    const written = await writeLife();
    const asked = await club.maya.press(written.message!, "Remove");
    expect(asked.text).toContain("Remove the entry of **Ines Marlow**? What they said stays.");
    expect((await club.maya.press(asked.message!, "Keep it")).text).toContain("grew up in a lighthouse");
    const removed = await club.maya.press((await club.maya.press(asked.message!, "Remove")).message!, "Remove it");
    expect(removed.text).toContain("The entry of **Ines Marlow** is removed.");
    expect(removed.text).toContain("[Write a biography]");
    expect(removed.text).not.toContain("[Remove]");
  });

  it("leaves those as they are whom every server has, and says whom it knows instead of somebody else", async () => {
    const kira = await club.maya.type("#general", "/library person name: Kira Kovalenko");
    expect(kira.text).toContain("This person is in the library of every server, so the entry can't be changed here.");
    expect(kira.text).not.toContain("[Edit]");
    const nobody = await club.maya.type("#general", "/library person name: Qqqq");
    expect(nobody.text).toContain("I don't know a person called “Qqqq”.");
    expect(nobody.message!.ephemeral).toBe(true);
  });

  it("keeps the later of two who write at once", async () => {
    club.playground.openCommand("library", "Emil");
    const forms = await Promise.all(
      [club.maya, club.emil].map(async (who) => who.press((await who.type("#general", "/library person name: Ines Marlow")).message!, "Write a biography")),
    );
    const both = await Promise.all([club.maya.submit(forms[0]!, life), club.emil.submit(forms[1]!, { ...life, born: "1970" })]);
    for (const { text } of both) expect(text).toMatch(/Written\.|Changed\./);
    expect((await club.shelves.load(club.server)).shelf.people).toHaveLength(1);
  });
});

describe("/library film", () => {
  it("adds a film that nobody knows, with who directed it", async () => {
    const form = await club.maya.type("#general", "/library film title: The Salt Road");
    expect(standingIn(form)).toMatchObject({ title: "The Salt Road" });
    await club.restart();
    const added = await club.maya.submit(form, saltRoad);
    expect(added.text).toContain("Added. **Wim Aldous** is new here: `/library person` takes a biography.");
    const { text } = await club.ada.type("#film-club", "/film title: la route du sel");
    expect(text).toContain("The Salt Road (2018)\n*La Route du sel*");
    expect(text).toContain("leads her grandfather's mules");
    expect(text).toContain("Directors: Ines Marlow, Wim Aldous");
    expect(text).toContain("[💬 Quotes about it]");
    expect((await club.ada.type("#film-club", "/director name: Wim Aldous")).text).toContain("Films: **The Salt Road (2018)**");
  });

  it("is found in what was said: by /quote, and on the buttons under a quote", async () => {
    await addFilm();
    const { text } = await club.ada.type("#film-club", "/quote film: The Salt Road");
    expect(text).toMatch(/lantern on every landing|two hundred times/);
    expect(text).toContain("[🎬 The Salt Road]");
  });

  it("shows in the form what is there, and changes it in place", async () => {
    await addFilm();
    const card = await club.maya.type("#general", "/library film title: Salt Rd");
    const form = await club.maya.press(card.message!, "Edit");
    expect(standingIn(form)).toEqual(saltRoad);
    const changed = await club.maya.submit(form, { title: "The Salt Road (2017)" });
    expect(changed.message!.id).toBe(card.message!.id);
    expect(changed.text).toContain("Changed.");
    expect(changed.text).toContain("The Salt Road (2017)");
    expect((await club.shelves.load(club.server)).shelf.films).toHaveLength(1);
  });

  it("says all that will not do, and keeps what was typed", async () => {
    const odd = { ...saltRoad, title: "Beanpole (2019)", summary: "Short.", sources: "example.org/a\nnot a link" };
    const refused = await addFilm(odd);
    expect(refused.text).toContain("**Summary**: should say a little more.");
    expect(refused.text).toContain("**Sources**: line 2 should be a web address.");
    const again = await club.maya.press(refused.message!, "Try again");
    expect(standingIn(again)).toEqual(odd);
    const twin = await club.maya.submit(again, { ...saltRoad, title: "Beanpole" });
    expect(twin.text).toContain("**Beanpole (2019)** is there already. If this is another film, add its year.");
    expect(twin.message!.id).toBe(refused.message!.id);
    const year = await club.maya.submit(await club.maya.press(twin.message!, "Try again"), { title: "Salt (1420)" });
    expect(year.text).toContain("**Title and year**: the year should be 1880 at least.");
    expect((await club.shelves.load(club.server)).shelf.films).toEqual([]);
  });

  it("keeps the longest form that can be typed, every character of it one that has to be escaped", async () => {
    const longest = { title: "*".repeat(200), titles: "_".repeat(400), directors: "~".repeat(300), summary: "\\".repeat(1200), sources: "|\n".repeat(250) };
    const refused = await addFilm(longest);
    expect(refused.text).toContain("**Other titles**: is longer than 200 characters.\n**Sources**: 8 at most.");
    expect(standingIn(await club.maya.press(refused.message!, "Try again"))).toEqual({ ...longest, sources: longest.sources.trim() });
  });

  it("leads from a namesake to adding another", async () => {
    const card = await club.maya.type("#general", "/library film title: Beanpole");
    expect(card.text).toContain("This film is in the library of every server, so its entry can't be changed here.");
    const form = await club.maya.press(card.message!, "Add another film");
    const added = await club.maya.submit(form, { ...saltRoad, title: "Beanpole (1951)", titles: "" });
    expect(added.text).toContain("Beanpole (1951)");
    // It may have been the preview of an interview that is just being added: that stays as it is.
    expect(added.message!.id).not.toBe(card.message!.id);
    const asked = await club.maya.type("#general", "/library film title: Beanpole");
    expect(asked.text).toContain("Several films fit “Beanpole”. Which one is it?");
    await club.restart();
    expect((await club.maya.choose(asked.message!, "Beanpole (1951)")).text).toContain("[Edit] [Remove]");
  });

  it("asks before it removes one; the other moderator hears that it is gone", async () => {
    club.playground.openCommand("library", "Emil");
    const added = await addFilm();
    const emils = await club.emil.type("#general", "/library film title: The Salt Road");
    const asked = await club.maya.press(added.message!, "Remove");
    expect((await club.maya.press(asked.message!, "Remove it")).text).toContain("The entry of **The Salt Road (2018)** is removed.");
    expect((await club.emil.press(emils.message!, "Edit")).text).toContain("That film is no longer there.");
    expect((await club.ada.type("#film-club", "/film title: The Salt Road")).text).toContain("I don't know a film called");
  });

  it("makes one entry when two add the same film at once", async () => {
    club.playground.openCommand("library", "Emil");
    const forms = await Promise.all([club.maya, club.emil].map((who) => who.type("#general", "/library film title: The Salt Road")));
    await Promise.all([club.maya.submit(forms[0]!, saltRoad), club.emil.submit(forms[1]!, saltRoad)]);
    expect((await club.shelves.load(club.server)).shelf.films).toHaveLength(1);
  });

  it("says when there is no more room, and keeps what was typed", async () => {
    const deed = { server: club.server, by: club.maya.id, at: club.clock.now() };
    for (let number = 1; number < bounds.entries; number += 1) await club.shelves.saveFilm(deed, sampleFilm(`film-${number}`));
    const refused = await addFilm();
    expect(refused.text).toContain("A server has room for 200 films and people of its own, and this one is full.");
    expect(standingIn(await club.maya.press(refused.message!, "Try again"))).toEqual(saltRoad);
  });
});
