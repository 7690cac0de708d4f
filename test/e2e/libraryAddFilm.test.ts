import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Answer } from "../../src/playground/person.ts";
import { file, markdown } from "./importedTexts.ts";
import { openImportingClub, type ImportingClub } from "./imports.ts";

let club: ImportingClub;
beforeAll(async () => {
  club = await openImportingClub();
});
afterAll(() => club.close());

const film = { title: "The Lantern Keeper (1961)", directors: "Odile Fenn", summary: "A keeper of lanterns loses one of them, and looks for it all over the harbour.", sources: "https://example.org/lantern" };
const press = (answer: Answer, button: string): Promise<Answer> => club.maya.press(answer.message!, button);
const bring = (): Promise<Answer> =>
  club.maya.run("#general", "/library add", { file: file("light.md", markdown.replace("You have seen Beanpole nine times.", "You have seen The Lantern Keeper nine times.")) });

async function takeFilmAway(): Promise<void> {
  const card = await club.maya.run("#general", "/library film", { title: "The Lantern Keeper" });
  await press(await press(card, "Remove"), "Remove it");
}

describe("an interview to be added that names a film which isn't known", () => {
  it("shows it as soon as it is added", async () => {
    const shown = await bring();
    expect(shown.text).not.toContain("Films I know");
    const form = await press(shown, "Add a film");
    await club.restart();
    const saved = await club.maya.submit(form, film);
    expect(saved.message!.id).toBe(shown.message!.id);
    expect(saved.text).toContain("**The Lantern Keeper (1961)** is added. **Odile Fenn** is new here");
    expect(saved.text).toContain("Films I know: The Lantern Keeper (1961)");
    expect((await press(saved, "Add to this server")).text).toContain("Added to this server.");
    await club.maya.run("#general", "/library remove", { interview: "A Light Left On" });
    await takeFilmAway();
  });

  it("is still there when the form will not do: one can try again, or go back", async () => {
    const shown = await bring();
    const refused = await club.maya.submit(await press(shown, "Add a film"), { ...film, summary: "Short." });
    expect(refused.text).toContain("Nothing is saved yet:");
    expect((await press(refused, "← Interview")).text).toContain("[Add to this server]");
    const again = await club.maya.submit(await press(shown, "Add a film"), { ...film, summary: "Short." });
    const saved = await club.maya.submit(await press(again, "Try again"), film);
    expect(saved.message!.id).toBe(shown.message!.id);
    expect(saved.text).toContain("Films I know: The Lantern Keeper (1961)");
    await press(saved, "Cancel");
    await takeFilmAway();
  });

  it("adds it all the same when the draft was forgotten meanwhile", async () => {
    const shown = await bring();
    const form = await press(shown, "Add a film");
    await club.shelves.forget({ draftsBefore: club.clock.now() + 86_400_000, removedBefore: 0, leftBefore: 0 });
    const saved = await club.maya.submit(form, film);
    expect(saved.message!.id).not.toBe(shown.message!.id);
    expect(saved.text).toContain("Added.\nThe Lantern Keeper (1961)");
    await takeFilmAway();
  });
});
