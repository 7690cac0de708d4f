import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readTranscript } from "../../src/interview/parse.ts";
import { cutQuotes } from "../../src/interview/quotes.ts";
import { harbour, openImportingClub, stairwell, type ImportingClub } from "./imports.ts";

let club: ImportingClub;
beforeEach(async () => {
  club = await openImportingClub();
});
afterEach(() => club.close());

const bring = (text: string) => club.maya.run("#general", "/library add", { file: { name: "talk.md", type: "text/markdown", bytes: Buffer.from(text) } });

describe("quotes that members don't find", () => {
  it("are not counted where an interview says what another says already", async () => {
    await club.bring("harbour-1", harbour);
    await club.bring("harbour-2", harbour.replace("Harbour Notes", "Harbour Notes, Again"));
    const { text } = await club.maya.type("#general", "/library list");
    expect(text).toMatch(/\*\*Harbour Notes\*\*\nwith Odile Fenn · 1 quote\n/);
    expect(text).toMatch(/\*\*Harbour Notes, Again\*\*\nwith Odile Fenn · 0 quotes\n/);
    expect(text).toContain("2 of 50 interviews · 2 of 10,000 quotes");
    expect((await club.maya.type("#general", "/library show interview: harbour-2")).text).toContain("Exchanges: 1\nQuotes: 0");
  });

  it("are counted apart where they are hidden, also such as were corrected before, and in what every server has", async () => {
    await club.bring("stairwell-1", stairwell);
    const deed = { server: club.server, by: club.maya.id, at: club.clock.now() };
    const quotes = cutQuotes(readTranscript(stairwell).interview);
    expect((await club.maya.type("#general", "/library show interview: stairwell-1")).text).not.toContain("Hidden:");
    await club.shelves.hide(deed, quotes[0]!.id, quotes[0]!.words);
    const one = await club.maya.type("#general", "/library show interview: stairwell-1");
    expect(one.text).toContain("Exchanges: 2\nQuotes: 2\n");
    expect(one.text).toContain("Hidden: 1 quote out of sight. `/library list` shows it again.");
    await club.shelves.correct(deed, quotes[1]!.id, { before: quotes[1]!.words, after: "I carried the camera, and nothing else." });
    await club.shelves.hide(deed, quotes[1]!.id, "I carried the camera, and nothing else.");
    const two = await club.maya.type("#general", "/library show interview: stairwell-1");
    expect(two.text).toContain("Hidden: 2 quotes out of sight. `/library list` shows them again.");
    expect((await club.maya.type("#general", "/library list")).text).toContain("with Ines Marlow, Tomas Vail · 1 quote\n");

    const bundled = club.library.quotes[3]!;
    await club.shelves.hide(deed, bundled.id, bundled.words);
    const { text } = await club.maya.type("#general", "/library show interview: From Russia");
    expect(text).toContain(`Quotes: ${club.library.quotesFor({ interview: bundled.interview }).length - 1}\n`);
    expect(text).toContain("Hidden: 1 quote out of sight.");
  });
});

describe("the preview of an interview that is to be added", () => {
  it("counts what members will find of it, and apart what another interview says already or what is hidden", async () => {
    expect((await bring(harbour)).text).toContain("1 exchange, 1 quote\n");
    await club.bring("harbour-1", harbour);
    expect((await bring(harbour)).text).toContain("1 exchange, 0 quotes, and 1 that is in the library already or hidden\n");
    await club.bring("stairwell-1", stairwell);
    const deed = { server: club.server, by: club.maya.id, at: club.clock.now() };
    for (const { id, words } of cutQuotes(readTranscript(stairwell).interview).slice(0, 2)) await club.shelves.hide(deed, id, words);
    await club.maya.type("#general", "/library remove interview: stairwell-1");
    const shown = await bring(stairwell);
    expect(shown.text).toContain("2 exchanges, 1 quote, and 2 that are in the library already or hidden\n");
    expect((await club.maya.press(shown.message!, "Add to this server")).text).toContain("Everybody here finds its 1 quote from now on.");
  });
});
