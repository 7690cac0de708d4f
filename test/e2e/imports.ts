import { readTranscript } from "../../src/interview/parse.ts";
import { cutQuotes } from "../../src/interview/quotes.ts";
import { writeTranscript } from "../../src/interview/transcriptFile.ts";
import { createShelves, type Shelves } from "../../src/store/shelves.ts";
import { stores, type StorePlace } from "../stores.ts";
import { openClub, type Club, type ClubOptions } from "./club.ts";

/** A club, what its server has of its own (in a connection to the store of their own), and a quick way to bring interviews. */
export interface ImportingClub extends Club {
  server: string;
  shelves: Shelves;
  /** Adds an interview, as Maya, or by another user's id; gives what the bot would answer of it. */
  bring(id: string, text: string, by?: string): Promise<void>;
}

/** Opens a club into whose library interviews can be brought without going through /library add. */
export async function openImportingClub(options: ClubOptions = {}): Promise<ImportingClub> {
  const kind = options.store ?? stores[0]!;
  let place: StorePlace | undefined;
  const club = await openClub(undefined, { ...options, store: { ...kind, makePlace: async () => (place = await kind.makePlace()) } });
  const shelves = createShelves(await place!.open());
  const server = club.playground.world.server.id;
  return {
    ...club,
    server,
    shelves,
    bring: async (id, text, by = club.maya.id) => {
      const { interview, convention, confidence, warnings } = readTranscript(text);
      const at = club.clock.now();
      const quotes = cutQuotes(interview).length;
      await shelves.keepDraft({ id, server, state: "draft", transcript: writeTranscript(interview), title: interview.title, quotes, convention, confidence, warnings, by, at });
      const outcome = await shelves.add({ server, by, at }, id);
      if (outcome !== "added") throw new Error(`${id} could not be added: ${outcome}.`);
    },
  };
}

/** Two film-makers who never lived, asked about films that were never made, and one that was. */
export const stairwell = `---
title: The Light in the Stairwell
interviewer: Nora Weiss
publication: Carnet du soir
url: https://example.org/stairwell
date: 2019-03-02
speakers:
  - Ines Marlow
  - Tomas Vail
---

### How did you find the staircase for The Salt Road?

**Ines Marlow:** We looked at forty houses on the harbour. The one we took had a lantern on every landing, and the old woman who kept them lit them for us each evening as if we were late for supper.

**Tomas Vail:** I carried the camera up those steps two hundred times. By the end I could tell each landing by the smell of its kitchen, and I lit the scenes by what was cooking.

### Is there a film that you go back to?

**Ines Marlow:** Beanpole, always. That green is not a colour that somebody chose in an office, it is a colour that somebody remembered with their hands.
`;

/** A shorter one, of somebody else. */
export const harbour = `---
title: Harbour Notes
interviewer: Nora Weiss
publication: Carnet du soir
url: https://example.org/harbour
date: 2021-10-09
speakers:
  - Odile Fenn
---

### What do you listen to before a take?

**Odile Fenn:** Gulls, if there are any. A harbour that is quiet is a harbour where somebody has told the boats to wait, and I never like what they are waiting for.
`;
