import type { Answer, Modal } from "../../discord/answer.ts";
import { customId } from "../../discord/customId.ts";
import { escapeMarkdown } from "../../embeds/markdown.ts";
import { readDate } from "../../interview/dates.ts";
import { titlesOfFilm } from "../../library/film.ts";
import type { Library } from "../../library/library.ts";
import { namesOfPerson, personSchema, type Person } from "../../library/person.ts";
import { fold } from "../../library/words.ts";
import { boundWords } from "./boundWords.ts";
import { deedOf, renewed, submission, type Desk } from "./desk.ts";
import { againPress, formWith, linesOf, readTitle, refused, sourcesOf, type Blank, type Typed } from "./entryForm.ts";
import { mistakesIn } from "./entryMistakes.ts";
import { gonePerson, mayBeWritten, personCard } from "./personCard.ts";

const blanks: Blank[] = [
  { name: "spellings", label: "Other spellings", description: "One a line, also in their own script", required: false, longest: 300, long: true },
  { name: "born", label: "Born", description: "30 July 1991, 1991-07-30, or the year alone", required: false, longest: 40 },
  { name: "biography", label: "Biography", description: "In your own words: three to six sentences", required: true, longest: 1200, long: true },
  { name: "films", label: "Films", description: "One a line, the year in brackets: The Third Man (1949)", required: false, longest: 500, long: true },
  { name: "sources", label: "Sources", description: "Where these facts are from: links, one a line", required: true, longest: 500, long: true },
];

/** By the fields of the schema. */
const labels = { nativeName: "Other spellings", aliases: "Other spellings", born: "Born", biography: "Biography", films: "Films", sources: "Sources" };

/** The form of a person, with what their entry says. Films of the index are left out: they are theirs by who directed them. */
export function personForm(person: Person): Modal {
  return form(person, {
    spellings: namesOfPerson(person).slice(1).join("\n"),
    born: person.born ?? "",
    biography: person.biography ?? "",
    films: person.films.flatMap((film) => (typeof film === "string" ? [] : [film.year ? `${film.title} (${film.year})` : film.title])).join("\n"),
    sources: person.sources.join("\n"),
  });
}

function form({ id, name }: Person, typed: Typed): Modal {
  return formWith(name, customId("library-person-written", id), blanks, typed);
}

async function write(desk: Desk, id: string, typed: Typed): Promise<Answer> {
  const { library, shelves } = desk.services;
  const before = library.person(id);
  if (!before || !mayBeWritten(before, desk)) return gonePerson(desk);
  const spellings = linesOf(typed.spellings);
  const nativeName = spellings.find((one) => /\p{L}/u.test(one) && !/\p{Script=Latin}/u.test(one));
  const born = readBorn(typed.born);
  const read = personSchema.safeParse({
    name: before.name,
    nativeName,
    aliases: spellings.filter((one) => one !== nativeName),
    ...(born === "" ? {} : { born }),
    films: linesOf(typed.films).flatMap((line) => filmsOf(line, before, library)),
    sources: sourcesOf(typed.sources),
    biography: typed.biography,
  });
  const mistakes = [
    ...(born === undefined ? [`**Born**: I can't read “${escapeMarkdown(typed.born!.trim())}” as a date. Try 30 July 1991, 1991-07-30, or the year alone.`] : []),
    ...(read.success ? namesakes({ ...read.data, id }, library) : mistakesIn(read.error, labels)),
  ];
  const refuse = (why: readonly string[]) => refused(desk, why, blanks, typed, customId("library-person-again", id));
  if (!read.success || mistakes.length > 0) return refuse(mistakes);
  const saved = await shelves.savePerson(deedOf(desk), { ...read.data, id });
  if (saved !== "saved") return refuse([boundWords(saved)]);
  const after = await renewed(desk);
  return personCard(after.services.library.person(id) ?? before, after, before.biography === undefined ? "Written." : "Changed.");
}

/** A date as YYYY-MM-DD or a year; "" for nothing, undefined where it is neither. */
function readBorn(typed = ""): string | undefined {
  const text = typed.trim();
  return text === "" || /^\d{4}$/.test(text) ? text : readDate(text);
}

/** The film of a line that was typed; none where it is one of the index that this person directed, which joins the others by itself. */
function filmsOf(line: string, { id }: Person, library: Library): Person["films"] {
  const { title, year } = readTitle(line);
  const isTheirs = library.films.some(
    (film) => film.directors.includes(id) && (year === undefined || film.year === year) && [film.id, ...titlesOfFilm(film)].some((one) => fold(one) === fold(title)),
  );
  return isTheirs ? [] : [{ title, ...(year === undefined ? {} : { year }) }];
}

/** Why a spelling of the name would mean somebody else as well. */
function namesakes(person: Person, library: Library): string[] {
  const names = new Map(library.people.filter(({ id }) => id !== person.id).flatMap((other) => namesOfPerson(other).map((name) => [fold(name), other.name])));
  return namesOfPerson(person).flatMap((name) => {
    const other = names.get(fold(name));
    return other === undefined ? [] : [`**Other spellings**: “${escapeMarkdown(name)}” is also a name of **${escapeMarkdown(other)}**.`];
  });
}

export const personFormPresses = {
  "library-person-again": againPress(blanks, (desk, [id = ""], typed) => {
    const person = desk.services.library.person(id);
    return person && mayBeWritten(person, desk) ? form(person, typed) : gonePerson(desk);
  }),
};

export const personFormSubmissions = {
  "library-person-written": submission((desk, [id = ""], fields) => write(desk, id, fields)),
};
