import { ComponentType } from "discord-api-types/v10";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { Answer } from "../../src/playground/person.ts";
import { harbour, openImportingClub, stairwell, type ImportingClub } from "./imports.ts";

let club: ImportingClub;
beforeEach(async () => {
  club = await openImportingClub();
  // So that suggestions know the server's own from the first on.
  await club.ada.type("#film-club", "/interview");
});
afterEach(() => club.close());

const elsewhere = harbour.replace("Carnet du soir", "The Sleeper");
const later = harbour.replace("2021-10-09", "2022-01-30");

/** Brings the same interview as in so many files, and lets everybody see them. */
async function bring(...texts: string[]): Promise<void> {
  for (const [at, text] of texts.entries()) await club.bring(`harbour-${at}`, text);
  await club.ada.type("#film-club", "/interview");
}

async function suggested(typed: string): Promise<string[]> {
  return (await club.ada.complete("#film-club", "/interview", { title: typed }, "title")).map(({ name }) => name);
}

function inMenu({ message }: Answer): string[] {
  const rows = message!.components!.flatMap((row) => (row.type === ComponentType.ActionRow ? row.components : []));
  return rows.flatMap((one) => (one.type === ComponentType.StringSelect ? one.options.map(({ label, description }) => `${label}: ${description}`) : []));
}

it("I see an interview by its title and speakers where no other has that title", async () => {
  await bring(harbour, stairwell);
  expect(await suggested("harbour")).toEqual(["Harbour Notes — Odile Fenn"]);
});

it.each([
  ["where they were published", [harbour, elsewhere], ["Carnet du soir", "The Sleeper"]],
  ["when, if that is all", [harbour, later], ["9 October 2021", "30 January 2022"]],
  ["where and when, if neither alone will do", [harbour, elsewhere, later], ["Carnet du soir, 9 October 2021", "The Sleeper, 9 October 2021", "Carnet du soir, 30 January 2022"]],
  ["their number, if nothing else is left", [harbour, harbour], ["of this server, no. 1", "of this server, no. 2"]],
])("I can tell two of one title apart by %s", async (_, texts, marks) => {
  await bring(...texts);
  expect(await suggested("harbour")).toEqual(marks.map((mark) => `Harbour Notes (${mark}) — Odile Fenn`));
  const described = marks.map((mark) => `Harbour Notes: ${mark} · Odile Fenn`);
  expect(inMenu(await club.ada.type("#film-club", "/interview harbour notes"))).toEqual(described);
  const listed = await club.maya.run("#general", "/library list");
  expect(inMenu(listed)).toEqual(described);
  expect((await club.maya.complete("#general", "/library export", { interview: "harbour" }, "interview")).map(({ name }) => name).slice(0, marks.length)).toEqual(
    marks.map((mark) => `Harbour Notes (${mark}) — Odile Fenn`),
  );
});

it("I can tell this server's own from the one that every server has", async () => {
  const [known] = club.library.interviews;
  const own = harbour.replace("Harbour Notes", known!.title).replace("Carnet du soir", known!.publication!).replace("2021-10-09", known!.date!);
  await bring(own);
  expect(await suggested("from russia")).toEqual([
    "From Russia With Love of Film (of every server) — Kantemir Balagov and Kira Kovalenko",
    "From Russia With Love of Film (of this server) — Odile Fenn",
  ]);
});

it("I can tell two apart however long their title is", async () => {
  const title = "Notes ".repeat(30).trim();
  await bring(...[harbour, elsewhere].map((text) => text.replace("Harbour Notes", title)));
  const names = await suggested("notes");
  expect(names[0]).toContain("… (Carnet du soir)");
  expect(names[1]).toContain("… (The Sleeper)");
});
