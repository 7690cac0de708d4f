import type { Answer, Modal } from "../../discord/answer.ts";
import { button } from "../../discord/components.ts";
import { customId } from "../../discord/customId.ts";
import { filmName } from "../../embeds/film.ts";
import { escapeMarkdown } from "../../embeds/markdown.ts";
import { longestIdentifier } from "../../library/fields.ts";
import { filmSchema, titlesOfFilm, type Film } from "../../library/film.ts";
import type { Library } from "../../library/library.ts";
import { namesOfPerson, peopleWhoSpeak, type Person } from "../../library/person.ts";
import { slugOf } from "../../library/slug.ts";
import { fold } from "../../library/words.ts";
import { readable } from "./addEdit.ts";
import { boundWords } from "./boundWords.ts";
import { deedOf, isOwn, renewed, submission, type Desk } from "./desk.ts";
import { againPress, formWith, linesOf, readTitle, refused, sourcesOf, type Blank, type Typed } from "./entryForm.ts";
import { mistakesIn } from "./entryMistakes.ts";
import { filmCard, goneFilm } from "./filmCard.ts";
import { cardOf } from "./preview.ts";

const blanks: Blank[] = [
  { name: "title", label: "Title and year", description: "The year in brackets: The Third Man (1949)", required: true, longest: 200 },
  { name: "titles", label: "Other titles", description: "One a line, the original title first", required: false, longest: 400, long: true },
  { name: "directors", label: "Directors", description: "Their full names, one a line", required: true, longest: 300, long: true },
  { name: "summary", label: "Summary", description: "In your own words, without spoilers: two to four sentences", required: true, longest: 1200, long: true },
  { name: "sources", label: "Sources", description: "Where these facts are from: links, one a line", required: true, longest: 500, long: true },
];

/** By the fields of the schema. */
const labels = { title: "Title and year", year: "Title and year", originalTitle: "Other titles", aliases: "Other titles", directors: "Directors", summary: "Summary", sources: "Sources" };

/** The form of a film of this server's. */
export function filmForm(film: Film, library: Library): Modal {
  return form(film.id, "here", filmName(film), {
    title: filmName(film),
    titles: titlesOfFilm(film).slice(1).join("\n"),
    directors: film.directors.map((id) => library.person(id)!.name).join("\n"),
    summary: film.summary,
    sources: film.sources.join("\n"),
  });
}

/** The form that adds a film. What it was opened from stays, unless that is the preview of this draft, which then shows the film. */
export function newFilmForm(title = "", draft = ""): Modal {
  return form("", "", "Add a film", { title }, draft);
}

/**
 * @param where "here" if the film's card takes the place of what was pressed on
 * @param draft the interview to whose preview it leads back; "" for none
 */
function form(id: string, where: string, heading: string, typed: Typed, draft = ""): Modal {
  return formWith(heading, customId("library-film-written", id, where, draft), blanks, typed);
}

async function write(here: Desk, where: string, id: string, typed: Typed, draft: string): Promise<Answer> {
  const beside: Desk = { ...here, how: where === "here" ? here.how : "post" };
  const desk = draft === "" ? beside : here;
  const { library, shelves } = desk.services;
  const before = library.film(id);
  if (id !== "" && !(before && isOwn("film", before, desk.services))) return goneFilm(desk);
  const { directors, newcomers } = readDirectors(typed.directors, library);
  const { title, year } = readTitle(typed.title ?? "");
  const [originalTitle, ...aliases] = linesOf(typed.titles);
  const sources = sourcesOf(typed.sources);
  const read = filmSchema.safeParse({ title, year, originalTitle, aliases, directors, summary: typed.summary, sources });
  const mistakes = read.success ? namesakes(read.data, id, library) : mistakesIn(read.error, labels);
  const wayBack = draft === "" ? [] : [button("← Interview", customId("library-preview", draft))];
  const refuse = (why: readonly string[]) => refused(desk, why, blanks, typed, customId("library-film-again", id, draft), wayBack);
  if (!read.success || mistakes.length > 0) return refuse(mistakes);
  // Those who direct it first: a film never names anybody who is not there.
  for (const person of newcomers) {
    const saved = await shelves.savePerson(deedOf(desk), person);
    if (saved !== "saved") return refuse([boundWords(saved)]);
  }
  const film = { ...read.data, id: before?.id ?? newId(title, year, library) };
  const saved = await shelves.saveFilm(deedOf(desk), film);
  if (saved !== "saved") return refuse([boundWords(saved)]);
  const after = await renewed(desk);
  const imported = draft === "" ? undefined : await shelves.findImport(desk.server, draft);
  if (imported && imported.state !== "removed" && readable(imported, desk)) return cardOf(imported, after, [`**${escapeMarkdown(filmName(film))}** is added.`, ...newcomers.map(newcomerWords)].join(" "));
  // The preview of what is gone is left as it is: it still shows what was understood.
  return filmCard(after.services.library.film(film.id) ?? film, { ...after, how: beside.how }, [before ? "Changed." : "Added.", ...newcomers.map(newcomerWords)].join(" "));
}

/** The people of these names, by id, and those among them who have no entry yet. */
function readDirectors(text: string | undefined, library: Library): { directors: string[]; newcomers: Person[] } {
  const names = linesOf(text).flatMap((line) => line.split(",").map((name) => name.trim()).filter(Boolean));
  const newcomers = peopleWhoSpeak(names.map((name) => ({ name, labels: [] })), library.people);
  const everybody = new Map([...newcomers, ...library.people].flatMap((person) => namesOfPerson(person).map((name) => [fold(name), person.id])));
  return { directors: [...new Set(names.map((name) => everybody.get(fold(name))!))], newcomers };
}

function newcomerWords({ name }: Person): string {
  return `**${escapeMarkdown(name)}** is new here: \`/library person\` takes a biography.`;
}

/** Why a film could not be told from another one. */
function namesakes(film: Omit<Film, "id">, id: string, library: Library): string[] {
  const titles = new Set(titlesOfFilm({ ...film, id }).map(fold));
  const other = library.films.find((one) => one.id !== id && titlesOfFilm(one).some((title) => titles.has(fold(title))) && (film.year === undefined || one.year === film.year));
  if (!other) return [];
  const name = `**${escapeMarkdown(filmName(other))}**`;
  return [film.year === undefined && other.year !== undefined ? `${name} is there already. If this is another film, add its year.` : `${name} is there already.`];
}

/** The same for the same film: two moderators who add it at once make one entry. */
function newId(title: string, year: number | undefined, library: Library): string {
  const slug = slugOf([title, year].filter(Boolean).join(" "), longestIdentifier - 3);
  let id = slug;
  for (let number = 2; library.film(id); number += 1) id = `${slug}-${number}`;
  return id;
}

export const filmFormPresses = {
  "library-film-again": againPress(blanks, (desk, [id = "", draft], typed) => {
    const film = desk.services.library.film(id);
    return id === "" || film ? form(id, "here", film ? filmName(film) : "Add a film", typed, draft) : goneFilm(desk);
  }),
};

export const filmFormSubmissions = {
  "library-film-written": submission((desk, [id = "", where = "", draft = ""], fields) => write(desk, where, id, fields, draft)),
};
