import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Person } from "../../src/playground/person.ts";
import { readable } from "../../src/playground/readable.ts";
import { openImportingClub, stairwell, type ImportingClub } from "./imports.ts";

/** A Monday, at noon in Paris. */
const monday = Date.UTC(2030, 5, 3, 10);

let club: ImportingClub;
beforeAll(async () => {
  club = await openImportingClub({ now: () => monday + Math.floor(performance.now()) });
  await club.bring("stairwell-1", stairwell);
});
afterAll(() => club.close());

/** Asks the bot in plain words, and gives its reply. */
async function ask(person: Person, channel: string, question: string): Promise<string> {
  const { id } = person.say(channel, question);
  return readable(await person.waitFor(channel, ({ message_reference }) => message_reference?.message_id === id));
}

describe("what a server brought", () => {
  it("is found there by /quote, in its words, by its speaker and under its buttons", async () => {
    const { text, message } = await club.ada.type("#film-club", "/quote about: a lantern on every landing");
    expect(text).toContain("lantern on every landing");
    expect(text).toContain("— **Ines Marlow**, in [The Light in the Stairwell](https://example.org/stairwell)");
    expect(text).toContain("Interview by Nora Weiss · Carnet du soir · 2 March 2019");
    expect((await club.ada.press(message!, "In context")).text).toContain("How did you find the staircase");
    expect((await club.ada.type("#film-club", "/quote person: Tomas Vail")).text).toContain("smell of its kitchen");
    const choices = await club.ada.complete("#film-club", "/quote", { person: "Vail" }, "person");
    expect(choices).toContainEqual({ name: "Tomas Vail", value: "tomas-vail" });
  });

  it("is found by /director, /film and /interview, beside what came with the bot", async () => {
    expect((await club.ada.type("#film-club", "/director name: Tomas Vail")).text).toContain("[💬 Quotes by Tomas Vail]");
    expect((await club.ada.type("#film-club", "/interview title: Light in the Stairwell")).text).toContain("How did you find the staircase");
    const about = await club.ada.run("#film-club", "/quote", { about: "green is not a colour that somebody chose", film: "Beanpole" });
    expect(about.text).toContain("— **Ines Marlow**");
    expect(about.text).toContain("[🎬 Beanpole]");
  });

  it("answers a question in plain words", async () => {
    const reply = await ask(club.ada, "#film-club", `<@${club.playground.world.bot.id}> what does Tomas Vail say about kitchens?`);
    expect(reply).toContain("smell of its kitchen");
  });

  it("is posted day by day where a daily post asks for it", async () => {
    const draft = await club.maya.type("#general", "/daily add channel: #quote-of-the-day time: 13:00 timezone: Paris interview: The Light in the Stairwell");
    await club.maya.press(draft.message!, "Start");
    club.clock.moveTo(Date.UTC(2030, 5, 3, 11));
    const post = await club.ada.waitFor("#quote-of-the-day", (one) => readable(one).includes("The Light in the Stairwell"));
    expect(readable(post)).toContain("[In context]");
  });

  it("is not seen outside of it", async () => {
    expect((await club.ada.type("@Intertitle", "/quote about: a lantern on every landing")).text).not.toContain("a lantern on every landing. ");
    expect((await club.ada.type("@Intertitle", "/director name: Tomas Vail")).text).toContain("I don't know a director called “Tomas Vail”.");
    expect((await club.ada.type("@Intertitle", "/interview title: Light in the Stairwell")).text).toContain("I have no interview called");
    expect(await ask(club.ada, "@Intertitle", "what does Tomas Vail say about kitchens?")).not.toContain("smell of its kitchen");
    expect(await club.ada.complete("@Intertitle", "/quote", { person: "Vail" }, "person")).not.toContainEqual({ name: "Tomas Vail", value: "tomas-vail" });
  });
});
