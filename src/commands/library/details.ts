import type { Answer, Modal } from "../../discord/answer.ts";
import { customId } from "../../discord/customId.ts";
import { modal, type Field } from "../../discord/modal.ts";
import { readableDate } from "../../embeds/dates.ts";
import { longestAddress, longestDetail } from "../../importing/written.ts";
import type { Interview } from "../../interview/interview.ts";
import { neededSource } from "../../library/check.ts";
import type { Import } from "../../store/shelves.ts";
import { editImport, withImport } from "./addEdit.ts";
import { press, submission, type Desk } from "./desk.ts";
import { fieldNames, readDetails, type Details } from "./detailsRead.ts";
import { cardOf } from "./preview.ts";

const needed: readonly (keyof Details)[] = ["title", ...neededSource];

/** What an interview lacks before it can be added, by the names of its fields. */
export function missingIn(interview: Details): (keyof Details)[] {
  return needed.filter((name) => interview[name] === undefined);
}

/**
 * The form of an interview's details, filled in as they are.
 *
 * @param missing what it cannot do without any longer; the form asks for these
 */
export function detailsForm({ id, state }: Import, interview: Interview, missing: readonly (keyof Details)[] = []): Modal {
  const demanded: readonly (keyof Details)[] = state === "added" ? needed : missing;
  const line = (name: keyof Details, label: string, hint: string, value = ""): Field => ({
    name,
    label,
    description: missing.includes(name) ? `Still missing. ${hint}` : hint,
    value,
    required: name === "title" || demanded.includes(name),
    longest: name === "url" ? longestAddress : longestDetail,
  });
  const list = new Intl.ListFormat("en-GB", { type: "conjunction" }).format(missing.map((name) => fieldNames[name]));
  return modal(missing.length > 0 ? `Still missing: ${list}` : "Where it is from", customId("library-detailed", id), [
    line("title", "Title", "As it was published", interview.title),
    line("interviewer", "Interviewer", "Who asked; leave it empty if nobody knows", interview.interviewer),
    line("publication", "Publication", "Who published it: a magazine, a site, a book", interview.publication),
    line("date", "Date", "When it was published: 5 July 2023", interview.date && readableDate(interview.date)),
    line("url", "Link", "Where one can read it: https://…", interview.url),
  ]);
}

function change(id: string, desk: Desk, typed: Record<string, string>): Promise<Answer> {
  const written = new Map(Object.entries(typed).map(([name, text]) => [fieldNames[name as keyof Details] ?? name, text]));
  const read = (found: Import, before: Interview): Answer | Promise<Answer> => {
    const { details, problems } = readDetails(typed, found.state === "added" ? needed : []);
    const changed = Object.entries(details).some(([name, value]) => before[name as keyof Details] !== value);
    if (!changed) return cardOf(found, desk, problems.length > 0 ? problems.join("\n") : "It is so already.");
    const said = found.state === "draft" && problems.length === 0 ? "Changed. **Add to this server** adds it as it is now." : "Changed.";
    return editImport(id, desk, { edit: (interview) => ({ ...interview, ...details }), said: [said, ...problems].join("\n"), written });
  };
  return withImport(id, desk, read, written);
}

export const detailsPresses = {
  "library-details": press((desk, [id = ""]) => withImport(id, desk, (found, interview) => detailsForm(found, interview))),
};

export const detailsSubmissions = {
  "library-detailed": submission((desk, [id = ""], fields) => change(id, desk, fields)),
};
