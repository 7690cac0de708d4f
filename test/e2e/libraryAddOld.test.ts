import { afterAll, beforeAll, expect, it } from "vitest";
import type { Answer } from "../../src/playground/person.ts";
import { file, markdown } from "./importedTexts.ts";
import { openImportingClub, type ImportingClub } from "./imports.ts";

let club: ImportingClub;
beforeAll(async () => {
  club = await openImportingClub();
});
afterAll(() => club.close());

const press = (answer: Answer, button: string): Promise<Answer> => club.maya.press(answer.message!, button);
const tooOld = "That preview is too old for me now. Please bring the text again with /library add.";

/** Brings an interview, whose draft then is as if an earlier bot had written it in a way that this one can't read. */
async function bringAnOldOne(before: (shown: Answer) => Promise<Answer> = async (shown) => shown): Promise<{ shown: Answer; form: Answer }> {
  const shown = await club.maya.run("#general", "/library add", { file: file("light.md", markdown) });
  const form = await before(shown);
  const [, id] = /"custom_id":"library-add\/([^"/]+)"/.exec(JSON.stringify(shown.message!.components))!;
  await club.shelves.changeImport({ server: club.server, by: club.maya.id, at: club.clock.now() }, id!, ({ title, quotes }) => ({ transcript: "In the old manner.", title, quotes }));
  return { shown, form };
}

it("says that a preview is too old, whichever button I press, and Cancel forgets it", async () => {
  const { shown } = await bringAnOldOne();
  await club.restart();
  for (const button of ["Add to this server", "Details", "Names"]) {
    const answer = await press(shown, button);
    expect(answer.text.replaceAll("`", "")).toContain(tooOld);
    expect(answer.message!.id).not.toBe(shown.message!.id);
  }
  expect(club.log.join("\n")).toContain("a transcript cannot be read any more");
  expect((await press(shown, "Cancel")).text).toContain("Cancelled: nothing was added, and I forgot the text.");
});

it("gives back what I wrote about an interview that is too old", async () => {
  const { form } = await bringAnOldOne((shown) => press(shown, "Details"));
  const late = await club.maya.submit(form, { title: "A *Dark* Left On" });
  expect(late.text.replaceAll("`", "")).toContain(tooOld);
  expect(late.text).toContain("**title**: A *Dark* Left On");
});

it("adds the film that I wrote about, even if the preview that it was for is too old", async () => {
  const { shown, form } = await bringAnOldOne((preview) => press(preview, "Add a film"));
  const film = { title: "The Lantern Keeper (1961)", directors: "Odile Fenn", summary: "A keeper of lanterns loses one of them, and looks for it all over the harbour.", sources: "example.org/lantern" };
  const saved = await club.maya.submit(form, film);
  expect(saved.message!.id).not.toBe(shown.message!.id);
  expect(saved.text).toContain("The Lantern Keeper (1961)");
  expect(saved.text).toContain("Added.");
});
